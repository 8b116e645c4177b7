"""« Un écart devient une suggestion »: noted, published by the lead, found in a step, credited."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.authoring.editor.view import EditorView
from desktop.ui.authoring.page import GuidesPage
from desktop.ui.contacts.state import Stage
from desktop.ui.learning.credits_card import CreditsCard
from desktop.ui.learning.view import LessonView
from desktop.ui.scripts.suggestions import Suggestions
from tests.journeys.hands import (
    another,
    arrive,
    follow,
    open_customer,
    rows,
    seen,
    tab_to,
    within,
)

FIRST = "Claire Moreau"
GUIDE = "bill-higher"
SAID = "Lire le montant juste avant tout le reste"
NOTE = "Le montant juste, dit en premier."


async def _sign_in(hands: Driver, session: Session, name: str) -> Desk:
    await hands.until(lambda: session.offered, "les personnes")
    await hands.type(name)
    await hands.press("Return")
    return await arrive(hands, session)


async def _step_off(hands: Driver, desk: Desk) -> None:
    """Léa says what she does instead, in her own words, and closes the contact."""
    await open_customer(hands, desk, FIRST)
    await follow(hands, desk, GUIDE)
    await hands.press("F4")
    overlay = desk.views.guide.step_off_overlay()
    await tab_to(hands, lambda one: one is overlay.words)
    await hands.type(SAID)
    await hands.press("Return")
    contact = desk.models.contact
    assert [one.words for one in contact.state.draft.step_offs] == [SAID]
    await hands.press("F8", "1", "4", "1", "Ctrl+Return")
    await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")


async def _suggest(hands: Driver, desk: Desk) -> None:
    """Camille looks at the step-offs, and makes hers a part of the guide."""
    await hands.press("Alt+7")
    await hands.until(lambda: hands.window.findChildren(GuidesPage), "la page")
    (page,) = hands.window.findChildren(GuidesPage)
    await hands.until(lambda: within(page), "les guides")
    await hands.press("Ctrl+PgDown")
    await hands.until(lambda: hands.window.findChildren(LessonView), "l’onglet")
    (view,) = hands.window.findChildren(LessonView)
    model = view._model
    await hands.until(lambda: model.state.lesson, "les écarts")
    if model.state.script.id != GUIDE:
        await tab_to(hands, lambda one: one is view.steps.turn)
        await hands.press("Space")
        await hands.until(view.guides.isVisible, "les autres guides")
        place = [one.id for one in model.state.scripts].index(GUIDE)
        await hands.press("Home", *["Down"] * place, "Return")
        await hands.until(lambda: model.state.script and model.state.script.id == GUIDE, "celui-là")
        await hands.until(lambda: model.state.lesson, "ses écarts")
    view.take_focus()
    await hands.press("Home", "Return")
    assert view.chains.list.hasFocus()
    for _ in model.state.step.chains:
        await hands.press("Down")
        if model.state.chain and model.state.chain.words == SAID:
            break
    assert model.state.chain.words == SAID
    assert "Léa" not in seen(view)
    button = await tab_to(hands, lambda one: one is view.card.suggest)
    assert button.isVisible()
    await hands.press("Space")
    await hands.until(lambda: page.editing, "l’éditeur")


async def _publish(hands: Driver, desk: Desk) -> None:
    (page,) = hands.window.findChildren(GuidesPage)
    (editor,) = hands.window.findChildren(EditorView)
    assert SAID in [one.words for one in editor._model.state.draft.script.steps[0].suggestions]
    await tab_to(hands, lambda one: one is editor.header.publishing)
    await hands.press("Space")
    await hands.until(lambda: editor.overlay() and editor.overlay().isVisible(), "le formulaire")
    overlay = editor.overlay()
    if not overlay.note.hasFocus():
        await tab_to(hands, lambda one: one is overlay.note)
    await hands.type(NOTE)
    await hands.press("Ctrl+Return")
    await hands.until(lambda: not page.editing, "la publication")
    assert not overlay.isVisible()


def test_a_step_off_becomes_a_suggestion_and_names_its_author_who_agreed(
    play, settings, store_file: Path
) -> None:
    second = another(store_file, FIRST)

    async def story(hands: Driver, session: Session) -> None:
        desk = await _sign_in(hands, session, "Léa")
        await _step_off(hands, desk)
        await open_customer(hands, desk, second)
        await follow(hands, desk, GUIDE)
        begun = desk.models.guide.state.run
        desk.window.sign_out_asked.emit()

        lead = await _sign_in(hands, session, "Camille")
        await _suggest(hands, lead)
        await _publish(hands, lead)
        [(version, note)] = rows(
            store_file,
            "SELECT version, note FROM script_versions WHERE script_id = ? ORDER BY version DESC"
            " LIMIT 1",
            GUIDE,
        )
        assert (version, note) == (begun.version + 1, NOTE)
        lead.window.sign_out_asked.emit()

        desk = await _sign_in(hands, session, "Léa")
        await _find(hands, desk, FIRST, "de l’équipe")
        assert desk.models.guide.state.run.version == version
        await _agree(hands, desk)
        await hands.press("Alt+2")
        (card,) = desk.views.guide.findChildren(Suggestions)
        await hands.until(lambda: "née d’un écart de Léa" in seen(card), "son nom")

        await open_customer(hands, desk, second)
        guide = desk.models.guide
        await hands.until(lambda: guide.state.run == begun, "le contact d’avant")
        assert guide.state.script.version == begun.version
        assert SAID not in [one.words for one in guide.state.step.suggestions]
        assert SAID not in seen(card)
        # What others tried is read once the version of then is there.
        await hands.until(
            lambda: SAID in [one.words for one in guide.state.earlier], "l’écart d’avant"
        )

    play(story, replace(settings, sign_in_as=""))


async def _find(hands: Driver, desk: Desk, customer: str, origin: str) -> None:
    """In a new contact the step carries it."""
    await open_customer(hands, desk, customer)
    await follow(hands, desk, GUIDE)
    guide = desk.models.guide
    assert SAID in [one.words for one in guide.state.step.suggestions]
    (card,) = desk.views.guide.findChildren(Suggestions)
    await hands.until(lambda: SAID in seen(card), "la suggestion")
    assert f"née d’un écart {origin}" in seen(card)
    assert SAID not in [one.words for one in guide.state.earlier]


async def _agree(hands: Driver, desk: Desk) -> None:
    await hands.press("Alt+1")
    (card,) = hands.window.findChildren(CreditsCard)
    await hands.until(lambda: card.isVisible() and SAID in seen(card), "la question")
    [asked] = [one for one in card._model.asked if one.words == SAID]
    await tab_to(hands, lambda one: card.choices[asked.suggestion_id].isAncestorOf(one))
    await hands.press("1")
    await hands.until(
        lambda: [one.agreed for one in card._model.rows if one.words == SAID] == [True],
        "sa réponse",
    )
    assert QApplication.focusWidget() is not None
    assert "Vous pouvez changer d’avis" in seen(card)
