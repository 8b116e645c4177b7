"""Who of the team can be asked to join: there or not, asked, declined."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.people import Role
from desktop.domain.video.ringing import Colleague
from desktop.ui.kit import theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.focus import give
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video.rings_viewmodel import RingsViewModel
from desktop.ui.video.viewmodel import VideoViewModel


class ColleaguesOverlay(Overlay):
    """Enter asks the one chosen; the list stays, and tells what they answered."""

    def __init__(self, window: QWidget, viewmodel: VideoViewModel, rings: RingsViewModel) -> None:
        title = QCoreApplication.translate("VideoColleagues", "Inviter un collègue")
        super().__init__(window, title, 460)
        self._viewmodel = viewmodel
        self._rings = rings
        self.list = ListView(
            QCoreApplication.translate("VideoColleagues", "Collègues de l’équipe"),
            RowDelegate(self._look, 2),
        )
        self._rows = RowsModel[Colleague](lambda one: one.id, self._said, self)
        self.list.setModel(self._rows)
        self.list.opened.connect(self._invite)
        self.empty = EmptyState(
            "users",
            QCoreApplication.translate("VideoColleagues", "Aucun collègue n’est là"),
            QCoreApplication.translate(
                "VideoColleagues", "Qui ouvre l’application dans l’équipe apparaît ici."
            ),
        )
        self.ask = Button(
            QCoreApplication.translate("VideoColleagues", "Inviter"), "user-plus", "primary"
        )
        self.ask.clicked.connect(lambda: self._invite(self.list.current_row()))
        self._lay_out()
        viewmodel.changed.connect(self._show)
        rings.changed.connect(self._show)
        self._show()

    def propose(self) -> None:
        """Open, on the first of the list."""
        call = self._viewmodel.state.call
        if call is None or not call.third:
            return
        self._show()
        self.open()
        if self._rows.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self._rows.index(0))
            give(self.list)

    def _lay_out(self) -> None:
        told = QCoreApplication.translate(
            "VideoColleagues",
            "Le client voit le nom de qui rejoint. Dites-le-lui avant\u00a0: il peut préférer rester avec vous.",
        )
        for part in (WrapLabel(told, "secondary"), self.list, self.empty):
            self.body.addWidget(part)
        self.footer.addStretch(1)
        self.footer.addWidget(self.ask)

    def _show(self) -> None:
        call = self._viewmodel.state.call
        if call is None:
            self.dismiss()
        people = order(self._rings.state.colleagues)
        self._rows.set_rows(people)
        self.list.setVisible(bool(people))
        self.empty.setVisible(not people)
        self.ask.setVisible(bool(people))
        rows = min(max(len(people), 1), 6)
        self.list.setFixedHeight(rows * theme.px(52) + 4)
        self.list.viewport().update()

    def _invite(self, row: object) -> None:
        if isinstance(row, Colleague):
            self._viewmodel.invite(row.id)

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, Colleague):
            return RowLook("")
        chip, tone = self._standing(row)
        return RowLook(
            row.name,
            subtitle=_role(row),
            icon="user",
            tone="violet" if row.available else "neutral",
            chip=chip,
            chip_tone=tone,
        )

    def _standing(self, one: Colleague) -> tuple[str, str]:
        state = self._viewmodel.state
        thirds = () if state.call is None else state.call.progress.thirds
        if any(third.person_id == one.id and third.until is None for third in thirds):
            return QCoreApplication.translate("VideoColleagues", "avec vous"), "success"
        if one.id in state.declined:
            return QCoreApplication.translate("VideoColleagues", "pas libre"), "warning"
        if one.id in state.asked:
            return QCoreApplication.translate("VideoColleagues", "réponse attendue"), "violet"
        if one.available:
            return QCoreApplication.translate("VideoColleagues", "disponible"), "success"
        return QCoreApplication.translate("VideoColleagues", "occupé"), "neutral"

    def _said(self, one: Colleague) -> str:
        return ", ".join((one.name, _role(one), self._standing(one)[0]))


def order(people: Sequence[Colleague]) -> tuple[Colleague, ...]:
    """Who is free first, then by name."""
    return tuple(sorted(people, key=lambda one: (not one.available, one.name.casefold())))


def _role(one: Colleague) -> str:
    if one.role == Role.LEAD:
        return QCoreApplication.translate("VideoColleagues", "Responsable d’équipe")
    return QCoreApplication.translate("VideoColleagues", "Conseiller")
