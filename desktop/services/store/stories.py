"""Thanks and stories in the local store; an unsigned story is never read with a name."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, select, true, tuple_

from desktop.domain.errors import Gone
from desktop.domain.ids import PersonId, StoryId, TeamId
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.stories import (
    OwnStory,
    PublishedStory,
    Story,
    StoryOutcome,
    StoryState,
    TeamStory,
    state_of,
)
from desktop.services.store import taking_back
from desktop.services.store.rows import from_row
from desktop.services.store.tables import people, thanks
from desktop.services.store.team_tables import stories, story_outcomes

LISTED = 100
"""How many of one's own stories are read."""


def take_thanks_back(connection: Connection, thanks_id: str, now: datetime) -> bool:
    """Remove a thanks that did not leave yet; False once it has."""
    return taking_back.take_away(connection, thanks, thanks_id, now)


def require_thanks_taken(connection: Connection, thanks_id: str, now: datetime) -> None:
    """Remove a thanks, so that it can be written anew with its words. Raises Gone once it left."""
    if not take_thanks_back(connection, thanks_id, now):
        raise Gone


def hold_thanks(connection: Connection, thanks_id: str, now: datetime, until: datetime) -> None:
    """Keep a thanks here a while longer: its words are being typed."""
    taking_back.hold(connection, thanks_id, now, until)


def own(connection: Connection, person_id: PersonId) -> tuple[OwnStory, ...]:
    """A person's own stories, the newest first."""
    table = stories.c
    query = select(stories).where(table.person_id == person_id)
    query = query.order_by(table.at.desc(), table.id.desc()).limit(LISTED)
    found = [from_row(Story, row) for row in connection.execute(query).mappings()]
    said = _outcomes(connection, [one.id for one in found])
    unsent = taking_back.waiting(connection, [one.id for one in found])
    return tuple(
        OwnStory(story=one, state=state_of(said.get(one.id, ())), unsent=one.id in unsent)
        for one in found
    )


def undecided(connection: Connection, lead_id: PersonId, team_id: TeamId) -> tuple[TeamStory, ...]:
    """The stories of a lead's team that nobody decided of, the oldest first."""
    said = select(story_outcomes.c.id).where(story_outcomes.c.story_id == stories.c.id)
    query = (
        select(stories, people.c.name)
        .join_from(stories, people, people.c.id == stories.c.person_id)
        .where(_theirs(lead_id, team_id), ~said.exists())
        .order_by(stories.c.at, stories.c.id)
    )
    return tuple(
        TeamStory(story=story, author=row["name"], state=None, at=story.at)
        for row in connection.execute(query).mappings()
        if (story := from_row(Story, row))
    )


def decided(
    connection: Connection,
    lead_id: PersonId,
    team_id: TeamId,
    before: TeamStory | None,
    most: int | None,
) -> tuple[TeamStory, ...]:
    """The `most` stories of a lead's team decided last (None: all) that follow `before`, newest first."""
    said = story_outcomes.c
    query = (
        select(stories, people.c.name, said.state, said.at.label("decided_at"))
        .join_from(stories, people, people.c.id == stories.c.person_id)
        .join(story_outcomes, said.story_id == stories.c.id)
        .where(_theirs(lead_id, team_id), ~_decided_anew(), ~_withdrawn())
        .order_by(said.at.desc(), said.story_id.desc())
        .limit(most)
    )
    if before is not None:
        place = (to_millis(before.at), before.story.id)
        query = query.where(tuple_(said.at, said.story_id) < place)
    return tuple(
        TeamStory(
            story=from_row(Story, row),
            author=row["name"],
            state=StoryState(row["state"]),
            at=from_millis(row["decided_at"]),
        )
        for row in connection.execute(query).mappings()
    )


def published(connection: Connection, limit: int) -> tuple[PublishedStory, ...]:
    """Stories that are published now, the last published first."""
    said = story_outcomes.c
    # From what was published, newest first: no more stories are read than are shown.
    query = (
        select(stories.c.id, stories.c.words, said.at.label("published_at"), people.c.name)
        .join_from(story_outcomes, stories, stories.c.id == said.story_id)
        .join(people, _signer(), isouter=True)
        .where(said.state == StoryState.PUBLISHED.value, ~_decided_anew(), ~_withdrawn())
        .order_by(said.at.desc(), said.story_id.desc())
        .limit(limit)
    )
    return tuple(
        PublishedStory(
            id=StoryId(row.id),
            words=row.words,
            at=from_millis(row.published_at),
            author=row.name or "",
        )
        for row in connection.execute(query)
    )


def require_undecided_by_author(connection: Connection, story_id: StoryId) -> None:
    """Raise Gone where the author took the story back: nobody publishes it any more."""
    found = select(stories.c.id).where(stories.c.id == story_id, ~_withdrawn())
    if connection.scalar(found) is None:
        raise Gone


def require_own(connection: Connection, person_id: PersonId, story_id: StoryId) -> None:
    """Raise Gone unless the story is this person's, and not withdrawn already."""
    mine = and_(stories.c.id == story_id, stories.c.person_id == person_id, ~_withdrawn())
    if connection.scalar(select(stories.c.id).where(mine)) is None:
        raise Gone


def _signer() -> ColumnElement[bool]:
    """Who stands under a story: nobody under one that is not signed."""
    return and_(people.c.id == stories.c.person_id, stories.c.signed == true())


def _theirs(lead_id: PersonId, team_id: TeamId) -> ColumnElement[bool]:
    return and_(people.c.team_id == team_id, stories.c.person_id != lead_id)


def _decided_anew() -> ColumnElement[bool]:
    """Whether something else was decided after an outcome."""
    said, later = story_outcomes.c, story_outcomes.alias("later").c
    anew = select(later.id).where(
        later.story_id == said.story_id,
        later.state != StoryState.WITHDRAWN.value,
        tuple_(later.at, later.id) > tuple_(said.at, said.id),
    )
    return anew.correlate(story_outcomes).exists()


def _withdrawn() -> ColumnElement[bool]:
    said = story_outcomes.alias("withdrawn")
    taken = said.c.state == StoryState.WITHDRAWN.value
    return select(said.c.id).where(said.c.story_id == stories.c.id, taken).exists()


def _outcomes(connection: Connection, ids: list[StoryId]) -> dict[str, list[StoryOutcome]]:
    query = select(story_outcomes).where(story_outcomes.c.story_id.in_(ids))
    found: dict[str, list[StoryOutcome]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["story_id"], []).append(from_row(StoryOutcome, row))
    return found
