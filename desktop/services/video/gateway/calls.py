"""The calls of a gateway: each one's log, written before anybody hears of it, and its state."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from desktop.domain.video.happenings import Happening, Source, What
from desktop.domain.video.progress import Progress, followed
from desktop.services.clock import Clock
from desktop.services.video.gateway.journal import Journal
from desktop.services.video.gateway.providers import Role
from desktop.services.video.gateway.seats import Seat

INVITATION: Final = 10 * 60.0
"""Seconds that an invitation waits for its customer."""
ANSWERING: Final = 15 * 60.0
"""Seconds after the end in which the question may be answered."""
SURE: Final = frozenset(
    {
        *(What.CREATED, What.OPENED, What.CONSENTED, What.FACE, What.ENDED),
        *(What.ANSWER, What.PHOTO_CONSENTED, What.PHOTO),
    }
)
"""Happenings that outlive a power cut; the others outlive the program alone."""
Listener = Callable[["Call", Happening], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A call as it is asked for."""

    id: str
    key: str
    """Name of the key that asks."""
    at: datetime
    """When the advisor, or the customer at their button, pressed."""
    lang: str
    company: str
    provider: str
    advisor: str
    """Name that the customer reads; it is in memory alone."""
    seal: bytes = field(repr=False)
    check: str
    """Digest of the seal: the same is given again after a restart, and no other."""
    tokens: tuple[str, str]
    """Digests of the invitation and of the advisor's token."""


@dataclass(slots=True, kw_only=True, eq=False)
class Signals:
    """What the advisor's page offered last, and what came back: kept for a page that is not there yet."""

    gen: int = 0
    sdp: str = ""
    candidates: list[Any] = field(default_factory=list)
    answered: bool = False
    unheard: list[dict[str, Any]] = field(default_factory=list)
    """Said by the customer's page while the advisor's was away."""


@dataclass(slots=True, kw_only=True, eq=False)
class Photographing:
    """A photo on its way."""

    source: Source
    id: str = ""
    """Set once the customer said yes."""
    until: float = 0.0


@dataclass(slots=True, kw_only=True, eq=False)
class Call:
    """One call. Instants in seconds are by the clock that is never set back."""

    id: str
    key: str
    lang: str
    """The customer's, once they chose one."""
    spoken: str
    """The advisor's, with which it was asked for."""
    company: str
    provider: str
    check: str
    tokens: tuple[str, str]
    seal: bytes = field(default=b"", repr=False)
    """Empty after a restart, until the application gives it again."""
    advisor: str = ""
    log: list[Happening] = field(default_factory=list)
    progress: Progress = field(default_factory=Progress)
    kept: int = 0
    """Up to here everything is in the application's store."""
    expires: float = 0.0
    """When the newest invitation runs out."""
    ended: float | None = None
    lost_since: float | None = None
    answered: bool = False
    waiting: bytes | None = field(default=None, repr=False)
    """An answer that cannot be sealed yet."""
    seats: dict[tuple[Role, str], Seat] = field(default_factory=dict)
    signals: Signals = field(default_factory=Signals)
    shares: dict[Source, dict[str, Any]] = field(default_factory=dict)
    photo: Photographing | None = None
    standing: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What the advisor's page said of its sound and its picture, for a page that comes later."""

    def seat(self, role: Role, person: str = "") -> Seat:
        """The place of this person; made where it is not there yet."""
        return self.seats.setdefault((role, person), Seat(role=role, person=person))

    def of(self, *roles: Role) -> list[Seat]:
        """The places of these roles whose page is there."""
        return [one for one in self.seats.values() if one.role in roles and one.line is not None]

    def tell(self, message: dict[str, Any], *roles: Role, but: Seat | None = None) -> None:
        """Send to the pages of these roles, but to one of them."""
        for one in self.of(*roles):
            if one is not but and one.line is not None:
                one.line.tell(message)

    @property
    def last(self) -> int:
        """Number of its last happening."""
        return self.log[-1].n if self.log else 0

    def since(self, number: int) -> list[Happening]:
        """What happened after that one."""
        return [one for one in self.log if one.n > number]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """Leave to send one photo, once."""

    call: Call
    photo: Photographing
    width: int
    height: int


class Calls:
    """All of them. Whoever changes one tells it here: journal first, then those who listen."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self.journal = journal
        self._clock = clock
        self._calls: dict[str, Call] = {}
        self._listeners: list[tuple[str | None, Listener]] = []

    def __iter__(self) -> Iterator[Call]:
        return iter(list(self._calls.values()))

    def get(self, call_id: str) -> Call | None:
        """The call of this id, ended or not; None: it is not known here."""
        return self._calls.get(call_id)

    def make(self, new: New) -> Call:
        """A new call; its id is not in use. Raises OSError, and nothing was made."""
        call = Call(
            id=new.id,
            key=new.key,
            lang=new.lang,
            spoken=new.lang,
            company=new.company,
            provider=new.provider,
            check=new.check,
            tokens=new.tokens,
            seal=new.seal,
            advisor=new.advisor,
        )
        self._calls[call.id] = call
        try:
            self.journal.add(call.id, {"call": head(call)})
            self.tell(call, What.CREATED, at=new.at, provider=new.provider)
        except OSError:
            del self._calls[call.id]
            raise
        return call

    def put(self, call: Call) -> None:
        """Take in one that the journal held."""
        self._calls[call.id] = call

    def tell(self, call: Call, what: What, at: datetime | None = None, **detail: Any) -> Happening:
        """Something happened: written, then pushed. Raises OSError, and it did not happen."""
        moment = at or self._clock.now()
        moment -= timedelta(microseconds=moment.microsecond % 1000)
        one = Happening(n=call.last + 1, at=moment, what=what, detail=detail)
        self.journal.add(call.id, one.to_json(), sure=what in SURE)
        call.log.append(one)
        call.progress = followed(call.progress, [one])
        for about, listener in list(self._listeners):
            if about in (None, call.id):
                listener(call, one)
        return one

    def listen(self, call_id: str | None, listener: Listener) -> Callable[[], None]:
        """Hear of all that happens in a call, or in any; gives what ends that. Must not raise."""
        entry = (call_id, listener)
        self._listeners.append(entry)

        def unlisten() -> None:
            if entry in self._listeners:
                self._listeners.remove(entry)

        return unlisten

    def drop(self, call: Call) -> None:
        """Forget it, on disk too."""
        self._calls.pop(call.id, None)
        self.journal.drop(call.id)


def head(call: Call) -> dict[str, Any]:
    """The first line of a call's journal: nothing in it names a person."""
    return {
        "id": call.id,
        "key": call.key,
        "lang": call.spoken,
        "company": call.company,
        "provider": call.provider,
        "check": call.check,
        "tokens": list(call.tokens),
    }
