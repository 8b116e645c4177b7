"""Makes a call of what an application asks for; the same asked again is the same call."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Final
from weakref import WeakValueDictionary

from desktop.domain.errors import Invalid, VideoFailed
from desktop.services.video.gateway import fields
from desktop.services.video.gateway.admission import ADVISORS
from desktop.services.video.gateway.answers import seal_waiting
from desktop.services.video.gateway.calls import INVITATION, Call, New
from desktop.services.video.gateway.core import Claimed, Core
from desktop.services.video.gateway.providers import Role
from desktop.services.video.sealing import digest, key_of

LONGEST_AGO: Final = 15 * 60 * 1000
"""Milliseconds that a press may lie back; beyond, somebody's clock is wrong."""
NAME: Final = 120
_making: "WeakValueDictionary[tuple[int, str], asyncio.Lock]" = WeakValueDictionary()


async def made(core: Core, key: str, said: fields.Said) -> Call:
    """The call. Raises Invalid; VideoFailed `unknown`, `taken`, `provider`; OSError.

    An application that hears nothing asks again, perhaps while the first is still being made.
    """
    call_id = fields.matching(said, "id", fields.CALL_ID)
    lock = _making.setdefault((id(core), call_id), asyncio.Lock())
    async with lock:
        known = core.calls.get(call_id)
        if known is not None:
            return _again(core, known, key, said)
        return await _new(core, new_of(core, call_id, key, said), said)


def new_of(core: Core, call_id: str, key: str, said: fields.Said) -> New:
    """What is asked for. Raises Invalid."""
    ago = fields.whole(said, "asked_ago_ms", 0, LONGEST_AGO)
    seal = fields.text(said, "seal", 100)
    return New(
        id=call_id,
        key=key,
        at=core.clock.now() - timedelta(milliseconds=ago),
        lang=fields.lang(said),
        company=fields.text(said, "company", NAME, "") or core.config.company,
        provider=core.provider.name,
        advisor=fields.text(said, "advisor_name", NAME),
        seal=key_of(seal),
        check=digest(seal),
        tokens=(
            fields.matching(said, "invite", fields.DIGEST),
            fields.matching(said, "advisor", fields.DIGEST),
        ),
    )


async def _new(core: Core, new: New, said: fields.Said) -> Call:
    if new.tokens[0] == new.tokens[1] or any(core.admission.known(one) for one in new.tokens):
        raise VideoFailed("taken")
    claimed = _claimed(core, new.key, fields.text(said, "press", 64, ""))
    if claimed is not None:
        new = replace(new, at=claimed.at)
    try:
        await core.provider.open(new.id)
        call = core.calls.make(new)
        try:
            core.admission.grant(call, Role.CUSTOMER, new.tokens[0], INVITATION)
            core.admission.grant(call, Role.ADVISOR, new.tokens[1], ADVISORS)
        except OSError:
            core.keeping.forget(call)
            raise
    except BaseException:
        if claimed is not None:
            claimed.failed()
        raise
    if claimed is not None:
        claimed.begun(call)
    return call


def _claimed(core: Core, key: str, press: str) -> Claimed | None:
    if not press:
        return None
    if core.hooks.claim is None:
        raise VideoFailed("unknown")
    return core.hooks.claim(key, press)


def _again(core: Core, call: Call, key: str, said: fields.Said) -> Call:
    """Asked before: a restarted gateway gets back what it had in memory alone."""
    if call.key != key:
        raise VideoFailed("unknown")
    seal = fields.text(said, "seal", 100)
    given = (said.get("invite") or call.tokens[0], said.get("advisor") or call.tokens[1])
    if digest(seal) != call.check or given != call.tokens:
        raise VideoFailed("taken")
    name = fields.text(said, "advisor_name", NAME, "")
    call.advisor = name or call.advisor
    if not call.seal:
        call.seal = key_of(seal)
        seal_waiting(core, call)
    return call


__all__ = ["Invalid", "made"]
