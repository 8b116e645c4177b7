"""How people say a step, in the local store: one's own, and those that colleagues share."""

import json

from sqlalchemy import ColumnElement, Connection, select

from desktop.domain.ids import PersonId
from desktop.domain.own_words import ColleagueWords, OwnWords, Place, StepWording, newest
from desktop.services.store import preferences
from desktop.services.store.rows import from_row
from desktop.services.store.script_tables import own_words
from desktop.services.store.tables import people

MOST = 400
"""How many of the latest wordings of a step are looked at."""

SHOWN = 20
"""How many colleagues' words a step offers."""


def of_step(connection: Connection, person_id: PersonId, place: Place) -> StepWording:
    """What this person has at a step: own words, those begun, colleagues' latest first."""
    here = (own_words.c.script_id == place.script_id) & (own_words.c.step_id == place.step_id)
    # By themselves: many others may have written since.
    own = newest(_latest(connection, here & (own_words.c.person_id == person_id), 1))
    found = newest(_latest(connection, here, MOST))
    shared = [one for one in found.values() if one.shared and one.person_id != person_id]
    shared.sort(key=lambda one: (one.at, one.id), reverse=True)
    begun = preferences.get(connection, person_id, begun_name(place))
    return StepWording(
        own=own.get(person_id),
        begun=None if begun is None else str(json.loads(begun)),
        colleagues=_named(connection, shared[:SHOWN]),
    )


def _latest(connection: Connection, wanted: ColumnElement[bool], most: int) -> tuple[OwnWords, ...]:
    order = (own_words.c.at.desc(), own_words.c.id.desc())
    rows = connection.execute(select(own_words).where(wanted).order_by(*order).limit(most))
    return tuple(from_row(OwnWords, row) for row in rows.mappings())


def begun_name(place: Place) -> str:
    """The name under which words being written wait."""
    return f"own_words:{place.script_id}/{place.step_id}"


def _named(connection: Connection, shared: list[OwnWords]) -> tuple[ColleagueWords, ...]:
    ids = [one.person_id for one in shared]
    query = select(people.c.id, people.c.name).where(people.c.id.in_(ids))
    names = {row.id: row.name for row in connection.execute(query)}
    return tuple(
        ColleagueWords(person_id=one.person_id, name=names[one.person_id], words=one.words.strip())
        for one in shared
        if names.get(one.person_id)
    )
