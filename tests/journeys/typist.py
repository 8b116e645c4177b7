"""Types own words, a talk's note and a guide until it is killed: `python -m tests.journeys.typist FILE`."""

import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"

from PySide6.QtCore import QCoreApplication

from desktop.app.loop import run
from desktop.domain.authoring.drafts import ScriptDraft, blank
from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.own_words import Place
from desktop.domain.people import Person, Role
from desktop.services.authoring import Authoring
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.own_words import OwnWording
from desktop.services.scripts import Scripts
from desktop.services.store.local import LocalStore
from desktop.services.talks import Talks
from desktop.ui.authoring.editor.viewmodel import EditorViewModel
from desktop.ui.scripts.ownwords_viewmodel import OwnWordsViewModel
from desktop.ui.scripts.viewmodel import GuideViewModel
from desktop.ui.wellbeing.talk_viewmodel import TalkViewModel
from tests.pacing import letters
from tests.ui.authoring.editor.stage import FakeCustomers
from tests.ui.scripts.stage import FOLDER, context, settled

CAMILLE = Person(id=PersonId("camille"), name="Camille Roy", role=Role.LEAD)
PLACE = Place("bill-higher", "welcome")
CHECK_IN = CheckInId("k1")


async def type_for_ever(path: Path) -> int:
    """One letter more in each of the three, then say how many there are."""
    clock, changes = Clock(), Changes()
    store = await LocalStore.open(path, clock)
    scripts = Scripts(FOLDER, store, clock)
    guide = GuideViewModel(scripts)
    words = OwnWordsViewModel(OwnWording(store, clock, changes), changes, CAMILLE.id, guide)
    talk = TalkViewModel(Talks(store, clock, changes), changes, CAMILLE)
    editor = EditorViewModel(Authoring(store, clock, changes, scripts), FakeCustomers())
    guide.show(context())
    await settled()
    guide.choose(PLACE.script_id)
    await settled()
    assert words.state.place == PLACE
    words.write()
    talk.look(CHECK_IN)
    draft = ScriptDraft(
        id="d1", person_id=CAMILLE.id, script=blank(""), based_on="", updated_at=clock.now()
    )
    editor.edit(draft)
    async for typed in letters(store):
        text = "e" * typed
        words.type(text)
        talk.write(text)
        editor.apply(replace(editor.state.script, title=text), "title")
        print(typed, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(run(QCoreApplication([]), type_for_ever(Path(sys.argv[1]))))
