"""Check-ins on a real store: who sees what, what is kept as a fact, what is refused."""

import itertools
import json

import pytest
from sqlalchemy import func, insert, select

from desktop.domain.changes import Kind
from desktop.domain.errors import Gone, Incomplete
from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.people import Person, Role
from desktop.domain.wellbeing import Audience, Moment
from desktop.services.changes import Changes
from desktop.services.store import tables
from desktop.services.store import wellbeing as kept
from desktop.services.store.rows import to_row
from desktop.services.wellbeing import CheckIns

LEA = Person(id=PersonId("lea"), name="Léa Bernard", role=Role.ADVISOR)
NOE = Person(id=PersonId("noe"), name="Noé Petit", role=Role.ADVISOR)
CAMILLE = Person(id=PersonId("camille"), name="Camille Durand", role=Role.LEAD)
OTHER = Person(id=PersonId("other"), name="Sacha Morel", role=Role.LEAD)


def _people(connection):
    connection.execute(insert(tables.people), [to_row(one) for one in (LEA, NOE, CAMILLE, OTHER)])


@pytest.fixture
def told():
    return []


@pytest.fixture
async def check_ins(store, clock, told):
    await store.write(_people)
    changes = Changes()
    changes.listen(told.append)
    return CheckIns(store, clock, changes)


async def give(check_ins, person=LEA, audience=Audience.LEAD, lead=CAMILLE, **values):
    values = {"mood": 2, "energy": 3, "load": 4, "words": "Semaine lourde"} | values
    return await check_ins.check_in(person, lead, moment=Moment.START, audience=audience, **values)


async def kinds(store):
    def read(connection):
        query = select(tables.outbox.c.kind, tables.outbox.c.body).order_by(tables.outbox.c.line)
        return [(kind, json.loads(body)) for kind, body in connection.execute(query)]

    return await store.read(read)


async def count(store, table):
    return await store.read(
        lambda connection: connection.scalar(select(func.count()).select_from(table))
    )


async def test_a_check_in_is_a_fact_and_is_told(store, check_ins, told):
    given = await give(check_ins)
    assert [kind for kind, _ in await kinds(store)] == ["check_in"]
    assert (await kinds(store))[0][1]["addressed_to"] == "camille"
    assert [changed.kind for changed in told] == [Kind.CHECK_IN]
    (own,) = await check_ins.mine(LEA)
    assert own.check_in == given
    assert own.addressed_name == "Camille Durand"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"audience": None}, "audience"),
        ({"lead": None}, "lead"),
        ({"mood": None, "energy": None, "load": None, "words": " "}, "scale"),
    ],
)
async def test_what_is_not_complete_leaves_nothing(store, check_ins, told, values, field):
    with pytest.raises(Incomplete) as caught:
        await give(check_ins, **values)
    assert caught.value.field == field
    assert await count(store, tables.check_ins) == await count(store, tables.outbox) == 0
    assert told == []


async def test_nothing_is_offered_the_first_time_and_the_last_choice_afterwards(check_ins, clock):
    assert await check_ins.last_choice(LEA, CAMILLE) is None
    await give(check_ins, audience=Audience.NOBODY)
    assert await check_ins.last_choice(LEA, CAMILLE) is Audience.NOBODY
    clock.advance(hours=1)
    await give(check_ins)
    assert await check_ins.last_choice(LEA, CAMILLE) is Audience.LEAD
    assert await check_ins.last_choice(LEA, OTHER) is None
    assert await check_ins.last_choice(NOE, CAMILLE) is None


async def test_one_is_wanted_once_a_day(check_ins, clock):
    assert await check_ins.wanted_today(LEA)
    await give(check_ins)
    assert not await check_ins.wanted_today(LEA)
    assert await check_ins.wanted_today(NOE)
    clock.advance(hours=13)
    assert await check_ins.wanted_today(LEA)
    assert await check_ins.of_today(LEA) is None


