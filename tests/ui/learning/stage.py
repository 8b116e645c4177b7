"""A stage for what a lead learns: a guide with chains, a real store, nothing that names an author."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from desktop.domain.contacts import Channel, Contact, Helped, Resolution, StepOff, StepOffReason
from desktop.domain.customers import Answer
from desktop.domain.ids import AnswerId, ContactId, PersonId, StepOffId
from desktop.domain.people import Person, Role
from desktop.services.scripts import Scripts
from desktop.services.store import rows, tables
from tests.conftest import NOON

FOLDER = Path(__file__).parents[3] / "resources" / "scripts"
CAMILLE = Person(id=PersonId("camille"), name="Camille Roy", role=Role.LEAD)
SONIA = Person(id=PersonId("sonia"), name="Sonia Kadri", role=Role.ADVISOR)
LEA = Person(id=PersonId("lea"), name="Léa Blanc", role=Role.ADVISOR)
TABLES = {Contact: tables.contacts, Answer: tables.answers, StepOff: tables.step_offs}


def contact(number: int, *, resolved: bool) -> Contact:
    at = NOON + timedelta(minutes=number)
    return Contact(
        id=ContactId(f"c{number}"),
        customer_id=None,
        person_id=LEA.id,
        channel=Channel.CALL_IN,
        started_at=at,
        ended_at=at + timedelta(minutes=5),
        resolution=Resolution.RESOLVED if resolved else Resolution.FOLLOW_UP,
        script_id="bill-higher",
    )


def answer(number: int, effort: int) -> Answer:
    return Answer(
        id=AnswerId(f"a{number}"),
        customer_id=None,
        contact_id=ContactId(f"c{number}"),
        at=NOON + timedelta(minutes=number),
        effort=effort,
    )


def off(number: int, words: str, earlier: int = 0, step: str = "welcome") -> StepOff:
    return StepOff(
        id=StepOffId(f"s{number}"),
        contact_id=ContactId(f"c{number}"),
        customer_id=None,
        person_id=SONIA.id if not earlier else LEA.id,
        at=NOON + timedelta(minutes=number, seconds=30),
        script_id="bill-higher",
        step_id=step,
        reason=StepOffReason.EMOTION,
        words=words,
        earlier_id=StepOffId(f"s{earlier}") if earlier else None,
        helped=Helped.YES if number % 4 else Helped.NO,
    )


def facts() -> Iterable[Contact | Answer | StepOff]:
    """Two chains of eight and six at the first step, a lonely one, one without a word."""
    yield from (contact(n, resolved=n < 12) for n in range(1, 40))
    yield from (answer(n, 2 if n < 14 else 5) for n in range(1, 34))
    yield off(1, "Rappeler au calme")
    yield from (off(n, "Rappeler au calme", earlier=1) for n in range(2, 9))
    yield off(9, "Proposer un autre moment")
    yield from (off(n, "Proposer un autre moment", earlier=9) for n in range(10, 15))
    yield off(15, "Une seule fois")
    yield off(16, "")


async def fill(store) -> None:
    """Write the people and the facts."""
    made = list(facts())

    def write(connection):
        people = [rows.to_row(one) for one in (CAMILLE, SONIA, LEA)]
        connection.execute(insert(tables.people), people)
        for kind, table in TABLES.items():
            found = [rows.to_row(one) for one in made if isinstance(one, kind)]
            connection.execute(insert(table), found)

    await store.write(write)


def scripts(store, clock) -> Scripts:
    """The service over the guides that ship."""
    return Scripts(FOLDER, store, clock)
