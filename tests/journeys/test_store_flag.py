"""A file named by hand: its first person names themselves; people who are there are offered."""

import asyncio
from dataclasses import replace
from pathlib import Path

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.config import Settings
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.services.clock import Clock
from desktop.services.store import people
from desktop.services.store.local import LocalStore
from desktop.ui.shell.first_person_view import FirstPersonView
from tests.journeys.hands import arrive, rows


def _named(settings: Settings, file: Path) -> Settings:
    return replace(settings, store=file, sign_in_as="")


def test_the_first_person_of_a_new_file_names_themselves(play, settings, tmp_path: Path) -> None:
    file = tmp_path / "à nous.sqlite"

    async def story(hands: Driver, session: Session) -> None:
        await hands.until(lambda: session.services is not None, "le magasin ouvert")
        await hands.until(lambda: hands.window.findChildren(FirstPersonView), "la question")
        await hands.press("Return")
        assert session.desk is None
        await hands.type("Noé Petit")
        await hands.press("Return")
        desk = await arrive(hands, session)
        assert desk.person.name == "Noé Petit"
        await hands.press("Alt+2")
        await hands.until(lambda: desk.window.page() == "customer", "la page des clients")

    play(story, _named(settings, file))
    assert rows(file, "SELECT name, role FROM people") == [("Noé Petit", "advisor")]
    assert rows(file, "SELECT count(*) FROM customers") == [(0,)]


def test_people_who_are_there_are_offered(play, settings, tmp_path: Path) -> None:
    file = tmp_path / "importé.sqlite"
    known = [
        Person(id=PersonId(f"p{n}"), name=name, role=Role.ADVISOR)
        for n, name in enumerate(("Inès Roy", "Noé Petit"))
    ]

    async def make() -> None:
        store = await LocalStore.open(file, Clock())
        for person in known:
            await store.write(people.add, person)
        await store.close()

    asyncio.run(make())

    async def story(hands: Driver, session: Session) -> None:
        await hands.until(lambda: session.offered, "les personnes")
        await hands.type("noe")
        await hands.press("Return")
        desk = await arrive(hands, session)
        assert desk.person == known[1]

    play(story, _named(settings, file))
    assert rows(file, "SELECT count(*) FROM people") == [(2,)]
