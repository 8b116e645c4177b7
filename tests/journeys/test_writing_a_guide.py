"""A lead writes in a guide by keys alone, tries it on, mends it, publishes it; nothing typed is lost."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from desktop.app import pages
from desktop.app.desk import Desk
from desktop.app.guide_editor import GuideEditor
from desktop.app.guides import GuidesPart
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.kit.focus import give
from desktop.ui.kit.saving import Saving
from desktop.ui.scripts.walk import Walk
from tests.journeys.hands import arrive, open_customer

BILL = "bill-higher"


async def open_editor(hands: Driver, desk: Desk) -> tuple[GuidesPart, GuideEditor]:
    """Alt+7, the guide on bills, its button to write in it."""
    part = next(one for one in desk.parts if isinstance(one, GuidesPart))
    assert part.editor is not None
    await hands.press(pages.KEYS[pages.GUIDES])
    await hands.until(lambda: part.model.state.rows, "la liste")
    part.model.choose(BILL)
    give(part.view.detail.edit)
    await hands.press("Space")
    await hands.until(part.editor.view.outline.list.hasFocus, "le plan")
    return part, part.editor


def test_a_guide_is_written_tried_mended_and_published(play, settings):
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        part, editor = await open_editor(hands, desk)
        model, form = editor.model, editor.view.form.step
        number = model.state.script.version
        await hands.press("Down", "Down", "Ins")
        assert QApplication.focusWidget() is form.title.control
        await hands.type("Écouter")
        give(form.say.control)
        await hands.type("Bonjour {{client.prenon}}, dites-moi.")
        await hands.until(lambda: model.state.saving is Saving.SAVED, "« Brouillon enregistré »")
        assert "client.prenom" in form.say.problems.words()
        await hands.press("Ctrl+A")
        await hands.type("Bonjour {{client.prenom}}, dites-moi.")
        walk = editor.view.preview.findChild(Walk)
        assert isinstance(walk, Walk)
        await hands.until(lambda: "Bonjour Dominique" in walk.page.speech.text(), "l’aperçu")
        give(form.intention.control)
        await hands.type("Laisser dire.")
        # A step before which all reactions lead elsewhere: it is put where one passes.
        assert [one.code for one in model.state.errors] == ["unreachable_step"]
        give(editor.view.outline.list)
        await hands.press("Shift+F8")
        assert QApplication.focusWidget() is form.title.control
        await hands.press("Alt+Up")
        await hands.until(lambda: not model.state.errors, "rien à reprendre")
        assert editor.view.header.publishing.key == "Ctrl Maj P"
        await hands.press("Ctrl+Shift+P")
        await hands.type("On laisse dire d’abord")
        await hands.press("Ctrl+Return")
        await hands.until(lambda: not part.page.editing, "la liste")
        library = await desk.models.services.scripts.library(again=True)
        published = library.script(BILL)
        assert published is not None
        assert published.version == number
        ids = [one.id for one in published.steps]
        assert ids[:3] == ["welcome", "ecouter", "understand"]

    play(story, replace(settings, sign_in_as="camille"))


def test_what_was_typed_a_moment_ago_is_there_after_signing_out(play, settings):
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        _part, editor = await open_editor(hands, desk)
        give(editor.view.form.guide.title.control)
        await hands.press("End")
        await hands.type(" bis")
        before = editor.model.state.script.title
        desk.window.sign_out_asked.emit()
        # The desk is gone before what it leaves is written: the list of people comes after that.
        await hands.until(lambda: session.offered, "les personnes")
        await hands.press("Down", "Return")
        await hands.until(lambda: session.desk is not None, "le retour")

        again = session.desk
        assert again is not None
        assert before.endswith(" bis")
        assert [one.script.title for one in await _drafts(again)].count(before) == 1

    play(story, replace(settings, sign_in_as="camille"))


async def _drafts(desk: Desk):
    part = next(one for one in desk.parts if isinstance(one, GuidesPart))
    people = await desk.models.services.people.all()
    lead = next(one for one in people if one.name.startswith("Camille"))
    return await part.authoring.drafts(lead)


def test_the_next_problem_and_wrapping_up_have_keys_of_their_own_in_a_contact(play, settings):
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await open_customer(hands, desk, "Claire Moreau")
        _part, editor = await open_editor(hands, desk)
        view = editor.view
        give(view.form.guide.title.control)
        await hands.press("Ctrl+A", "Del")
        give(view.outline.list)
        await hands.press("Shift+F8")
        assert QApplication.focusWidget() is view.form.guide.title.control
        desk.actions.change("guide.next_problem", "Ctrl+J")
        give(view.outline.list)
        await hands.press("Ctrl+J")
        assert QApplication.focusWidget() is view.form.guide.title.control
        await hands.press("F8")
        assert desk.window.page() == pages.CUSTOMER

    play(story, replace(settings, sign_in_as="camille"))
