"""AZERTY: what people write with AltGr and on the digits row is text, and sets nothing off."""

import pytest
from PySide6.QtCore import Qt

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from tests.journeys.hands import KEYS, arrive, note, open_customer, strike

NONE = Qt.KeyboardModifier.NoModifier
ALTGR = Qt.KeyboardModifier.GroupSwitchModifier
AS_WINDOWS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Windows reports AltGr as Ctrl and Alt together."""

WITH_ALTGR = {
    "@": Qt.Key.Key_At,
    "€": 0x20AC,
    "#": Qt.Key.Key_NumberSign,
    "{": Qt.Key.Key_BraceLeft,
    "}": Qt.Key.Key_BraceRight,
    "|": Qt.Key.Key_Bar,
    "~": Qt.Key.Key_AsciiTilde,
    "[": Qt.Key.Key_BracketLeft,
    "]": Qt.Key.Key_BracketRight,
    "\\": Qt.Key.Key_Backslash,
    "^": Qt.Key.Key_AsciiCircum,
}
TEXT = "é&\"'(-è_çà" + "".join(WITH_ALTGR) + "?!"


async def _write(hands: Driver, altgr: Qt.KeyboardModifier) -> None:
    for letter in TEXT:
        if letter in WITH_ALTGR:
            await strike(hands, WITH_ALTGR[letter], letter, altgr)
        else:
            await strike(hands, KEYS.get(letter, ord(letter)), letter, NONE)


@pytest.mark.parametrize("altgr", [ALTGR, AS_WINDOWS, NONE], ids=["AltGr", "Windows", "none"])
def test_it_is_text_in_the_note_and_in_the_search(play, altgr: Qt.KeyboardModifier) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await open_customer(hands, desk, "Claire Moreau")
        ran: list[str] = []
        desk.actions.ran.connect(ran.append)
        desk.views.wrap_up.take_focus()
        await _write(hands, altgr)
        assert note(desk) == TEXT
        draft = desk.models.contact.state.draft
        assert draft is not None
        assert (draft.resolution, draft.estimate, draft.step_offs) == (None, None, ())
        assert desk.models.guide.state.run is None

        desk.views.search.take_focus()
        await _write(hands, altgr)
        assert desk.views.search.field.text() == TEXT
        assert ran == []
        assert desk.window.page() == "customer"

    play(story)
