"""YAML files read strictly: what is wrong is said as data, with its file, line and field."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    import yaml
    from pydantic import BaseModel

Model = TypeVar("Model", bound="BaseModel")
MAX_BYTES = 256 * 1024
MAX_DEPTH = 20


class ProblemCode(StrEnum):
    """What can be wrong in a file that people write."""

    UNREADABLE = "unreadable"
    WRONG_ENCODING = "wrong_encoding"
    """Not UTF-8; what it seems to be, empty where it is no text at all."""
    TOO_LARGE = "too_large"
    NOT_YAML = "not_yaml"
    MISSING = "missing"
    UNKNOWN_FIELD = "unknown_field"
    REPEATED_FIELD = "repeated_field"
    WRONG_TYPE = "wrong_type"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    OUT_OF_RANGE = "out_of_range"
    BAD_ID = "bad_id"
    WRONG_VALUE = "wrong_value"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend: where it is, what it is, and the values that explain it."""

    file: str
    line: int
    """From 1; 0 when the file could not be read at all."""
    field: str
    """Path such as `steps[2].reactions[0].to`; empty for the whole file."""
    code: ProblemCode
    values: tuple[str, ...] = ()


Place = tuple[int | str, ...]
"""Keys and indexes from the document's root."""

_CODES = {
    "missing": ProblemCode.MISSING,
    "extra_forbidden": ProblemCode.UNKNOWN_FIELD,
    "string_too_short": ProblemCode.EMPTY,
    "too_short": ProblemCode.EMPTY,
    "string_too_long": ProblemCode.TOO_LONG,
    "too_long": ProblemCode.TOO_LONG,
    "string_pattern_mismatch": ProblemCode.BAD_ID,
    "greater_than_equal": ProblemCode.OUT_OF_RANGE,
    "less_than_equal": ProblemCode.OUT_OF_RANGE,
}


class Document:
    """A parsed file that remembers on which line each of its fields stands."""

    def __init__(self, file: str, root: "yaml.Node | None", data: object) -> None:
        self.file = file
        self.data = data
        self._root = root

    def line(self, place: Place) -> int:
        """Line of a field; of what holds it where it is absent."""
        import yaml

        node, line = self._root, 1
        for step in place:
            found: yaml.Node | None = None
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    if key.value == str(step):
                        found, line = value, key.start_mark.line + 1
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                found = node.value[step] if step < len(node.value) else None
                line = found.start_mark.line + 1 if found else line
            if found is None:
                return line
            node = found
        return line

    def problem(self, place: Place, code: ProblemCode, *values: str) -> Problem:
        """A problem at that place."""
        return Problem(
            file=self.file,
            line=self.line(place),
            field=field_name(place),
            code=code,
            values=values,
        )

    def repeated(self) -> tuple[Problem, ...]:
        """Fields written twice in one mapping, of which YAML would keep the last in silence."""
        return tuple(_repeated(self.file, self._root, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[Model]):
    """What came of a file: its model, or the problems that keep it from being used."""

    model: Model | None
    document: Document
    problems: tuple[Problem, ...] = ()


def field_name(place: Place) -> str:
    """`steps[2].reactions[0].to`."""
    name = ""
    for step in place:
        name += f"[{step}]" if isinstance(step, int) else f".{step}"
    return name.removeprefix(".")


def read(path: Path, shape: type[Model]) -> Reading[Model]:
    """Read and validate one file; never raises for what the file holds."""
    blank = Document(path.name, None, None)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 4)
    except OSError as error:
        return _failed(blank, 0, ProblemCode.UNREADABLE, type(error).__name__)
    if len(raw) > MAX_BYTES:
        return _failed(blank, 0, ProblemCode.TOO_LARGE, str(MAX_BYTES // 1024))
    try:
        text = raw.decode("utf-8-sig")
        if "\0" not in text:
            return read_text(path.name, text, shape)
        place = 0
    except UnicodeDecodeError as error:
        place = error.start
    line = raw.count(b"\n", 0, place) + 1
    return _failed(blank, line, ProblemCode.WRONG_ENCODING, _encoding(raw))


def _encoding(raw: bytes) -> str:
    """What a file that is not UTF-8 seems to be, by what a Windows machine writes."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[1::2].count(0) > len(raw) // 4:
        return "UTF-16"
    return "" if b"\0" in raw else "Windows-1252"


def read_text(name: str, text: str, shape: type[Model]) -> Reading[Model]:
    """As `read`, of a text that problems call by this name."""
    import yaml

    blank = Document(name, None, None)
    if len(text.encode()) > MAX_BYTES:
        return _failed(blank, 0, ProblemCode.TOO_LARGE, str(MAX_BYTES // 1024))
    try:
        refused = _refused(text)
        if refused:
            return _failed(blank, refused[0], ProblemCode.NOT_YAML, refused[1])
        return _validated(_parsed(name, text), shape)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        words = str(getattr(error, "problem", "") or error)
        return _failed(blank, mark.line + 1 if mark else 1, ProblemCode.NOT_YAML, words)


def _parsed(file: str, text: str) -> Document:
    loader = _loader()(text)
    try:
        root = loader.get_single_node()
        return Document(file, root, loader.construct_document(root) if root else None)
    finally:
        loader.dispose()


def _validated(document: Document, shape: type[Model]) -> Reading[Model]:
    from pydantic import ValidationError

    try:
        model = shape.model_validate(document.data)
    except ValidationError as error:
        problems = tuple(
            document.problem(
                tuple(slip["loc"]),
                _CODES.get(slip["type"], _by_kind(slip["type"])),
                *_explained(slip["type"], slip.get("ctx", {})),
            )
            for slip in error.errors(include_url=False)
        )
        return Reading(model=None, document=document, problems=problems + document.repeated())
    repeated = document.repeated()
    return Reading(model=None if repeated else model, document=document, problems=repeated)


def _by_kind(kind: str) -> ProblemCode:
    return ProblemCode.WRONG_TYPE if kind.endswith("_type") else ProblemCode.WRONG_VALUE


def _explained(kind: str, context: dict[str, Any]) -> tuple[str, ...]:
    if kind.endswith("_type"):
        return (kind.removesuffix("_type"),)
    return tuple(str(context[name]) for name in ("max_length", "ge", "le") if name in context)


def _failed(document: Document, line: int, code: ProblemCode, words: str) -> Reading[Any]:
    problem = Problem(file=document.file, line=line, field="", code=code, values=(words,))
    return Reading(model=None, document=document, problems=(problem,))


def _refused(text: str) -> tuple[int, str] | None:
    """Line and reason of what is never read: nesting so deep that it would crash the reader,
    and aliases, which could hold themselves or grow without end.
    """
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=_loader()):
        if isinstance(event, yaml.AliasEvent):
            return _line_of(event), "alias"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return _line_of(event), "depth"
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _line_of(event: "yaml.Event") -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _repeated(file: str, node: "yaml.Node | None", place: Place) -> list[Problem]:
    import yaml

    found: list[Problem] = []
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            found += _repeated(file, item, (*place, index))
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            here = (*place, str(key.value))
            if key.value in seen:
                found.append(
                    Problem(
                        file=file,
                        line=key.start_mark.line + 1,
                        field=field_name(here),
                        code=ProblemCode.REPEATED_FIELD,
                    )
                )
            seen.add(key.value)
            found += _repeated(file, value, here)
    return found
