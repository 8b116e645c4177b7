"""A mapping made ready for one table: columns by their place, formats, values, keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Otherwise(StrEnum):
    """What to do with a value that the mapping's list does not know."""

    REJECT = "reject"
    KEEP = "keep"
    EMPTY = "empty"


class Case(StrEnum):
    """How letters are written."""

    AS_IS = "as_is"
    TITLE = "title"
    UPPER = "upper"
    LOWER = "lower"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRule:
    """Where a value comes from and how it is read."""

    field: str
    """Name of the columns, for messages."""
    columns: tuple[int, ...] = ()
    constant: str | None = None
    joined_by: str = " "
    prefix: str = ""
    absent: frozenset[str] = frozenset()
    """Words that mean nothing at all."""
    values: Mapping[str, str] | None = None
    otherwise: Otherwise = Otherwise.REJECT
    case: Case = Case.AS_IS
    formats: tuple[str, ...] = ()
    plain: int = -1
    """The one column read as it is; -1 where there is more to it. Rows are many: it saves time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """That a column holds one of these values (or none of them)."""

    column: int
    values: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Rows that the mapping leaves out, and under which reason they are counted."""

    condition: Condition
    reason: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractRule:
    """A contract that some rows hold."""

    when: tuple[Condition, ...] = ()
    cells: Mapping[str, CellRule] = field(default_factory=dict)


class StageName(StrEnum):
    """The stages of a contact, in their order."""

    ARRIVAL = "arrival"
    WAIT = "wait"
    SERVICE = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRule:
    """Where a stage's start, end and seconds stand."""

    name: StageName
    start: CellRule | None = None
    end: CellRule | None = None
    seconds: CellRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What both kinds of table share."""

    source: str
    key: tuple[int, ...]
    key_names: tuple[str, ...]
    cells: Mapping[str, CellRule]
    details: tuple[tuple[str, CellRule], ...] = ()
    leave_out: tuple[LeftOut, ...] = ()
    decimal: str = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRecipe(Recipe):
    """How a row becomes a customer and contracts."""

    country: str = "FR"
    contracts: tuple[ContractRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRecipe(Recipe):
    """How a row becomes a contact."""

    customers_of: str
    """The source whose key the customer's column holds."""
    zone: str
    day: CellRule | None = None
    """The column of the day, where times come without one."""
    stages: tuple[StageRule, ...] = ()
    midnight_is_absent: bool = False
    """A stage from 0:00:00 to 0:00:00 did not take place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecipe(Recipe):
    """How a row becomes a customer's answer."""

    zone: str
    contacts_of: str = ""
    """The source of contacts whose key the token is; empty: the token is the contact's own id."""
