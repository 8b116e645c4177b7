"""A story told by an advisor, published, read by a colleague of another branch, taken back: gone."""

from contextlib import AsyncExitStack

from desktop.domain.ids import PersonId
from desktop.domain.people import Person
from desktop.domain.stories import StoryState
from desktop.services.store import people
from desktop.services.stories import Stories
from desktop.ui.stories.state import Told
from desktop.ui.stories.team_viewmodel import TeamStoriesViewModel
from desktop.ui.stories.viewmodel import StoriesViewModel
from tests.acceptance.desks import Desk, sql_desk, until


async def who(desk: Desk) -> Person:
    """The person of a desk, as the server told of them."""
    found = await desk.store.read(people.one, PersonId(f"person-{desk.person}"))
    assert found is not None
    return found


async def page_of(desk: Desk) -> StoriesViewModel:
    """The stories as this desk's day shows them, read once."""
    model = StoriesViewModel(Stories(desk.store, desk.clock, desk.changes), await who(desk))
    model.load()
    await until(lambda: model.state.now is not None)
    return model


async def test_a_story_is_told_published_read_and_taken_back(seeded, tmp_path):
    desks = [sql_desk(seeded, tmp_path, name) for name in ("lea", "camille", "zoe")]
    lea, camille, zoe = desks
    async with AsyncExitStack() as open_desks:
        for desk in desks:
            await open_desks.enter_async_context(desk.running())
            await desk.drained()
        mine, elsewhere = await page_of(lea), await page_of(zoe)
        lead = await who(camille)
        team = TeamStoriesViewModel(Stories(camille.store, camille.clock, camille.changes), lead)
        team.load()

        mine.propose(Told(), "Une dame est revenue dire merci.", signed=True)
        await until(lambda: mine.state.own)
        assert mine.state.own[0].unsent
        lea.engine.wake()
        await lea.drained()
        await until(lambda: not mine.state.own[0].unsent)
        await camille.drained()
        await zoe.drained()
        await until(lambda: team.state.waiting)
        assert [one.author for one in team.state.waiting] == ["Lea"]
        assert await zoe.asked("SELECT id FROM stories") == []

        team.decide(team.state.waiting[0].story.id, published=True)
        await until(lambda: team.state.decided)
        camille.engine.wake()
        for desk in (camille, lea, zoe):  # who said it first: the others read what she sends
            await desk.drained()
        await until(lambda: elsewhere.state.published)
        (read,) = elsewhere.state.published
        assert (read.words, read.author) == ("Une dame est revenue dire merci.", "Lea")
        await until(lambda: mine.state.own[0].state is StoryState.PUBLISHED)

        mine.withdraw(mine.state.own[0].story.id)
        await until(lambda: mine.state.own[0].state is StoryState.WITHDRAWN)
        lea.engine.wake()
        for desk in desks:
            await desk.drained()
        await until(lambda: not elsewhere.state.published)
        await until(lambda: not (team.state.waiting or team.state.decided))
        assert await zoe.asked("SELECT id FROM stories") == []
        assert await zoe.asked("SELECT id FROM story_outcomes") == []
