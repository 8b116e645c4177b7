"""What is being exported, in which form, and what became of it."""

import errno
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.exports import Sheet, file_stem
from desktop.ui.kit import tasks
from desktop.ui.kit.printing import Exported


class Form(StrEnum):
    """What a file can be, in the order of their digits."""

    CSV = "csv"
    PDF = "pdf"
    PNG = "png"
    SVG = "svg"


class Trouble(StrEnum):
    """Why a file was not written."""

    FULL = "full"
    DENIED = "denied"
    GONE = "gone"
    """The folder is not there."""
    OTHER = "other"


class ExportsPort(Protocol):
    """What the form asks of the services."""

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        ...

    async def write_csv(self, path: Path, sheets: tuple[Sheet, ...], *, comma: bool) -> None:
        """Write tables. Raises OSError."""
        ...

    async def write(self, path: Path, content: bytes) -> None:
        """Write a file. Raises OSError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportState:
    """`exported` is None while nothing is asked."""

    exported: Exported | None = None
    comma: bool = True
    """Decimals with a comma."""
    writing: bool = False
    trouble: Trouble | None = None

    @property
    def forms(self) -> tuple[Form, ...]:
        """What this can be."""
        if self.exported is None:
            return ()
        sheets = (Form.CSV,) if self.exported.sheets else ()
        pictures = (Form.PNG, Form.SVG) if self.exported.pictures else ()
        return (*sheets, Form.PDF, *pictures)


class ExportViewModel(QObject):
    """Verbs of the form; `written` gives the files."""

    changed = Signal()
    written = Signal(list)
    comma_changed = Signal(bool)
    """What the person chose, to be remembered."""

    def __init__(self, exports: ExportsPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exports = exports
        self._state = ExportState()

    @property
    def state(self) -> ExportState:
        """What the form shows."""
        return self._state

    def offer(self, exported: Exported) -> None:
        """Ask in which form this is wanted."""
        self._set(exported=exported, trouble=None)

    def begin(self, *, comma: bool) -> None:
        """Write decimals as last time, or as is usual: nobody has chosen anything by that."""
        self._set(comma=comma)

    def set_comma(self, comma: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Write decimals with a comma, or with a point: a choice, to be remembered."""
        if comma != self._state.comma:
            self._set(comma=comma)
            self.comma_changed.emit(comma)

    def name_for(self, form: Form) -> str:
        """A file's name to offer."""
        title = self._state.exported.title if self._state.exported else ""
        return f"{file_stem(title)} {self._exports.now():%Y-%m-%d}.{form.value}"

    def write(self, form: Form, path: Path) -> None:
        """Write it there."""
        if self._state.exported is not None and not self._state.writing:
            self._set(writing=True, trouble=None)
            tasks.run(self._write(self._state.exported, form, path), self, self._failed)

    async def _write(self, exported: Exported, form: Form, path: Path) -> None:
        try:
            paths = await self._written(exported, form, path)
        except OSError as error:
            self._set(writing=False, trouble=_trouble(error))
        else:
            self._set(writing=False)
            self.written.emit(paths)

    async def _written(self, exported: Exported, form: Form, path: Path) -> list[Path]:
        from desktop.ui.kit import printing

        if form is Form.CSV:
            await self._exports.write_csv(path, exported.sheets, comma=self._state.comma)
            return [path]
        if form is Form.PDF:
            zone = self._exports.now().tzinfo
            if zone is None:
                raise TypeError(zone)
            await self._exports.write(path, await printing.pdf(exported, zone))
            return [path]
        make: Callable[..., list[bytes]] = printing.png if form is Form.PNG else printing.svg
        contents = make(exported.pictures)
        paths = [path] if len(contents) == 1 else numbered(path, len(contents))
        for place, content in zip(paths, contents, strict=True):
            await self._exports.write(place, content)
        return paths

    def _failed(self, _error: BaseException) -> None:
        self._set(writing=False, trouble=Trouble.OTHER)

    def _set(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self.changed.emit()


def numbered(path: Path, count: int) -> list[Path]:
    """A name for each of several pictures: « miroir-1.png »."""
    return [path.with_stem(f"{path.stem}-{place}") for place in range(1, count + 1)]


def _trouble(error: OSError) -> Trouble:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Trouble.FULL
    if isinstance(error, PermissionError):
        return Trouble.DENIED
    return Trouble.GONE if isinstance(error, FileNotFoundError) else Trouble.OTHER
