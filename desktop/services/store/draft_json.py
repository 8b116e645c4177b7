"""Drafts as JSON: what an older or newer version wrote is read as far as it is understood."""

import dataclasses
import json
import logging
import types
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from desktop.domain.contacts import Draft
from desktop.domain.instants import from_millis, to_millis

Read = Callable[[Any], Any]


class _Strange(ValueError):
    """A value that this version does not understand."""


def to_json(draft: Draft) -> str:
    """The draft's fields by name; instants in milliseconds, enums as their value.

    Escaped to ASCII: even half a character, as some keyboards send, can be kept.
    """
    return dumps(draft)


def dumps(value: Any) -> str:
    """Any value of the domain, as `to_json` writes a draft."""
    return json.dumps(_plain(value), separators=(",", ":"))


def understood(kind: type, body: str) -> dict[str, Any] | None:
    """The fields of a body that are there and understood; None where it is no JSON object."""
    try:
        found = json.loads(body)
    except ValueError:
        return None
    return _read_fields(kind, found) if isinstance(found, dict) else None


def texts(body: str) -> tuple[str, ...]:
    """The texts of a list; what is none is left out."""
    try:
        found = json.loads(body)
    except ValueError:
        return ()
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def from_json(body: str, empty: Draft) -> Draft:
    """The draft of a body; `empty` has its identity and start, from the columns beside it.

    Unknown fields are left aside, missing or strange ones stay as in `empty`. A body that is
    no JSON at all comes back as the note, so that its words can still be read.
    """
    found = understood(Draft, body)
    if found is None:
        return dataclasses.replace(empty, note=body)
    return dataclasses.replace(empty, **found)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return to_millis(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


@cache
def _readers(kind: type) -> dict[str, Read]:
    hints = get_type_hints(kind)
    return {one.name: _reader(hints[one.name]) for one in dataclasses.fields(kind)}


def _read_fields(kind: type, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are there and understood."""
    found = {}
    for name, read in _readers(kind).items():
        if name in fields:
            try:
                found[name] = read(fields[name])
            except _Strange:
                logging.getLogger(__name__).warning("draft field %s not understood", name)
    return found


def _reader(kind: Any) -> Read:
    if hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    if isinstance(kind, types.UnionType) or get_origin(kind) is Union:
        (inner,) = (arg for arg in get_args(kind) if arg is not types.NoneType)
        return _optional(_reader(inner))
    if get_origin(kind) is tuple:
        return _sequence(get_args(kind))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _nested(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind)
    if kind is datetime:
        return _instant
    return lambda value: _exactly(kind, value)


def _instant(value: Any) -> datetime:
    try:
        return from_millis(_exactly(int, value))
    except (OverflowError, OSError, ValueError) as error:
        raise _Strange from error


def _exactly(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise _Strange
    return value


def _optional(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _sequence(args: tuple[Any, ...]) -> Read:
    """Items that are not understood are left out; a fixed tuple must be whole."""
    if args[-1] is Ellipsis:
        each = _reader(args[0])
        return lambda value: tuple(_understood(each, _exactly(list, value)))
    parts = tuple(_reader(arg) for arg in args)

    def fixed(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) != len(parts):
            raise _Strange
        return tuple(read(one) for read, one in zip(parts, value, strict=True))

    return fixed


def _understood(read: Read, values: list[Any]) -> list[Any]:
    found = []
    for value in values:
        try:
            found.append(read(value))
        except _Strange:
            logging.getLogger(__name__).warning("draft item not understood")
    return found


def _nested(kind: type) -> Read:
    def read(value: Any) -> Any:
        try:
            return kind(**_read_fields(kind, _exactly(dict, value)))
        except TypeError as error:
            raise _Strange from error

    return read


def _member(kind: type[Enum]) -> Read:
    def read(value: Any) -> Enum:
        try:
            return kind(value)
        except ValueError as error:
            raise _Strange from error

    return read
