"""Passes offers, answers and candidates on between two pages, and keeps them for one that comes late."""

from typing import Any, Final

from desktop.domain.errors import Invalid
from desktop.services.video.gateway import fields
from desktop.services.video.gateway.calls import Call, Signals
from desktop.services.video.gateway.joining import Sitting
from desktop.services.video.gateway.line import Message
from desktop.services.video.gateway.providers import Role

LARGEST: Final = 60_000
MOST: Final = 200
"""Candidates kept of one offer, or of one answer."""
GENERATIONS: Final = 2**53


async def offer(sitting: Sitting, said: Message) -> None:
    """The advisor's newest; it replaces the one that was kept, with its candidates."""
    call = sitting.call
    gen, sdp = fields.whole(said, "gen", 0, GENERATIONS), _sdp(said)
    if call.ended is not None or gen < call.signals.gen:
        return
    call.signals = Signals(gen=gen, sdp=sdp)
    _to_customer(call, {"type": "offer", "gen": gen, "sdp": sdp})


async def advisors_candidate(sitting: Sitting, said: Message) -> None:
    """Kept beside its offer."""
    signals = sitting.call.signals
    found = _candidate(said)
    if found["gen"] == signals.gen and len(signals.candidates) < MOST:
        signals.candidates.append(found["candidate"])
        _to_customer(sitting.call, found)


async def answer(sitting: Sitting, said: Message) -> None:
    """The customer's, to the newest offer."""
    signals = sitting.call.signals
    gen, sdp = fields.whole(said, "gen", 0, GENERATIONS), _sdp(said)
    if sitting.seat.consented and gen == signals.gen:
        signals.answered = True
        _to_advisor(sitting.call, {"type": "answer", "gen": gen, "sdp": sdp})


async def customers_candidate(sitting: Sitting, said: Message) -> None:
    """Passed on, or kept until the advisor's page is back."""
    found = _candidate(said)
    if sitting.seat.consented and found["gen"] == sitting.call.signals.gen:
        _to_advisor(sitting.call, found)


def kept(call: Call) -> dict[str, Any]:
    """What a customer's page that begins gets of the newest offer; empty where it is spent."""
    signals = call.signals
    if not signals.sdp or signals.answered:
        return {}
    return {
        "offer": {"gen": signals.gen, "sdp": signals.sdp},
        "candidates": list(signals.candidates),
    }


def customer_came(call: Call, *, begins: bool) -> None:
    """The customer's page is there, and consented; `begins`: it has no pictures from before."""
    fresh = begins and call.signals.answered
    call.tell({"type": "peer", "here": True, "fresh": fresh}, Role.ADVISOR)
    if begins or not kept(call):
        return
    signals = call.signals
    _to_customer(call, {"type": "offer", "gen": signals.gen, "sdp": signals.sdp})
    for one in signals.candidates:
        _to_customer(call, {"type": "candidate", "gen": signals.gen, "candidate": one})


def advisor_came(call: Call) -> None:
    """The advisor's page is there: what it missed, and whether anybody waits for it."""
    seat = call.seat(Role.CUSTOMER)
    if seat.line is not None and seat.consented:
        call.tell({"type": "peer", "here": True, "fresh": False}, Role.ADVISOR)
    missed, call.signals.unheard = call.signals.unheard, []
    for one in missed:
        call.tell(one, Role.ADVISOR)


def _to_customer(call: Call, message: Message) -> None:
    if call.seat(Role.CUSTOMER).consented:
        call.tell(message, Role.CUSTOMER)


def _to_advisor(call: Call, message: Message) -> None:
    if call.of(Role.ADVISOR):
        call.tell(message, Role.ADVISOR)
    elif len(call.signals.unheard) < MOST:
        call.signals.unheard.append(message)


def _sdp(said: Message) -> str:
    found = said.get("sdp")
    if not isinstance(found, str) or not 0 < len(found) <= LARGEST:
        raise Invalid("sdp", "text")
    return found


def _candidate(said: Message) -> Message:
    found = said.get("candidate")
    if found is not None and not isinstance(found, dict):
        raise Invalid("candidate", "kind")
    gen = fields.whole(said, "gen", 0, GENERATIONS)
    return {"type": "candidate", "gen": gen, "candidate": found}
