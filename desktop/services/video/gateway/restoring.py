"""Brings back the calls of a gateway that was stopped, or killed, from its journal."""

import logging
from typing import Any

from desktop.domain.errors import Invalid
from desktop.domain.video.happenings import Happening, What
from desktop.domain.video.progress import followed
from desktop.services.video.gateway.calls import Call
from desktop.services.video.gateway.core import Core
from desktop.services.video.gateway.providers import Role

Entry = dict[str, Any]
_log = logging.getLogger(__name__)


def restore(core: Core) -> None:
    """Take in every call of the journal; pages come back to those that have not ended."""
    for name, entries in core.calls.journal.load():
        try:
            call = _call(entries[0]["call"])
            if call.id != name:
                raise ValueError("name")  # noqa: TRY301 - a file that was renamed is none of ours
        except (KeyError, TypeError, ValueError):
            _log.error("a journal does not begin with its call")
            continue
        core.calls.put(call)
        for entry in entries[1:]:
            try:
                _take(core, call, entry)
            except (Invalid, KeyError, TypeError, ValueError):
                _log.error("a journal holds a line that cannot be read")
        if not call.log:
            core.keeping.forget(call)  # killed before it was told that the call is made
            continue
        _settle(core, call)


def _call(head: Entry) -> Call:
    invite, advisor = head["tokens"]
    return Call(
        id=str(head["id"]),
        key=str(head["key"]),
        lang=str(head["lang"]),
        spoken=str(head["lang"]),
        company=str(head["company"]),
        provider=str(head["provider"]),
        check=str(head["check"]),
        tokens=(str(invite), str(advisor)),
    )


def _take(core: Core, call: Call, entry: Entry) -> None:
    if "what" in entry:
        one = Happening.of_json(entry)
        if one.n > call.last:
            call.log.append(one)
            call.progress = followed(call.progress, [one])
    elif "token" in entry:
        left = (int(entry["until"]) - core.now()) / 1000
        who = (str(entry["person"]), "")
        core.admission.remember(call, Role(entry["role"]), str(entry["token"]), left, who)
    elif "used" in entry:
        core.admission.use(str(entry["used"]))
    elif "held" in entry:
        seat = call.seat(Role(entry["seat"]), str(entry["person"]))
        core.admission.hold(call, seat, tuple(str(one) for one in entry["held"]))
    elif "kept" in entry:
        call.kept = int(entry["kept"])


def _settle(core: Core, call: Call) -> None:
    """What follows from the log; nobody is here yet, and those who were have 45 s to come back."""
    now = core.clock.monotonic()
    call.answered = bool(call.progress.sealed_answer)
    for source in (one.source for one in call.progress.shares if one.until is None):
        call.shares[source] = {"source": source.value, "width": 0, "height": 0}
    since = {what: max((one.n for one in call.log if one.what is what), default=0) for what in What}
    call.seat(Role.CUSTOMER).consented = since[What.CONSENTED] > since[What.OPENED]
    if call.progress.ended_at is not None:
        passed = (core.clock.now() - call.progress.ended_at).total_seconds()
        call.ended = now - max(0.0, passed)
        return
    if call.progress.lost_at is not None:
        call.lost_since = now
    gone = [Role.CUSTOMER] if call.progress.opened_at is not None else []
    if since[What.ADVISOR_HERE] or gone:
        gone.append(Role.ADVISOR)
    for role in gone:
        call.seat(role).away_since = now
    _tell_gone(core, call)


def _tell_gone(core: Core, call: Call) -> None:
    progress = call.progress
    if progress.customer_here:
        core.calls.tell(call, What.CUSTOMER_AWAY)
    if progress.advisor_here:
        core.calls.tell(call, What.ADVISOR_AWAY)
    for third in progress.thirds:
        if third.until is None:
            core.calls.tell(call, What.THIRD_AWAY, person=third.person_id)
