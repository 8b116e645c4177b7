"""« Je choisis qui voit »: shared by name, read, talked about, and taken back; a note stays the lead's."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import pages
from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.wellbeing import Audience
from tests.journeys.company import Company, sign_in, synced
from tests.journeys.hands import arrive, rows, seen, tab_to

SAID = "J’aimerais en parler"
PRIVATE = "Lui proposer le mardi au calme"


async def _at_desk(hands: Driver, session: Session, name: str) -> Desk:
    await hands.until(lambda: session.offered, "les personnes")
    await hands.type(name)
    await hands.press("Return")
    return await arrive(hands, session)


async def _say(hands: Driver, desk: Desk) -> str:
    """Seven keys and a word, for the lead by name; the answer is the check-in's id."""
    form, model = desk.views.check_in, desk.models.check_in
    await hands.press("F12")
    await hands.until(form.isVisible, "le formulaire")
    await hands.press("2", "3", "4", str(1 + list(model.audiences).index(Audience.LEAD)))
    model.set_words(SAID)
    await hands.press("Ctrl+Return")
    await hands.until(lambda: not form.isVisible(), "l’enregistrement")
    await hands.press(pages.KEYS[pages.MINE])
    mine = desk.models.mine
    await hands.until(
        lambda: mine.state.items and mine.state.items[0].check_in.words == SAID, "lui"
    )
    assert mine.state.items[0].check_in.audience is Audience.LEAD
    return mine.state.items[0].check_in.id


async def _read(hands: Driver, desk: Desk, check_in_id: str) -> None:
    """The lead opens it by keys, plans a talk for tomorrow and writes a note."""
    shared = desk.models.shared
    await hands.press(pages.KEYS[pages.SHARED])
    await hands.until(lambda: shared.state.waiting, "ce qui est partagé")
    assert shared.state.opened is None
    place = [line.id for line in shared.state.waiting].index(check_in_id)
    await hands.press("Home", *["Down"] * place, "Return")
    await hands.until(lambda: shared.state.opened, "sa lecture")
    assert shared.state.opened.check_in.words == SAID
    panel, model = desk.views.shared.detail.talk, desk.models.talk
    assert panel is not None
    await tab_to(hands, lambda one: one is panel.day)
    await hands.type("demain")
    await hands.press("Return")
    await hands.until(lambda: model.state.talk, "l’échange prévu")
    assert "Échange prévu demain" in seen(panel)
    await tab_to(hands, lambda one: one is panel.note)
    await hands.type(PRIVATE)
    await tab_to(hands, lambda one: one is not panel.note)
    await hands.until(lambda: model.state.saved and model.state.note == PRIVATE, "la note")


async def _find_read(hands: Driver, desk: Desk, readings: Callable[[], object]) -> None:
    """The author sees who read it and what is planned, and nothing of the note."""
    await hands.press(pages.KEYS[pages.MINE])
    await hands.until(readings, "la lecture")
    mine, view = desk.models.mine, desk.views.mine
    await hands.press("Home")
    own = mine.state.current
    assert [one.name.split(" ")[0] for one in own.readings] == ["Camille"]
    await hands.until(lambda: "Échange prévu demain avec Camille" in seen(view), "l’échange")
    assert PRIVATE not in seen(desk.window)


async def _withdraw(hands: Driver, desk: Desk) -> None:
    """« Personne », by its digit."""
    mine, view = desk.models.mine, desk.views.mine
    await tab_to(hands, view.detail.audience.isAncestorOf)
    await hands.press(str(1 + list(mine.audiences).index(Audience.NOBODY)))
    await hands.until(lambda: mine.state.current.check_in.audience is Audience.NOBODY, "le retrait")


def test_shared_read_talked_about_and_taken_back(play, settings, store_file: Path) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await _at_desk(hands, session, "Léa")
        check_in_id = await _say(hands, desk)
        desk.window.sign_out_asked.emit()

        lead = await _at_desk(hands, session, "Camille")
        await _read(hands, lead, check_in_id)
        lead.window.sign_out_asked.emit()

        desk = await _at_desk(hands, session, "Léa")
        mine = desk.models.mine
        await _find_read(hands, desk, lambda: mine.state.items and mine.state.items[0].readings)
        await _withdraw(hands, desk)
        notes = rows(store_file, "SELECT words FROM talk_notes WHERE check_in_id = ?", check_in_id)
        assert notes[-1:] == [(PRIVATE,)]
        desk.window.sign_out_asked.emit()

        lead = await _at_desk(hands, session, "Camille")
        await hands.press(pages.KEYS[pages.SHARED])
        shared = lead.models.shared
        await hands.until(lambda: shared.state.now is not None, "la liste")
        lines = (*shared.state.waiting, *shared.state.answered)
        assert check_in_id not in [line.id for line in lines]
        assert SAID not in seen(lead.window)
        assert QApplication.focusWidget() is not None

    play(story, replace(settings, sign_in_as=""))


def test_the_same_over_a_shared_database(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        check_in_id = await _say(hands, desk)
        await synced(hands, desk)
        desk.window.sign_out_asked.emit()

        lead = await sign_in(hands, session, "camille")
        await synced(hands, lead)
        await _read(hands, lead, check_in_id)
        await synced(hands, lead)
        lead.window.sign_out_asked.emit()

        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        mine = desk.models.mine
        await _find_read(hands, desk, lambda: mine.state.items and mine.state.items[0].readings)
        assert company.count("talk_note") == 1
        await _withdraw(hands, desk)
        await synced(hands, desk)
        desk.window.sign_out_asked.emit()

        lead = await sign_in(hands, session, "camille")
        await synced(hands, lead)
        await hands.press(pages.KEYS[pages.SHARED])
        shared = lead.models.shared
        await hands.until(
            lambda: check_in_id not in [one.id for one in shared.state.waiting], "son départ"
        )
        assert SAID not in seen(lead.window)

    play(story, company.settings)
