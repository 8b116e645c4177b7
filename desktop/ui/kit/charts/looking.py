"""Moves what is looked at on a chart of weeks: by keys among weeks and lines, and by the mouse."""

from PySide6.QtCore import Qt

from desktop.ui.kit.charts.series import Halves, Spot

_K = Qt.Key


def first_look(halves: Halves) -> Spot | None:
    """Where one looks first: the first line, at the last week; None where there is no line."""
    rows = halves.rows()
    return _at(rows[0], len(halves.weeks) - 1) if rows and halves.weeks else None


def moved(halves: Halves, spot: Spot | None, key: int) -> Spot | None:
    """Return where `key` leads from `spot`; None for a key that does not move.

    Left and Right go among weeks, Home and End to the ends, Up and Down among lines, in both halves.
    """
    if spot is None:
        return first_look(halves) if key in _MOVES else None
    last = len(halves.weeks) - 1
    if key in (_K.Key_Left, _K.Key_Right):
        by = 1 if key == _K.Key_Right else -1
        return _at(spot, min(max(spot.week + by, 0), last))
    if key in (_K.Key_Home, _K.Key_End):
        return _at(spot, 0 if key == _K.Key_Home else last)
    if key in (_K.Key_Up, _K.Key_Down):
        rows = halves.rows()
        here = rows.index(_at(spot, 0))
        there = min(max(here + (1 if key == _K.Key_Down else -1), 0), len(rows) - 1)
        return _at(rows[there], spot.week)
    return None


def kept(halves: Halves, spot: Spot | None) -> Spot | None:
    """Return `spot` if it is still on `halves`, else None."""
    if spot is None or spot.week >= len(halves.weeks) or _at(spot, 0) not in halves.rows():
        return None
    return spot


_MOVES = (_K.Key_Left, _K.Key_Right, _K.Key_Home, _K.Key_End, _K.Key_Up, _K.Key_Down)


def _at(spot: Spot, week: int) -> Spot:
    return Spot(half=spot.half, band=spot.band, line=spot.line, week=week)
