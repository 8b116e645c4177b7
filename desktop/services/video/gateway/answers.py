"""The customer's answer to the one question at the end: sealed for the application that asked."""

import json
from typing import Final

from desktop.domain.video.happenings import What
from desktop.services.video.gateway import fields
from desktop.services.video.gateway.calls import Call
from desktop.services.video.gateway.core import Core
from desktop.services.video.gateway.providers import Role
from desktop.services.video.sealing import as_text, sealed

LONGEST: Final = 500


def answer(core: Core, call: Call, said: fields.Said) -> None:
    """Take it, once, in its time; what comes besides is left aside. Raises Invalid, OSError."""
    if not core.keeping.answerable(call) or call.waiting is not None:
        return
    effort = None if said.get("effort") is None else fields.whole(said, "effort", 1, 7)
    words = fields.text(said, "words", LONGEST, "").strip()
    if effort is None and not words:
        call.answered = True  # they were asked, and said nothing
        call.tell({"type": "thanks"}, Role.CUSTOMER)
        return
    call.waiting = json.dumps({"effort": effort, "words": words}, ensure_ascii=False).encode()
    seal_waiting(core, call)


def seal_waiting(core: Core, call: Call) -> None:
    """Write down an answer that waits, if it can be sealed; the customer is thanked only then."""
    if call.waiting is None or not call.seal:
        return
    content = as_text(sealed(call.seal, call.id, call.waiting, core.clock))
    core.calls.tell(call, What.ANSWER, sealed=content)
    call.waiting, call.answered = None, True
    call.tell({"type": "thanks"}, Role.CUSTOMER)
