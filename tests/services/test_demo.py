"""The demonstration's world: the same each time, whole after a cut, its days end today."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from desktop.domain.customers import PinnedNote
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.mirror import totals
from desktop.domain.mirror.series import Measure
from desktop.domain.video.calls import VideoCall
from desktop.domain.video.happenings import EndReason
from desktop.services.demo import world
from desktop.services.store import demo as kept
from desktop.services.store import tables, team_totals
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import from_row
from desktop.services.store.video_tables import video_calls
from tests.conftest import FakeClock

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "demo"


def counts(connection):
    return {
        table.name: connection.scalar(select(func.count()).select_from(table))
        for table in tables.metadata.sorted_tables
    }


def span(connection, column):
    return connection.execute(select(func.min(column), func.max(column))).one()


@pytest.fixture(scope="module")
def heard():
    return []


@pytest.fixture
async def filled(store, heard):
    heard.clear()
    await world.prepare(store, FOLDER, heard.append)
    return store


async def test_the_world_is_filled_with_progress(filled, heard, clock):
    found = await filled.read(counts)
    assert found["customers"] == 2000
    assert found["people"] == 13
    assert found["contacts"] > 6000
    assert found["outbox"] == 0
    for name in (
        "contracts",
        "cases",
        "answers",
        "check_ins",
        "step_offs",
        "thanks",
        "incivilities",
        "pauses",
        "video_calls",
    ):
        assert found[name] > 30, name
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len(heard) > 10
    first, last = await filled.read(span, tables.contacts.c.started_at)
    assert timedelta(weeks=25) < clock.now() - from_millis(first) < timedelta(weeks=27)
    assert timedelta(0) < clock.now() - from_millis(last) < timedelta(hours=2)


async def test_opened_later_its_days_move_and_what_the_user_wrote_stays(filled, clock):
    note = PinnedNote(
        customer_id=CustomerId("c"), person_id=PersonId("p"), at=clock.now(), words="À garder"
    )
    async with filled.unit() as unit:
        unit.record(note)
    before = await filled.read(span, tables.contacts.c.started_at)
    clock.advance(days=3, hours=-2)
    await world.prepare(filled, FOLDER, lambda _done: None)
    after = await filled.read(span, tables.contacts.c.started_at)
    assert from_millis(after[0]) - from_millis(before[0]) == timedelta(days=3)
    assert after[1] <= to_millis(clock.now())
    kept = await filled.read(
        lambda c: c.scalar(
            select(tables.pinned_notes.c.at).where(tables.pinned_notes.c.words == "À garder")
        )
    )
    assert from_millis(kept) == note.at
    assert (await filled.read(counts))["customers"] == 2000


async def test_nothing_of_a_contact_comes_before_it_also_when_the_days_have_moved(filled, clock):
    """Opened earlier in the day than it was made, some of the last day's facts go back by a day."""
    answered = text(
        "select count(*) from answers a join contacts c on c.id = a.contact_id where a.at < c.started_at"
    )
    ended = text("select count(*) from contacts where ended_at < started_at")
    for back in (0, 1, 2, 3, 4):
        clock.advance(days=1 if back else 0, hours=-2 if back else 0)
        await world.prepare(filled, FOLDER, lambda _done: None)
        for wrong in (answered, ended):
            assert await filled.read(lambda c, asked=wrong: c.scalar(asked)) == 0, back


async def test_who_insulted_was_warned_and_the_contact_was_ended(filled):
    """As the words of each such report tell, also in the earlier weeks."""
    wrong = text(
        "select count(*) from incivilities where type = 'insult' and not (warned and ended)"
    )
    assert await filled.read(lambda c: c.scalar(wrong)) == 0


async def test_its_calls_lie_within_their_contacts_also_when_the_days_have_moved(filled, clock):
    for days in (0, 3):
        clock.advance(days=days)
        await world.prepare(filled, FOLDER, lambda _done: None)
        found = await filled.read(all_calls)
        assert {call.end_reason for call in found} >= {EndReason.DONE, EndReason.NO_SHOW}
        for call in found:
            (contact,) = await filled.read(contact_of, call.contact_id)
            assert contact.started_at <= to_millis(call.at)
            assert call.at < call.ended_at <= clock.now()
            for _, since, until in call.shares:
                assert call.face_at is not None
                assert call.face_at < datetime.fromisoformat(since) < datetime.fromisoformat(until)
                assert datetime.fromisoformat(until) < call.ended_at


def all_calls(connection):
    rows = connection.execute(select(video_calls)).mappings()
    return [from_row(VideoCall, row) for row in rows]


def contact_of(connection, contact_id):
    table = tables.contacts
    return connection.execute(select(table).where(table.c.id == contact_id)).all()


async def test_opened_again_the_same_day_nothing_moves(filled, clock):
    before = await filled.read(span, tables.contacts.c.started_at)
    clock.advance(hours=1)
    await world.prepare(filled, FOLDER, lambda _done: None)
    assert await filled.read(span, tables.contacts.c.started_at) == before


async def test_a_filling_cut_short_is_done_again(store, clock, tmp_path: Path):
    class Cut(Exception):
        pass

    def cut(done):
        if done > 0.4:
            raise Cut

    with pytest.raises(Cut):
        await world.prepare(store, FOLDER, cut)
    assert (await store.read(counts))["customers"] == 2000
    await world.prepare(store, FOLDER, lambda _done: None)
    other = await LocalStore.open(tmp_path / "other.sqlite", FakeClock())
    await world.prepare(other, FOLDER, lambda _done: None)
    assert await store.read(counts) == await other.read(counts)
    await other.close()


async def test_days_moved_just_before_a_cut_are_not_moved_again(filled, clock):
    clock.advance(days=3)
    now = to_millis(clock.now())
    await filled.write(kept.shift, below=world.BELOW, days=3, now=now)
    moved = await filled.read(span, tables.contacts.c.started_at)
    await world.prepare(filled, FOLDER, lambda _done: None)
    assert await filled.read(span, tables.contacts.c.started_at) == moved


@pytest.mark.parametrize("later", range(7))
async def test_its_team_has_a_mirror_on_whatever_day_it_is_made(store, clock, later):
    clock.advance(days=later)
    await world.prepare(store, FOLDER, lambda _progress: None)
    (team,) = await store.read(lambda c: c.scalars(select(tables.teams.c.id)).all())
    await store.write(team_totals.publish_closed, team, clock.now())
    told = await store.read(team_totals.periods, team)
    shown = totals.shown(told, Measure.MOOD, PersonId("who gave nothing"))
    assert len(shown) > 20
