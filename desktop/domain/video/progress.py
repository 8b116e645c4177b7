"""What a call's happenings come to: where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final, TypeVar

from desktop.domain.ids import PersonId
from desktop.domain.video.happenings import Delivery, EndReason, Happening, Source, Via, What

SAME_CUT: Final = timedelta(seconds=4)
"""Browsers tell of a cut no sooner than 5 s after it began: one that is told so soon after a return
began before it. Both pages tell of each cut, and on a busy machine one's word comes after the other's
return."""

W = TypeVar("W", bound=StrEnum)
S = TypeVar("S", "Share", "Third")


class Step(StrEnum):
    """How far a call has come."""

    CREATED = "created"
    OFFERED = "offered"
    OPENED = "opened"
    CONSENTED = "consented"
    CONNECTED = "connected"
    LOST = "lost"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What the customer showed, from their consent until they stopped (None: still)."""

    source: Source
    at: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoTold:
    """A photo as the gateway tells of it."""

    id: str
    source: Source
    at: datetime
    consented_at: datetime
    width: int
    height: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Third:
    """A colleague who joined."""

    person_id: PersonId
    at: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a call stands; instants are those of the gateway's clock."""

    last: int = 0
    """Number of the last happening taken in."""
    provider: str = ""
    asked_at: datetime | None = None
    offered_at: datetime | None = None
    delivery: Delivery | None = None
    opened_at: datetime | None = None
    consented_at: datetime | None = None
    face_at: datetime | None = None
    ended_at: datetime | None = None
    end_reason: EndReason | None = None
    via: Via = Via.UNKNOWN
    advisor_here: bool = False
    customer_here: bool = False
    lost_at: datetime | None = None
    back_at: datetime | None = None
    losses: int = 0
    photo_asked: bool = False
    """A photo was asked for, and is neither refused nor here yet."""
    photo_consents: tuple[tuple[str, datetime], ...] = ()
    shares: tuple[Share, ...] = ()
    photos: tuple[PhotoTold, ...] = ()
    thirds: tuple[Third, ...] = ()
    sealed_answer: str = ""
    log: tuple[Happening, ...] = field(default=(), compare=False, repr=False)
    """All that was taken in, so that what comes late is put where it belongs."""

    @property
    def step(self) -> Step:
        """How far it has come."""
        reached = (
            (self.ended_at, Step.ENDED),
            (self.lost_at, Step.LOST),
            (self.face_at, Step.CONNECTED),
            (self.consented_at, Step.CONSENTED),
            (self.opened_at, Step.OPENED),
            (self.offered_at, Step.OFFERED),
        )
        return next((step for at, step in reached if at is not None), Step.CREATED)

    def showing(self, source: Source) -> bool:
        """Whether the customer shows this now."""
        return any(one.source is source and one.until is None for one in self.shares)


def followed(progress: Progress, happenings: Iterable[Happening]) -> Progress:
    """The progress after these, in whatever order, and however often, they come.

    After the end only an answer and a photo still count. What a newer gateway says in words that
    are not known here changes nothing, but that an end is an end.
    """
    known = {one.n: one for one in progress.log}
    new = {one.n: one for one in happenings if one.n not in known}
    if not progress.log:
        new = {n: one for n, one in new.items() if n > progress.last}
    if new and min(new) <= progress.last:
        new, progress = new | known, Progress()
    for n in sorted(new):
        try:
            after = _after(progress, new[n])
        except (KeyError, TypeError, ValueError):
            after = progress
        progress = replace(after, last=n, log=(*progress.log, new[n]))
    return progress


