"""Stepping off the guide: two keystrokes, and back to where one was, mid-word."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.contacts import StepOffReason
from desktop.ui.contacts.state import Stage
from tests.journeys.hands import arrive, note, open_customer, rows, saved, write_note


def test_two_keystrokes_step_off_in_the_middle_of_a_word(play, store_file: Path) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await open_customer(hands, desk, "Claire Moreau")
        guide, contact = desk.models.guide, desk.models.contact
        await hands.press("Ctrl+1")
        await hands.until(lambda: guide.state.suggested or guide.state.others, "les guides")
        await hands.press("1")
        await hands.until(lambda: guide.state.run is not None, "le guide")
        await write_note(hands, desk, "Elle demande un ges")
        area, at = desk.views.wrap_up.form.note.area, desk.views.wrap_up.form.note.area.textCursor()

        await hands.press("F4", "2")
        assert QApplication.focusWidget() is area
        assert area.textCursor().position() == at.position()
        await hands.type("te")
        assert note(desk) == "Elle demande un geste"
        await saved(hands, desk)

        draft = contact.state.draft
        assert draft is not None
        assert [one.reason for one in draft.step_offs] == [list(StepOffReason)[1]]
        assert draft.step_offs[0].step_id
        assert draft.note == "Elle demande un geste"

        await hands.press("F8", "1", "4", "1", "Ctrl+Return")
        await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")
        kept = rows(
            store_file,
            "SELECT reason, helped, step_id FROM step_offs WHERE contact_id = ?",
            draft.contact_id,
        )
        assert kept == [("emotion", "yes", draft.step_offs[0].step_id)]
        lines = rows(
            store_file,
            "SELECT kind FROM outbox WHERE fact_id IN (?, ?) ORDER BY line",
            draft.contact_id,
            draft.step_offs[0].id,
        )
        assert lines == [("contact",), ("step_off",)]

    play(story)
