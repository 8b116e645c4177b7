"""A child process that types into a contact until it is killed, and says each time how far it is."""

import asyncio
import os
import sys
import time
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
from tests.ui.contacts.people import CLAIRE, LEA

KEYSTROKE_S = 0.02


async def type_for_ever(path: Path) -> int:
    clock = Clock()
    store = await LocalStore.open(path, clock)
    viewmodel = ContactViewModel(Contacts(store, clock, Changes()), LEA)
    viewmodel.show(CLAIRE)
    typed = 0
    while True:
        await asyncio.sleep(KEYSTROKE_S)
        if viewmodel.state.draft is None:
            continue
        typed += 1
        viewmodel.set_note("e" * typed)
        print(time.monotonic(), typed, flush=True)


if __name__ == "__main__":
    sys.exit(run(QCoreApplication([]), type_for_ever(Path(sys.argv[1]))))
