"""Carries domain values to rows of columns of the same names, and back."""

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from desktop.domain.instants import from_millis, to_millis

T = TypeVar("T")
Convert = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _converters(kind: Any) -> tuple[Convert, Convert]:
    """How a field of this type goes to its column, and comes back."""
    if hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    if isinstance(kind, types.UnionType) or get_origin(kind) is Union:
        (inner,) = (arg for arg in get_args(kind) if arg is not type(None))
        there, back = _converters(inner)
        return (
            lambda value: None if value is None else there(value),
            lambda value: None if value is None else back(value),
        )
    if get_origin(kind) is tuple:
        return _tuple_there, _tuple_back
    if kind is datetime:
        return to_millis, from_millis
    if kind is date:
        return date.isoformat, date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return (lambda value: value.value), kind
    if kind is bool:
        return _same, bool
    return _same, _same


def _tuple_there(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _tuple_back(value: str) -> tuple[Any, ...]:
    return tuple(tuple(item) if isinstance(item, list) else item for item in json.loads(value))


_PLANS: dict[type, tuple[tuple[str, Convert, Convert], ...]] = {}


def _plan(kind: Any) -> tuple[tuple[str, Convert, Convert], ...]:
    if kind not in _PLANS:
        hints = get_type_hints(kind)
        _PLANS[kind] = tuple(
            (field.name, *_converters(hints[field.name])) for field in dataclasses.fields(kind)
        )
    return _PLANS[kind]


def to_row(value: Any) -> dict[str, Any]:
    """The columns of a domain value (a flat dataclass)."""
    return {name: there(getattr(value, name)) for name, there, _ in _plan(type(value))}


def from_row(kind: type[T], row: Mapping[Any, Any]) -> T:
    """The domain value of a row; columns that the value does not know are left aside."""
    return kind(**{name: back(row[name]) for name, _, back in _plan(kind)})


def vocabularies(kind: type) -> dict[str, frozenset[str]]:
    """The fields of a domain value that hold one word of an enumeration, and its words."""
    found: dict[str, frozenset[str]] = {}
    for name, hint in get_type_hints(kind).items():
        for one in (hint, *get_args(hint)):
            if isinstance(one, type) and issubclass(one, Enum):
                found[name] = frozenset(str(each.value) for each in one)
    return found
