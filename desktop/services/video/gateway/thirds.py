"""A colleague as the third person of a call: asked on their own link, by a token for them alone."""

from dataclasses import dataclass

from desktop.domain.errors import VideoFailed
from desktop.domain.video.happenings import Happening, What
from desktop.services.video.gateway.admission import ADVISORS
from desktop.services.video.gateway.calls import Call
from desktop.services.video.gateway.core import Core
from desktop.services.video.gateway.links import Link, Links
from desktop.services.video.gateway.providers import Role
from desktop.services.video.gateway.watches import Watches
from desktop.services.video.sealing import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Somebody who was asked, and has neither come nor declined."""

    person: str
    until: float


class Thirds:
    """Who was asked into which call: one at a time."""

    def __init__(self, core: Core, links: Links, watches: Watches) -> None:
        self._core = core
        self._links = links
        self._watches = watches
        self._asked: dict[str, Asked] = {}
        core.calls.listen(None, self._follow)

    def ask(self, call: Call, person: str) -> None:
        """Ring a colleague; whoever was asked before and did not come is no longer.

        Raises VideoFailed: `ended`; `taken`, where the provider takes no third person or one is
        there; `unknown`, where nobody has that link. OSError where the journal cannot be written.
        """
        if call.ended is not None:
            raise VideoFailed("ended")
        if not self._core.provider.third or call.of(Role.THIRD):
            raise VideoFailed("taken")
        link = self._links.find(call.key, person)
        if link is None:
            raise VideoFailed("unknown")
        self._forget_old()
        former = self._asked.get(call.id)
        if former is not None and former.person != person:
            self._withdraw(call, former.person)
        token = self._core.clock.secret()
        self._grant(call, link, token, ADVISORS)
        now = self._core.clock.monotonic()
        self._asked[call.id] = Asked(person=person, until=now + ADVISORS)
        link.tell(
            {
                "type": "invited",
                "call": call.id,
                "token": token,
                "from": call.advisor,
                "until": self._core.now() + round(ADVISORS * 1000),
            }
        )

    def decline(self, link: Link, call_id: str) -> None:
        """They cannot come: who follows the call hears it, and the token is void."""
        call = self._core.calls.get(call_id)
        asked = self._asked.get(call_id)
        if call is None or call.key != link.key or asked is None or asked.person != link.person:
            return
        del self._asked[call_id]
        self._grant(call, link, self._core.clock.secret(), 0)
        for one in self._watches.of(call_id):
            one.tell({"type": "declined", "call": call_id, "person": link.person})

    def _follow(self, call: Call, happening: Happening) -> None:
        """Nobody is asked any more into a call that ended."""
        asked = self._asked.pop(call.id, None) if happening.what is What.ENDED else None
        if asked is not None:
            self._uninvite(call, asked.person)

    def _withdraw(self, call: Call, person: str) -> None:
        self._core.admission.grant(
            call, Role.THIRD, digest(self._core.clock.secret()), 0, (person, "")
        )
        self._uninvite(call, person)

    def _uninvite(self, call: Call, person: str) -> None:
        link = self._links.find(call.key, person)
        if link is not None:
            link.tell({"type": "uninvited", "call": call.id})

    def _grant(self, call: Call, link: Link, token: str, seconds: float) -> None:
        self._core.admission.grant(
            call, Role.THIRD, digest(token), seconds, (link.person, link.name)
        )

    def _forget_old(self) -> None:
        now = self._core.clock.monotonic()
        self._asked = {call: one for call, one in self._asked.items() if one.until > now}
