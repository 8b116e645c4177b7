"""The people who serve: who may sign in, in which team, led by whom."""

from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role, Team
from desktop.services.store import identity
from desktop.services.store import people as kept
from desktop.services.store.local import LocalStore


class People:
    """Reads people; adding them is the administrator's, but for the first of a plain store."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store

    async def begin(self, name: str) -> Person:
        """Add the first person of a store that has nobody, an advisor without a team."""
        person = Person(id=PersonId(self._store.clock.new_id()), name=name, role=Role.ADVISOR)
        await self._store.write(kept.add, person)
        return person

    async def signed_in(self) -> Person | None:
        """Whose store this is; None for a plain one, where one picks who one is.

        Before the first pull it is known from the greeting (`keep`).
        """
        found = await self._store.read(identity.read)
        return None if found is None else await self._store.read(kept.one, found.person_id)

    async def keep(self, person: Person) -> None:
        """Write a person down as the server greeted them, or bring them up to date."""
        await self._store.write(kept.keep, person)

    async def all(self) -> tuple[Person, ...]:
        """Everybody who may sign in, by name."""
        return await self._store.read(kept.all_enabled)

    async def teams(self) -> tuple[Team, ...]:
        """All teams, by name."""
        return await self._store.read(kept.teams)

    async def lead_of(self, person: Person) -> Person | None:
        """The lead of the person's team; None without a team, without a lead, or for the lead."""
        if person.team_id is None:
            return None
        lead = await self._store.read(kept.lead_of, person.team_id)
        return None if lead is None or lead.id == person.id else lead
