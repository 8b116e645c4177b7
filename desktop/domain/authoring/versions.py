"""Published versions of guides: facts that are never changed, and which of them is in force."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import PersonId, ScriptVersionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptVersion:
    """One version of a guide as a lead published it, whole."""

    id: ScriptVersionId
    script_id: str
    version: int
    """One more than the version that it was written from."""
    person_id: PersonId
    at: datetime
    text: str
    """The guide as YAML, in the shape of `resources/scripts/`."""
    based_on: str = ""
    """Id of the version that it was written from; empty: from the guide that came with the application
    or the shared database, or from nothing."""
    settles: tuple[str, ...] = ()
    """Ids of the other versions that it was picked over."""
    note: str = ""
    """What changed, in the lead's words."""
    retired: bool = False
    """Nobody is offered this guide from now on."""