async def _all_that_a_lead_can_get(store, check_ins, lead, check_in_id):
    """Whatever any function of the service or of the store gives to this lead."""
    got = [*await check_ins.shared_with(lead), *await check_ins.mine(lead)]
    got += await store.read(kept.unread_replies, lead.id)
    got += filter(None, [await check_ins.of_today(lead), await store.read(kept.latest, lead.id)])
    got += await store.read(kept.shared_with, lead.id)
    got += await store.read(kept.own, lead.id, None, 1000)
    for verb in (
        check_ins.open(lead, check_in_id),
        check_ins.reply(lead, check_in_id, "Je passe te voir"),
        check_ins.share(lead, check_in_id, Audience.LEAD, lead),
        store.read(kept.opened, lead.id, check_in_id),
        store.read(kept.require_shared, lead.id, check_in_id),
    ):
        try:
            got.append(await verb)
        except Gone:
            continue
    return got


@pytest.mark.parametrize("reader", [CAMILLE, OTHER, NOE])
@pytest.mark.parametrize("audience", list(Audience))
async def test_what_was_not_shared_by_name_never_comes(store, check_ins, audience, reader):
    """Guards a promise: seen to fail with `addressed_to` or `audience` left out of the query."""
    given = await give(check_ins, audience=audience)
    if audience is Audience.LEAD and reader is CAMILLE:
        assert await _all_that_a_lead_can_get(store, check_ins, reader, given.id)
        return
    facts = await count(store, tables.outbox)
    assert await _all_that_a_lead_can_get(store, check_ins, reader, given.id) == []
    assert await count(store, tables.outbox) == facts
    assert await count(store, tables.check_in_readings) == 0


@pytest.mark.parametrize(
    ("first", "then"), [(a, b) for a, b in itertools.permutations(Audience, 2)]
)
async def test_a_change_of_audience_is_in_force_at_once(store, check_ins, clock, first, then):
    given = await give(check_ins, audience=first)
    clock.advance(minutes=5)
    await check_ins.share(LEA, given.id, then, CAMILLE)
    assert [kind for kind, _ in await kinds(store)] == ["check_in", "check_in_share"]
    (own,) = await check_ins.mine(LEA)
    assert own.check_in.audience is then
    shared = await check_ins.shared_with(CAMILLE)
    assert [line.id for line in shared] == ([given.id] if then is Audience.LEAD else [])
    if then is not Audience.LEAD:
        assert await _all_that_a_lead_can_get(store, check_ins, CAMILLE, given.id) == []


async def test_an_audience_that_names_nobody_hides_even_a_forgotten_address(store, check_ins):
    """Both columns must say so: one of them alone opens nothing."""
    given = await give(check_ins)

    def blur(connection):
        changed = tables.check_ins.update().values(audience=Audience.TEAM_TOTAL.value)
        connection.execute(changed)

    await store.write(blur)
    assert await _all_that_a_lead_can_get(store, check_ins, CAMILLE, given.id) == []


async def test_nobody_shares_what_is_not_theirs(store, check_ins):
    given = await give(check_ins, audience=Audience.NOBODY)
    for thief in (CAMILLE, NOE):
        with pytest.raises(Gone):
            await check_ins.share(thief, given.id, Audience.LEAD, CAMILLE)
    with pytest.raises(Gone):
        await check_ins.withdraw(LEA, CheckInId("unknown"))
    assert await count(store, tables.check_in_shares) == 0
    assert [kind for kind, _ in await kinds(store)] == ["check_in"]


async def test_opening_is_a_fact_once_that_the_author_sees(store, check_ins, clock):
    given = await give(check_ins)
    (line,) = await check_ins.shared_with(CAMILLE)
    assert (line.author.name, line.author.at, line.read_at) == ("Léa Bernard", given.at, None)
    assert not hasattr(line, "words")
    clock.advance(minutes=10)
    opened = await check_ins.open(CAMILLE, given.id)
    assert (opened.check_in, opened.author.name, opened.replies) == (given, "Léa Bernard", ())
    read_at = clock.now()
    clock.advance(minutes=10)
    await check_ins.open(CAMILLE, given.id)
    (own,) = await check_ins.mine(LEA)
    assert [(reading.name, reading.at) for reading in own.readings] == [("Camille Durand", read_at)]
    assert [kind for kind, _ in await kinds(store)] == ["check_in", "check_in_reading"]
    (line,) = await check_ins.shared_with(CAMILLE)
    assert line.read_at == read_at


