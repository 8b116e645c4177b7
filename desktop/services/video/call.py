"""A call as the video thread holds it, and what it still waits for."""

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from desktop.domain.errors import Invalid
from desktop.domain.ids import VideoCallId
from desktop.domain.video.calls import Asked, VideoPhoto
from desktop.domain.video.happenings import EndReason, Happening, What
from desktop.domain.video.progress import PhotoTold, Progress, followed
from desktop.services.video.live import Live

if TYPE_CHECKING:
    from desktop.services.video.doors import Door

log = logging.getLogger(__name__)

ANSWERED_WITHIN: Final = timedelta(minutes=16)
"""After the end; the gateway takes an answer for 15 minutes."""
_TO_KEEP: Final = frozenset((What.PHOTO, What.ENDED, What.ANSWER))


@dataclass(slots=True, kw_only=True, eq=False)
class Call:
    """All of it is of one thread; whoever keeps something of it holds `lock`."""

    asked: Asked
    door: "Door"
    link: str = ""
    page: str = ""
    expires_at: datetime
    third: bool = False
    made: bool = False
    """The gateway said that it has it."""
    ending: EndReason | None = None
    """It was ended here, and the gateway has not said so yet."""
    progress: Progress = field(default_factory=Progress)
    last_at: datetime | None = None
    """When the newest happening was, by the gateway's clock."""
    seen: int = 0
    """Number of the newest happening here, also of one that this version does not know."""
    unsaved: list[dict[str, Any]] = field(default_factory=list)
    due: int = 0
    """Number of the newest happening whose content is to be kept here."""
    kept: int = 0
    """Number up to which the gateway was told that all is here."""
    recorded: bool = False
    answered: bool = False
    photos: tuple[VideoPhoto, ...] = ()
    lost: set[str] = field(default_factory=set)
    """Photos that the gateway has no more."""
    sent: int = 0
    """Messages that left."""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def id(self) -> VideoCallId:
        """Of the call, and of its fact."""
        return self.asked.id

    @property
    def ended(self) -> bool:
        """Whether the gateway said that it ended."""
        return self.progress.ended_at is not None

    @property
    def missing(self) -> tuple[PhotoTold, ...]:
        """Photos that are not here yet."""
        here = {photo.id for photo in self.photos} | self.lost
        return tuple(told for told in self.progress.photos if told.id not in here)

    def awaits_answer(self, now: datetime) -> bool:
        """Whether a customer may still answer, `now` being by this machine's clock."""
        end = self.progress.ended_at
        if self.answered or end is None or self.progress.opened_at is None:
            return False
        return self.there(now) - end < ANSWERED_WITHIN

    def here(self, at: datetime) -> datetime:
        """An instant of the gateway's by this machine's clock."""
        return at + timedelta(milliseconds=self.asked.offset_ms)

    def there(self, at: datetime) -> datetime:
        """An instant of this machine's by the gateway's clock."""
        return at - timedelta(milliseconds=self.asked.offset_ms)

    def shift(self, offset_ms: int) -> None:
        """Take another difference of clocks: this machine's less the gateway's."""
        self.asked = replace(self.asked, offset_ms=offset_ms)

    def take(self, told: Sequence[Mapping[str, Any]]) -> bool:
        """Take in what follows what is here; False: something lacks in between."""
        fresh = sorted(
            (dict(one) for one in told if int(one["n"]) > self.seen), key=lambda one: int(one["n"])
        )
        for one in fresh:
            if int(one["n"]) != self.seen + 1:
                return False
            self.seen += 1
            self.unsaved.append(one)
            self._follow(one)
        return True

    def _follow(self, told: Mapping[str, Any]) -> None:
        try:
            happening = Happening.of_json(told)
            self.progress = followed(self.progress, (happening,))
        except (Invalid, KeyError, TypeError, ValueError) as error:
            # One of a newer gateway: its number counts, and it stays in the log.
            log.warning("a happening is not understood: %s", type(error).__name__)
            return
        self.last_at = happening.at
        if happening.what in _TO_KEEP:
            self.due = happening.n
        if happening.what is What.OPENED:
            self.link = ""

    def live(self) -> Live:
        """As whoever shows it gets it."""
        return Live(
            asked=self.asked,
            link=self.link,
            page=self.page,
            progress=self.progress,
            ahead_ms=self.asked.offset_ms,
            expires_at=self.expires_at,
            third=self.third,
            photos=self.photos,
        )


def resumed(
    asked: Asked, door: "Door", happenings: Iterable[Mapping[str, Any]], *, recorded: bool
) -> Call:
    """A call as a former start of the application left it."""
    call = Call(asked=asked, door=door, expires_at=asked.at, recorded=recorded, made=True)
    for one in sorted(happenings, key=lambda each: int(each["n"])):
        call.seen = int(one["n"])
        call._follow(one)
    return call
