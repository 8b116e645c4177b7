"""Earlier step-offs are gathered by their words, those of the step first, and never by name."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert

from desktop.domain.contacts import Helped, StepOff, StepOffReason
from desktop.domain.ids import ContactId, PersonId, StepOffId
from desktop.services.store import rows, step_offs, tables
from tests.conftest import NOON


def one(number: int, words: str, helped: Helped | None = None, step: str = "explain") -> StepOff:
    return StepOff(
        id=StepOffId(f"s{number}"),
        contact_id=ContactId("c"),
        customer_id=None,
        person_id=PersonId(f"p{number}"),
        at=NOON + timedelta(minutes=number),
        script_id="bill",
        step_id=step,
        reason=StepOffReason.EMOTION,
        words=words,
        helped=helped,
    )


@pytest.fixture
async def filled(store):
    facts = [
        one(1, "Reconnaître l’erreur", Helped.YES),
        one(2, " reconnaître l’erreur ".strip().capitalize(), Helped.YES),
        one(3, "Reconnaître l’erreur", Helped.NO),
        one(4, "Proposer un rappel", Helped.UNKNOWN),
        one(5, "Ailleurs, et utile", Helped.YES, step="conclude"),
        one(6, "   "),
        one(7, ""),
        replace(one(8, "Autre guide"), script_id="outage"),
    ]

    def fill(connection):
        connection.execute(insert(tables.step_offs), [rows.to_row(fact) for fact in facts])

    await store.write(fill)
    return store


async def test_words_are_gathered_with_their_counts(filled):
    found = await filled.read(step_offs.earlier, "bill", "explain", 10)
    assert [(row.words, row.count, row.judged, row.helped) for row in found] == [
        ("Reconnaître l’erreur", 3, 3, 2),
        ("Proposer un rappel", 1, 0, 0),
        ("Ailleurs, et utile", 1, 1, 1),
    ]
    assert found[0].id == "s3"
    assert found[0].rate == 67


async def test_the_step_at_hand_comes_first(filled):
    found = await filled.read(step_offs.earlier, "bill", "conclude", 1)
    assert [row.words for row in found] == ["Ailleurs, et utile"]


async def test_another_guide_has_its_own(filled):
    found = await filled.read(step_offs.earlier, "outage", "explain", 10)
    assert [row.words for row in found] == ["Autre guide"]
    assert await filled.read(step_offs.earlier, "", "", 10) == ()
