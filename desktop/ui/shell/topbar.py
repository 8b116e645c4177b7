"""The bar at the top: search, the contact under way, how this machine stands, presence."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.kit import paint, theme
from desktop.ui.kit.tokens import Space
from desktop.ui.shell import presence
from desktop.ui.shell.badge import SyncBadge
from desktop.ui.shell.barbutton import BarButton
from desktop.ui.shell.contactchip import ContactChip
from desktop.ui.shell.infopopup import InfoPopup
from desktop.ui.shell.presence import Presence, PresenceMenu

_HEIGHT: Final = 57
_SEARCH: Final = (180, 430)
_SEARCH_LEAST: Final = 112
"""Room for the field's icon and its key, beside a contact and a pause in a narrow window."""


class TopBar(QFrame):
    """Where room is short the marks, then the badge and presence, show their icon alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar-top")
        self.contact = ContactChip(self)
        invented = QCoreApplication.translate("TopBar", "Démonstration")
        readable = QCoreApplication.translate("TopBar", "Non chiffré")
        self.demonstration = BarButton(invented, "sparkles", parent=self)
        self.plain = BarButton(readable, "shield-alert", parent=self)
        self.badge = SyncBadge(self)
        back = QCoreApplication.translate("TopBar", "Je reviens")
        self.pause = BarButton(back, "coffee", parent=self)
        self.presence = BarButton("", "circle-check", outlined=True, parent=self)
        self.menu = PresenceMenu(self)
        self._search: QWidget | None = None
        self._before: QWidget = self
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self._box.setSpacing(Space.S)
        self._fill()
        self.demonstration.set_tip(_invented())
        self.plain.set_tip(_readable())
        self.demonstration.clicked.connect(self._tell_demonstration)
        self.plain.clicked.connect(self._tell_plain)
        self.presence.clicked.connect(self.open_presence)
        self.set_marks(demonstration=False, plain=False)
        self.set_presence(Presence.AVAILABLE)
        paint.follow(self, self._fit)

    def set_search(self, field: QWidget) -> None:
        """Put the field of the feature that searches in its place; the one before is deleted."""
        if self._search is not None and isValid(self._search):
            self._box.removeWidget(self._search)
            self._search.hide()
            self._search.deleteLater()
        self._search = field
        field.setMaximumWidth(theme.px(_SEARCH[1]))
        self._box.insertWidget(0, field, 100)
        self.follow(self._before)
        self._crowd()

    def set_marks(self, *, demonstration: bool, plain: bool) -> None:
        """Say whether the world is invented, and whether the store lies in the clear."""
        self.demonstration.setVisible(demonstration)
        self.plain.setVisible(plain)
        self._crowd()

    def set_presence(self, chosen: Presence) -> None:
        """Show where the person is."""
        icon, token = presence.LOOKS[chosen]
        words = presence.words(chosen)
        self.presence.set_look(words, icon, token)
        told = QCoreApplication.translate("TopBar", "Présence\u00a0: {presence}")
        self.presence.setAccessibleName(told.format(presence=words))
        self.menu.show_chosen(chosen)
        self._crowd()

    def show_pause(self, words: str, told: str = "") -> None:
        """Show how a pause stands, `told` to who listens; "" hides it."""
        had = self.pause.text() if not self.pause.isHidden() else ""
        if words:
            self.pause.set_look(words, "coffee", "warning")
            self.pause.setAccessibleName(told or words)
        self.pause.setVisible(bool(words))
        if len(words) != len(had):
            self._crowd()

    def show_sync(self, text: str, icon: str, token: str) -> None:
        """Show how sync stands; the room is shared anew when the words change."""
        before = self.badge.text()
        self.badge.set_look(text, icon, token)
        if text != before:
            self._crowd()

    def open_presence(self) -> None:
        """Open the menu of presence under its button."""
        self.menu.popup(self.presence.mapToGlobal(QPoint(0, self.presence.height() + Space.XS)))

    def set_contact(self, name: str, elapsed: str) -> None:
        """Show the contact under way; the room is shared anew only when it comes, goes or changes."""
        before = self.contact.text() if not self.contact.isHidden() else ""
        self.contact.set_contact(name, elapsed)
        if before != name:
            self._crowd()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._crowd()

    def minimumSizeHint(self) -> QSize:
        """Let the window be narrow: words leave before anything is cut."""
        return QSize(0, theme.px(_HEIGHT))

    def _fill(self) -> None:
        self._box.addStretch(1)
        self._box.addWidget(self.contact)
        self._box.addStretch(1)
        for button in (self.demonstration, self.plain, self.badge, self.pause):
            self._box.addWidget(button)
        self.pause.hide()
        self._box.addSpacing(Space.XS)
        self._box.addWidget(self.presence)

    def follow(self, before: QWidget) -> None:
        """Have Tab come here from `before`, and go through the bar as the eye does."""
        self._before = before
        search = () if self._search is None or not isValid(self._search) else (self._search,)
        marks = (self.demonstration, self.plain, self.badge, self.pause, self.presence)
        for first, second in pairwise((before, *search, self.contact, *marks)):
            self.setTabOrder(first, second)

    def _crowd(self) -> None:
        marks = [one for one in (self.demonstration, self.plain) if not one.isHidden()]
        order = [*marks, self.badge, self.presence]
        room = self.width() - 2 * Space.XL - theme.px(_SEARCH[0]) - Space.XS
        if not self.pause.isHidden():
            room -= self.pause.full_width() + Space.S
        if not self.contact.isHidden():
            room -= self.contact.sizeHint().width() + Space.S
        room -= Space.S * (len(order) + 1)
        bare = {one: one.full_width() for one in order}
        short: set[BarButton] = set()
        for step in (marks, [self.badge], [self.presence]):
            if sum(bare[one] for one in order if one not in short) <= room:
                break
            short.update(step)
            room -= sum(theme.px(32) for _ in step)
        for one in order:
            if one.is_compact() != (one in short):
                one.set_compact(one in short)
        field = self._search if self._search is not None and isValid(self._search) else None
        _squeeze(self, order, field)

    def _tell_demonstration(self) -> None:
        title = QCoreApplication.translate("TopBar", "Ceci est une démonstration")
        InfoPopup(title, (_invented(),), self).open_under(self.demonstration)

    def _tell_plain(self) -> None:
        title = QCoreApplication.translate("TopBar", "Ce poste n’est pas chiffré")
        InfoPopup(title, (_readable(),), self).open_under(self.plain)

    def _fit(self) -> None:
        self.setFixedHeight(theme.px(_HEIGHT))
        if self._search is not None and isValid(self._search):
            self._search.setMaximumWidth(theme.px(_SEARCH[1]))
        self._crowd()


def _squeeze(bar: TopBar, shown: list[BarButton], field: QWidget | None) -> None:
    """Where icons alone are still too much, the field gives way, then the words of the pause."""
    pause = 0 if bar.pause.isHidden() else bar.pause.full_width() + Space.S
    room = bar.width() - 2 * Space.XL - Space.XS
    room -= sum(one.sizeHint().width() + Space.S for one in shown)
    if not bar.contact.isHidden():
        room -= bar.contact.minimumSizeHint().width() + Space.S
    usual, least = theme.px(_SEARCH[0]), theme.px(_SEARCH_LEAST)
    if field is not None:
        field.setMinimumWidth(usual if room - pause >= usual else least)
    bar.pause.set_compact(bool(pause) and room - pause < least)


def _invented() -> str:
    return QCoreApplication.translate(
        "TopBar",
        "L’entreprise, les clients et les collègues sont inventés. Ce que vous écrivez est gardé sur ce poste, et ne part nulle part.",
    )


def _readable() -> str:
    return QCoreApplication.translate(
        "TopBar",
        "Qui a accès à ce poste peut lire le fichier où votre travail est gardé. N’y mettez pas de vrais clients sans l’accord de votre entreprise.",
    )
