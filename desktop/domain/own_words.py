"""An advisor's own wording of a step (« mes mots »): kept, offered first, shared if they like."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """How somebody says a step; the newest of a person and step is in force."""

    id: str
    person_id: PersonId
    at: datetime
    script_id: str
    step_id: str
    words: str
    """Empty: they went back to the guide's words."""
    shared: bool = False
    """Colleagues may read it, with its author's name."""
