"""Writes what a person exports: whole or not at all, and closed to others."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from desktop.domain.contact_sheet import ContactSheet
from desktop.domain.exports import Sheet, csv_text
from desktop.domain.ids import ContactId
from desktop.services.files import written
from desktop.services.store import contact_sheet
from desktop.services.store.local import LocalStore


class Exports:
    """The use cases of exports."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store
        self._clock = store.clock

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def contact(self, contact_id: ContactId) -> ContactSheet:
        """One contact whole. Raises Gone where it is not here."""
        return await self._store.read(contact_sheet.whole, contact_id)

    async def write_csv(self, path: Path, sheets: Sequence[Sheet], *, comma: bool) -> None:
        """Write tables as CSV. Raises OSError."""
        text = csv_text(sheets, self._clock.zone(), comma=comma)
        await asyncio.to_thread(_write, path, text.encode())

    async def write(self, path: Path, content: bytes) -> None:
        """Write a file. Raises OSError."""
        await asyncio.to_thread(_write, path, content)


def _write(path: Path, content: bytes) -> None:
    with written(path) as file:
        file.write(content)
