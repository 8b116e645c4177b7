"""How long things take in the call under way, by the gateway's clock."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from desktop.domain.video.clocks import Clocks, clocks
from desktop.services.clock import Clock
from desktop.services.video.live import Live
from desktop.ui.video.state import VideoState


class Timing(QObject):
    """Asked each second; nothing is kept but the state."""

    def __init__(self, clock: Clock, state: VideoState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.state = state

    def clocks(self) -> Clocks:
        """The three clocks, of the call under way or of the one that ended."""
        call = self.state.call or self.state.last
        if call is None:
            return Clocks(
                asked_to_offered=None, offered_to_opened=None, opened_to_face=None, running=None
            )
        return clocks(call.progress, self._there(call))

    def asked_for(self) -> timedelta | None:
        """How long ago the call under way was asked for, or how long it took to a face."""
        call = self.state.call or self.state.last
        if call is None or call.progress.asked_at is None:
            return None
        told = call.progress
        until = told.face_at or told.ended_at or self._there(call)
        return max(until - call.progress.asked_at, timedelta(0))

    def lasted(self) -> timedelta | None:
        """How long the picture has been there, or was."""
        call = self.state.call or self.state.last
        if call is None or call.progress.face_at is None:
            return None
        until = call.progress.ended_at or self._there(call)
        return max(until - call.progress.face_at, timedelta(0))

    def lost_for(self) -> timedelta | None:
        """How long no picture has gone through."""
        call = self.state.call
        if call is None or call.progress.lost_at is None:
            return None
        return max(self._there(call) - call.progress.lost_at, timedelta(0))

    def valid_for(self) -> timedelta | None:
        """How long the invitation can still be opened; None once it was, or without one."""
        call = self.state.call
        if call is None or call.progress.opened_at is not None or not call.link:
            return None
        return max(call.expires_at - self._clock.now(), timedelta(0))

    def _there(self, call: Live) -> datetime:
        """Now, by the gateway's clock."""
        return self._clock.now() - timedelta(milliseconds=call.ahead_ms)
