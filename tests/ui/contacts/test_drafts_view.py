"""« À reprendre »: what was begun is listed, taken up again, given up and brought back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desktop.ui.contacts.drafts_view import DraftsView
from desktop.ui.contacts.drafts_viewmodel import DraftsViewModel
from tests.ui.contacts.conftest import dispose, nameless, settled
from tests.ui.contacts.people import CLAIRE, KARIM, LEA

K = Qt.Key


@pytest.fixture
async def view(qapp, contacts):
    viewmodel = DraftsViewModel(contacts, contacts._changes, LEA)
    made = DraftsView(viewmodel)
    viewmodel.setParent(made)
    made.resize(420, 300)
    made.show()
    made.activateWindow()
    await settled()
    yield made
    await settled()
    dispose(made)


async def begun(contacts, customer, note):
    draft = replace(await contacts.begin(customer, LEA), note=note)
    await contacts.save_draft(draft)
    await settled()
    return draft


async def test_it_shows_itself_only_when_there_is_something(view, contacts):
    assert not view.isVisible()
    draft = await begun(contacts, CLAIRE, "à finir")
    assert view.isVisible()
    await contacts.close(draft)
    await settled()
    assert not view.isVisible()


async def test_enter_takes_a_draft_up_and_delete_gives_it_up_for_a_moment(view, contacts, clock):
    first = await begun(contacts, CLAIRE, "premier")
    clock.advance(minutes=1)
    second = await begun(contacts, KARIM, "second")
    resumed = []
    view._viewmodel.resumed.connect(resumed.append)
    view.list.setFocus()
    view.list.setCurrentIndex(view.list.model().index(0))
    QTest.keyClick(view.list, K.Key_Return)
    assert resumed == [second]
    QTest.keyClick(view.list, K.Key_Delete)
    await settled()
    assert [row.draft for row in view.list.model().rows()] == [first]
    assert "Karim Haddad" in view.dropped.text()
    view.dropped.button.click()
    await settled()
    assert {row.draft.note for row in view.list.model().rows()} == {"premier", "second"}
    assert not view.dropped.isVisible()


async def test_all_is_named(view, contacts):
    await begun(contacts, CLAIRE, "à finir")
    assert nameless(QAccessible.queryAccessibleInterface(view)) == []
    said = view.list.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Claire Moreau, à finir")
