"""What video says in passing, as toasts: a call back noted, a ring lost, a call that ended elsewhere."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.phones import national
from desktop.domain.video.happenings import EndReason
from desktop.domain.video.ringing import CallBack, Declined, Ring
from desktop.ui.kit.labels import label
from desktop.ui.video.rings_viewmodel import RingsViewModel
from desktop.ui.video.state import VideoState
from desktop.ui.video.viewmodel import VideoViewModel


class Toasts(Protocol):
    """Where short messages are said."""

    def say(
        self, text: str, tone: str = "info", action: str | None = None, seconds: int = 5
    ) -> object:
        """Say one."""


class VideoNotices(QObject):
    """Listens to the view-models."""

    def __init__(self, toasts: Toasts, viewmodel: VideoViewModel, rings: RingsViewModel) -> None:
        super().__init__(viewmodel)
        self._toasts = toasts
        self._viewmodel = viewmodel
        self._rings = rings
        self._before = viewmodel.state
        rings.called_back.connect(self._called_back)
        rings.missed.connect(self._missed)
        rings.declined.connect(self._declined)
        viewmodel.changed.connect(self._follow)

    def _called_back(self, left: CallBack) -> None:
        words = QCoreApplication.translate("VideoNotices", "Rappel demandé\u00a0: {who}, {place}.")
        who = left.name or _phone(left.phone)
        text = words.format(who=who, place=left.title or left.place)
        self._toasts.say(text, "violet", seconds=12)

    def _missed(self, ring: Ring) -> None:
        words = QCoreApplication.translate(
            "VideoNotices", "{place}\u00a0: un collègue a répondu avant vous."
        )
        self._toasts.say(words.format(place=ring.title or ring.place), "info")

    def _declined(self, declined: Declined) -> None:
        self._viewmodel.hear_declined(declined)
        names = {one.id: one.name for one in self._rings.state.colleagues}
        name = names.get(declined.person)
        if name:
            words = QCoreApplication.translate("VideoNotices", "{name} ne peut pas vous rejoindre.")
            self._toasts.say(words.format(name=name), "info")

    def turn_available(self) -> None:
        """Turn it by a key or the palette, and say so: its box may be out of sight."""
        self._rings.turn_available()
        available = self._rings.state.available
        on = QCoreApplication.translate("VideoNotices", "Le bouton client sonne chez vous.")
        off = QCoreApplication.translate(
            "VideoNotices", "Le bouton client ne sonne plus chez vous."
        )
        self._toasts.say(on if available else off, "info")

    def _follow(self) -> None:
        before, state = self._before, self._viewmodel.state
        self._before = state
        if before.call is not None and state.call is None and before.elsewhere:
            self._ended(before)

    def _ended(self, before: VideoState) -> None:
        """A call ended while another customer is in front: nobody sees its card."""
        name = before.partner.name if before.partner is not None else ""
        words = QCoreApplication.translate("VideoNotices", "Vidéo avec {name}\u00a0: {how}.")
        ended = self._viewmodel.ended_of(before.partner.contact_id) if before.partner else None
        reason = ended.progress.end_reason if ended is not None else None
        how = label(reason or EndReason.DONE).lower()
        self._toasts.say(words.format(name=name, how=how), "info")


def _phone(phone: str) -> str:
    return national(phone) if phone else ""
