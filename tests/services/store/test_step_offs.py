"""Earlier step-offs are offered chain by chain, those of the step first, and never by name."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert

from desktop.domain.contacts import Helped, StepOff, StepOffReason
from desktop.domain.ids import ContactId, PersonId, StepOffId
from desktop.domain.learning.facts import ChainMerge
from desktop.services.store import rows, script_tables, step_offs, tables
from tests.conftest import NOON


def one(number: int, words: str, helped: Helped | None = None, earlier: int = 0) -> StepOff:
    return StepOff(
        id=StepOffId(f"s{number}"),
        contact_id=ContactId(f"c{number}"),
        customer_id=None,
        person_id=PersonId(f"p{number}"),
        at=NOON + timedelta(minutes=number),
        script_id="bill",
        step_id="explain",
        reason=StepOffReason.EMOTION,
        words=words,
        earlier_id=StepOffId(f"s{earlier}") if earlier else None,
        helped=helped,
    )


def taken_up(numbers: Iterable[int], words: str, first: int) -> list[StepOff]:
    return [one(n, words, Helped.YES, first) for n in numbers]


@pytest.fixture
async def filled(store):
    facts = [
        one(1, "Reconnaître l’erreur", Helped.YES),
        *taken_up(range(2, 7), "Reconnaître l’erreur", 1),
        one(7, "Reconnaître l’erreur", Helped.NO, 6),
        one(8, "Proposer un rappel", Helped.UNKNOWN),
        replace(one(9, "Ailleurs, et utile", Helped.YES), step_id="conclude"),
        one(10, "   "),
        one(11, ""),
        one(12, "Reconnaître l’erreur", Helped.YES),
        replace(one(13, "Autre guide"), script_id="outage"),
    ]
    await store.write(
        lambda connection: connection.execute(
            insert(tables.step_offs), [rows.to_row(fact) for fact in facts]
        )
    )
    return store


async def test_chains_come_with_their_counts(filled):
    found = await filled.read(step_offs.earlier, "bill", "explain", 10)
    assert [(row.id, row.words, row.count, row.rate) for row in found] == [
        ("s1", "Reconnaître l’erreur", 7, 86),
        ("s12", "Reconnaître l’erreur", 0, None),
        ("s8", "Proposer un rappel", 0, None),
        ("s9", "Ailleurs, et utile", 0, None),
    ]


async def test_what_a_lead_put_together_counts_together(filled):
    merge = ChainMerge(
        id="m1",
        person_id=PersonId("lead"),
        at=NOON,
        script_id="bill",
        chain_id=StepOffId("s12"),
        into_id="s1",
    )
    back = replace(merge, id="m2", at=NOON + timedelta(minutes=1), into_id="")

    async def keep(fact: ChainMerge) -> tuple[tuple[str, int], ...]:
        await filled.write(
            lambda connection: connection.execute(
                insert(script_tables.chain_merges), [rows.to_row(fact)]
            )
        )
        found = await filled.read(step_offs.earlier, "bill", "explain", 2)
        return tuple((row.id, row.count) for row in found)

    assert await keep(merge) == (("s1", 8), ("s8", 0))
    assert await keep(back) == (("s1", 7), ("s12", 0))


async def test_the_step_at_hand_comes_first(filled):
    found = await filled.read(step_offs.earlier, "bill", "conclude", 1)
    assert [row.words for row in found] == ["Ailleurs, et utile"]


async def test_another_guide_has_its_own(filled):
    found = await filled.read(step_offs.earlier, "outage", "explain", 10)
    assert [row.words for row in found] == ["Autre guide"]
    assert await filled.read(step_offs.earlier, "", "", 10) == ()


async def test_a_chain_that_began_before_what_is_looked_at_stays_one(store, monkeypatch):
    """Of four in one long chain the latest two are read; both still know where it began."""
    from desktop.services.store import learning

    monkeypatch.setattr(learning, "RECENT", 2)
    facts = [one(1, "Premier"), one(2, "Premier", None, 1), one(3, "A", None, 2)]
    facts += [one(4, "B", None, 1)]
    await store.write(
        lambda connection: connection.execute(
            insert(tables.step_offs), [rows.to_row(fact) for fact in facts]
        )
    )
    found = await store.read(step_offs.earlier, "bill", "explain", 10)
    assert [(row.id, row.chains) for row in found] == [("s3", ("s1",))]
