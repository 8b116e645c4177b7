"""Signing in at a shared database: who it is, and the door that everything else goes through."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from desktop.domain.accounts import Account
from desktop.domain.errors import (
    Invalid,
    RefusedByServer,
    SignInNeeded,
    Silence,
    Unreachable,
    WrongSignIn,
)
from desktop.domain.ids import PersonId, TeamId
from desktop.domain.people import Person, Role
from desktop.domain.sync.verdicts import SyncPaused
from desktop.services.clock import Clock
from desktop.services.gateways.http import Http
from desktop.services.store.shared.addresses import BadAddress
from desktop.services.store.shared.certificates import as_file
from desktop.services.store.shared.sql_door import SqlDoor, sql_door
from desktop.services.sync.greeting import check_protocol, client
from desktop.services.sync.https_door import HttpsDoor, Tokens
from desktop.services.transport import SyncTransport
from desktop.services.transport.thread import NetThread

T = TypeVar("T")

Secret = str | Tokens
"""A password for the SQL door, tokens for the second one."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SignedIn:
    """Somebody whom the server knows."""

    account: Account
    person: Person
    branch_id: str
    lead_id: PersonId | None
    must_change: bool
    """The password was given for one time: another has to be chosen before anything else."""
    clock_offset_ms: int
    """The server's clock less this machine's."""
    door: Callable[[], SyncTransport]
    """Makes a door of its own for each who needs one: the engine, the live search."""


async def sign_in(account: Account, secret: Secret, clock: Clock) -> SignedIn:
    """Say hello to the server. Raises SignInNeeded, each failure with a reason of its own."""

    def doors() -> SyncTransport:
        return make_door(account, secret)

    try:
        hello, offset = await _once(doors, lambda door: _hello(door, clock))
    except BadAddress:
        raise SignInNeeded(WrongSignIn.UNKNOWN_SERVER) from None
    except Invalid:
        raise SignInNeeded(WrongSignIn.UNKNOWN_SERVER) from None
    except Unreachable as error:
        unknown = error.silence is Silence.UNKNOWN_NAME
        why = WrongSignIn.UNKNOWN_SERVER if unknown else WrongSignIn.NO_ANSWER
        raise SignInNeeded(why) from None
    except (RefusedByServer, SyncPaused):
        raise SignInNeeded(WrongSignIn.NOT_A_SERVER) from None
    return _signed_in(account, hello, offset, doors)


async def change_password(signed_in: SignedIn, new: str, clock: Clock) -> SignedIn:
    """Choose another password, at the SQL door. Raises as a door does.

    Where it raises Unreachable nobody knows which of both holds: the new one is tried first.
    """

    def change(door: SyncTransport) -> None:
        if not isinstance(door, SqlDoor):
            raise SignInNeeded(WrongSignIn.DENIED)
        door.change_password(new)

    await _once(signed_in.door, change)
    return await sign_in(signed_in.account, new, clock)


def make_door(account: Account, secret: Secret) -> SyncTransport:
    """A door for an account. Raises BadAddress, Invalid."""
    certificate = as_file(account.certificate) if account.certificate else None
    if isinstance(secret, str):
        if account.in_browser:
            raise Invalid("server", "no_password")
        return sql_door(account.server, account.name, secret, certificate=certificate)
    return HttpsDoor(account.server, secret, Http(certificate=certificate))


async def _once(doors: Callable[[], SyncTransport], work: Callable[[SyncTransport], T]) -> T:
    """Work with a door in a thread of its own; cancelling cuts it."""
    door = doors()

    def run() -> T:
        try:
            return work(door)
        finally:
            door.close()

    thread = NetThread("sign-in")
    try:
        return await thread.run(run)
    except BaseException:
        door.interrupt()
        raise
    finally:
        await thread.end(1.0)


def _hello(door: SyncTransport, clock: Clock) -> tuple[dict[str, Any], int]:
    sent = clock.now()
    hello = door.call("hello", {"client": client("")})
    received = clock.now()
    check_protocol(hello)
    middle = (sent.timestamp() + received.timestamp()) / 2
    return hello, round(hello["now"] - middle * 1000)


def _signed_in(
    account: Account, hello: dict[str, Any], offset: int, doors: Callable[[], SyncTransport]
) -> SignedIn:
    told = hello["person"]
    person = Person(
        id=PersonId(told["id"]),
        name=told["name"],
        role=Role(told["role"]),
        team_id=TeamId(told["team_id"]) if told.get("team_id") else None,
        sign_in=told.get("sign_in") or account.name,
    )
    return SignedIn(
        account=account,
        person=person,
        branch_id=told.get("branch_id") or "",
        lead_id=PersonId(hello["lead_id"]) if hello.get("lead_id") else None,
        must_change=bool(told.get("must_change")),
        clock_offset_ms=offset,
        door=doors,
    )
