"""What was edited, so that it can be taken back and done again; typing on is one edit."""

from dataclasses import dataclass
from typing import Final

from desktop.domain.scripts import Script

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Point:
    """A guide at one moment, and the step that was in front ("": the guide itself)."""

    script: Script
    step_id: str


@dataclass(frozen=True, slots=True)
class _Edit:
    before: Point
    after: Point
    mark: str


class History:
    """Edits with the same mark, one right after another, are one."""

    def __init__(self) -> None:
        self._done: list[_Edit] = []
        self._undone: list[_Edit] = []
        self._open = False

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to do again."""
        return bool(self._undone)

    def clear(self) -> None:
        """Another guide is edited from now on."""
        self._done.clear()
        self._undone.clear()
        self._open = False

    def pause(self) -> None:
        """What comes next is an edit of its own."""
        self._open = False

    def did(self, before: Point, after: Point, mark: str = "") -> None:
        """Keep an edit; `mark` names the field that is typed in, "" stands for itself alone."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if mark and self._open and last is not None and last.mark == mark:
            self._done.pop()
            before = last.before
        if before.script != after.script:
            self._done.append(_Edit(before, after, mark))
            del self._done[:-_MOST]
        self._open = True

    def undo(self) -> Point | None:
        """Take the last edit back; the guide as it was, shown where the edit was made."""
        if not self._done:
            return None
        edit = self._done.pop()
        self._undone.append(edit)
        self._open = False
        return edit.before

    def redo(self) -> Point | None:
        """Do again what was taken back last."""
        if not self._undone:
            return None
        edit = self._undone.pop()
        self._done.append(edit)
        self._open = False
        return edit.after
