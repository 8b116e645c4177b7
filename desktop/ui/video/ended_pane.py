"""A call that ended: how, how long, what was shown, its photos; and what can follow."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.video.clocks import Clocks
from desktop.domain.video.happenings import EndReason, Source
from desktop.domain.video.progress import Progress
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.labels import label
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video import words
from desktop.ui.video.clocks_row import ClocksRow
from desktop.ui.video.photos_strip import PhotosStrip
from desktop.ui.video.state import VideoState
from desktop.ui.video.viewmodel import VideoViewModel


class EndedPane(QWidget):
    """`started` when another call is wanted, `photo_opened` gives the place of a photo."""

    started = Signal()
    photo_opened = Signal(int)

    def __init__(self, viewmodel: VideoViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self.title = WrapLabel("", "strong")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(Space.XS)
        self._told: tuple[tuple[str, str], ...] = ()
        self.clocks = ClocksRow()
        self.photos = PhotosStrip()
        self.photos.opened.connect(self.photo_opened)
        self.call_back = Button(
            QCoreApplication.translate("VideoPanel", "Proposer un rappel"),
            "phone-outgoing",
            "outline",
        )
        self.call_back.clicked.connect(viewmodel.propose_callback)
        self.start = Button(
            QCoreApplication.translate("VideoPanel", "Relancer la vidéo"),
            "video",
            "video",
            key_symbol("F9"),
        )
        self.start.clicked.connect(self.started)
        for button in (self.start, self.call_back):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_state(self, state: VideoState) -> None:
        """Sum the call up."""
        call = state.last
        if call is None:
            return
        told = call.progress
        self.title.setText(summary(told))
        lines = facts(told)
        if lines != self._told:
            self._told = lines
            boxes.clear(self.lines)
            for icon, text in lines:
                self.lines.addWidget(IconLabel(icon, text, "secondary", "text2"))
        self.clocks.show_clocks(reached(self._viewmodel.clocks(), told))
        self.photos.show_photos(call.photos)
        self.call_back.setVisible(told.end_reason is not EndReason.DONE or told.face_at is None)
        self.start.setEnabled(self._viewmodel.can_start())
        why = state.readiness.why
        self.start.setToolTip("" if why is None else words.unready(why)[0])

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addWidget(self.title)
        box.addLayout(self.lines)
        for part in (self.clocks, self.photos, self.call_back, self.start):
            box.addWidget(part)


def reached(clocks: Clocks, told: Progress) -> Clocks:
    """The clocks of what came about: a face that nobody saw did not come in 0 s."""
    opened = told.opened_at or told.face_at
    return replace(
        clocks,
        asked_to_offered=clocks.asked_to_offered if told.offered_at or opened else None,
        offered_to_opened=clocks.offered_to_opened if opened else None,
        opened_to_face=clocks.opened_to_face if told.face_at else None,
    )


def summary(told: Progress) -> str:
    """« Terminée après 4 min 12 s », or why it ended."""
    if told.face_at is not None and told.ended_at is not None:
        span = dates.span(int((told.ended_at - told.face_at).total_seconds()))
        if told.end_reason in (EndReason.DONE, None):
            words_ = QCoreApplication.translate("VideoPanel", "Terminée après {span} face à face")
            return words_.format(span=span)
        words_ = QCoreApplication.translate("VideoPanel", "{why}, après {span} face à face")
        return words_.format(why=_why(told), span=span)
    return _why(told)


def _why(told: Progress) -> str:
    if told.end_reason in (EndReason.DONE, None):
        return QCoreApplication.translate("VideoPanel", "Terminée avant le face à face")
    return label(told.end_reason) if told.end_reason else ""


def facts(told: Progress) -> tuple[tuple[str, str], ...]:
    """What remains of it, a line each: icon and words."""
    lines: list[tuple[str, str]] = []
    shown = {one.source for one in told.shares}
    if Source.CAMERA in shown:
        text = QCoreApplication.translate("VideoPanel", "Caméra montrée avec son accord")
        lines.append(("camera", text))
    if Source.SCREEN in shown:
        text = QCoreApplication.translate("VideoPanel", "Écran montré avec son accord")
        lines.append(("monitor", text))
    if told.losses:
        text = QCoreApplication.translate("VideoPanel", "Coupures\u00a0: {n}")
        lines.append(("wifi-off", text.format(n=told.losses)))
    if told.thirds:
        text = QCoreApplication.translate("VideoPanel", "Collègues venus\u00a0: {n}")
        lines.append(("users", text.format(n=len({one.person_id for one in told.thirds}))))
    if told.photos:
        text = QCoreApplication.translate("VideoPanel", "Photos gardées avec le contact\u00a0: {n}")
        lines.append(("images", text.format(n=len(told.photos))))
    return tuple(lines)
