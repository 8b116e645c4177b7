"""A child process that types into a contact until it is killed, and says each time how far it is."""

import asyncio
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"

from PySide6.QtCore import QCoreApplication

from desktop.app.loop import run
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.contacts import Contacts
from desktop.services.store.local import LocalStore
from desktop.ui.contacts.viewmodel import ContactViewModel
from tests.pacing import letters
from tests.ui.contacts.people import CLAIRE, LEA


async def type_for_ever(path: Path) -> int:
    clock = Clock()
    store = await LocalStore.open(path, clock)
    viewmodel = ContactViewModel(Contacts(store, clock, Changes()), LEA)
    viewmodel.show(CLAIRE)
    while viewmodel.state.draft is None:
        await asyncio.sleep(0.01)
    async for typed in letters(store):
        viewmodel.set_note("e" * typed)
        print(typed, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(run(QCoreApplication([]), type_for_ever(Path(sys.argv[1]))))
