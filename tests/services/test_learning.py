"""Lessons of a guide from real rows: chains, outcomes, merges with their undo, authors asked."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from desktop.domain.contacts import Channel, Contact, Helped, Resolution, StepOff, StepOffReason
from desktop.domain.customers import Answer
from desktop.domain.errors import Invalid
from desktop.domain.ids import AnswerId, ContactId, PersonId, StepOffId, SuggestionId
from desktop.domain.learning.intervals import Share
from desktop.domain.people import Person, Role
from desktop.domain.scripts import Script, Step, Suggestion
from desktop.services.changes import Changes
from desktop.services.learning import Learning
from desktop.services.store import learning as kept
from desktop.services.store import rows, tables
from tests.conftest import NOON

CAMILLE = Person(id=PersonId("camille"), name="Camille Roy", role=Role.LEAD)
SONIA = Person(id=PersonId("sonia"), name="Sonia Kadri", role=Role.ADVISOR)
LEA = Person(id=PersonId("lea"), name="Léa Blanc", role=Role.ADVISOR)
BORN = Suggestion(id=SuggestionId("sug"), words="Dire que c’est notre erreur", chain="s1")
GUIDE = Script(
    id="bill",
    version=3,
    title="Facture",
    summary="",
    reasons=(),
    steps=(
        Step(id="welcome", title="Accueillir", intention="", say=""),
        Step(id="explain", title="Expliquer", intention="", say="", suggestions=(BORN,)),
    ),
)


def contact(number: int, *, resolved: bool, script: str = "bill") -> Contact:
    return Contact(
        id=ContactId(f"c{number}"),
        customer_id=None,
        person_id=LEA.id,
        channel=Channel.CALL_IN,
        started_at=NOON + timedelta(minutes=number),
        ended_at=NOON + timedelta(minutes=number + 5),
        resolution=Resolution.RESOLVED if resolved else Resolution.FOLLOW_UP,
        script_id=script,
    )


def answered(number: int, effort: int | None, late: int = 0) -> Answer:
    return Answer(
        id=AnswerId(f"a{number}-{late}"),
        customer_id=None,
        contact_id=ContactId(f"c{number}"),
        at=NOON + timedelta(minutes=number + late),
        effort=effort,
    )


def off(number: int, words: str, person: Person = SONIA, earlier: int = 0, **more) -> StepOff:
    given = {"step_id": "explain", "reason": StepOffReason.EMOTION, "helped": Helped.YES} | more
    return StepOff(
        id=StepOffId(f"s{number}"),
        contact_id=ContactId(f"c{number}"),
        customer_id=None,
        person_id=person.id,
        at=NOON + timedelta(minutes=number, seconds=30),
        script_id="bill",
        words=words,
        earlier_id=StepOffId(f"s{earlier}") if earlier else None,
        **given,
    )


FACTS = [
    *(contact(n, resolved=n <= 6) for n in range(1, 8)),
    *(contact(n, resolved=n % 2 == 0) for n in range(20, 32)),
    contact(40, resolved=True, script="outage"),
    *(answered(n, 2) for n in range(1, 6)),
    answered(1, 6, late=-1),
    answered(6, None),
    *(answered(n, 5 if n < 27 else 1) for n in range(20, 30)),
    off(1, "C’est notre erreur"),
    *(off(n, "C’est notre erreur", LEA, earlier=1) for n in range(2, 7)),
    off(7, "Dire d’abord pardon", LEA, helped=Helped.NO),
    off(20, "", LEA, step_id="welcome", reason=StepOffReason.FASTER),
    off(21, "Étape d’avant", LEA, step_id="gone"),
]


@pytest.fixture
async def learning(store, clock):
    def fill(connection):
        connection.execute(insert(tables.people), [rows.to_row(one) for one in (SONIA, LEA)])
        for fact in FACTS:
            table = {Contact: tables.contacts, Answer: tables.answers, StepOff: tables.step_offs}
            connection.execute(insert(table[type(fact)]), [rows.to_row(fact)])

    await store.write(fill)
    return Learning(store, clock, Changes())


async def test_a_guide_is_read_step_by_step(learning):
    found = await learning.lesson(GUIDE)
    assert [(step.step_id, step.title) for step in found.steps] == [
        ("welcome", "Accueillir"),
        ("explain", "Expliquer"),
        ("gone", ""),
    ]
    welcome, explain, _gone = found.steps
    assert [(one.id, one.words, one.reason) for one in welcome.chains] == [
        ("", "", StepOffReason.FASTER)
    ]
    assert welcome.outcome is None, "of one contact nothing is told"
    first, second = explain.chains
    assert (first.id, first.suggestion_id, second.id, second.outcome) == ("s1", "sug", "s7", None)
    assert (found.contacts, found.since) == (19, None)


async def test_contacts_that_stepped_off_stand_beside_the_others(learning):
    _welcome, explain, _gone = (await learning.lesson(GUIDE)).steps
    chain = explain.chains[0].outcome
    assert (chain.contacts, chain.step_offs, chain.helped) == (6, 6, Share(6, 6))
    # The first customer answered twice: the later answer counts.
    assert (chain.effort.here, chain.effort.others) == (Share(5, 5), Share(3, 10))
    assert (chain.resolved.here, chain.resolved.others) == (Share(6, 6), Share(6, 13))
    # Less its chain, the step would tell of the one contact beside it.
    assert explain.outcome is None


async def test_both_sides_tell_of_the_same_time(learning, store, monkeypatch):
    monkeypatch.setattr(kept, "WINDOW", 19)
    assert (await learning.lesson(GUIDE)).since is None, "as many as are read, and no more"
    monkeypatch.setattr(kept, "WINDOW", 14)
    found = await learning.lesson(GUIDE)
    assert (found.contacts, found.since) == (14, contact(6, resolved=True).started_at)
    monkeypatch.setattr(kept, "WINDOW", 12)
    assert [step.outcome for step in (await learning.lesson(GUIDE)).steps[:2]] == [None, None]


async def test_a_lead_puts_two_chains_together_and_takes_it_back(learning, store):
    merge = await learning.merge(CAMILLE, "bill", StepOffId("s7"), StepOffId("s1"))
    (chain,) = (await learning.lesson(GUIDE)).steps[1].chains
    assert (chain.outcome.contacts, chain.outcome.helped) == (7, Share(6, 7))
    assert [(part.id, part.words) for part in chain.parts] == [("s7", "Dire d’abord pardon")]
    with pytest.raises(Invalid):
        await learning.merge(CAMILLE, "bill", StepOffId("s1"), StepOffId("s7"))
    await learning.undo(CAMILLE, merge)
    assert len((await learning.lesson(GUIDE)).steps[1].chains) == 2
    lines = await store.read(
        lambda connection: connection.execute(
            select(tables.outbox.c.kind, tables.outbox.c.body)
        ).all()
    )
    assert [(kind, json.loads(body)["into_id"]) for kind, body in lines] == [
        ("chain_merge", "s1"),
        ("chain_merge", ""),
    ]


async def test_the_undo_of_a_second_merge_gives_back_the_first(learning, clock):
    await learning.merge(CAMILLE, "bill", StepOffId("s7"), StepOffId("s1"))
    clock.advance(minutes=1)
    second = await learning.merge(CAMILLE, "bill", StepOffId("s7"), StepOffId("s21"))
    clock.advance(minutes=1)
    await learning.undo(CAMILLE, second)
    (chain,) = (await learning.lesson(GUIDE)).steps[1].chains
    assert [part.id for part in chain.parts] == ["s7"]
    clock.advance(minutes=1)
    parted = await learning.part(CAMILLE, "bill", StepOffId("s7"))
    assert len((await learning.lesson(GUIDE)).steps[1].chains) == 2
    clock.advance(minutes=1)
    await learning.undo(CAMILLE, parted)
    assert len((await learning.lesson(GUIDE)).steps[1].chains) == 1


async def test_who_does_not_lead_merges_nothing(learning):
    with pytest.raises(Invalid):
        await learning.merge(LEA, "bill", StepOffId("s7"), StepOffId("s1"))
    with pytest.raises(Invalid):
        await learning.part(LEA, "bill", StepOffId("s7"))


async def test_authors_are_asked_and_who_took_it_up_is_not(learning, clock):
    (mine,) = await learning.authored(SONIA, [GUIDE])
    assert (mine.suggestion_id, mine.said, mine.step_title) == (
        "sug",
        "C’est notre erreur",
        "Expliquer",
    )
    assert await learning.authored(LEA, [GUIDE]) == ()
    assert await learning.authored(CAMILLE, [GUIDE]) == ()
    without = replace(GUIDE, steps=GUIDE.steps[:1])
    assert await learning.authored(SONIA, [without]) == ()
    # Once a lead sees Léa's words as the same, she is an author too.
    await learning.merge(CAMILLE, "bill", StepOffId("s7"), StepOffId("s1"))
    (hers,) = await learning.authored(LEA, [GUIDE])
    assert hers.said == "Dire d’abord pardon"


async def test_an_author_is_named_only_while_they_agree(learning, clock, store):
    found = await learning.authored(SONIA, [GUIDE])
    assert await learning.asked(SONIA, found) == found
    await learning.put_off(SONIA, found[0].suggestion_id)
    assert await learning.asked(SONIA, found) == ()
    clock.advance(days=1)
    assert await learning.asked(SONIA, found) == found

    async def names() -> object:
        return await store.read(kept.credited, GUIDE.steps[1].suggestions)

    assert await names() == {}
    await learning.answer(SONIA, found[0], agreed=True)
    assert await names() == {"sug": ("Sonia Kadri",)}
    # Something else under the same id is not what she agreed to, and she is asked of it.
    other = replace(BORN, chain="s7")
    assert await store.read(kept.credited, [other]) == {}
    assert await store.read(kept.credited, [replace(BORN, chain="")]) == {}
    (told,) = await learning.authored(SONIA, [GUIDE])
    assert told.agreed is True
    assert await learning.asked(SONIA, [told]) == ()
    clock.advance(minutes=1)
    await learning.answer(SONIA, found[0], agreed=False)
    assert await names() == {}
