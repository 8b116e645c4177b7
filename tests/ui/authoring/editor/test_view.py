"""The editor by keyboard: outline, form, problems, undo, publishing, and the focus where it was."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.authoring.items import Items
from desktop.domain.scripts import Law
from desktop.ui.kit import theme
from desktop.ui.kit.focus import focusable, give
from tests.domain.authoring.samples import GUIDE, guide
from tests.ui.authoring.editor.stage import ANNE, Stage, settled

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


@pytest.fixture
async def stage(qapp):
    made = Stage()
    await settled()
    made.view.take_focus()
    yield made
    await made.model.flush()
    await settled()
    made.leave()


async def test_arrows_go_through_the_outline_and_enter_goes_into_the_form(stage):
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Down)
    assert stage.model.state.step_id == "look"
    stage.press(Key.Key_Return)
    assert QApplication.focusWidget() is stage.view.form.step.title.control


async def test_alt_and_arrows_move_the_step_from_the_outline_and_from_the_form(stage):
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Down, ALT)
    assert stage.order == ["look", "welcome", "offer", "end"]
    assert stage.model.state.step_id == "welcome"
    stage.press(Key.Key_Return)
    stage.press(Key.Key_Up, ALT)
    assert stage.order == ["welcome", "look", "offer", "end"]
    assert QApplication.focusWidget() is stage.view.form.step.title.control


async def test_a_step_drawn_by_the_mouse_lands_where_it_is_dropped(stage):
    model = stage.view.outline.model
    root = QModelIndex()
    assert model.moveRow(root, 4, root, 2)
    assert stage.order == ["welcome", "end", "look", "offer"]
    assert model.moveRow(root, 1, root, 5)
    assert stage.order == ["end", "look", "offer", "welcome"]
    assert not model.moveRow(root, 0, root, 2), "the guide itself stays on top"
    assert model.moveRow(root, 2, root, 0)
    assert stage.order == ["look", "end", "offer", "welcome"]
    assert [row.id for row in model.rows()] == ["", *stage.order]


async def test_insert_adds_a_step_to_write_in_and_delete_takes_it_out(stage):
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Insert)
    assert stage.order == ["welcome", "new-1", "look", "offer", "end"]
    stage.write("Chercher")
    assert stage.model.state.step.title == "Chercher"
    stage.view.take_focus()
    stage.press(Key.Key_Delete)
    assert stage.order == ["welcome", "look", "offer", "end"]
    stage.press(Key.Key_Z, CTRL)
    assert stage.script.steps[1].title == "Chercher"


async def test_undo_is_the_fields_while_it_has_something_then_the_editors(stage):
    stage.model.select("look")
    stage.press(Key.Key_Down, ALT)
    give(stage.view.form.step.title.control)
    stage.press(Key.Key_End)
    stage.write("x")
    assert stage.script.step("look").title == "Regarderx"
    stage.press(Key.Key_Z, CTRL)
    assert stage.script.step("look").title == "Regarder"
    assert stage.order == ["welcome", "offer", "look", "end"]
    stage.press(Key.Key_Z, CTRL)
    assert stage.order == ["welcome", "look", "offer", "end"]
    stage.press(Key.Key_Z, CTRL | SHIFT)
    assert stage.order == ["welcome", "offer", "look", "end"], "the last taken back comes first"
    assert stage.script.step("look").title == "Regarder"
    assert QApplication.focusWidget() is stage.view.form.step.title.control


async def test_problems_are_said_while_typing_and_the_next_one_is_led_to(stage):
    stage.model.select("look")
    form = stage.view.form.step
    give(form.say.control)
    form.say.control.selectAll()
    stage.write("{{client.vile}} **x")
    assert "client.ville" in form.say.problems.words()
    assert form.say.control.property("problem") == "true"
    assert form.say.control.accessibleDescription()
    stage.view.take_focus()
    stage.view.problems.go_on()
    assert QApplication.focusWidget() is form.say.control
    assert stage.view.problems.list.currentIndex().row() == 0


async def test_enter_in_the_list_of_problems_leads_there(stage):
    stage.view.write.set_title("")
    stage.model.select("end")
    give(stage.view.problems.list)
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    assert stage.model.state.step_id == ""
    assert QApplication.focusWidget() is stage.view.form.guide.title.control


async def test_lines_are_added_moved_and_taken_out_by_keys(stage):
    stage.model.select("welcome")
    checks = stage.view.form.step.lists[Items.CHECKS]
    give(checks.rows[1].input.control)
    stage.press(Key.Key_Return)
    stage.write("Adresse")
    stage.press(Key.Key_Up, ALT)
    assert [one.label for one in stage.model.state.step.checks] == ["Qui", "Adresse", "Pourquoi"]
    assert QApplication.focusWidget() is checks.rows[1].input.control, "the focus goes along"
    checks.rows[1].input.control.selectAll()
    stage.press(Key.Key_Backspace)
    assert len(checks.rows) == 3
    stage.press(Key.Key_Backspace)
    assert [one.label for one in stage.model.state.step.checks] == ["Qui", "Pourquoi"]
    assert QApplication.focusWidget() is checks.rows[1].input.control


async def test_a_reaction_leads_where_one_picks(stage):
    stage.model.select("look")
    row = stage.view.form.step.lists[Items.REACTIONS].rows[2]
    give(row.to)
    stage.press(Key.Key_Return)
    shown = row.to.list_shown()
    assert shown.lines() == (
        "l’étape qui suit",
        "1. Accueillir",
        "2. Regarder",
        "3. Proposer",
        "4. Conclure",
    )
    stage.press(Key.Key_5)
    assert stage.model.state.step.reactions[2].to == "end"


async def test_the_law_is_ticked_and_written(stage):
    stage.model.select("end")
    law = stage.view.form.step.law
    give(law.box)
    stage.press(Key.Key_Space)
    assert QApplication.focusWidget() is law.why.control
    stage.write("Il le faut")
    give(law.reference.control)
    stage.write("art. 2")
    assert stage.model.state.step.law == Law(why="Il le faut", reference="art. 2")


async def test_a_variable_is_put_in_where_the_cursor_is(stage):
    stage.model.select("end")
    say = stage.view.form.step.say
    give(say.control)
    stage.press(Key.Key_I, CTRL)
    stage.write("ville")
    stage.press(Key.Key_Return)
    assert stage.model.state.step.say.count("{{client.ville}}") == 1


async def test_reasons_are_added_and_taken_out(stage):
    reasons = stage.view.form.guide.reasons
    reasons.adding.picked.emit("move")
    assert stage.script.reasons == ("billing.higher", "move")
    reasons.buttons["billing.higher"].click()
    assert stage.script.reasons == ("move",)
    assert QApplication.focusWidget() is reasons.adding


async def test_publishing_with_errors_leads_to_the_first_and_keeps_the_note(stage):
    stage.view.write.set_title("")
    stage.view.open_publish()
    overlay = stage.view.overlay()
    stage.write("Titre revu")
    stage.press(Key.Key_Return, CTRL)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is stage.view.form.guide.title.control
    stage.write("Facture")
    stage.view.open_publish()
    assert overlay.note.text() == "Titre revu"
    stage.press(Key.Key_Return, CTRL)
    await settled()
    ((published, note),) = stage.authoring.published
    assert (published.script.title, note) == ("Facture", "Titre revu")
    assert not overlay.isVisible()


async def test_the_preview_shows_the_step_in_front_for_the_chosen_customer(stage):
    script, step_id, customer = stage.preview.shown[-1]
    assert (script, step_id, customer.invented) == (GUIDE, "", True)
    stage.model.select("offer")
    stage.view.preview.customers.picked.emit(str(ANNE.id))
    await settled()
    assert stage.preview.shown[-1][1:] == ("offer", stage.model.trial.tried_on)
    assert stage.preview.shown[-1][2].customer == ANNE
    assert "Anne Moreau" in stage.view.preview.customers.accessibleName()


async def test_a_narrow_window_shows_the_form_or_the_preview(qapp):
    stage = Stage(width=1000)
    await settled()
    columns = stage.view.columns
    assert stage.view.form.isVisible()
    assert not stage.view.preview.isVisible()
    columns.faces.set_value("preview")
    columns.faces.picked.emit("preview")
    QApplication.processEvents()
    assert stage.view.preview.isVisible()
    assert not stage.view.form.isVisible()
    stage.view.outline.entered.emit()
    assert stage.view.form.isVisible()
    stage.leave()


async def test_a_guide_without_steps_says_what_to_do(qapp):
    stage = Stage(guide())
    await settled()
    assert not stage.preview.shown
    assert "à remplir avant de publier" in stage.view.problems._summary.text()
    stage.view.outline.add.click()
    assert stage.order == ["new-1"]
    assert stage.preview.shown[-1][1] == "new-1"
    await stage.model.flush()
    await settled()
    stage.leave()


async def test_all_that_takes_the_focus_has_a_name(stage):
    for step_id in ("", "welcome", "look", "offer"):
        stage.model.select(step_id)
        QApplication.processEvents()
        for widget in focusable(stage.window):
            assert widget.accessibleName(), type(widget).__name__


async def test_f6_goes_from_pane_to_pane(stage):
    stage.view.take_focus()
    stage.press(Key.Key_F6)
    assert QApplication.focusWidget() is stage.view.map
    stage.press(Key.Key_F6)
    assert stage.view.form.isAncestorOf(QApplication.focusWidget())
    stage.press(Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is stage.view.map


async def test_tab_follows_the_eye_in_the_form_also_after_lines_were_added(stage):
    stage.view.write.set_reasons(("move", "billing"))
    QApplication.processEvents()
    assert_tab_goes_down(stage, stage.view.form.guide, 5)
    stage.model.select("look")
    stage.model.select("welcome")
    form = stage.view.form.step
    form.lists[Items.CHECKS].add.click()
    QApplication.processEvents()
    assert_tab_goes_down(stage, form, 12)


def assert_tab_goes_down(stage, form, least):
    stops = [one for one in focusable(stage.window) if form.isAncestorOf(one)]
    rows = [one.mapTo(form, QPoint(0, 0)).y() for one in stops]
    assert len(stops) >= least
    assert rows == sorted(rows)