async def test_what_was_withdrawn_answers_gone_and_is_not_read(store, check_ins):
    given = await give(check_ins)
    await check_ins.withdraw(LEA, given.id)
    with pytest.raises(Gone):
        await check_ins.open(CAMILLE, given.id)
    with pytest.raises(Gone):
        await check_ins.reply(CAMILLE, given.id, "Merci")
    assert await count(store, tables.check_in_readings) == 0
    assert await count(store, tables.check_in_replies) == 0


async def test_what_was_read_before_it_was_withdrawn_cannot_be_opened_again(check_ins):
    given = await give(check_ins)
    await check_ins.open(CAMILLE, given.id)
    await check_ins.withdraw(LEA, given.id)
    with pytest.raises(Gone):
        await check_ins.open(CAMILLE, given.id)
    (own,) = await check_ins.mine(LEA)
    assert len(own.readings) == 1


async def test_a_reply_is_a_fact_that_the_author_sees_until_seen(store, check_ins, clock):
    given = await give(check_ins)
    clock.advance(minutes=1)
    with pytest.raises(Incomplete):
        await check_ins.reply(CAMILLE, given.id, "  \n")
    await check_ins.reply(CAMILLE, given.id, " On en parle à 14 h ? ")
    assert [kind for kind, _ in await kinds(store)][1:] == ["check_in_reading", "check_in_reply"]
    (own,) = await check_ins.mine(LEA)
    assert [(reply.name, reply.words) for reply in own.replies] == [
        ("Camille Durand", "On en parle à 14 h ?")
    ]
    ((check_in_id, reply),) = await store.read(kept.unread_replies, LEA.id)
    assert (check_in_id, reply.words) == (given.id, "On en parle à 14 h ?")
    assert await store.read(kept.unread_replies, NOE.id) == ()
    await check_ins.replies_seen(LEA)
    assert await store.read(kept.unread_replies, LEA.id) == ()
    clock.advance(minutes=1)
    await check_ins.reply(CAMILLE, given.id, "Ou demain")
    assert len(await store.read(kept.unread_replies, LEA.id)) == 1


async def test_the_oldest_unanswered_comes_first_then_what_was_answered(check_ins, clock):
    ids = []
    for person in (LEA, NOE, LEA, NOE):
        ids.append((await give(check_ins, person=person)).id)
        clock.advance(hours=1)
    await check_ins.reply(CAMILLE, ids[0], "Merci")
    await check_ins.reply(CAMILLE, ids[2], "Merci")
    shared = await check_ins.shared_with(CAMILLE)
    assert [line.id for line in shared] == [ids[1], ids[3], ids[2], ids[0]]
    assert [line.answered_at is None for line in shared] == [True, True, False, False]


async def test_a_lead_sees_only_their_own_replies(check_ins):
    given = await give(check_ins, lead=OTHER)
    await check_ins.reply(OTHER, given.id, "Entre nous")
    await check_ins.share(LEA, given.id, Audience.LEAD, CAMILLE)
    assert (await check_ins.open(CAMILLE, given.id)).replies == ()


async def test_own_check_ins_come_by_pages(check_ins, clock):
    for _ in range(65):
        await give(check_ins, audience=Audience.NOBODY)
        clock.advance(hours=12)
    first = await check_ins.mine(LEA)
    second = await check_ins.mine(LEA, before=first[-1].check_in)
    assert (len(first), len(second)) == (60, 5)
    moments = [own.check_in.at for own in first + second]
    assert moments == sorted(moments, reverse=True)
    assert len(set(moments)) == 65


async def test_a_reply_that_arrives_late_is_still_new(store, check_ins, clock):
    """Written first, but brought by the line after one that was read already."""
    given = await give(check_ins)
    clock.advance(minutes=30)
    await check_ins.reply(CAMILLE, given.id, "Lu tout de suite")
    await check_ins.replies_seen(LEA)
    clock.advance(minutes=-20)
    await check_ins.reply(CAMILLE, given.id, "Arrivé plus tard")
    unread = await store.read(kept.unread_replies, LEA.id)
    assert [reply.words for _, reply in unread] == ["Arrivé plus tard"]