def _after(was: Progress, one: Happening) -> Progress:
    if was.ended_at is not None and one.what not in (What.ANSWER, What.PHOTO):
        return was
    match one.what:
        case What.CREATED:
            return replace(was, asked_at=one.at, provider=str(one.detail.get("provider", "")))
        case What.OFFERED:
            by = _word(Delivery, one.detail.get("by"))
            return replace(was, offered_at=was.offered_at or one.at, delivery=by or was.delivery)
        case What.OPENED:
            return replace(was, opened_at=was.opened_at or one.at, customer_here=True)
        case What.CONSENTED:
            return replace(was, consented_at=was.consented_at or one.at)
        case What.FACE:
            return replace(was, face_at=was.face_at or one.at, lost_at=None)
        case What.VIA:
            return replace(was, via=Via(one.detail["via"]))
        case What.ANSWER:
            return replace(was, sealed_answer=str(one.detail.get("sealed", "")))
        case What.ENDED:
            return _ended(was, one)
        case _:
            return _meanwhile(was, one)


def _word(kind: type[W], said: Any) -> W | None:
    """The word of a vocabulary; None for one of a newer gateway's."""
    return kind(said) if isinstance(said, str) and said in set(kind) else None


def _meanwhile(was: Progress, one: Happening) -> Progress:
    """What comes and goes during a call."""
    match one.what:
        case What.ADVISOR_HERE | What.ADVISOR_AWAY:
            return replace(was, advisor_here=one.what is What.ADVISOR_HERE)
        case What.CUSTOMER_HERE | What.CUSTOMER_AWAY:
            return replace(was, customer_here=one.what is What.CUSTOMER_HERE)
        case What.LOST if was.face_at is not None and was.lost_at is None:
            same = was.back_at is not None and one.at - was.back_at < SAME_CUT
            return replace(was, lost_at=one.at, losses=was.losses + (0 if same else 1))
        case What.BACK:
            return replace(was, lost_at=None, back_at=one.at)
        case What.SHARE:
            source = Source(one.detail["source"])
            stopped = _over(was.shares, one.at, source=source)
            return replace(was, shares=(*stopped, Share(source=source, at=one.at)))
        case What.UNSHARE:
            return replace(was, shares=_over(was.shares, one.at, source=one.detail["source"]))
        case What.THIRD_HERE:
            new_third = Third(person_id=PersonId(str(one.detail["person"])), at=one.at)
            return replace(was, thirds=(*was.thirds, new_third))
        case What.THIRD_AWAY:
            return replace(was, thirds=_over(was.thirds, one.at, person_id=one.detail["person"]))
        case _:
            return _photographed(was, one)


def _photographed(was: Progress, one: Happening) -> Progress:
    match one.what:
        case What.PHOTO_ASKED:
            return replace(was, photo_asked=True)
        case What.PHOTO_REFUSED:
            return replace(was, photo_asked=False)
        case What.PHOTO_CONSENTED:
            given = (str(one.detail["id"]), one.at)
            return replace(was, photo_consents=(*was.photo_consents, given))
        case What.PHOTO:
            return replace(was, photo_asked=False, photos=(*was.photos, _told(was, one)))
        case _:
            return was


def _told(was: Progress, one: Happening) -> PhotoTold:
    consents, detail = dict(was.photo_consents), one.detail
    return PhotoTold(
        id=str(detail["id"]),
        source=Source(detail["source"]),
        at=one.at,
        consented_at=consents.get(str(detail["id"]), one.at),
        width=int(detail["width"]),
        height=int(detail["height"]),
        size=int(detail["size"]),
        sha256=str(detail["sha256"]),
    )


def _over(spans: tuple[S, ...], at: datetime, **of: Any) -> tuple[S, ...]:
    """The spans, of which those that are open and have these fields end; all that are open without."""
    return tuple(
        replace(one, until=at)
        if one.until is None and all(getattr(one, name) == of[name] for name in of)
        else one
        for one in spans
    )


def _ended(was: Progress, one: Happening) -> Progress:
    return replace(
        was,
        ended_at=one.at,
        end_reason=_word(EndReason, one.detail.get("reason")) or EndReason.DONE,
        lost_at=None,
        photo_asked=False,
        shares=_over(was.shares, one.at),
        thirds=_over(was.thirds, one.at),
    )
