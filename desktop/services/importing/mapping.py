"""The mapping file: which column of a table says what, read strictly."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from desktop.domain.importing.recipes import StageName
from desktop.services.yaml_files import Document, Problem, ProblemCode, read

Into = Literal["customers", "contacts", "answers"]
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
FORMATS = ("excel", "iso")
_NAME = r"^[a-z0-9][a-z0-9_-]*$"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _column_alone(value: Any) -> Any:
    """`number: Client` is short for `number: {column: Client}`."""
    return {"column": value} if isinstance(value, str) else value


class CellShape(_Shape):
    """A value: a column, several joined, or a constant, and how it is read."""

    column: str | None = None
    columns: list[str] | None = Field(default=None, min_length=1)
    join: str = " "
    constant: str | None = None
    prefix: str = ""
    absent: list[str] = []
    values: dict[str, str] | None = None
    otherwise: Literal["reject", "keep", "empty"] = "reject"
    case: Literal["as_is", "title", "upper", "lower"] = "as_is"
    format: str | list[str] | None = None

    @property
    def names(self) -> list[str]:
        """The columns that it reads."""
        return [self.column] if self.column is not None else list(self.columns or ())


Cell = Annotated[CellShape, BeforeValidator(_column_alone)]


class ConditionShape(_Shape):
    """That a column holds one of these values, or none of them."""

    column: str
    values: list[str] = Field(min_length=1)
    negated: bool = False


class LeaveOutShape(ConditionShape):
    """Rows to leave out, and the reason under which they are counted."""

    reason: str = Field(pattern=r"^[a-z][a-z0-9_]*$")


class ContractShape(_Shape):
    """A contract told by the columns of a customer's row."""

    when: list[ConditionShape] = []
    number: Cell
    product: Cell
    kind: Cell | None = None
    status: Cell | None = None
    monthly: Cell | None = None
    starts: Cell | None = None
    committed_until: Cell | None = None
    remark: Cell | None = None


class CustomerFields(_Shape):
    """What a customer's row can tell."""

    number: Cell | None = None
    civility: Cell | None = None
    given_name: Cell | None = None
    family_name: Cell | None = None
    preferred_name: Cell | None = None
    address_as: Cell | None = None
    phone: Cell | None = None
    phone2: Cell | None = None
    email: Cell | None = None
    street: Cell | None = None
    postcode: Cell | None = None
    city: Cell | None = None
    since: Cell | None = None
    branch: Cell | None = None


class ContactFields(_Shape):
    """What a contact's row can tell, its times apart."""

    customer: Cell | None = None
    advisor: Cell | None = None
    channel: Cell | None = None
    reason: Cell | None = None
    abandoned: Cell | None = None
    resolution: Cell | None = None
    effort_seen: Cell | None = None
    estimate: Cell | None = None
    waited_s: Cell | None = None
    note: Cell | None = None


class AnswerFields(_Shape):
    """What an answer's row can tell."""

    token: Cell
    at: Cell
    satisfaction: Cell | None = None
    effort: Cell | None = None
    nps: Cell | None = None
    words: Cell | None = None


class StageShape(_Shape):
    """A stage of a contact: where its start, its end and its seconds stand."""

    start: Cell | None = None
    end: Cell | None = None
    seconds: Cell | None = None


class TimesShape(_Shape):
    """When a contact took place."""

    zone: str = "Europe/Paris"
    day: Cell | None = None
    midnight_is_absent: bool = False
    stages: dict[Literal["arrival", "wait", "service"], StageShape] = Field(min_length=1)


class Mapping(_Shape):
    """What both kinds of mapping share."""

    source: str = Field(pattern=_NAME)
    key: list[str] = Field(min_length=1)
    separator: Literal["comma", "semicolon", "tab", "pipe"] | None = None
    encoding: str | None = None
    sheet: str | None = None
    decimal: Literal["auto", ",", "."] = "auto"
    leave_out: list[LeaveOutShape] = []
    details: dict[str, Cell] = {}


class CustomerMapping(Mapping):
    """A table of customers."""

    into: Literal["customers"]
    country: str = Field(default="FR", pattern="^[A-Z]{2}$")
    fields: CustomerFields
    contracts: list[ContractShape] = []


