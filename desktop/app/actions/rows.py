"""Rows of actions: words, key, verb."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui.shell.actions import Action, Group, always


@dataclass(frozen=True, slots=True)
class Row:
    """One action; `title` is already translated: the language changes at a new start only."""

    id: str
    title: str
    run: Callable[[], None]
    key: str
    icon: str = ""
    enabled: Callable[[], bool] = always
    over_forms: bool = False


def actions_of(group: Group, *rows: Row) -> tuple[Action, ...]:
    """The rows as actions of a group."""
    return tuple(
        Action(
            id=row.id,
            title=lambda row=row: row.title,  # type: ignore[misc] # bound now, not later
            keys=tuple(row.key.split()),
            run=row.run,
            enabled=row.enabled,
            group=group,
            icon=row.icon,
            over_forms=row.over_forms,
        )
        for row in rows
    )
