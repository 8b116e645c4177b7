"""A company with a real shared database, and desks of it: what connected stories are played over."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.app import connecting
from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour import driver
from desktop.app.tour.driver import Driver
from desktop.config import Settings
from desktop.services import contacts
from desktop.services.vault import Vault
from desktop.services.vault.accounts import without_password
from desktop.ui.shell.connect_view import ConnectView
from tests.access.world import NOW, SqlDoor, batch, fact
from tests.services.vault.rings import FakeRing
from tests.shared_database import PASSWORD, SharedDatabase

COST = 2**10
"""Of scrypt: a test has no secret to protect."""


@dataclass(slots=True)
class Company:
    """The database, and how a desk of it is opened."""

    database: SharedDatabase
    settings: Settings
    ring: FakeRing | None

    @property
    def server(self) -> str:
        """The address that people type."""
        return without_password(self.database.dsn("nobody"))

    def shut(self) -> None:
        """The server lets nobody in any more, and ends the sessions that are open."""
        with self.database.server.connect() as connection:
            name = self.database.name
            connection.execute(f"alter database {name} allow_connections false")
            connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s", (name,)
            )

    def reopen(self) -> None:
        """The server is back."""
        with self.database.server.connect() as connection:
            connection.execute(f"alter database {self.database.name} allow_connections true")

    def count(self, kind: str) -> int:
        """How many facts of a kind the server holds."""
        ((count,),) = self.database.run("select count(*) from vav.ops where kind = %s", kind)
        return int(count)

    def push(self, who: str, *facts: dict[str, Any]) -> list[str]:
        """Push as somebody at another desk."""
        answer = SqlDoor(self.database).call(who, "push", facts=batch(*facts, device=f"desk-{who}"))
        return [one["answer"] for one in answer["answers"]]


def people_and_customers(database: SharedDatabase) -> None:
    """At Angers Camille leads Léa and Yanis; Zoé is at Niort; Ex is disabled."""
    angers, niort = database.add_branch("Angers"), database.add_branch("Niort")
    team, other = database.add_team("Loire", angers), database.add_team("Poitou", niort)
    database.add_person("camille", "lead", team)
    for name in ("lea", "yanis"):
        database.add_person(name, "advisor", team)
    database.add_person("zoe", "advisor", other)
    database.add_person("ex", "advisor", team, enabled=False)
    rows = (
        ("claire", "Claire", "Moreau", "+33639980001", "49000", "Angers", angers),
        ("paul", "Paul", "Lenoir", "+33639980002", "49100", "Angers", angers),
        ("anne", "Anne", "Moreau-Lagarde", "+33639980003", "79000", "Niort", niort),
    )
    for row in rows:
        database.run(
            "insert into vav.customers (id, given_name, family_name, phone, postcode, city, branch_id)"
            " values (%s, %s, %s, %s, %s, %s, %s)",
            *row,
        )


def call(person: str, customer: str, **more: Any) -> dict[str, Any]:
    """A call that somebody took at another desk."""
    return fact(
        "contact",
        customer_id=customer,
        person_id=f"person-{person}",
        channel="call_in",
        started_at=NOW,
        ended_at=NOW + 1000,
        **more,
    )


@pytest.fixture
def company(shared: SharedDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Company:
    """People, customers, and a profile folder of this machine with a keyring of its own."""
    people_and_customers(shared)
    made = Company(shared, Settings(folder=tmp_path, theme="light"), FakeRing())
    made.settings = replace(made.settings, server=made.server)
    monkeypatch.setattr(driver, "PATIENCE", 30.0)
    # Ten seconds in which a close may be taken back are long for a test to wait.
    monkeypatch.setattr(contacts, "UNDO", timedelta(seconds=1))
    monkeypatch.setattr(
        connecting,
        "vault_of",
        lambda folder, clock: Vault(folder, clock, keyring=lambda: made.ring, cost=COST, room=0),
    )
    return made


async def screen(hands: Driver, session: Session) -> ConnectView:
    """Wait for the screen on which one signs in."""

    def shown() -> ConnectView | None:
        return None if session.welcome is None else session.welcome.connect_view

    await hands.until(lambda: shown() and shown()._viewmodel.state.loaded, "l’écran de connexion")
    view = shown()
    assert view is not None
    await hands.settle()
    return view


async def sign_in(hands: Driver, session: Session, name: str, password: str = PASSWORD) -> Desk:
    """Type who one is, and wait for the desk; the check-in is left for later."""
    view = await screen(hands, session)
    view.form.fields.name.setFocus()
    view.form.fields.name.selectAll()
    await hands.type(name)
    view.form.fields.password.field.setFocus()
    await hands.type(password)
    await hands.press("Return")
    return await at_desk(hands, session)


async def at_desk(hands: Driver, session: Session) -> Desk:
    """Wait for the desk, and leave the check-in for later."""
    await hands.until(lambda: session.desk is not None, "le bureau")
    desk = session.desk
    assert desk is not None
    if desk.wanted:
        await hands.until(desk.views.check_in.isVisible, "le formulaire")
        await hands.press("Escape")
        await hands.until(lambda: not desk.views.check_in.isVisible(), "sa fermeture")
    return desk


async def synced(hands: Driver, desk: Desk) -> None:
    """Wait until nothing waits and all was read once."""
    sync = desk.models.sync
    await hands.until(
        lambda: (
            sync.state.status.phase.value == "up_to_date"
            and not sync.state.status.waiting
            and sync.state.status.last_success
        ),
        "la fin de l’échange",
    )


async def settle_server(ready: Callable[[], object], seconds: float = 10) -> None:
    """Wait for something on the server's side."""
    for _ in range(round(seconds / 0.05)):
        if ready():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the server never had it")
