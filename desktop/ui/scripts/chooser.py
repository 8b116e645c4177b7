"""Without a guide: one goes on as one likes, and may take up a guide by its digit."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.scripts import Script
from desktop.ui.kit import boxes
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.scripts.cards import Cards
from desktop.ui.scripts.problems import Problems
from desktop.ui.scripts.state import GuideState


class Chooser(QWidget):
    """`chosen` gives the id of a guide; `reload` when files were mended."""

    chosen = Signal(str)
    reload = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: tuple[str, ...] = ()
        self._gone = Banner(
            "warning",
            QCoreApplication.translate(
                "Guide",
                "Le guide suivi dans ce contact n’est plus disponible\u202f; rien n’est perdu.",
            ),
        )
        name = QCoreApplication.translate("Guide", "Guides suggérés")
        self._suggested = Cards(name)
        self._others = Cards(QCoreApplication.translate("Guide", "Autres guides"))
        self._suggested_title = Text(
            QCoreApplication.translate("Guide", "Suggérés pour cet échange"), "strong"
        )
        self._others_title = Text("", "strong")
        self.problems = Problems()
        self.problems.reload.connect(self.reload)
        for cards in (self._suggested, self._others):
            cards.picked.connect(self.chosen)
        self._build()

    def set_state(self, state: GuideState) -> None:
        """Show what is suggested, the other guides, and what is wrong in files."""
        self._ids = tuple(one.id for one in (*state.suggested, *state.others))
        self._gone.setVisible(bool(state.missing))
        self._suggested.set_cards([_card(one) for one in state.suggested])
        self._others.set_cards([_card(one) for one in state.others], 1 + len(state.suggested))
        self._suggested.setVisible(bool(state.suggested))
        self._suggested_title.setVisible(bool(state.suggested))
        self._others.setVisible(bool(state.others))
        self._others_title.setVisible(bool(state.others))
        self._others_title.setText(
            QCoreApplication.translate("Guide", "Autres guides")
            if state.suggested
            else QCoreApplication.translate("Guide", "Tous les guides")
        )
        self.problems.set_problems(state.problems)
        first = self._suggested if state.suggested else self._others
        if self._ids:
            self.setFocusProxy(first)

    def choose_digit(self, digit: int) -> bool:
        """Choose by digit; False when no guide has it."""
        if not 1 <= digit <= len(self._ids):
            return False
        self.chosen.emit(self._ids[digit - 1])
        return True

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, Space.S, 0, 0)
        box.setSpacing(Space.S)
        box.addWidget(self._gone)
        box.addLayout(self._head())
        for widget in (
            self._suggested_title,
            self._suggested,
            self._others_title,
            self._others,
        ):
            if isinstance(widget, Text):
                box.addSpacing(Space.S)
            box.addWidget(widget)
        box.addSpacing(Space.S)
        box.addWidget(self.problems)
        box.addStretch(1)

    def _head(self) -> QHBoxLayout:
        words = QCoreApplication.translate(
            "Guide",
            "Vous menez l’échange comme vous l’entendez. Un guide reste à portée de main\u00a0: "
            "son chiffre l’ouvre, et rien ne vous y retient.",
        )
        said = boxes.column(
            Text(QCoreApplication.translate("Guide", "Sans guide"), "section"),
            WrapLabel(words, "secondary"),
            spacing=2,
        )
        line = boxes.row(spacing=Space.M)
        line.addWidget(Tile("scroll-text", "accent", 44), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        return line


def _card(script: Script) -> tuple[str, str, str]:
    return script.id, script.title, script.summary
