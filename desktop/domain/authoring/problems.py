"""What can be wrong with a guide, as data: where, what, and how much it matters."""

from dataclasses import dataclass
from enum import StrEnum

Place = tuple[int | str, ...]
"""Keys and indexes from the guide down, as its file has them: `("steps", 2, "say")`."""


class Severity(StrEnum):
    """Whether a guide can be published with it."""

    ERROR = "error"
    ADVICE = "advice"


class Code(StrEnum):
    """What is wrong; those that a file can have too bear the names of `yaml_files.ProblemCode`."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    BAD_ID = "bad_id"
    DUPLICATE_ID = "duplicate_id"
    UNKNOWN_STEP = "unknown_step"
    UNREACHABLE_STEP = "unreachable_step"
    UNKNOWN_REASON = "unknown_reason"
    UNKNOWN_VARIABLE = "unknown_variable"
    BAD_BRACES = "bad_braces"
    BAD_GROUP = "bad_group"
    BAD_EMPHASIS = "bad_emphasis"
    ELISION = "elision"
    HOLE = "hole"
    MARKUP = "markup"
    REFUSED = "refused"
    """Publishing refused it, for a reason that no check knows."""
    NO_WAY_ON = "no_way_on"
    """From this step no end of the guide can be reached: one goes round and round."""
    SAME_TITLE = "same_title"
    """Another step has this title: nobody can tell them apart in the row of steps."""
    LONG_TO_SAY = "long_to_say"
    """It takes more than half a minute to say."""
    LEADS_HERE = "leads_here"
    """The reaction leads back to its own step."""


ADVICE = frozenset({Code.SAME_TITLE, Code.LONG_TO_SAY, Code.LEADS_HERE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend."""

    place: Place
    code: Code
    step: str = ""
    """Id of the step that it is in; empty: the guide itself."""
    item: str = ""
    """Id of the question, check, reaction or suggestion."""
    values: tuple[str, ...] = ()
    """What explains it: the unknown name, the most that is allowed, what was asked for."""
    quiet: bool = False
    """Empty still, and nobody passed by: said as a hint. It counts all the same."""

    @property
    def severity(self) -> Severity:
        """Errors keep a guide from being published; advice does not."""
        return Severity.ADVICE if self.code in ADVICE else Severity.ERROR

    @property
    def field(self) -> str:
        """Name of the field within the guide, the step or the line: `say`, `label`, `law.why`."""
        names = [str(part) for part in self.place if isinstance(part, str)]
        if names[:1] == ["steps"] and len(self.place) > 1:
            names = names[1:]
        if self.item:
            names = names[1:]
        return ".".join(names)

    @property
    def list_name(self) -> str:
        """Name of the list that the line is in (`reactions`); empty for what is in none."""
        return str(self.place[2]) if self.item and len(self.place) > 2 else ""
