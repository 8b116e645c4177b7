"""A few video calls of the last weeks: most went well, some customers never opened the link."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from desktop.domain.contacts import Channel, Contact
from desktop.domain.ids import PersonId, VideoCallId
from desktop.domain.video.calls import VideoCall
from desktop.domain.video.happenings import Delivery, EndReason, Source, Via
from desktop.services.demo.company import Making

_DELIVERIES = {Delivery.SMS: 70.0, Delivery.EMAIL: 20.0, Delivery.SOS: 10.0}
_ENDS = {
    EndReason.DONE: 80.0,
    EndReason.NO_SHOW: 12.0,
    EndReason.REFUSED: 4.0,
    EndReason.NETWORK: 4.0,
}
_SHARE = 0.015
"""Of calls by telephone."""


def calls(making: Making, taken: list[Contact]) -> Iterator[VideoCall]:
    """For some of the contacts by telephone, within their time."""
    chance = making.chance
    for contact in taken:
        long = contact.ended_at - contact.started_at > timedelta(minutes=3)
        person_id = contact.person_id
        if person_id is None or contact.channel is not Channel.CALL_IN or not long:
            continue
        if chance.random() < _SHARE:
            yield _call(making, contact, person_id)


def _call(making: Making, contact: Contact, person_id: PersonId) -> VideoCall:
    chance, end = making.chance, making.one_of(_ENDS)
    at = contact.started_at + timedelta(seconds=chance.randint(40, 90))
    offered = at + timedelta(milliseconds=chance.randint(300, 900))
    opened = offered + timedelta(milliseconds=chance.randint(4000, 16_000))
    consented = opened + timedelta(milliseconds=chance.randint(1500, 5000))
    came = end is not EndReason.NO_SHOW
    seen = end in (EndReason.DONE, EndReason.NETWORK)
    face = consented + timedelta(milliseconds=chance.randint(600, 1400))
    ended = contact.ended_at if seen else (consented if came else offered + timedelta(minutes=1))
    shown = _shown(making, face, ended) if seen and chance.random() < 0.6 else ()
    return VideoCall(
        id=VideoCallId(making.new_id(12)),
        contact_id=contact.id,
        customer_id=contact.customer_id,
        person_id=person_id,
        at=at,
        offered_at=offered,
        opened_at=opened if came else None,
        consented_at=consented if seen else None,
        face_at=face if seen else None,
        ended_at=ended,
        end_reason=end,
        delivery=making.one_of(_DELIVERIES),
        provider="p2p",
        via=(Via.RELAY if chance.random() < 0.3 else Via.DIRECT) if seen else Via.UNKNOWN,
        losses=chance.choice([0, 0, 0, 1]) if seen else 0,
        shares=shown,
    )


def _shown(making: Making, face: datetime, ended: datetime) -> tuple[tuple[str, str, str], ...]:
    since = face + (ended - face) * 0.3
    until = face + (ended - face) * 0.8
    source = Source.CAMERA if making.chance.random() < 0.7 else Source.SCREEN
    return ((source.value, _text(since), _text(until)),)


def _text(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
