"""The facts of a video call: the call with its clocks and what was shown, and its photos."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.ids import ContactId, CustomerId, PersonId, VideoCallId, VideoPhotoId
from desktop.domain.video.happenings import Delivery, EndReason, Source, Via
from desktop.domain.video.progress import PhotoTold, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A call as the application asked for it: kept here until its fact is recorded."""

    id: VideoCallId
    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    at: datetime
    """By this machine's clock."""
    gateway: str
    """Its address; empty: the one inside the application."""
    seal: str
    """Key (base64, 32 bytes) of what only this application may open."""
    offset_ms: int = 0
    """This machine's clock less the gateway's, when it was asked for."""
    place: str = ""
    """Where the customer pressed their button, if they did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoCall:
    """A call that took place, or that nobody came to. Instants by this machine's clock."""

    id: VideoCallId
    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    at: datetime
    """When it was asked for: the key, or the customer's button."""
    offered_at: datetime | None = None
    opened_at: datetime | None = None
    consented_at: datetime | None = None
    face_at: datetime | None = None
    ended_at: datetime
    end_reason: EndReason
    delivery: Delivery | None = None
    provider: str = ""
    via: Via = Via.UNKNOWN
    losses: int = 0
    """How often the picture was lost and came back."""
    shares: tuple[tuple[str, str, str], ...] = ()
    """What the customer showed: source, from (their consent) and until, ISO instants in UTC."""
    thirds: tuple[tuple[str, str, str], ...] = ()
    """Colleagues who joined: id, from and until, likewise."""
    photos: int = 0
    place: str = ""

    @property
    def lasted(self) -> timedelta | None:
        """From the first picture to the end; None: there was none."""
        if self.face_at is None:
            return None
        return max(self.ended_at - self.face_at, timedelta(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoPhoto:
    """A photo that the customer consented to, whole."""

    id: VideoPhotoId
    call_id: VideoCallId
    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    at: datetime
    consented_at: datetime
    source: Source
    width: int
    height: int
    size: int
    """Bytes of the JPEG."""
    sha256: str
    """Of the JPEG, in hexadecimal: what was received is what is kept."""
    data: str
    """The JPEG in base64."""


def call_of(asked: Asked, progress: Progress, *, now: datetime) -> VideoCall:
    """The fact of a call that ended; one whose end nobody knows ended as far as its log goes.

    The gateway's instants are moved to this machine's clock by the difference at the start.
    """
    ahead = timedelta(milliseconds=asked.offset_ms)
    began = _moved(progress.asked_at, ahead) or asked.at
    return VideoCall(
        id=asked.id,
        contact_id=asked.contact_id,
        customer_id=asked.customer_id,
        person_id=asked.person_id,
        at=began,
        offered_at=_moved(progress.offered_at, ahead),
        opened_at=_moved(progress.opened_at, ahead),
        consented_at=_moved(progress.consented_at, ahead),
        face_at=_moved(progress.face_at, ahead),
        ended_at=max(_moved(progress.ended_at, ahead) or now, began),
        end_reason=progress.end_reason or _supposed(progress),
        delivery=progress.delivery,
        provider=progress.provider,
        via=progress.via,
        losses=progress.losses,
        shares=tuple(_span(one.source, one.at, one.until, ahead) for one in progress.shares),
        thirds=tuple(_span(one.person_id, one.at, one.until, ahead) for one in progress.thirds),
        photos=len(progress.photos),
        place=asked.place,
    )


def _moved(at: datetime | None, ahead: timedelta) -> datetime | None:
    return None if at is None else at + ahead


def _supposed(progress: Progress) -> EndReason:
    """Why a call ended whose end nobody told."""
    return EndReason.NO_SHOW if progress.opened_at is None else EndReason.ADVISOR_GONE


def _span(
    name: str, at: datetime, until: datetime | None, ahead: timedelta
) -> tuple[str, str, str]:
    return str(name), _text(at + ahead), "" if until is None else _text(until + ahead)


def _text(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def photo_of(asked: Asked, told: PhotoTold, data: str) -> VideoPhoto:
    """The fact of a photo; `data` is the JPEG in base64, already compared with its SHA-256."""
    ahead = timedelta(milliseconds=asked.offset_ms)
    return VideoPhoto(
        id=VideoPhotoId(told.id),
        call_id=asked.id,
        contact_id=asked.contact_id,
        customer_id=asked.customer_id,
        person_id=asked.person_id,
        at=told.at + ahead,
        consented_at=told.consented_at + ahead,
        source=told.source,
        width=told.width,
        height=told.height,
        size=told.size,
        sha256=told.sha256,
        data=data,
    )
