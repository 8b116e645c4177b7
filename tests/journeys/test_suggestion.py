"""« Un écart devient une suggestion »: from what was noted, by keys, to the step of a colleague."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import pages
from desktop.app.desk import Desk
from desktop.app.learning import LearningPart
from desktop.app.lessons import Lessons
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from tests.journeys.hands import arrive, open_customer, rows

FROM = "Reconnaître l’erreur avant d’expliquer la facture"
STEP = "explain"


def learning_of(desk: Desk) -> LearningPart:
    return next(part for part in desk.parts if isinstance(part, LearningPart))


def lessons_of(desk: Desk) -> Lessons:
    found = learning_of(desk).lessons
    assert found is not None
    return found


async def publish(hands: Driver, desk: Desk) -> None:
    """A lead finds what helped, puts another wording with it, and publishes it as a suggestion."""
    lessons = lessons_of(desk)
    model, view = lessons.model, lessons.view
    lessons.open()
    model.show("bill-higher")
    await hands.until(lambda: model.state.lesson is not None, "les écarts")
    model.select_step(STEP)
    view.chains.list.setFocus()
    for _ in range(4):
        if model.state.chain is None or model.state.chain.words != FROM:
            await hands.press("Down")
    chain = model.state.chain
    assert chain is not None
    assert chain.words == FROM
    assert chain.outcome is not None
    other = model.state.others()[0]
    view.card.merge_asked.emit(other.id)
    await hands.press("Escape")
    assert model.state.chain == chain, "Escape puts nothing together"
    view.card.suggest.click()
    guides = lessons._guides
    editor = guides.editor
    assert editor is not None
    await hands.until(lambda: guides.page.editing, "l’éditeur")
    draft = editor.model.state.draft
    assert draft is not None
    step = draft.script.step(STEP)
    assert step is not None
    assert [(one.words, one.chain) for one in step.suggestions] == [(FROM, chain.id)]
    version = await guides.authoring.publish(draft, "Vient de l’équipe")
    assert version.version == 13
    lessons.open()
    await hands.until(
        lambda: model.state.chain is not None and model.state.chain.suggestion_id is not None,
        "la suggestion",
    )


def test_a_step_off_becomes_a_suggestion_and_its_author_is_asked(
    play, settings, store_file: Path
) -> None:
    async def lead(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await publish(hands, desk)

    play(lead, replace(settings, sign_in_as="camille"))
    author = rows(
        store_file,
        "SELECT p.sign_in FROM step_offs s JOIN people p ON p.id = s.person_id"
        " WHERE s.words = ? AND s.earlier_id IS NULL",
        FROM,
    )[0][0]

    async def asked(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        part = learning_of(desk)
        await hands.until(lambda: bool(part.credits.asked), "la question")
        found = {one.words: one for one in part.credits.asked}
        choice = part.card.choices[found[FROM].suggestion_id]
        desk.window.show_page(pages.DAY)
        choice.setFocus()
        await hands.press("1")
        await hands.until(
            lambda: any(one.agreed for one in part.credits.rows if one.words == FROM), "le oui"
        )
        await open_customer(hands, desk, "Claire Moreau")
        guide = desk.models.guide
        await hands.until(lambda: guide.state.suggested or guide.state.others, "les guides")
        guide.choose("bill-higher")
        guide.go(STEP)
        await hands.until(lambda: bool(guide.state.credits), "le nom")
        step = guide.state.step
        assert step is not None
        assert [one.words for one in step.suggestions] == [FROM]
        assert FROM not in [one.words for one in guide.state.earlier], (
            "no way off the step any more"
        )
        assert QApplication.focusWidget() is not None

    play(asked, replace(settings, sign_in_as=author))
