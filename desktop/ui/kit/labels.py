"""French words for the domain's enums: each feature registers a function for its own."""

from collections.abc import Callable
from enum import Enum
from typing import Any, Final, TypeVar

E = TypeVar("E", bound=Enum)

_WORDS: Final[dict[type[Enum], Callable[[Any], str]]] = {}


def register(kind: type[E]) -> Callable[[Callable[[E], str]], Callable[[E], str]]:
    """Make the decorated function the one that names members of `kind`.

    It is called each time, so that its `translate()` calls follow the language in force.
    """

    def keep(words: Callable[[E], str]) -> Callable[[E], str]:
        _WORDS[kind] = words
        return words

    return keep


def label(member: Enum) -> str:
    """Return what people read for `member`; KeyError when its enum has no registered words."""
    return _WORDS[type(member)](member)


def known(kind: type[Enum]) -> bool:
    """Tell whether members of `kind` have words."""
    return kind in _WORDS
