"""Reads the tables of a settings file key by key, so that every complaint names its line."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Self

from desktop.config.errors import BadSettings

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([\w.\-\"' ]+?)\s*\]\]?\s*(?:#.*)?")
_KEY: Final = re.compile(r"\s*([\w.\-\"' ]+?)\s*=")


def lines(text: str) -> dict[str, int]:
    """The line on which each key or table first stands, by its dotted name: `video.sms.url`.

    Tables of a list are numbered: `video.places.0.id`. What is written within one value (an inline
    table, a list over several lines) stands where that value begins.
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            table = _bare(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}.{counts[table]}"
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault(f"{table}.{_bare(key[1])}".lstrip("."), number)
    return found


def _bare(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))


class Table:
    """One table while it is read; what nobody asked for by the end is unknown."""

    def __init__(self, file: Path, found: Mapping[str, Any], name: str, at: dict[str, int]) -> None:
        self._file = file
        self._left = dict(found)
        self._name = name
        self._at = at

    @classmethod
    def read(cls, file: Path) -> Self:
        """The whole of a TOML file. Raises BadSettings("unreadable")."""
        try:
            text = file.read_text(encoding="utf-8")
            found = tomllib.loads(text)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise BadSettings(str(file), "unreadable", str(error)) from error
        return cls(file, found, "", lines(text))

    def text(self, name: str, default: str = "", check: Callable[[str], str] | None = None) -> str:
        """A text; `check` answers "" or why it is wrong."""
        value = self._left.pop(name, default)
        if not isinstance(value, str):
            raise self.wrong(name, "text", value)
        why = check(value) if check is not None and value else ""
        if why:
            raise self.wrong(name, why, value)
        return value

    def choice(self, name: str, *choices: str) -> str:
        """One of these texts, the first where nothing is written."""
        value = self._left.pop(name, choices[0])
        if value not in choices:
            raise self.wrong(name, "choice", value)
        return str(value)

    def whole(self, name: str, default: int, lowest: int, highest: int) -> int:
        """A whole number from `lowest` to `highest`."""
        value = self._left.pop(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise self.wrong(name, "number", value)
        return value

    def yes(self, name: str, *, default: bool) -> bool:
        """True or false."""
        value = self._left.pop(name, default)
        if not isinstance(value, bool):
            raise self.wrong(name, "yes_or_no", value)
        return value

    def list(self, name: str, kinds: tuple[type, ...] = (str,)) -> tuple[Any, ...]:
        """Values of these types; a single one may stand without brackets."""
        value = self._left.pop(name, [])
        values = value if isinstance(value, list) else [value]
        for one in values:
            if not isinstance(one, kinds) or (isinstance(one, bool) and bool not in kinds):
                raise self.wrong(name, "list", one)
        return tuple(values)

    def any(self, name: str) -> Any:
        """Whatever stands there; None: nothing."""
        return self._left.pop(name, None)

    def table(self, name: str) -> "Table | None":
        """A table within this one; None: it is not there."""
        value = self._left.pop(name, None)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.wrong(name, "table", value)
        return Table(self._file, value, self._full(name), self._at)

    def tables(self, name: str) -> "Iterator[Table]":
        """The tables of a list."""
        values = self._left.pop(name, [])
        if not isinstance(values, list):
            raise self.wrong(name, "table", values)
        for number, value in enumerate(values):
            if not isinstance(value, dict):
                raise self.wrong(name, "table", value)
            yield Table(self._file, value, self._full(f"{name}.{number}"), self._at)

    def items(self) -> dict[str, Any]:
        """All that is left, which counts as asked for."""
        left, self._left = self._left, {}
        return left

    def done(self) -> None:
        """Complain of what nobody asked for."""
        for name in self._left:
            raise self.wrong(name, "unknown", name)

    def wrong(self, name: str, why: str, value: object) -> BadSettings:
        """The complaint about a key, with its line."""
        return BadSettings(self.where(name), why, str(value))

    def where(self, name: str) -> str:
        """File and line of a key, or of what it stands in."""
        whole = self._full(name)
        while whole and whole not in self._at:
            whole = whole.rpartition(".")[0]
        return f"{self._file}:{self._at.get(whole, 1)}"

    def _full(self, name: str) -> str:
        return f"{self._name}.{name}".lstrip(".")
