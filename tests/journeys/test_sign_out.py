"""Signing out: nothing typed is lost, and the next person sees none of it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.contacts.state import Stage
from desktop.ui.customers.search_results import SearchResults
from desktop.ui.kit.overlay import Overlay
from tests.journeys.hands import arrive, note, open_customer, rows, write_note

WORDS = "À reprendre demain"


def test_another_person_sees_none_of_my_drafts_and_i_find_them_again(
    play, settings, store_file: Path
) -> None:
    async def sign_in(hands: Driver, session: Session, name: str) -> None:
        await hands.until(lambda: session.offered, "les personnes")
        await hands.type(name)
        await hands.press("Return")

    async def story(hands: Driver, session: Session) -> None:
        await sign_in(hands, session, "Léa")
        first = await arrive(hands, session)
        customer = await open_customer(hands, first, "Claire Moreau")
        await write_note(hands, first, WORDS)
        # Signed out in the middle of a word: what was typed last goes to the disk first.
        first.views.wrap_up.form.note.area.insertPlainText("!")
        first.window.sign_out_asked.emit()
        await hands.until(lambda: session.offered, "les personnes")
        assert session.desk is None

        await sign_in(hands, session, "Nadège")
        second = await arrive(hands, session)
        assert second.person.id != first.person.id
        assert second.models.drafts.rows == ()
        assert await open_customer(hands, second, "Claire Moreau") == customer
        assert note(second) == ""
        assert second.window.page() == "customer"
        second.window.sign_out_asked.emit()

        await sign_in(hands, session, "Léa")
        third = await arrive(hands, session)
        await hands.until(lambda: third.models.drafts.rows, "le brouillon à reprendre")
        third.models.drafts.resume(third.models.drafts.rows[0])
        await hands.until(lambda: note(third) == f"{WORDS}!", "le texte")

    play(story, replace(settings, sign_in_as=""))
    assert rows(store_file, "PRAGMA integrity_check") == [("ok",)]
    assert rows(store_file, "SELECT count(*) FROM drafts") == [(1,)]


def test_the_window_closes_once_nobody_is_signed_in(play) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        desk.window.sign_out_asked.emit()
        await hands.until(lambda: session.offered, "les personnes")
        hands.window.close()
        assert not hands.window.isVisible()

    play(story)


def test_nothing_of_one_person_is_left_in_the_window_of_the_next(play, settings) -> None:
    async def story(hands: Driver, session: Session) -> None:
        await hands.until(lambda: session.offered, "les personnes")
        await hands.type("Léa")
        await hands.press("Return")
        first = await arrive(hands, session)
        await open_customer(hands, first, "Claire Moreau")
        first.views.check_in.propose()
        first.models.check_in.set_words("Rien qu’à moi")
        first.views.check_in.dismiss()
        first.models.contact.close()
        await hands.until(lambda: first.window.toasts.toasts(), "« Contact enregistré »")
        first.models.contact.begin_again()
        await hands.until(lambda: first.models.contact.state.stage is Stage.OPEN, "un contact")
        assert left_of(first.window.topbar, "Claire Moreau")
        first.window.sign_out_asked.emit()
        await hands.until(lambda: session.offered, "les personnes")
        assert left_of(hands.window, "Claire Moreau", "Rien qu’à moi") == []
        assert [one for one in hands.window.findChildren(SearchResults) if one.rows()] == []
        assert hands.window.toasts.toasts() == ()
        assert hands.window.findChildren(Overlay) == []
        await hands.type("Nadège")
        await hands.press("Return")
        second = await arrive(hands, session)
        assert left_of(second.window, "Claire Moreau", "Rien qu’à moi") == []
        assert second.window.findChildren(SearchResults) == []

    play(story, replace(settings, sign_in_as=""))


def left_of(window: QWidget, *words: str) -> list[str]:
    """What the widgets that are still there say, or are called, of these words."""
    said = [
        text
        for widget in (window, *window.findChildren(QWidget))
        for text in (widget.accessibleName(), str(widget.property("text") or ""))
    ]
    said += [area.toPlainText() for area in window.findChildren(QPlainTextEdit)]
    return [text for text in said if any(word in text for word in words)]
