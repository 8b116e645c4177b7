"""Who presses a button: the one customer that a number or a phone is of, or nobody certain."""

import asyncio

from desktop.domain.errors import Invalid
from desktop.domain.newcomers import Newcomer
from desktop.domain.phones import normalise
from desktop.domain.search import Match
from desktop.domain.video.ringing import Caller
from desktop.services.search import Search


async def matching(caller: Caller, search: Search) -> tuple[Match, ...]:
    """Who has this number, else this phone, each customer once; none may be them."""
    matches: tuple[Match, ...] = ()
    if caller.number:
        found = await _found(caller.number, search)
        matches = tuple(one for one in found if _bears(one, caller.number))
    if not matches and (phone := _phone(caller.phone)):
        matches = tuple(await search.by_phone(phone))
    return tuple({one.customer_id: one for one in reversed(matches)}.values())[::-1]


def newcomer_of(caller: Caller) -> Newcomer:
    """What they said of themselves, for a file of theirs."""
    given, _, family = caller.name.strip().rpartition(" ")
    return Newcomer(given_name=given, family_name=family, phone=caller.phone)


async def _found(number: str, search: Search) -> tuple[Match, ...]:
    try:
        return tuple((await search.find(number, 5)).matches)
    except asyncio.CancelledError:
        # Who types a search meanwhile cancels this one: the face does not wait for either.
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise
        return ()


def _bears(match: Match, number: str) -> bool:
    """Whether this is the customer's number, or that of a contract of theirs, whole."""
    wanted = _signs(number)
    return bool(wanted) and wanted in (_signs(match.number), _signs(match.contract))


def _signs(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _phone(text: str) -> str:
    try:
        return normalise(text) if text.strip() else ""
    except Invalid:
        return ""
