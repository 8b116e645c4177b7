"""Promises on their page: late ones first, settled on a key, a slip taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from shiboken6 import delete

from desktop.domain.contacts import PromiseDraft, PromiseKind, PromiseState
from desktop.domain.due_dates import Due
from desktop.ui.contacts.promises_view import PromisesView
from desktop.ui.contacts.promises_viewmodel import PromisesViewModel
from tests.ui.contacts.conftest import dispose, nameless, settled
from tests.ui.contacts.people import CLAIRE, KARIM, LEA

K = Qt.Key


@pytest.fixture
async def page(qapp, contacts, promises):
    made = PromisesViewModel(promises, contacts._changes, LEA)
    yield made
    await settled()
    made.deleteLater()


@pytest.fixture
async def view(page):
    made = PromisesView(page)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    await settled()
    yield made
    dispose(made)


async def promise(contacts, clock, customer, words, **due) -> None:
    draft = await contacts.begin(customer, LEA)
    promised = PromiseDraft(
        kind=PromiseKind.CALLBACK, due_at=clock.now() + timedelta(**due), words=words
    )
    await contacts.close(replace(draft, promise=promised))
    await settled()


async def three(contacts, clock) -> None:
    await promise(contacts, clock, CLAIRE, "plus tard", days=3)
    await promise(contacts, clock, KARIM, "en retard", hours=-1)
    await promise(contacts, clock, CLAIRE, "aujourd’hui", hours=2)


def words(view) -> list[str]:
    return [row.due.promise.words for row in view.list.model().rows()]


async def test_late_first_then_today_then_later_and_the_badge_counts(page, contacts, clock):
    counts: list[int] = []
    page.counted.connect(counts.append)
    page.load()
    await settled()
    await three(contacts, clock)
    assert [row.standing for row in page.state.rows] == [Due.LATE, Due.TODAY, Due.LATER]
    assert counts == [0, 1, 2]
    clock.advance(days=4)
    page.load()
    await settled()
    assert counts[-1] == 3


async def test_the_page_is_kept_and_cancelled_by_keys(view, page, contacts, clock, promises):
    await three(contacts, clock)
    assert words(view) == ["en retard", "aujourd’hui", "plus tard"]
    view.take_focus()
    view.list.setCurrentIndex(view.list.model().index(0))
    QTest.keyClick(view.list, K.Key_Space)
    await settled()
    assert words(view) == ["aujourd’hui", "plus tard"]
    assert "Karim Haddad" in view.settled.text()
    assert view.list.current().promise.words == "aujourd’hui"
    QTest.keyClick(view.list, K.Key_Down)
    QTest.keyClick(view.list, K.Key_Delete)
    await settled()
    assert words(view) == ["aujourd’hui"]
    assert page.state.settled[1] is PromiseState.CANCELLED
    view.settled.button.click()
    await settled()
    assert words(view) == ["aujourd’hui", "plus tard"]
    assert not view.settled.isVisible()


async def test_enter_and_the_button_open_the_customer(view, page, contacts, clock):
    await three(contacts, clock)
    wanted: list[str] = []
    page.customer_wanted.connect(wanted.append)
    view.take_focus()
    view.list.setCurrentIndex(view.list.model().index(0))
    QTest.keyClick(view.list, K.Key_Return)
    view.open.click()
    assert wanted == [KARIM.id, KARIM.id]


async def test_nothing_to_keep_is_said_and_no_button_does_nothing(view):
    assert view.empty.isVisible()
    assert not view.keep.isVisible()
    assert not view.count.isVisible()


async def test_a_failing_store_changes_nothing_and_says_so(view, page, contacts, clock, store):
    await promise(contacts, clock, CLAIRE, "x", hours=1)
    await store.read(lambda c: c.exec_driver_sql("PRAGMA query_only=ON"))
    view.keep.click()
    await settled()
    assert (words(view), view.failure.isVisible()) == (["x"], True)
    await store.read(lambda c: c.exec_driver_sql("PRAGMA query_only=OFF"))
    view.keep.click()
    await settled()
    assert (words(view), view.failure.isVisible()) == ([], False)


async def test_a_page_that_is_gone_hears_no_more(page, contacts, clock):
    heard = len(contacts._changes._listeners)
    other = PromisesViewModel(page._promises, contacts._changes, LEA)
    assert len(contacts._changes._listeners) == heard + 1
    delete(other)
    assert len(contacts._changes._listeners) == heard


async def test_the_list_is_a_sound_model_and_all_is_named(view, contacts, clock):
    QAbstractItemModelTester(
        view.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, view
    )
    await three(contacts, clock)
    assert nameless(QAccessible.queryAccessibleInterface(view)) == []
    said = view.list.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Karim Haddad" in said
    assert "En retard" in said