class ContactMapping(Mapping):
    """A table of contacts."""

    into: Literal["contacts"]
    customers_of: str | None = Field(default=None, pattern=_NAME)
    team: str = "Importés"
    fields: ContactFields
    times: TimesShape


class AnswerMapping(Mapping):
    """A table of customers' answers."""

    into: Literal["answers"]
    contacts_of: str | None = Field(default=None, pattern=_NAME)
    zone: str = "Europe/Paris"
    fields: AnswerFields


AnyMapping = CustomerMapping | ContactMapping | AnswerMapping
_MAPPINGS: dict[Into, type[AnyMapping]] = {
    "customers": CustomerMapping,
    "contacts": ContactMapping,
    "answers": AnswerMapping,
}


def load(path: Path, into: Into) -> tuple[AnyMapping | None, tuple[Problem, ...]]:
    """The mapping of a file, or what keeps it from being used."""
    reading: Any = read(path, _MAPPINGS[into])
    if reading.model is None:
        return None, reading.problems
    mapping: AnyMapping = reading.model
    problems = tuple(_cell_problems(reading.document, mapping))
    if isinstance(mapping, ContactMapping):
        problems += tuple(_time_problems(reading.document, mapping))
    if isinstance(mapping, AnswerMapping):
        problems += tuple(_zone_problems(reading.document, mapping.zone, ("zone",)))
    return (None, problems) if problems else (mapping, ())


def _cell_problems(document: Document, mapping: AnyMapping) -> list[Problem]:
    """Each value comes from exactly one of: a column, several, a constant."""
    found = []
    for place, cell in cells(mapping):
        told = [cell.column is not None, cell.columns is not None, cell.constant is not None]
        if sum(told) != 1:
            wanted = "column | columns | constant"
            found.append(document.problem(place, ProblemCode.WRONG_VALUE, wanted))
        formats = [cell.format] if isinstance(cell.format, str) else cell.format or []
        if not all(_known_format(one) for one in formats):
            wanted = "excel | iso | %d/%m/%Y"
            found.append(document.problem((*place, "format"), ProblemCode.WRONG_VALUE, wanted))
    return found


def _known_format(form: str) -> bool:
    if form in FORMATS:
        return True
    try:
        datetime.strptime("", form).replace(tzinfo=UTC)
    except ValueError as error:
        # An empty text matches no format; a format that cannot be says so in other words.
        return "%" in form and "does not match" in str(error)
    return False


def _time_problems(document: Document, mapping: ContactMapping) -> list[Problem]:
    found = _zone_problems(document, mapping.times.zone, ("times", "zone"))
    for name, stage in mapping.times.stages.items():
        if stage.start is None and stage.end is None:
            where = ("times", "stages", name)
            found.append(document.problem(where, ProblemCode.MISSING, "start | end"))
    return found


def _zone_problems(document: Document, zone: str, place: tuple[str, ...]) -> list[Problem]:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return [document.problem(place, ProblemCode.WRONG_VALUE, zone)]
    return []


def cells(mapping: AnyMapping) -> list[tuple[tuple[str | int, ...], CellShape]]:
    """Every value of a mapping, with its place in the file."""
    found: list[tuple[tuple[str | int, ...], CellShape]] = [
        (("details", label), cell) for label, cell in mapping.details.items()
    ]
    found += _cells_of(mapping.fields, ("fields",))
    if isinstance(mapping, CustomerMapping):
        for index, contract in enumerate(mapping.contracts):
            found += _cells_of(contract, ("contracts", index))
    elif isinstance(mapping, ContactMapping):
        found += _cells_of(mapping.times, ("times",))
        for name in StageName:
            if name.value in mapping.times.stages:
                stage = mapping.times.stages[name.value]
                found += _cells_of(stage, ("times", "stages", name.value))
    return found


def _cells_of(
    shape: BaseModel, place: tuple[str | int, ...]
) -> list[tuple[tuple[str | int, ...], CellShape]]:
    return [
        ((*place, name), value)
        for name in type(shape).model_fields
        if isinstance(value := getattr(shape, name), CellShape)
    ]
