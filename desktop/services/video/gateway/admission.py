"""Who may come in: tokens that are good once, and secrets that a page comes back with."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from desktop.domain.instants import to_millis
from desktop.services.clock import Clock
from desktop.services.video.gateway.calls import Call, Calls
from desktop.services.video.gateway.providers import Role
from desktop.services.video.gateway.seats import Seat
from desktop.services.video.sealing import digest

ADVISORS: Final = 60.0
"""Seconds that the token of an advisor's page is good for, and of a third person's."""


class TurnedAway(Exception):
    """A token or a secret that lets nobody in; `why` is `used`, `expired`, or empty: unknown."""

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why


@dataclass(slots=True, kw_only=True, eq=False)
class Token:
    """A token that was given to somebody; kept, used up or not, as long as its call."""

    digest: str
    call: str
    role: Role
    person: str
    name: str
    until: float
    used: bool = False


class Admission:
    """The tokens and secrets of all calls, by digest alone."""

    def __init__(self, calls: Calls, clock: Clock) -> None:
        self._calls = calls
        self._clock = clock
        self._tokens: dict[str, Token] = {}
        self._secrets: dict[str, tuple[str, Seat]] = {}

    def known(self, token: str) -> bool:
        """Whether this digest is in use already."""
        return token in self._tokens

    def grant(
        self, call: Call, role: Role, token: str, seconds: float, who: tuple[str, str] = ("", "")
    ) -> None:
        """Let the holder of a token (digest) in once; a former one of the same person is void.

        `who`: id and name of a third person. Raises OSError.
        """
        until = to_millis(self._clock.now() + timedelta(seconds=seconds))
        self._calls.journal.add(
            call.id,
            {"token": token, "role": role.value, "person": who[0], "until": until},
            sure=True,
        )
        self.remember(call, role, token, seconds, who)

    def remember(
        self, call: Call, role: Role, token: str, seconds: float, who: tuple[str, str]
    ) -> None:
        """The same of what the journal holds already."""
        now = self._clock.monotonic()
        for one in self._tokens.values():
            if (one.call, one.role, one.person) == (call.id, role, who[0]):
                one.until = min(one.until, now)
        self._tokens[token] = Token(
            digest=token, call=call.id, role=role, person=who[0], name=who[1], until=now + seconds
        )
        if role is Role.CUSTOMER:
            call.expires = now + seconds

    def redeem(self, secret: str, roles: frozenset[Role]) -> tuple[Call, Seat]:
        """Use a token up. Raises TurnedAway; OSError where that could not be written."""
        token = self._tokens.get(digest(secret))
        call = self._calls.get(token.call) if token is not None else None
        if token is None or call is None or token.role not in roles:
            raise TurnedAway
        if token.used:
            raise TurnedAway("used")
        if self._clock.monotonic() >= token.until or call.ended is not None:
            raise TurnedAway("expired")
        self._calls.journal.add(call.id, {"used": token.digest}, sure=True)
        token.used = True
        seat = call.seat(token.role, token.person)
        seat.name, seat.consented = token.name, False
        self.void(seat)
        return call, seat

    def use(self, token: str) -> None:
        """The same of what the journal holds already."""
        if token in self._tokens:
            self._tokens[token].used = True

    def resume(self, secret: str, roles: frozenset[Role]) -> tuple[Call, Seat]:
        """Whose page comes back. Raises TurnedAway."""
        call_id, seat = self._secrets.get(digest(secret), ("", None))
        call = self._calls.get(call_id)
        if call is None or seat is None or seat.role not in roles:
            raise TurnedAway
        return call, seat

    def new_secret(self, call: Call, seat: Seat, used: str) -> str:
        """The secret of a welcome; `used` is the one that the page came with, "" for a token.

        Raises OSError, and the former ones are still good.
        """
        secret = self._clock.secret()
        before = digest(used) if used else ""
        held = (before, digest(secret)) if before else (digest(secret),)
        entry = {"seat": seat.role.value, "person": seat.person, "held": list(held)}
        self._calls.journal.add(call.id, entry)
        self.hold(call, seat, held)
        return secret

    def hold(self, call: Call, seat: Seat, held: tuple[str, ...]) -> None:
        """These are the seat's secrets (digests) from here on, and no others."""
        self.void(seat)
        seat.held = held
        for one in held:
            self._secrets[one] = (call.id, seat)

    def void(self, seat: Seat) -> None:
        """Its page does not come back: it left for good, or another took its place."""
        for one in seat.held:
            self._secrets.pop(one, None)
        seat.held = ()

    def forget(self, call: Call) -> None:
        """All of a call."""
        self._tokens = {name: one for name, one in self._tokens.items() if one.call != call.id}
        for seat in call.seats.values():
            self.void(seat)
