"""The estimate on the card: it stays once the customer’s answer could be seen, and it is said why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from desktop.domain.changes import Changed, Kind
from desktop.services.store import tables
from desktop.ui.contacts.wrap_flow import Awaited
from desktop.ui.contacts.wrapup_view import WrapUpView
from tests.ui.contacts.conftest import dispose, settled
from tests.ui.contacts.people import CLAIRE, KARIM, LEA


@pytest.fixture
async def view(viewmodel):
    viewmodel.show(CLAIRE)
    await settled()
    made = WrapUpView(viewmodel)
    made.resize(330, 760)
    made.show()
    made.activateWindow()
    yield made
    await settled()
    dispose(made)


async def test_an_estimate_stays_once_the_answer_could_be_seen_and_it_is_said_why(
    view, viewmodel, contacts, store
):
    viewmodel.set_estimate(4)
    await store.write(answered, viewmodel.state.draft.contact_id)
    viewmodel.close()
    await settled()
    viewmodel.undo()
    await settled()
    draft = viewmodel.state.draft
    assert (draft.estimate, draft.answer_shown) == (4, True)
    assert not view.form.outcome.estimate.isEnabled()
    assert "réponse du client" in view.form.outcome.stays.text()
    view.wrap_up()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_1)
    assert view.flow.awaited is Awaited.CLOSE
    viewmodel.set_estimate(1)
    assert viewmodel.state.draft.estimate == 4
    assert "ne change plus" in view.problem.text()
    assert not view.problem.isHidden()


def answered(connection, contact_id):
    """The customer answered about this contact at the end of a call."""
    row = {"id": "a1", "customer_id": CLAIRE.id, "contact_id": contact_id, "person_id": "p1"}
    connection.execute(insert(tables.answers).values(**row, at=1, effort=2))


async def test_an_answer_is_seen_from_the_card_once_the_estimate_is_given(
    view, viewmodel, contacts, store
):
    row = view.form.answer
    assert row.isHidden()
    viewmodel.set_note("Visio")
    await viewmodel.flush()
    await store.write(answered, viewmodel.state.draft.contact_id)
    contacts.answers.changes.tell(Changed(kind=Kind.ANSWER, customer_id=CLAIRE.id))
    await settled()
    assert not row.isHidden()
    assert row.see.isHidden()
    assert "estimation" in row.words.text()
    assert "2" not in row.words.text()
    viewmodel.set_estimate(4)
    assert not row.see.isHidden()
    row.see.click()
    await settled()
    assert row.words.text() == "Effort 2 sur 7"
    draft = viewmodel.state.draft
    assert (draft.estimate, draft.answer_shown, draft.note) == (4, True, "Visio")
    assert not view.form.outcome.estimate.isEnabled()
    viewmodel.close()
    await settled()
    assert row.isHidden()


async def test_what_is_typed_while_the_answer_is_fetched_stays(view, viewmodel, contacts, store):
    viewmodel.set_estimate(4)
    await store.write(answered, viewmodel.state.draft.contact_id)
    viewmodel.answer.show()
    viewmodel.set_note("tapé entre-temps")
    await settled()
    draft = viewmodel.state.draft
    assert (draft.note, draft.answer_shown) == ("tapé entre-temps", True)
    await viewmodel.flush()
    kept = await contacts.draft_of(LEA, CLAIRE.id)
    assert (kept.note, kept.answer_shown, kept.estimate) == ("tapé entre-temps", True, 4)


async def test_another_customers_answer_is_not_on_this_card(view, viewmodel, store):
    await store.write(answered, viewmodel.state.draft.contact_id)
    viewmodel.set_note("pour la garder")
    viewmodel.show(KARIM)
    await settled()
    assert view.form.answer.isHidden()
    viewmodel.show(CLAIRE)
    await settled()
    assert not view.form.answer.isHidden()
