"""Reads fields of what a page or an application said: each of one kind, within bounds, or refused."""

import re
from collections.abc import Mapping
from enum import StrEnum
from math import isfinite
from typing import Any, Final, TypeVar

from desktop.domain.errors import Invalid

Said = Mapping[str, Any]
Chosen = TypeVar("Chosen", bound=StrEnum)

DIGEST: Final = re.compile(r"[0-9a-f]{64}")
CALL_ID: Final = re.compile(r"[0-9a-z][0-9a-z-]{7,63}")
"""Small letters alone: an id names a file, also where large and small letters are the same."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def text(said: Said, name: str, most: int, default: str | None = None) -> str:
    """A text of at most `most` characters, without control characters. Raises Invalid."""
    found = said.get(name, default)
    if not isinstance(found, str) or len(found) > most:
        raise Invalid(name, "text")
    return _CONTROL.sub("", found)


def matching(said: Said, name: str, pattern: re.Pattern[str]) -> str:
    """A text of this shape and no other. Raises Invalid."""
    found = said.get(name)
    if not isinstance(found, str) or pattern.fullmatch(found) is None:
        raise Invalid(name, "shape")
    return found


def whole(said: Said, name: str, least: int, most: int) -> int:
    """A whole number within bounds. Raises Invalid."""
    found = said.get(name)
    if type(found) is not int or not least <= found <= most:
        raise Invalid(name, "number")
    return found


def name(said: Said, field: str) -> str | int:
    """What a page calls a thing: a short text, or a number. Raises Invalid."""
    if isinstance(said.get(field), str):
        return text(said, field, 64)
    return whole(said, field, 0, 2**53)


def flag(said: Said, name: str) -> bool:
    """True or false. Raises Invalid."""
    found = said.get(name)
    if not isinstance(found, bool):
        raise Invalid(name, "flag")
    return found


def choice(said: Said, name: str, kind: type[Chosen]) -> Chosen:
    """One of an enumeration's values. Raises Invalid."""
    try:
        return kind(str(said.get(name)))
    except ValueError:
        raise Invalid(name, "choice") from None


def lang(said: Said, default: str = "fr") -> str:
    """A language that pages speak; anything else is the default."""
    found = said.get("lang")
    return found if found in ("fr", "en") else default


def points(said: Said, name: str, most: int) -> list[list[float]]:
    """Places in a picture, 0 to 1 from its left and its top. Raises Invalid."""
    found = said.get(name)
    if not isinstance(found, list) or not 1 <= len(found) <= most:
        raise Invalid(name, "points")
    return [_point(name, one) for one in found]


def _point(name: str, one: Any) -> list[float]:
    if not isinstance(one, list) or len(one) != 2:
        raise Invalid(name, "points")
    for each in one:
        if isinstance(each, bool) or not isinstance(each, int | float):
            raise Invalid(name, "points")
        if not (isfinite(each) and 0 <= each <= 1):
            raise Invalid(name, "points")
    return [float(each) for each in one]
