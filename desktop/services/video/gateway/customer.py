"""What the customer's page may say in a call."""

from typing import Final

from desktop.domain.video.happenings import EndReason, Source, What
from desktop.services.video.gateway import fields, photos, signals
from desktop.services.video.gateway.advisor import back, lost, via
from desktop.services.video.gateway.answers import answer
from desktop.services.video.gateway.joining import (
    Door,
    Sitting,
    Verb,
    Verbs,
    media,
    media_again,
    minutes_left,
)
from desktop.services.video.gateway.line import Message
from desktop.services.video.gateway.providers import Role

WIDEST: Final = 16_384


async def greet(sitting: Sitting, secret: str) -> None:
    """Who calls, and how far this call has come."""
    core, call, seat = sitting.core, sitting.call, sitting.seat
    step = call.progress.step.value
    if call.ended is None and not seat.consented:
        step = "opened"
    sitting.line.tell(
        {
            "type": "welcome",
            "secret": secret,
            "role": seat.role.value,
            "lang": call.lang,
            "advisor": call.advisor,
            "company": call.company,
            "step": step,
            "minutes_left": minutes_left(core, call),
        }
    )
    if call.ended is not None:
        sitting.line.tell({"type": "ended", "reason": str(call.progress.end_reason)})
    elif seat.consented:
        _tell_standing(sitting)
        signals.customer_came(call, begins=False)
        if call.photo is not None and not call.photo.id:
            sitting.line.tell({"type": "photo_ask", "source": call.photo.source.value})


def _tell_standing(sitting: Sitting) -> None:
    """What a page that comes late would not hear otherwise."""
    for told in sitting.call.standing.values():
        sitting.line.tell(told)
    for third in sitting.call.of(Role.THIRD):
        sitting.line.tell({"type": "third", "here": True, "name": third.name})


async def consent(sitting: Sitting, said: Message) -> None:
    """They want to see the advisor; again after a reload, which nobody is told as a new consent."""
    core, call, seat = sitting.core, sitting.call, sitting.seat
    if call.ended is not None:
        return
    for source in list(call.shares):
        await unshare(sitting, {"source": source.value})  # a page that begins shows nothing
    if not seat.consented:
        call.lang = fields.lang(said, call.lang)
        core.calls.tell(call, What.CONSENTED)
        seat.consented = True
    found = await media(sitting)
    sitting.line.tell({"type": "media", **found, **signals.kept(call)})
    _tell_standing(sitting)
    signals.customer_came(call, begins=True)


async def refuse(sitting: Sitting, _said: Message) -> None:
    """They do not want to; a call that has begun is left, not refused."""
    core, call = sitting.core, sitting.call
    if call.ended is None and call.progress.face_at is None:
        core.calls.tell(call, What.REFUSED)
        await core.rooms.end(call, EndReason.REFUSED)


async def face(sitting: Sitting, _said: Message) -> None:
    """The first picture was decoded; a later first one, after a reload, says that it is back."""
    core, call = sitting.core, sitting.call
    if call.ended is not None:
        return
    if call.progress.face_at is None:
        core.calls.tell(call, What.FACE)
    else:
        core.rooms.back(call)


async def share(sitting: Sitting, said: Message) -> None:
    """They said yes to showing this, and show it from now on."""
    call = sitting.call
    source = fields.choice(said, "source", Source)
    shown = {
        "source": source.value,
        "width": fields.whole(said, "width", 0, WIDEST),
        "height": fields.whole(said, "height", 0, WIDEST),
    }
    if "facing" in said:
        shown["facing"] = fields.text(said, "facing", 20)
    if call.ended is not None:
        return
    if source not in call.shares:
        sitting.core.calls.tell(call, What.SHARE, source=source.value)
    call.shares[source] = shown
    call.tell({"type": "share", **shown}, Role.ADVISOR, Role.THIRD)


async def unshare(sitting: Sitting, said: Message) -> None:
    """They show it no longer."""
    source = fields.choice(said, "source", Source)
    if sitting.call.ended is None and sitting.call.shares.pop(source, None) is not None:
        sitting.core.calls.tell(sitting.call, What.UNSHARE, source=source.value)


async def leave(sitting: Sitting, _said: Message) -> None:
    """They end the call."""
    await sitting.core.rooms.end(sitting.call, EndReason.DONE)


async def effort(sitting: Sitting, said: Message) -> None:
    """Their answer to the question at the end."""
    answer(sitting.core, sitting.call, said)


def consented(verb: Verb) -> Verb:
    """A thing that is said after the consent alone."""

    async def said_after(sitting: Sitting, said: Message) -> None:
        if sitting.seat.consented and sitting.call.ended is None:
            await verb(sitting, said)

    return said_after


VERBS: Final[Verbs] = {
    "consent": consent,
    "refuse": refuse,
    "leave": leave,
    "effort": effort,
    **{
        name: consented(verb)
        for name, verb in {
            "media_again": media_again,
            "answer": signals.answer,
            "candidate": signals.customers_candidate,
            "face": face,
            "via": via,
            "lost": lost,
            "back": back,
            "share": share,
            "unshare": unshare,
            "photo_answer": photos.answered,
        }.items()
    },
}


def door() -> Door:
    """Where the customer comes in."""
    return Door(frozenset({Role.CUSTOMER}), greet, {Role.CUSTOMER: VERBS})
