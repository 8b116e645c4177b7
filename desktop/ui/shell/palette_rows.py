"""What the palette lists: actions and customers under headings, best first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.ui.kit.keys import key_symbol
from desktop.ui.shell import matching
from desktop.ui.shell.action_words import heading
from desktop.ui.shell.actions import Action, Actions

MOST_RECENT = 5
MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A customer that a search gave; `spans` are the pieces of the title that match."""

    id: str
    title: str
    subtitle: str = ""
    icon: str = "user"
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """A line of the palette; one without `run` is a heading."""

    key: str
    title: str
    subtitle: str = ""
    icon: str = ""
    cap: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    run: Callable[[], None] | None = None


def listed(actions: Actions) -> list[Action]:
    """Return the actions that can be run now and are offered."""
    return [action for action in actions.all() if action.listed and action.enabled()]


def action_rows(
    actions: Actions, text: str, recent: Sequence[str], run: Callable[[str], None]
) -> list[PaletteRow]:
    """Return rows of actions: those that match `text`, best first; for no text all, recent first."""
    offered = listed(actions)
    if not text.strip():
        return _all(actions, offered, recent, run)
    scored = []
    for action in offered:
        found = matching.match(text, action.title())
        if found is not None:
            worth = found[0] - (1 if action.id in recent else 0)
            scored.append((worth, action, found[1]))
    scored.sort(key=lambda entry: entry[0])
    rows = [_row(actions, action, run, spans) for _, action, spans in scored]
    title = QCoreApplication.translate("Palette", "Actions")
    return [PaletteRow("head:actions", title), *rows] if rows else []


def found_rows(found: Sequence[Found], opened: Callable[[str], None]) -> list[PaletteRow]:
    """Return rows of customers under their heading, none for none."""
    rows = [
        PaletteRow(
            f"customer:{one.id}",
            one.title,
            one.subtitle,
            one.icon,
            spans=one.spans,
            run=lambda one=one: opened(one.id),  # type: ignore[misc] # bound now, not later
        )
        for one in found[:MOST_FOUND]
    ]
    title = QCoreApplication.translate("Palette", "Clients")
    return [PaletteRow("head:customers", title), *rows] if rows else []


def _all(
    actions: Actions, offered: Sequence[Action], recent: Sequence[str], run: Callable[[str], None]
) -> list[PaletteRow]:
    known = {action.id: action for action in offered}
    lately = [known[one] for one in recent if one in known][:MOST_RECENT]
    rows: list[PaletteRow] = []
    if lately:
        title = QCoreApplication.translate("Palette", "Récemment")
        rows = [PaletteRow("head:recent", title), *(_row(actions, one, run) for one in lately)]
    for group in dict.fromkeys(action.group for action in offered):
        rest = [one for one in offered if one.group is group and one not in lately]
        if rest:
            rows.append(PaletteRow(f"head:{group}", heading(group)))
            rows += [_row(actions, one, run) for one in rest]
    return rows


def _row(
    actions: Actions,
    action: Action,
    run: Callable[[str], None],
    spans: tuple[tuple[int, int], ...] = (),
) -> PaletteRow:
    keys = actions.keys_of(action.id)
    return PaletteRow(
        f"action:{action.id}",
        action.title(),
        icon=action.icon,
        cap=key_symbol(keys[0]) if keys else "",
        spans=spans,
        run=lambda: run(action.id),
    )
