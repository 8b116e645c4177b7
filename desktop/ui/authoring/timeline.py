"""The versions of a guide in a row, and the one in front beside any other."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.authoring.guides import TimelineVersion
from desktop.ui.authoring import words
from desktop.ui.authoring.comparison import ComparisonPane
from desktop.ui.authoring.state import VersionsState
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.choices import Option
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.loading import Skeleton
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

_LIST = 280


class TimelinePane(QWidget):
    """`restored`, `settled` and `drafted` give the id of a version; arrows move among them."""

    picked = Signal(str)
    picked_earlier = Signal(str)
    restored = Signal(str)
    settled = Signal(str)
    drafted = Signal(str)

    def __init__(
        self, reason: Callable[[str], str], *, writes: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._writes = writes
        self._now: datetime | None = None
        self._state = VersionsState()
        self._rows: RowsModel[TimelineVersion] = RowsModel(lambda one: one.id, self._aloud, self)
        self.list = ListView(
            QCoreApplication.translate("Guides", "Versions"), RowDelegate(self._look, lines=3)
        )
        self.list.setModel(self._rows)
        self.list.setFixedWidth(_LIST)
        self.earlier = Picker(QCoreApplication.translate("Guides", "Comparée à"))
        self.note = WrapLabel("", "body")
        self.comparison = ComparisonPane(reason)
        self._stack = QStackedWidget()
        self._alone = EmptyState("scroll-text", "")
        self._make_buttons()
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.earlier.picked.connect(lambda one: self.picked_earlier.emit(str(one)))

    def show_versions(self, state: VersionsState, now: datetime) -> None:
        """Show the timeline, and the two versions side by side."""
        self._state, self._now = state, now
        self._rows.set_rows(state.timeline)
        self.loading.setVisible(not state.loaded)
        self.list.setVisible(bool(state.timeline))
        if state.later is not None:
            wanted = self._rows.index_of(state.later)
            if wanted.isValid() and wanted != self.list.currentIndex():
                self.list.setCurrentIndex(wanted)
        self._show_front()

    def take_focus(self) -> None:
        """Lead to the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_buttons(self) -> None:
        self.settle = Button(
            QCoreApplication.translate("Guides", "Garder celle-ci"), "check", "primary"
        )
        self.restore = Button(
            QCoreApplication.translate("Guides", "Remettre en vigueur"), "undo-2", "secondary"
        )
        self.draft = Button(
            QCoreApplication.translate("Guides", "Écrire à partir de celle-ci"), "pencil", "outline"
        )
        for button, signal in (
            (self.settle, self.settled),
            (self.restore, self.restored),
            (self.draft, self.drafted),
        ):
            button.clicked.connect(lambda _on=False, told=signal: told.emit(self._state.later))

    def _lay_out(self) -> None:
        self.loading = Skeleton(4)
        self._stack.addWidget(self.comparison)
        self._stack.addWidget(self._alone)
        self._beside = Text(QCoreApplication.translate("Guides", "Comparée à"), "secondary")
        front = QVBoxLayout()
        front.setSpacing(Space.S)
        front.addWidget(self.note)
        front.addLayout(boxes.row(self._beside, self.earlier, spacing=Space.S))
        front.addWidget(self._stack, 1)
        front.addLayout(boxes.row(self.draft, None, self.restore, self.settle, spacing=Space.S))
        left = boxes.column(self.loading, spacing=Space.S)
        left.addWidget(self.list, 1)
        box = boxes.row(left, spacing=Space.L)
        box.addLayout(front, 1)
        self.setLayout(box)

    def _show_front(self) -> None:
        state = self._state
        version, earlier = state.version(state.later), state.version(state.earlier)
        self.note.setText(_noted(version))
        self.note.setVisible(bool(version and version.note))
        others = [one for one in state.timeline if one.id != state.later]
        self.earlier.set_options([Option(one.id, self._name(one)) for one in others])
        self.earlier.set_value(state.earlier)
        for part in (self._beside, self.earlier):
            part.setVisible(bool(others))
        heads = [one for one in state.timeline if one.head]
        rival = version is not None and version.head and len(heads) > 1
        self.settle.setVisible(self._writes and rival)
        old = version is not None and not version.in_force and not rival
        self.restore.setVisible(self._writes and old)
        self.draft.setVisible(self._writes and (old or rival))
        if state.comparison is not None and version and earlier:
            names = words.version_words(earlier.version), words.version_words(version.version)
            self.comparison.show_comparison(state.comparison, *self._told_apart(names, earlier))
        self._stack.setCurrentIndex(0 if state.comparison is not None else 1)
        self._alone.set_words(*_empty(state))

    def _told_apart(self, names: tuple[str, str], earlier: TimelineVersion) -> tuple[str, str]:
        """Two versions of one number are told apart by who published them, and when."""
        version = self._state.version(self._state.later)
        if names[0] != names[1] or version is None or self._now is None:
            return names
        return self._name(earlier), self._name(version)

    def _choose(self, row: object) -> None:
        if isinstance(row, TimelineVersion):
            self.picked.emit(row.id)

    def _name(self, one: TimelineVersion) -> str:
        when = words.who_and_when(one, self._now) if self._now else ""
        return f"{words.version_words(one.version)} · {when}"

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, TimelineVersion) or self._now is None:
            return RowLook("")
        chip, tone = self._chip(row)
        return RowLook(
            words.version_words(row.version),
            words.who_and_when(row, self._now, briefly=True),
            note=row.note,
            chip=chip,
            chip_tone=tone,
        )

    def _chip(self, row: TimelineVersion) -> tuple[str, str]:
        if row.in_force and row.retired:
            return QCoreApplication.translate("Guides", "Retiré"), "neutral"
        if row.in_force:
            return QCoreApplication.translate("Guides", "En vigueur"), "success"
        if row.head:
            return QCoreApplication.translate("Guides", "À départager"), "accent"
        return "", "neutral"

    def _aloud(self, row: TimelineVersion) -> str:
        when = words.who_and_when(row, self._now) if self._now else ""
        parts = (words.version_words(row.version), self._chip(row)[0], when, row.note)
        return ", ".join(part for part in parts if part)


def _noted(version: TimelineVersion | None) -> str:
    if version is None or not version.note:
        return ""
    return QCoreApplication.translate("Guides", "«\u202f{0}\u202f»").format(version.note)


def _empty(state: VersionsState) -> tuple[str, str]:
    if state.unreadable:
        return (
            QCoreApplication.translate("Guides", "L’une des deux ne se lit pas sur ce poste"),
            QCoreApplication.translate(
                "Guides",
                "Son texte est abîmé, ou vient d’une application plus récente. Les autres restent lisibles.",
            ),
        )
    if state.loaded and len(state.timeline) < 2:
        return (
            QCoreApplication.translate("Guides", "Une seule version pour l’instant"),
            QCoreApplication.translate(
                "Guides", "Publier en crée une autre\u202f; celle-ci reste là."
            ),
        )
    return QCoreApplication.translate("Guides", "Un instant…"), ""
