"""The services over one store, made once and handed to whoever signs in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.app.places import RESOURCES
from desktop.domain.accounts import Account
from desktop.domain.ids import VideoPhotoId
from desktop.domain.reasons import Reason, codes, label_of
from desktop.services import reasons as reason_files
from desktop.services.care import Care
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.contacts import Contacts, Promises
from desktop.services.customers import Customers
from desktop.services.day import Days
from desktop.services.newcomers import Newcomers
from desktop.services.outbox import Outbox
from desktop.services.people import People
from desktop.services.preferences import Preferences
from desktop.services.scripts import Scripts
from desktop.services.search import Search
from desktop.services.store.local import LocalStore
from desktop.services.wellbeing import Ask, CheckIns, ConnectedCheckIns
from desktop.ui.customers.search_state import Beyond

if TYPE_CHECKING:
    from desktop.app.connected import Removal
    from desktop.app.entering import Entered
    from desktop.services.sync.engine import SyncEngine
    from desktop.services.sync.https_door import Tokens
    from desktop.services.transport import SyncTransport


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a connected start has beside its store."""

    engine: "SyncEngine"
    beyond: Beyond
    """The live search."""
    picture: Callable[[VideoPhotoId], Awaitable[None]]
    """Brings here the picture of a photo that another machine took."""
    ask: Ask
    """Calls a function of the server for what is read online alone."""
    browse: "Callable[[Account], Awaitable[Tokens]]"
    """Signs somebody in through the system's browser."""
    rewrap: Callable[[str], Awaitable[None]]
    """Has a new password open this store."""
    go_on: "Callable[[Callable[[], SyncTransport]], Awaitable[None]]"
    """Has everything that speaks to the server go on through new doors."""
    entered: "Entered"
    removal: "Removal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Every use case, by feature."""

    store: LocalStore
    clock: Clock
    changes: Changes
    reasons: tuple[Reason, ...]
    language: str
    people: People
    preferences: Preferences
    customers: Customers
    search: Search
    newcomers: Newcomers
    contacts: Contacts
    promises: Promises
    scripts: Scripts
    check_ins: CheckIns
    care: Care
    days: Days
    outbox: Outbox
    shared: Shared | None = None
    """None: the store is plain, and this machine works alone."""

    @classmethod
    async def over(
        cls,
        store: LocalStore,
        language: str,
        shared: Shared | None = None,
        changes: Changes | None = None,
    ) -> "Services":
        """The services of a store; the tree of reasons is read here, once."""
        clock, changes = store.clock, changes or Changes()
        reasons, _problems = await reason_files.load_for(store, RESOURCES / "reasons.yaml")
        return cls(
            store=store,
            clock=clock,
            changes=changes,
            reasons=reasons,
            language=language,
            people=People(store),
            preferences=Preferences(store),
            customers=Customers(store, clock, changes),
            search=Search(store),
            newcomers=Newcomers(store, clock, changes),
            contacts=Contacts(store, clock, changes),
            promises=Promises(store, clock, changes),
            scripts=Scripts(RESOURCES / "scripts", store, clock, frozenset(codes(reasons)) or None),
            check_ins=_check_ins(store, changes, shared),
            care=Care(store, clock),
            days=Days(store, clock, changes),
            outbox=Outbox(store, changes),
            shared=shared,
        )

    def reason_label(self, code: str) -> str:
        """A reason in words; a code that the tree does not know stands for itself."""
        return label_of(self.reasons, code, self.language)


def _check_ins(store: LocalStore, changes: Changes, shared: Shared | None) -> CheckIns:
    """A connected lead reads on the server, and nowhere else."""
    if shared is None:
        return CheckIns(store, store.clock, changes)
    return ConnectedCheckIns(store, store.clock, changes, shared.ask)
