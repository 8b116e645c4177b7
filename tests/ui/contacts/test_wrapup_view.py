"""The wrap-up card by its keys: F8, two digits, Ctrl+Enter; nothing typed is lost."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.contacts import (
    AvoidableCause,
    Channel,
    Helped,
    PromiseKind,
    Resolution,
    StepOffReason,
)
from desktop.domain.scripts import StepOffTaken
from desktop.ui.contacts.side_column import SideColumn
from desktop.ui.contacts.state import Stage
from desktop.ui.contacts.wrap_flow import Awaited
from desktop.ui.contacts.wrapup_view import WrapUpView
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.focus import focusable
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.wraplabel import WrapLabel
from tests.ui.contacts.conftest import dispose, nameless, settled, write
from tests.ui.contacts.people import CLAIRE, KARIM

K = Qt.Key
M = Qt.KeyboardModifier
REASONS = (
    Option(
        "billing",
        "Facturation",
        children=(
            Option("billing.higher", "Facture plus élevée"),
            Option("billing.payment", "Paiement"),
        ),
    ),
    Option("sales", "Commercial"),
)
TAKEN = StepOffTaken(
    script_id="bill", step_id="why", reason=StepOffReason.ALREADY_TOLD, words="Déjà dit deux fois"
)


@pytest.fixture
async def view(viewmodel):
    viewmodel.show(CLAIRE)
    await settled()
    made = WrapUpView(viewmodel, REASONS)
    made.resize(330, 760)
    made.show()
    made.activateWindow()
    yield made
    await settled()
    dispose(made)


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = M.NoModifier) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)


def press_close() -> None:
    press(K.Key_Return, modifiers=M.ControlModifier)


async def saved(store):
    return (
        await store.read(lambda c: c.exec_driver_sql("SELECT * FROM contacts").mappings())
    ).all()


@pytest.mark.parametrize(
    "digits",
    [
        (K.Key_1, K.Key_4),
        (K.Key_Ampersand, K.Key_Apostrophe),
    ],
    ids=["figures", "azerty"],
)
async def test_f8_two_digits_and_ctrl_enter_close_the_contact(view, viewmodel, contacts, digits):
    view.form.note.area.setFocus()
    view.wrap_up()
    press(*digits)
    draft = viewmodel.state.draft
    press_close()
    await settled()
    assert (draft.resolution, draft.estimate) == (Resolution.RESOLVED, 4)
    assert viewmodel.state.stage is Stage.CLOSED
    undone = await contacts.undo(draft.contact_id)
    assert undone == draft


async def test_each_digit_says_what_the_next_one_means(view):
    view.wrap_up()
    assert (view.flow.awaited, view.hint.text()) == (Awaited.RESOLUTION, "Résolution")
    assert view.form.outcome.resolution_field.remark() == "tapez 1\u202f–\u202f4"
    press(K.Key_2)
    assert (view.flow.awaited, view.hint.text()) == (Awaited.ESTIMATE, "Satisfaction estimée")
    assert view.form.outcome.resolution_field.remark() == ""
    press(K.Key_5)
    assert view.flow.awaited is Awaited.CLOSE
    assert view.close_button.hasFocus()


async def test_the_same_answer_again_leads_on_too(view, viewmodel):
    viewmodel.set_resolution(Resolution.PARTIAL)
    viewmodel.set_estimate(5)
    view.wrap_up()
    press(K.Key_2, K.Key_5)
    assert view.flow.awaited is Awaited.CLOSE


async def test_a_digit_that_means_nothing_is_swallowed(view, viewmodel):
    view.wrap_up()
    press(K.Key_8)
    assert view.flow.awaited is Awaited.RESOLUTION
    assert viewmodel.state.draft.resolution is None


@pytest.mark.parametrize("key", [K.Key_Tab, K.Key_Right, K.Key_Escape])
async def test_other_keys_lead_out_of_the_digits(view, viewmodel, key):
    view.wrap_up()
    press(key)
    assert view.flow.awaited is Awaited.NOTHING
    assert not view.hint.isVisible()
    assert viewmodel.state.stage is Stage.OPEN


async def test_a_step_off_asks_for_a_third_digit_that_may_be_left_out(view, viewmodel):
    viewmodel.add_step_off(TAKEN)
    view.wrap_up()
    press(K.Key_1, K.Key_3)
    assert view.flow.awaited is Awaited.HELPED
    press(K.Key_2)
    assert viewmodel.state.draft.step_offs[0].helped is Helped.NO
    assert view.flow.awaited is Awaited.CLOSE
    viewmodel.add_step_off(TAKEN)
    view.wrap_up()
    press(K.Key_1, K.Key_3)
    press_close()
    await settled()
    assert viewmodel.state.stage is Stage.CLOSED


@pytest.mark.parametrize(
    ("key", "helped"),
    [(K.Key_O, Helped.YES), (K.Key_N, Helped.NO), (K.Key_3, Helped.UNKNOWN)],
)
async def test_the_question_takes_letters_only_with_its_focus(view, viewmodel, key, helped):
    viewmodel.add_step_off(TAKEN)
    view.form.note.area.setFocus()
    write(view.form.note.area, "non 3")
    assert viewmodel.state.draft.step_offs[0].helped is None
    view.form.step_offs.unanswered().setFocus()
    press(key)
    assert viewmodel.state.draft.step_offs[0].helped is helped


async def test_ctrl_enter_closes_from_every_field_and_types_nothing(view, viewmodel, store):
    view.form.note.area.setFocus()
    write(view.form.note.area, "Accepté")
    press_close()
    await settled()
    (contact,) = await store.read(
        lambda c: c.exec_driver_sql("SELECT note FROM contacts").scalars().all()
    )
    assert contact == "Accepté"
    assert view.closed.again.hasFocus()


async def test_azerty_signs_are_text_in_the_note_not_answers(view, viewmodel):
    view.form.note.area.setFocus()
    write(view.form.note.area, "é&\"'(@#{}|12")
    draft = viewmodel.state.draft
    assert draft.note == "é&\"'(@#{}|12"
    assert (draft.resolution, draft.estimate) == (None, None)


async def test_all_fields_reach_the_draft(view, viewmodel):
    form = view.form
    form.outcome.effort.choices.setFocus()
    press(K.Key_6)
    form.channel_reason.channel.picked.emit(Channel.EMAIL)
    form.channel_reason.reason.setFocus()
    press(K.Key_Down)
    listed = form.channel_reason.reason.list_shown()
    QTest.keyClick(listed.focusWidget(), K.Key_1)
    QTest.keyClick(listed.focusWidget(), K.Key_2)
    form.promise.kind.setFocus()
    press(K.Key_1)
    form.promise.due.typed.setFocus()
    form.promise.due.typed.selectAll()
    write(form.promise.due.typed, "28/11 14h30")
    write(form.promise.words, "Vérifier l’avoir")
    form.avoidable.answer.setFocus()
    press(K.Key_1)
    form.avoidable.cause.picked.emit(AvoidableCause.REPEAT)
    draft = viewmodel.state.draft
    assert (draft.channel, draft.reason, draft.effort_seen) == (
        Channel.EMAIL,
        "billing.payment",
        6,
    )
    assert (draft.avoidable, draft.avoidable_cause) == (True, AvoidableCause.REPEAT)
    assert (draft.promise.kind, draft.promise.words) == (PromiseKind.CALLBACK, "Vérifier l’avoir")
    assert f"{draft.promise.due_at:%d/%m %H:%M}" == "28/11 14:30"
    assert form.promise.due.typed.text() == "28/11 14h30"


async def test_a_date_that_says_nothing_keeps_the_one_before(view, viewmodel):
    viewmodel.promise(PromiseKind.PROMISE)
    before = viewmodel.state.draft.promise.due_at
    due = view.form.promise.due
    due.typed.selectAll()
    write(due.typed, "un de ces jours")
    assert viewmodel.state.draft.promise.due_at == before
    assert "non comprise" in due.told.text()
    due.offers.setFocus()
    press(K.Key_1)
    assert viewmodel.state.draft.promise.due_at == viewmodel.suggestions()[0].at
    assert due.typed.accessibleDescription() == ""
    view.form.promise.withdraw.click()
    assert viewmodel.state.draft.promise is None


async def test_a_word_to_avoid_is_listed_and_selected_when_pressed(view, viewmodel):
    write(view.form.note.area, "😀 cliente dépressive")
    viewmodel.set_note("😀 cliente dépressive, geste accepté")
    (word,) = view.form.note.warnings()
    assert "santé" in word.accessibleName()
    word.click()
    assert view.form.note.area.textCursor().selectedText() == "dépressive"
    view.form.note.area.setFocus()
    press(K.Key_Backspace)
    assert view.form.note.warnings() == () or not view.form.note.panel.isVisible()
    assert viewmodel.state.draft.note == "😀 cliente , geste accepté"


async def test_the_card_shows_another_customers_draft_and_comes_back(view, viewmodel):
    write(view.form.note.area, "pour Claire")
    viewmodel.show(KARIM)
    await settled()
    assert view.form.note.area.text() == ""
    view.form.note.area.undo()
    assert view.form.note.area.text() == "", "undo does not bring another customer's words"
    viewmodel.show(CLAIRE)
    assert view.form.note.area.text() == "pour Claire"


async def test_what_fails_is_said_and_the_text_can_be_copied(view, viewmodel, store):
    write(view.form.note.area, "Geste de 5 €")
    await viewmodel.flush()
    await store.read(lambda c: c.exec_driver_sql("PRAGMA query_only=ON"))
    view.form.note.area.setFocus()
    press_close()
    await settled()
    assert view.problem.isVisible()
    assert "lecture seule" in view.problem.text()
    assert view.form.note.area.text() == "Geste de 5 €"
    view.problem.copy.click()
    assert QGuiApplication.clipboard().text() == "Geste de 5 €"
    await store.read(lambda c: c.exec_driver_sql("PRAGMA query_only=OFF"))
    view.close_button.click()
    await settled()
    assert viewmodel.state.stage is Stage.CLOSED
    assert not view.problem.isVisible()


async def test_after_a_close_one_may_take_it_back_or_begin_again(view, viewmodel):
    viewmodel.close()
    await settled()
    view.closed.take_back.click()
    await settled()
    assert viewmodel.state.stage is Stage.OPEN
    viewmodel.close()
    await settled()
    view.take_focus()
    press(K.Key_Space)
    await settled()
    assert viewmodel.state.stage is Stage.OPEN


async def test_optional_fields_say_so_only_while_they_are_empty(view, viewmodel):
    assert view.form.outcome.effort_field.remark() == "facultatif"
    viewmodel.set_effort(3)
    assert view.form.outcome.effort_field.remark() == ""


async def test_incivility_is_asked_for_from_the_card(view):
    asked: list[int] = []
    view.incivility_asked.connect(lambda: asked.append(1))
    view.incivility.click()
    assert asked == [1]


@pytest.mark.parametrize("width", [300, 340])
async def test_it_fits_its_column_and_scrolls_where_the_window_is_low(view, viewmodel, width):
    viewmodel.add_step_off(TAKEN)
    viewmodel.promise(PromiseKind.CALLBACK)
    view.resize(width, 420)
    QApplication.processEvents()
    assert (view.width(), view.height()) == (width, 420)
    assert view.form.verticalScrollBar().maximum() > 0
    assert view.form.widget().width() <= view.form.viewport().width()
    bottom = view.close_button.mapTo(view, view.close_button.rect().bottomRight())
    assert view.rect().contains(bottom), "closing stays in sight"
    view.form.avoidable.answer.setFocus()
    QApplication.processEvents()
    top = view.form.avoidable.answer.mapTo(view.form.viewport(), view.rect().topLeft()).y()
    assert 0 <= top < view.form.viewport().height()


async def test_in_a_low_column_the_card_scrolls_within_itself(view, viewmodel):
    other = Card("Et vous, ça va ?")
    other.add(WrapLabel("Quelques mots qui vont à la ligne, une fois ou deux, où la place manque."))
    column = ScrollColumn()
    column.add(SideColumn(view, other), 1)
    column.resize(360, 520)
    column.show()
    QApplication.processEvents()
    assert column.verticalScrollBar().maximum() == 0
    assert view.form.verticalScrollBar().maximum() > 0
    column.resize(360, 1000)
    QApplication.processEvents()
    assert view.form.verticalScrollBar().maximum() == 0
    view.setParent(None)
    dispose(column)


async def test_everything_is_named_and_tab_follows_the_eye(view, viewmodel):
    viewmodel.add_step_off(TAKEN)
    viewmodel.promise(PromiseKind.CALLBACK)
    viewmodel.set_avoidable(avoidable=True)
    viewmodel.set_note("cliente dépressive")
    view.resize(330, 1200)
    QApplication.processEvents()
    root = QAccessible.queryAccessibleInterface(view)
    assert nameless(root) == []

    def top(stop: QWidget) -> int:
        return stop.mapTo(view, stop.rect().center()).y()

    tops = [top(stop) for stop in focusable(view)]
    assert len(tops) >= 14
    assert all(later >= earlier - 6 for earlier, later in pairwise(tops))


async def test_undo_never_brings_another_customers_words_back(view, viewmodel):
    area, promised = view.form.note.area, view.form.promise.words
    viewmodel.promise(PromiseKind.PROMISE)
    for field in (area, promised):
        write(field, "Claire")
        for _ in "Claire":
            QTest.keyClick(field, Qt.Key.Key_Backspace)
    viewmodel.show(KARIM)
    await settled()
    viewmodel.promise(PromiseKind.PROMISE)
    assert not area.document().isUndoAvailable()
    assert not promised.isUndoAvailable()
    area.undo()
    assert viewmodel.state.draft.note == ""


async def test_what_was_begun_for_one_customer_is_not_offered_to_the_next(view, viewmodel):
    viewmodel.promise(PromiseKind.PROMISE)
    due = view.form.promise.due
    write(due.typed, " ou plus tard")
    picker = view.form.channel_reason.reason
    picker.open_list()
    viewmodel.show(KARIM)
    await settled()
    assert picker.list_shown() is None
    viewmodel.promise(PromiseKind.PROMISE)
    assert "plus tard" not in due.typed.text()
    assert not due.told.text().startswith("Date non comprise")
