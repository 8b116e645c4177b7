"""The settings page: looks, language, keys, what this is, and who one is. Each applies at once."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit import boxes, theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.focus import give
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.theme import Mode
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.about_card import About, AboutCard
from desktop.ui.shell.account_card import AccountCard
from desktop.ui.shell.actions import Actions
from desktop.ui.shell.keys_editor import KeysEditor
from desktop.ui.shell.setting_row import SettingRow

__all__ = ["About", "Settings", "SettingsView"]

SCALES: Final = (0.9, 1.0, 1.1, 1.25, 1.4, 1.5)
_WIDTH: Final = 780


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person chose of looks and language."""

    theme: Mode = "system"
    scale: float = 1.0
    """Of text, 0.9 to 1.5."""
    reduced_motion: bool = False
    language: str = "fr"


class SettingsView(QWidget):
    """Each choice is in force at once; the signals are for what keeps it."""

    theme_picked = Signal(str)
    scale_picked = Signal(float)
    motion_picked = Signal(bool)
    language_picked = Signal(str)
    sign_out_asked = Signal()

    def __init__(
        self, settings: Settings, actions: Actions, about: About, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mode: Mode = settings.theme
        self.theme, self.scale, self.motion = _theme(), _scale(), _motion()
        self.language = _language()
        self.keys = KeysEditor(actions)
        self.sign_out = Button(
            QCoreApplication.translate("Settings", "Changer de personne"), "log-out"
        )
        self.about = AboutCard(about)
        self.account: AccountCard | None = None
        self._keys_card = Card(QCoreApplication.translate("Settings", "Touches"))
        self._lay_out()
        self.show_settings(settings)
        self.theme.picked.connect(self._pick_theme)
        self.scale.picked.connect(self._pick_scale)
        self.motion.picked.connect(self._pick_motion)
        self.language.picked.connect(self._pick_language)
        self.sign_out.clicked.connect(self.sign_out_asked)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen, without a signal."""
        self._mode = settings.theme
        self.theme.set_value(settings.theme)
        self.scale.set_value(min(SCALES, key=lambda one: abs(one - settings.scale)))
        self.motion.set_value(settings.reduced_motion)
        self.language.set_value(settings.language)

    def add_account(self, card: AccountCard) -> None:
        """Put the card of a connected account above what this application is."""
        self.account = card
        self.add_card(card)

    def add_card(self, card: QWidget) -> None:
        """Put a feature's card above what this application is."""
        layout = self._inner.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.about), card)

    def show_keys(self) -> None:
        """Lead to the keys."""
        first = next(iter(self.keys.rows.values()), None)
        if first is not None:
            self._scroll.ensureWidgetVisible(self._keys_card)
            give(first.change)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(theme.px(_WIDTH))
        title = Text(QCoreApplication.translate("Settings", "Réglages"), "title")
        box = QVBoxLayout(inner)
        box.setContentsMargins(Space.L, Space.XL, Space.L, Space.XL)
        box.setSpacing(Space.M)
        for part in (title, self._looks(), self._words(), self._touches()):
            box.addWidget(part)
        box.addWidget(self.about)
        box.addLayout(boxes.row(self.sign_out, None))
        self._scroll = ScrollColumn()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner, 100)
        across.addStretch(1)
        self._scroll.body.addLayout(across)
        self._scroll.body.addStretch(1)
        self._inner = inner
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        theme.instance().changed.connect(self._fit)

    def _looks(self) -> Card:
        card = Card(QCoreApplication.translate("Settings", "Apparence"))
        rows = (
            SettingRow(QCoreApplication.translate("Settings", "Thème"), self.theme),
            SettingRow(QCoreApplication.translate("Settings", "Taille du texte"), self.scale),
            SettingRow(
                QCoreApplication.translate("Settings", "Mouvements"),
                self.motion,
                QCoreApplication.translate(
                    "Settings", "Réduits, rien ne glisse ni ne tourne à l’écran."
                ),
            ),
        )
        for place, row in enumerate(rows):
            if place:
                card.add(Divider())
            card.add(row)
        return card

    def _words(self) -> Card:
        card = Card(QCoreApplication.translate("Settings", "Langue"))
        hint = QCoreApplication.translate(
            "Settings", "Le changement se voit au prochain démarrage."
        )
        label = QCoreApplication.translate("Settings", "Langue de l’application")
        card.add(SettingRow(label, self.language, hint))
        return card

    def _touches(self) -> Card:
        hint = QCoreApplication.translate(
            "Settings",
            "Chaque action a sa touche. Pour en changer une, choisissez «\u202fChanger\u202f», puis appuyez sur celle que vous voulez.",
        )
        self._keys_card.add(WrapLabel(hint, "secondary"))
        self._keys_card.add(self.keys)
        return self._keys_card

    def _pick_theme(self, mode: Mode | None) -> None:
        self._mode = mode or "system"
        self.theme.set_value(self._mode)
        _apply(self._mode, theme.scale())
        self.theme_picked.emit(self._mode)

    def _pick_scale(self, scale: float | None) -> None:
        wanted = scale or 1.0
        self.scale.set_value(wanted)
        _apply(self._mode, wanted)
        self.scale_picked.emit(wanted)

    def _pick_motion(self, reduced: bool | None) -> None:  # noqa: FBT001 - the choice's own value
        self.motion.set_value(bool(reduced))
        theme.set_reduced_motion(bool(reduced))
        self.motion_picked.emit(bool(reduced))

    def _pick_language(self, language: str | None) -> None:
        self.language.set_value(language or "fr")
        self.language_picked.emit(language or "fr")

    def _fit(self) -> None:
        self._inner.setMaximumWidth(theme.px(_WIDTH))


def _apply(mode: Mode, scale: float) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app, mode, scale)


def _theme() -> Segmented:
    options = (
        Option("light", QCoreApplication.translate("Settings", "Clair"), "sun"),
        Option("dark", QCoreApplication.translate("Settings", "Sombre"), "moon"),
        Option("system", QCoreApplication.translate("Settings", "Comme le système")),
    )
    return Segmented(QCoreApplication.translate("Settings", "Thème"), options)


def _scale() -> Segmented:
    words = QCoreApplication.translate("Settings", "{n}\u00a0%")
    options = [Option(scale, words.format(n=round(scale * 100))) for scale in SCALES]
    return Segmented(QCoreApplication.translate("Settings", "Taille du texte"), options)


def _motion() -> Segmented:
    options = (
        Option(value=False, label=QCoreApplication.translate("Settings", "Normaux")),
        Option(value=True, label=QCoreApplication.translate("Settings", "Réduits")),
    )
    return Segmented(QCoreApplication.translate("Settings", "Mouvements"), options)


def _language() -> Segmented:
    options = (
        Option("fr", QCoreApplication.translate("Settings", "Français")),
        Option("en", QCoreApplication.translate("Settings", "English")),
    )
    return Segmented(QCoreApplication.translate("Settings", "Langue de l’application"), options)
