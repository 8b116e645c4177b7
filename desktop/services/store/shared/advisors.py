"""Advisors whom an import names, found among the people of the shared database, or made."""

from collections.abc import Sequence

from desktop.domain.ids import PersonId
from desktop.domain.importing.keeping import free_sign_in, person_id_of, team_id_of
from desktop.services.store.shared.acting import Connection, change, every, one


def advisors(
    connection: Connection, source: str, names: Sequence[str], team: str
) -> dict[str, PersonId]:
    """The person of each name; those whom nobody knows are made, without a role to sign in."""
    known: dict[str, list[str]] = {}
    taken = set()
    for row in every(connection, "select id, name, sign_in from vav.people"):
        known.setdefault(row["name"].casefold(), []).append(row["id"])
        taken.add(row["sign_in"])
    query = "select id from vav.tombstones where kind = 'person' and id = any(%s)"
    own_ids = [person_id_of(source, name) for name in names]
    erased = {row["id"] for row in every(connection, query, own_ids)}
    found, made = {}, []
    for name in names:
        same = known.get(name.casefold(), [])
        own = person_id_of(source, name)
        if len(same) == 1 or own in same or own in erased:
            # Whoever was erased stays nobody: their calls go to the id that names nobody.
            found[name] = PersonId(same[0]) if len(same) == 1 else own
            continue
        sign_in = free_sign_in(name, taken)
        taken.add(sign_in)
        known.setdefault(name.casefold(), []).append(own)
        made.append({"id": own, "name": name, "sign_in": sign_in})
        found[name] = own
    if made:
        team_id = _team(connection, team)
        for row in made:
            change(connection, _MAKE, row["id"], row["name"], row["sign_in"], team_id)
    return found


_MAKE = """insert into vav.people (id, name, sign_in, role, team_id)
    values (%s, %s, %s, 'advisor', %s) on conflict (id) do nothing"""


def _team(connection: Connection, name: str) -> str:
    found = one(connection, "select id from vav.teams where name = %s limit 1", name)
    if found is None:
        ident = team_id_of(name)
        change(connection, "insert into vav.teams (id, name) values (%s, %s)", ident, name)
        return ident
    return str(found["id"])
