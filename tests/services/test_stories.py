"""Thanks kept by one key, and stories from their proposal to their withdrawal."""

import pytest
from sqlalchemy import func, select

from desktop.domain.errors import Gone, Incomplete
from desktop.domain.stories import StoryState
from desktop.services.changes import Changes
from desktop.services.day import Days
from desktop.services.store import drafts, outbox, tables
from desktop.services.stories import Stories, Thankings
from tests.services.latitude.people import ALONE, CAMILLE, CLAIRE, LEA, SONIA, draft, settle_in


@pytest.fixture
async def thankings(store, clock) -> Thankings:
    await settle_in(store)
    return Thankings(store, clock, Changes())


@pytest.fixture
async def stories(store, clock, thankings) -> Stories:
    return Stories(store, clock, Changes())


async def lines(store) -> int:
    return await store.read(lambda c: c.scalar(select(func.count()).select_from(tables.outbox)))


async def leaves(store, clock) -> list[str]:
    now = int(clock.now().timestamp() * 1000)
    return [one["body"]["words"] for one in await store.write(outbox.batch, now)]


async def day_of(store, clock, person):
    return (await Days(store, clock, Changes()).of(person)).thanks


async def test_a_merci_is_kept_at_once_and_waits_for_its_words(thankings, store, clock):
    said = await thankings.keep(draft(LEA, clock.at))
    assert [one.words for one in await day_of(store, clock, LEA)] == [""]
    assert await day_of(store, clock, SONIA) == ()
    clock.advance(seconds=30)
    assert await leaves(store, clock) == []
    await thankings.hold(said)
    clock.advance(seconds=40)
    assert await leaves(store, clock) == []
    spoken = await thankings.add_words(said, " Merci d’avoir rappelé. ")
    assert spoken.id == said.id
    assert await lines(store) == 1
    clock.advance(seconds=10)
    assert await leaves(store, clock) == ["Merci d’avoir rappelé."]
    kept = await store.read(drafts.of_customer, LEA.id, CLAIRE.id)
    assert kept is not None
    assert kept.made == (said.id,)


async def test_words_that_come_too_late_are_not_lost(thankings, store, clock):
    said = await thankings.keep(draft(LEA, clock.at))
    clock.advance(minutes=2)
    assert await leaves(store, clock) == [""]
    spoken = await thankings.add_words(said, "Merci")
    assert spoken.id != said.id
    assert {one.words for one in await day_of(store, clock, LEA)} == {"", "Merci"}


async def test_a_merci_is_taken_back_while_it_is_here(thankings, store, clock):
    said = await thankings.keep(draft(LEA, clock.at))
    await thankings.take_back(said)
    assert (await lines(store), await day_of(store, clock, LEA)) == (0, ())
    said = await thankings.keep(draft(LEA, clock.at))
    clock.advance(minutes=2)
    with pytest.raises(Gone):
        await thankings.take_back(said)


async def test_a_story_is_published_by_the_lead_alone_after_reading(stories, clock):
    story = await stories.propose(LEA, " Elle a souri. ", signed=True)
    assert story.words == "Elle a souri."
    assert await stories.published() == ()
    (waiting,) = await stories.of_team(CAMILLE)
    assert (waiting.author, waiting.state) == ("Léa Bertin", None)
    clock.advance(minutes=1)
    await stories.decide(CAMILLE, story.id, published=True)
    (shown,) = await stories.published()
    assert (shown.words, shown.author, shown.at) == ("Elle a souri.", "Léa Bertin", clock.at)
    assert [one.state for one in await stories.own(LEA)] == [StoryState.PUBLISHED]


async def test_an_unsigned_story_is_read_without_a_name(stories):
    story = await stories.propose(LEA, "Elle a souri.", signed=False)
    await stories.decide(CAMILLE, story.id, published=True)
    (shown,) = await stories.published()
    assert shown.author == ""
    assert "Léa" not in repr(shown)
    assert LEA.id not in repr(shown)


async def test_declined_it_is_read_by_nobody_and_may_be_published_later(stories, clock):
    story = await stories.propose(LEA, "Elle a souri.", signed=True)
    await stories.decide(CAMILLE, story.id, published=False)
    assert await stories.published() == ()
    clock.advance(minutes=1)
    await stories.decide(CAMILLE, story.id, published=True)
    assert len(await stories.published()) == 1
    clock.advance(minutes=1)
    await stories.decide(CAMILLE, story.id, published=False)
    assert await stories.published() == ()


async def test_its_author_takes_it_back_at_any_time_and_for_good(stories, clock):
    story = await stories.propose(LEA, "Elle a souri.", signed=True)
    await stories.decide(CAMILLE, story.id, published=True)
    with pytest.raises(Gone):
        await stories.withdraw(SONIA, story.id)
    clock.advance(minutes=1)
    await stories.withdraw(LEA, story.id)
    assert await stories.published() == ()
    assert await stories.of_team(CAMILLE) == ()
    with pytest.raises(Gone):
        await stories.decide(CAMILLE, story.id, published=True)
    with pytest.raises(Gone):
        await stories.withdraw(LEA, story.id)


async def test_who_leads_no_team_reads_no_stories(stories):
    await stories.propose(LEA, "Elle a souri.", signed=True)
    assert await stories.of_team(ALONE) == ()
    with pytest.raises(Incomplete):
        await stories.propose(LEA, "  ", signed=True)


async def test_the_oldest_undecided_comes_first(stories, clock):
    made = []
    for words in ("un", "deux", "trois"):
        made.append(await stories.propose(LEA, words, signed=True))
        clock.advance(minutes=1)
    await stories.decide(CAMILLE, made[0].id, published=True)
    assert [one.story.words for one in await stories.of_team(CAMILLE)] == ["deux", "trois", "un"]
