"""What rings here, as the gateway's link tells it, until nobody waits for it any more."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.video.ringing import (
    PATIENCE,
    CallBack,
    Declined,
    Heard,
    Invited,
    People,
    Quiet,
    Ring,
    Uninvited,
)
from desktop.services.clock import Clock
from desktop.ui.video.ports import Video
from desktop.ui.video.rings_state import RingsState

SECOND_MS: Final = 1000
GRACE: Final = timedelta(seconds=2)
"""How long after the gateway's own patience a ring that nobody ended stays."""


class Ringing(QObject):
    """`won` and `missed` give a Ring, `called_back` a CallBack, `declined` a Declined."""

    changed = Signal()
    won = Signal(object)
    missed = Signal(object)
    called_back = Signal(object)
    declined = Signal(object)

    def __init__(self, video: Video, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._video = video
        self._clock = clock
        self.state = RingsState(colleagues=video.colleagues)
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self._tick)
        self.destroyed.connect(video.listen_rings(self._hear))

    def seconds(self, ring: Ring) -> int:
        """How long ago the customer pressed."""
        return max(int((self._clock.now() - ring.pressed_at).total_seconds()), 0)

    def _hear(self, heard: Heard) -> None:
        match heard:
            case Ring():
                self._ring(heard)
            case Quiet():
                self._drop(heard.press)
            case CallBack():
                self.called_back.emit(heard)
            case Invited():
                others = [one for one in self.state.invitations if one.call != heard.call]
                self._set(replace(self.state, invitations=(*others, heard)))
                self._timer.start()
            case Uninvited():
                self._withdraw(heard.call)
            case Declined():
                self.declined.emit(heard)
            case People():
                self._set(replace(self.state, colleagues=heard.colleagues))

    def _ring(self, ring: Ring) -> None:
        known = {one.press for one in self.state.rings}
        if self.state.available and not self.state.busy and ring.press not in known:
            self._set(replace(self.state, rings=(*self.state.rings, ring)))
            self._timer.start()

    def _drop(self, press: str) -> None:
        rings = tuple(one for one in self.state.rings if one.press != press)
        self._set(replace(self.state, rings=rings))

    def _withdraw(self, call: str) -> None:
        left = tuple(one for one in self.state.invitations if one.call != call)
        self._set(replace(self.state, invitations=left))

    def _forget(self, invited: Invited) -> None:
        self._withdraw(invited.call)

    def _tick(self) -> None:
        """Let go of what nobody waits for any more."""
        now = self._clock.now()
        rings = tuple(
            one
            for one in self.state.rings
            if now - one.pressed_at <= PATIENCE + GRACE or one.press == self.state.taking
        )
        left = tuple(one for one in self.state.invitations if one.until > now)
        self._set(replace(self.state, rings=rings, invitations=left))
        if not rings and not left:
            self._timer.stop()

    def _set(self, state: RingsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
