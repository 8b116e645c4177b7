"""Own words shared and taken back; a pause, a merci, a credit, a merge undone: each reaches the server once."""

from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path

from desktop.domain.contacts import Draft, StepOff, StepOffReason
from desktop.domain.ids import ContactId, CustomerId, PersonId, StepOffId, SuggestionId
from desktop.domain.learning.credits import Authored
from desktop.domain.own_words import Place
from desktop.domain.people import Person
from desktop.domain.sync import Phase
from desktop.services import pauses as paused
from desktop.services import stories
from desktop.services.learning import Learning
from desktop.services.own_words import OwnWording
from desktop.services.pauses import Pauses
from desktop.services.store import learning, people
from desktop.services.store.shared.addresses import connection_params
from desktop.services.store.shared.sql_door import SqlDoor
from desktop.services.stories import Thankings
from tests.acceptance.desks import Desk, add_customers, sql_desk, until
from tests.services.sync.lines import Line
from tests.shared_database import SharedDatabase

STEP = Place("bill-higher", "welcome")


async def who(desk: Desk) -> Person:
    found = await desk.store.read(people.one, PersonId(f"person-{desk.person}"))
    assert found is not None
    return found


def wording(desk: Desk) -> OwnWording:
    return OwnWording(desk.store, desk.clock, desk.changes)


async def read(desk: Desk) -> list[tuple[str, str]]:
    """How colleagues of this desk's person say the step."""
    found = await wording(desk).of_step((await who(desk)).id, STEP)
    return [(one.name, one.words) for one in found.colleagues]


async def sent(*desks: Desk) -> None:
    """Everything went, then came."""
    for desk in (*desks, *desks):
        desk.engine.wake()
        await desk.drained()


async def test_words_are_read_while_they_are_shared(seeded, tmp_path: Path, postgres):
    """Shared without a line; read at every branch; gone where nothing new is shared."""
    async with AsyncExitStack() as stack:
        line = stack.enter_context(Line("127.0.0.1", int(postgres.superuser["port"])))
        params = connection_params(seeded.people["lea"].dsn) | {"port": str(line.port)}
        lea = Desk(tmp_path / "lea.sqlite", "lea", SqlDoor(params, limit=1.0))
        karim, zoe = sql_desk(seeded, tmp_path, "karim"), sql_desk(seeded, tmp_path, "zoe")
        for desk in (lea, karim, zoe):
            await stack.enter_async_context(desk.running())
            await desk.drained()
        mine = (await who(lea)).id
        say = partial(wording(lea).keep, mine, STEP, fallbacks={})
        line.dead.set()
        await say("Je regarde avec vous.", shared=True)
        lea.engine.wake()
        await until(lambda: lea.engine.status.phase is Phase.OFFLINE)
        assert await read(karim) == []
        line.dead.clear()
        await sent(lea, karim, zoe)
        for desk in (karim, zoe):
            assert await read(desk) == [("Lea", "Je regarde avec vous.")]

        await say("Je regarde cela.", shared=False)
        await sent(lea, karim, zoe)
        for desk in (karim, zoe):
            assert await read(desk) == []
            assert await desk.asked("SELECT id FROM own_words") == []
        found = await wording(lea).of_step(mine, STEP)
        assert found.own is not None
        assert (found.own.words, found.own.shared) == ("Je regarde cela.", False)
        assert seeded.run("select count(*) from vav.own_words") == [(2,)]


async def test_what_is_kept_without_a_line_goes_once(seeded, tmp_path: Path, postgres, monkeypatch):
    """A pause, a merci with its words, a credit: of the advisor; a merge, then its undo: of the lead."""
    monkeypatch.setattr(paused, "UNDO", timedelta(0))
    monkeypatch.setattr(stories, "UNDO", timedelta(0))
    add_customers(seeded, 1)
    async with AsyncExitStack() as stack:
        line = stack.enter_context(Line("127.0.0.1", int(postgres.superuser["port"])))
        params = connection_params(seeded.people["lea"].dsn) | {"port": str(line.port)}
        lea = Desk(tmp_path / "lea.sqlite", "lea", SqlDoor(params, limit=1.0))
        camille = sql_desk(seeded, tmp_path, "camille")
        for desk in (lea, camille):
            await stack.enter_async_context(desk.running())
            await desk.drained()
        line.dead.set()
        person = await who(lea)
        await Pauses(lea.store, lea.clock, lea.changes).take(person)
        await _thank(lea, person)
        learned = Learning(lea.store, lea.clock, lea.changes)
        await learned.answer(person, await _authored(lea, person), agreed=True)
        lea.engine.wake()
        await until(lambda: lea.engine.status.phase is Phase.OFFLINE)
        line.dead.clear()
        await sent(lea, camille)
        counts = {kind: _count(seeded, kind) for kind in ("pause", "thanks", "credit")}
        assert counts == {"pause": 1, "thanks": 1, "credit": 1}
        assert seeded.run("select words from vav.thanks") == [("Merci à vous",)]
        assert await camille.asked("SELECT agreed FROM credits") == [(1,)]
        for table in ("pauses", "thanks"):
            assert await camille.asked(f"SELECT id FROM {table}") == []

        leading = Learning(camille.store, camille.clock, camille.changes)
        lead = await who(camille)
        merge = await leading.merge(lead, "bill-higher", StepOffId("s1"), StepOffId("s0"))
        await sent(camille, lea)
        assert await _merged(lea) == {"s1": "s0"}
        await leading.undo(lead, merge)
        await sent(camille, lea)
        assert await _merged(lea) == {}
        assert _count(seeded, "chain_merge") == 2


async def _thank(desk: Desk, person: Person) -> None:
    """A merci by its key, then its words."""
    thankings = Thankings(desk.store, desk.clock, desk.changes)
    begun = Draft(
        contact_id=ContactId("k1"),
        customer_id=CustomerId("c1"),
        person_id=person.id,
        started_at=desk.clock.now(),
    )
    await thankings.add_words(await thankings.keep(begun), "Merci à vous")


async def _merged(desk: Desk) -> dict[StepOffId, StepOffId]:
    return (await desk.store.read(learning.joined, "bill-higher"))[1]


def _count(database: SharedDatabase, kind: str) -> int:
    ((count,),) = database.run("select count(*) from vav.ops where kind = %s", kind)
    return int(count)


async def _authored(desk: Desk, person: Person) -> Authored:
    """What came from a step-off of somebody's, noted just now."""
    noted = StepOff(
        id=StepOffId(desk.clock.new_id()),
        contact_id=ContactId("k1"),
        customer_id=None,
        person_id=person.id,
        at=desk.clock.now(),
        script_id="bill",
        step_id="explain",
        reason=StepOffReason.OTHER,
        words="Dire pardon",
    )
    async with desk.store.unit() as unit:
        unit.record(noted)
    return Authored(
        suggestion_id=SuggestionId("calm"),
        words="Dire pardon",
        said=noted.words,
        script_title="",
        step_title="",
        chain_id=noted.id,
    )
