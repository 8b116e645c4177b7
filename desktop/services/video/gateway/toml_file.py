"""A TOML file whose errors name the line: each name is taken once, and what is left is unknown."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from desktop.config import BadSettings

_SECTION = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")
_NAME = re.compile(r"\s*\"?([\w-]+)\"?\s*=")


class TomlTable:
    """One table of the file."""

    def __init__(self, path: Path, values: Mapping[str, Any], lines: Mapping[str, int]) -> None:
        self._path = path
        self._values = values
        self._lines = lines
        """Line of each name; that of the table itself under its empty name."""
        self._taken: set[str] = set()

    def bad(self, name: str, why: str, value: str = "") -> BadSettings:
        """What to raise of a name that stands here, or should."""
        line = self._lines.get(name, self._lines.get("", 1))
        return BadSettings(f"{self._path}:{line}", why, value or name)

    def _take(self, name: str, kind: type, default: Any) -> Any:
        self._taken.add(name)
        value = self._values.get(name, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.bad(name, "kind")
        return value

    def text(self, name: str, default: str = "") -> str:
        """A text."""
        return str(self._take(name, str, default))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; none where it is not there."""
        found = self._take(name, list, [])
        if not all(isinstance(one, str) for one in found):
            raise self.bad(name, "kind")
        return tuple(found)

    def flag(self, name: str) -> bool:
        """True or false; false where it is not there."""
        return bool(self._take(name, bool, False))

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        """A whole number within bounds."""
        found = int(self._take(name, int, default))
        if not least <= found <= most:
            raise self.bad(name, "range", str(found))
        return found

    def choice(self, name: str, known: tuple[str, ...]) -> str:
        """One of these; the first where it is not there."""
        found = self.text(name, known[0])
        if found not in known:
            raise self.bad(name, "choice", found)
        return found

    def path(self, name: str) -> Path | None:
        """A file or folder, beside this file where it is relative."""
        text = self.text(name)
        return self._path.parent / Path(text).expanduser() if text else None

    def names(self) -> tuple[str, ...]:
        """All names in it; they count as known."""
        return tuple(self._values)

    def table(self, name: str) -> "TomlTable":
        """A table below this one; an empty one where it is not there."""
        values = self._take(name, dict, {})
        return TomlTable(self._path, values, _lines(self._path, name))

    def tables(self, name: str) -> tuple["TomlTable", ...]:
        """A list of tables."""
        found = self._take(name, list, [])
        if not all(isinstance(one, dict) for one in found):
            raise self.bad(name, "kind")
        return tuple(
            TomlTable(self._path, one, _lines(self._path, name, which))
            for which, one in enumerate(found)
        )

    def done(self) -> None:
        """Nothing more is asked. Raises BadSettings for a name that nobody asked for."""
        for name in self._values:
            if name not in self._taken:
                raise self.bad(name, "unknown", name)


@dataclass(frozen=True, slots=True)
class TomlFile:
    """The whole of it."""

    top: TomlTable

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read it. Raises BadSettings."""
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise BadSettings(str(path), "unreadable", str(error)) from error
        return cls(TomlTable(path, values, _lines(path, "")))


def _lines(path: Path, section: str, which: int = 0) -> dict[str, int]:
    """Where each name of a section stands; `which` of them where there are several."""
    found: dict[str, int] = {}
    now, seen = "", -1
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if head := _SECTION.match(line):
            now = head[1]
            seen += now == section
            if not section:
                found.setdefault(now, number)
            elif now == section and seen == which:
                found[""] = number
        elif (name := _NAME.match(line)) and now == section and (not section or seen == which):
            found.setdefault(name[1], number)
    return found
