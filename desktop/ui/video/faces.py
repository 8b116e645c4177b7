"""The faces of the video card, one shown at a time: ready, sending, waiting, talking, ended, elsewhere."""

from typing import Any, Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.kit.later import Once
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

Face = ReadyPane | SendForm | WaitingPane | TalkingPane | EndedPane | ElsewhereBar
F = TypeVar("F", SendForm, WaitingPane, TalkingPane, EndedPane, ElsewhereBar)


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
        self._state: VideoState | None = None
        self.ready = ReadyPane(viewmodel, name)
        self._send = Once(lambda: self._put(SendForm(viewmodel)))
        self._waiting = Once(lambda: self._put(WaitingPane(viewmodel)))
        self._talking = Once(lambda: self._put(TalkingPane(viewmodel, rings)))
        self._ended = Once(lambda: self._put(EndedPane(viewmodel)))
        self._elsewhere = Once(lambda: self._put(ElsewhereBar(viewmodel)))
        self._faces: dict[Stage, Once[Any]] = {
            Stage.INVITING: self._send,
            Stage.WAITING: self._waiting,
            Stage.TALKING: self._talking,
            Stage.LOST: self._talking,
            Stage.ENDED: self._ended,
            Stage.ELSEWHERE: self._elsewhere,
        }
        self.ready.started.connect(self.started)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.ready)

    @property
    def send(self) -> SendForm:
        """The ways to give the link; this face and those below are built at their first use."""
        return self._send()

    @property
    def waiting(self) -> WaitingPane:
        """Until the customer comes."""
        return self._waiting()

    @property
    def talking(self) -> TalkingPane:
        """While one talks."""
        return self._talking()

    @property
    def ended(self) -> EndedPane:
        """Once it is over."""
        return self._ended()

    @property
    def elsewhere(self) -> ElsewhereBar:
        """While the call goes on with another customer."""
        return self._elsewhere()

    def show_state(self, state: VideoState) -> None:
        """Show the face of the state."""
        self._state = state
        shown = self.shown(state.stage)
        for pane in self._made():
            pane.setVisible(pane is shown)
        for pane in self._made():
            pane.show_state(state)

    def tick(self, stage: Stage) -> None:
        """A second has gone by."""
        if stage is Stage.WAITING:
            self.waiting.tick()
        elif stage in TALK:
            self.talking.tick()

    def shown(self, stage: Stage) -> QWidget:
        """Return the face of a stage."""
        face: QWidget = self._faces[stage]() if stage in self._faces else self.ready
        return face

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

    def _made(self) -> tuple[Face, ...]:
        made = [face() for face in dict.fromkeys(self._faces.values()) if face.is_made]
        return (self.ready, *made)

    def _put(self, face: F) -> F:
        """Have a face that was just built stand among the others, as the state has it."""
        if isinstance(face, SendForm):
            face.shown.connect(self.given)
        if isinstance(face, EndedPane):
            face.started.connect(self.started)
        if isinstance(face, TalkingPane):
            face.invited.connect(self.invited)
        if isinstance(face, TalkingPane | EndedPane):
            face.photo_opened.connect(self.photo_opened)
            face.photos.grown.connect(self.grown)
        face.hide()
        self._box.addWidget(face)
        if self._state is not None:
            face.show_state(self._state)
        self.grown.emit()
        return face
