"""The ordinary contact: found, guided, noted, closed in four keystrokes, taken back, closed."""

import json
from pathlib import Path

import pytest

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.contacts import Resolution
from desktop.ui.contacts.state import Stage
from tests.journeys.hands import arrive, note, open_customer, rows, strike_row, write_note

NOTE = "Geste de 5 € sur 3 mois, accepté."


@pytest.mark.parametrize("azerty", [False, True], ids=["figures", "AZERTY sans Maj"])
def test_four_keystrokes_close_a_contact_and_one_takes_it_back(
    play, store_file: Path, azerty: bool
) -> None:
    before = rows(store_file, "SELECT id FROM contacts")

    async def digit(hands: Driver, figure: int) -> None:
        await (strike_row(hands, figure) if azerty else hands.press(str(figure)))

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        customer_id = await open_customer(hands, desk, "Claire Moreau")
        contact, guide = desk.models.contact, desk.models.guide
        await hands.press("Ctrl+1")
        await hands.until(lambda: guide.state.suggested or guide.state.others, "les guides")
        await digit(hands, 1)
        await hands.until(lambda: guide.state.run is not None, "le guide")
        await hands.press("F3")
        await hands.until(lambda: guide.state.can_back, "l’étape suivante")
        await write_note(hands, desk, NOTE)
        assert contact.state.draft is not None
        contact_id = contact.state.draft.contact_id

        await hands.press("F8")
        await digit(hands, 1)
        await digit(hands, 4)
        await hands.press("Ctrl+Return")
        await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")
        assert [toast for toast in desk.window.toasts.toasts() if toast.button is not None]
        _is_kept(store_file, contact_id, customer_id)

        await hands.press("Ctrl+Z")
        await hands.until(lambda: contact.state.stage is Stage.OPEN, "le contact repris")
        draft = contact.state.draft
        assert draft is not None
        assert (draft.contact_id, draft.resolution, draft.estimate) == (
            contact_id,
            Resolution.RESOLVED,
            4,
        )
        assert note(desk) == NOTE
        assert draft.guide is not None
        assert rows(store_file, "SELECT id FROM contacts") == before
        assert rows(store_file, "SELECT line FROM outbox WHERE fact_id = ?", contact_id) == []
        assert rows(store_file, "SELECT 1 FROM drafts WHERE contact_id = ?", contact_id)

        await hands.press("Ctrl+Return")
        await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")
        _is_kept(store_file, contact_id, customer_id)

    play(story)
    assert rows(store_file, "SELECT count(*) FROM contacts") == [(len(before) + 1,)]


def test_the_next_contact_begins_at_the_guide_too(play) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await open_customer(hands, desk, "Claire Moreau")
        contact, guide = desk.models.contact, desk.models.guide
        await hands.press("Ctrl+Return")
        await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")
        await hands.press("Ctrl+2")
        await hands.press("Return")
        await hands.until(lambda: contact.state.stage is Stage.OPEN, "un autre contact")
        await hands.until(lambda: guide.state.suggested or guide.state.others, "les guides")
        await hands.press("1")
        await hands.until(lambda: guide.state.run is not None, "le guide")

    play(story)


def _is_kept(file: Path, contact_id: str, customer_id: str) -> None:
    """One row, one line of the outbox that tells the same and waits, no draft any more."""
    kept = rows(
        file,
        "SELECT customer_id, person_id, resolution, estimate, note, reason, script_id"
        " FROM contacts WHERE id = ?",
        contact_id,
    )
    assert len(kept) == 1
    assert kept[0][0] == customer_id
    assert kept[0][2:5] == ("resolved", 4, NOTE)
    assert kept[0][5]
    assert kept[0][6]
    lines = rows(
        file,
        "SELECT kind, state, not_before - at, body FROM outbox WHERE fact_id = ?",
        contact_id,
    )
    assert [line[:2] for line in lines] == [("contact", "waiting")]
    assert 0 < lines[0][2] <= 10_000
    assert json.loads(lines[0][3])["note"] == NOTE
    assert rows(file, "SELECT 1 FROM drafts WHERE contact_id = ?", contact_id) == []
