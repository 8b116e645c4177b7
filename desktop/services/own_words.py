"""« Mes mots »: an advisor's own wording of a step, kept as typed, in force once it is said so."""

import json
from collections.abc import Mapping

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Invalid
from desktop.domain.ids import PersonId
from desktop.domain.own_words import OwnWords, Place, StepWording, problem
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import own_words as kept
from desktop.services.store import preferences
from desktop.services.store.local import LocalStore


class OwnWording:
    """Use cases of own words; colleagues' reach this machine only while they are shared."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    async def of_step(self, person_id: PersonId, place: Place) -> StepWording:
        """What this person has at a step beside the guide's words."""
        return await self._store.read(kept.of_step, person_id, place)

    async def begin(self, person_id: PersonId, place: Place, words: str) -> None:
        """Keep words as they are typed; they are in force for nobody yet."""
        text = json.dumps(words, ensure_ascii=False)
        await self._store.write(preferences.put, person_id, kept.begun_name(place), text)

    async def drop(self, person_id: PersonId, place: Place) -> None:
        """Forget the words that were being written."""
        await self._store.write(preferences.drop, person_id, kept.begun_name(place))

    async def keep(
        self,
        person_id: PersonId,
        place: Place,
        words: str,
        *,
        shared: bool,
        fallbacks: Mapping[str, str],
    ) -> OwnWords:
        """Say the step this way from now on; raises Invalid("words") naming what is wrong."""
        if slip := problem(words, fallbacks):
            raise Invalid("words", slip[0])
        return await self.restore(person_id, place, words.strip(), shared=shared)

    async def go_back(self, person_id: PersonId, place: Place) -> OwnWords:
        """Say the step in the guide's words again; what was shared is no longer."""
        return await self.restore(person_id, place, "", shared=False)

    async def restore(
        self, person_id: PersonId, place: Place, words: str, *, shared: bool
    ) -> OwnWords:
        """Put words in force that were so before; "" for the guide's."""
        said = OwnWords(
            id=self._clock.new_id(),
            person_id=person_id,
            at=self._clock.now(),
            script_id=place.script_id,
            step_id=place.step_id,
            words=words,
            shared=shared and bool(words),
        )
        async with self._store.unit() as unit:
            unit.record(said)
            unit.then(preferences.drop, person_id, kept.begun_name(place))
        self._changes.tell(Changed(kind=Kind.SCRIPT))
        return said
