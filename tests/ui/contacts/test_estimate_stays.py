"""The estimate on the card: it stays once the customer’s answer could be seen, and it is said why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from desktop.services.store import tables
from desktop.ui.contacts.wrap_flow import Awaited
from desktop.ui.contacts.wrapup_view import WrapUpView
from tests.ui.contacts.conftest import dispose, settled
from tests.ui.contacts.people import CLAIRE


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
