"""The preview of a guide is the advisor's own page, filled for whom it is tried on."""

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from sqlalchemy import insert

from desktop.app.guide_editor import GuideEditor
from desktop.app.services import Services
from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.customers import Civility, Customer
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.people import Person, Role
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.ui.authoring.editor import saving
from desktop.ui.kit import theme
from desktop.ui.scripts.walk import Walk
from tests.domain.authoring.samples import GUIDE
from tests.ui.authoring.editor.stage import FakeAuthoring, settled

LEAD = Person(id=PersonId("lead"), name="Camille Laurent", role=Role.LEAD)
PAUL = Customer(
    id=CustomerId("paul"), civility=Civility.SIR, given_name="Paul", family_name="Garnier"
)
SCRIPT = replace(
    GUIDE,
    steps=(
        replace(GUIDE.steps[0], say="Bonjour {{client.appel}}, ici {{entreprise}}."),
        *GUIDE.steps[1:],
    ),
)


@pytest.fixture
async def editor(qapp, store, monkeypatch):
    # A timer would end after the test, with no loop to run in.
    monkeypatch.setattr(saving, "DELAY_MS", 3_600_000)
    theme.apply(qapp, "light")
    await store.write(lambda c: c.execute(insert(tables.customers), to_row(PAUL)))
    services = await Services.over(store, "fr")
    await services.customers.remember(LEAD, PAUL.id)
    window: Any = QWidget()
    models: Any = SimpleNamespace(services=services, person=LEAD)
    made = GuideEditor(window, models, FakeAuthoring(), window)
    made.view.setParent(window)
    made.view.resize(1500, 900)
    made.edit(
        ScriptDraft(id="d", person_id=LEAD.id, script=SCRIPT, updated_at=datetime.now(UTC)),
        "welcome",
    )
    await settled()
    yield made
    await made.flush()
    await settled()
    window.deleteLater()


def walk(editor: GuideEditor) -> Walk:
    found = editor.view.preview.findChild(Walk)
    assert isinstance(found, Walk)
    return found


async def test_it_shows_what_is_typed_for_the_invented_customer(editor):
    assert walk(editor).page.speech.text() == "«\u202fBonjour Madame Exemple, ici Lumio.\u202f»"
    editor.view.form.step.say.edited.emit("Bonjour {{client.prenom}}.")
    await settled()
    assert walk(editor).page.speech.text() == "«\u202fBonjour Dominique.\u202f»"


async def test_it_shows_the_guide_for_a_customer_opened_lately(editor):
    assert [one.id for one in editor.model.trial.recent] == [PAUL.id]
    editor.view.preview.customers.picked.emit("paul")
    await settled()
    assert "Bonjour Monsieur Garnier" in walk(editor).page.speech.text()


async def test_walking_in_the_preview_brings_the_step_into_the_form(editor):
    walk(editor).foot.onward.emit()
    await settled()
    assert editor.model.state.step_id == "look"
    walk(editor).page.reactions.picked.emit("calm")
    walk(editor).foot.onward.emit()
    await settled()
    assert editor.model.state.step_id == "end"


async def test_it_shows_no_button_that_does_nothing_here(editor):
    header = walk(editor).header
    assert header.off.isHidden()
    assert header.change.isHidden()


async def test_a_guide_that_is_hardly_begun_can_be_shown(editor):
    editor.view.write.add_step()
    await settled()
    assert walk(editor).page.speech.text()
    editor.view.write.remove_step()
    editor.view.write.remove_step()
    await settled()
    assert editor.model.state.step_id in {step.id for step in editor.model.state.script.steps}


async def test_what_is_not_written_yet_leaves_no_empty_marks(editor):
    page = walk(editor).page
    assert not page.words.isHidden()
    editor.view.write.set_title("")
    editor.view.write.add_step()
    await settled()
    assert page.words.isHidden()
    assert walk(editor).header._title.text() == "sans titre"
    editor.view.form.step.say.edited.emit("Bonjour.")
    await settled()
    assert not page.words.isHidden()
