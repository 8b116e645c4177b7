"""The faces of the video card, one shown at a time: ready, sending, waiting, talking, ended, elsewhere."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.video.elsewhere_bar import ElsewhereBar
from desktop.ui.video.ended_pane import EndedPane
from desktop.ui.video.ready_pane import ReadyPane
from desktop.ui.video.rings_viewmodel import RingsViewModel
from desktop.ui.video.send_form import SendForm
from desktop.ui.video.state import Stage, VideoState
from desktop.ui.video.talking_pane import TalkingPane
from desktop.ui.video.viewmodel import VideoViewModel
from desktop.ui.video.waiting_pane import WaitingPane

TALK: Final = (Stage.TALKING, Stage.LOST)


class Faces(QWidget):
    """`started` wants a call, `given` a way to give the link, `invited` the list of colleagues,
    `photo_opened` a photo by its place, `grown` tells of new stops of Tab.
    """

    started = Signal()
    given = Signal(object)
    invited = Signal()
    photo_opened = Signal(int)
    grown = Signal()

    def __init__(self, viewmodel: VideoViewModel, rings: RingsViewModel, name: str) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self.ready = ReadyPane(viewmodel, name)
        self.send = SendForm(viewmodel)
        self.waiting = WaitingPane(viewmodel)
        self.talking = TalkingPane(viewmodel, rings)
        self.ended = EndedPane(viewmodel)
        self.elsewhere = ElsewhereBar(viewmodel)
        self._panes: dict[Stage, QWidget] = {
            Stage.INVITING: self.send,
            Stage.WAITING: self.waiting,
            Stage.TALKING: self.talking,
            Stage.LOST: self.talking,
            Stage.ENDED: self.ended,
            Stage.ELSEWHERE: self.elsewhere,
        }
        self.ready.started.connect(self.started)
        self.ended.started.connect(self.started)
        self.send.shown.connect(self.given)
        self.talking.invited.connect(self.invited)
        for pane in (self.talking, self.ended):
            pane.photo_opened.connect(self.photo_opened)
            pane.photos.grown.connect(self.grown)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for one in self._all():
            box.addWidget(one)

    def show_state(self, state: VideoState) -> None:
        """Show the face of the state."""
        shown = self.shown(state.stage)
        for pane in self._all():
            pane.setVisible(pane is shown)
        for pane in (self.ready, self.send, self.waiting, self.talking, self.ended):
            pane.show_state(state)
        self.elsewhere.show_state(state)

    def tick(self, stage: Stage) -> None:
        """A second has gone by."""
        if stage is Stage.WAITING:
            self.waiting.tick()
        elif stage in TALK:
            self.talking.tick()

    def shown(self, stage: Stage) -> QWidget:
        """Return the face of a stage."""
        return self._panes.get(stage, self.ready)

    def first(self, stage: Stage) -> QWidget | None:
        """Return what takes the keyboard; None: something outside, the page itself for instance.

        Never what ends a call: a stray Enter must not.
        """
        match stage:
            case Stage.INVITING:
                return self.send.first()
            case Stage.WAITING:
                return self.waiting.first()
            case Stage.TALKING | Stage.LOST:
                return None if self.talking.invite.isHidden() else self.talking.invite
            case Stage.ENDED:
                return self.ended.start
            case Stage.ELSEWHERE:
                return self.elsewhere.first()
            case Stage.UNREADY:
                return self.ready.check
            case _:
                return self.ready.start

    def hold_focus(self) -> bool:
        """Tell whether the keyboard is in here."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _all(self) -> tuple[QWidget, ...]:
        return (self.ready, *dict.fromkeys(self._panes.values()))
