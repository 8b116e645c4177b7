"""F7 by its keys: two digits and Ctrl+Enter, then care; words stay with their contact."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from desktop.app.places import RESOURCES
from desktop.domain.contacts import Incivility, IncivilityType
from desktop.services.care import Exchanges, phrases
from desktop.services.changes import Changes
from desktop.services.store.facts import KINDS
from desktop.services.store.rows import from_row
from desktop.ui.contacts.exchange_viewmodel import ExchangeViewModel
from desktop.ui.contacts.incivility_view import IncivilityView
from desktop.ui.contacts.state import Stage
from tests.ui.contacts.conftest import dispose, nameless, settled, write
from tests.ui.contacts.people import CLAIRE, KARIM

K = Qt.Key
M = Qt.KeyboardModifier


async def _phrases():
    return await phrases(RESOURCES / "deescalation.yaml", "fr")


@pytest.fixture
async def view(viewmodel, store, clock):
    viewmodel.show(CLAIRE)
    await settled()
    window = QWidget()
    window.resize(900, 680)
    window.show()
    window.activateWindow()
    exchange = ExchangeViewModel(Exchanges(store, clock, Changes()), _phrases, window)
    yield IncivilityView(viewmodel, exchange, window)
    await settled()
    dispose(window)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = M.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


@pytest.mark.parametrize("digits", [(K.Key_2, K.Key_3), (K.Key_Eacute, K.Key_QuoteDbl)])
async def test_two_digits_words_and_ctrl_enter_record_at_once(view, viewmodel, digits):
    reports, offered = [], []
    viewmodel.incivility_reported.connect(reports.append)
    view.pause_offered.connect(lambda: offered.append(1))
    view.ask()
    for digit in digits:
        press(digit)
    assert view.form.words.hasFocus()
    write(view.form.words, "« Bande d’incapables »")
    press(K.Key_Return, M.ControlModifier)
    await settled()
    (report,) = reports
    assert (report.type, report.gravity) == (IncivilityType.INSULT, 3)
    assert report.words == "« Bande d’incapables »"
    assert viewmodel.state.draft.incivilities == (report.id,)
    assert view.care.isVisible()
    assert not view.form.isVisible()
    assert view.care.warn.hasFocus()
    assert offered == [1]


async def test_the_pause_is_taken_or_left(view, viewmodel):
    accepted: list[int] = []
    view.pause_accepted.connect(accepted.append)
    for button in (view.care.go_on, view.care.pause):
        view.ask()
        if not view.form.isVisible():
            await settled()
            view.care.another.click()
        press(K.Key_1)
        press(K.Key_1)
        view.record.click()
        await settled()
        button.click()
        assert not view.isVisible()
    assert accepted == [5]


async def test_what_lacks_is_asked_for_and_nothing_is_recorded(view, viewmodel, store):
    view.ask()
    press(K.Key_4)
    press(K.Key_Return, M.ControlModifier)
    await settled()
    assert view.form.gravity.isAncestorOf(QApplication.focusWidget())
    assert viewmodel.state.draft.incivilities == ()
    press(K.Key_1)
    press(K.Key_Return, M.ControlModifier)
    await settled()
    assert len(viewmodel.state.draft.incivilities) == 1


async def test_escape_loses_no_text_and_words_stay_with_their_contact(view, viewmodel):
    view.ask()
    press(K.Key_3)
    view.form.words.setFocus()
    write(view.form.words, "menace")
    press(K.Key_Escape)
    assert not view.isVisible()
    viewmodel.show(KARIM)
    await settled()
    view.ask()
    assert (view.form.types.value, view.form.words.text()) == (None, "")
    press(K.Key_Escape)
    viewmodel.show(CLAIRE)
    view.ask()
    assert (view.form.types.value, view.form.words.text()) == (IncivilityType.THREAT, "menace")


async def test_a_full_disk_keeps_the_form_and_its_text(view, viewmodel, store):
    view.ask()
    press(K.Key_1)
    press(K.Key_1)
    write(view.form.words, "le fait")
    await store.read(lambda c: c.exec_driver_sql("PRAGMA query_only=ON"))
    view.record.click()
    await settled()
    assert view.failure.isVisible()
    assert view.form.words.text() == "le fait"
    view.failure.button.click()
    assert QGuiApplication.clipboard().text() == "le fait"
    await store.read(lambda c: c.exec_driver_sql("PRAGMA query_only=OFF"))
    view.record.click()
    await settled()
    assert view.care.isVisible()
    assert not view.failure.isVisible()


async def test_ctrl_enter_is_the_reports_even_where_the_window_has_that_key(view):
    closed: list[int] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), view.parentWidget())
    shortcut.activated.connect(lambda: closed.append(1))
    view.ask()
    press(K.Key_2)
    press(K.Key_2)
    press(K.Key_Return, M.ControlModifier)
    await settled()
    assert closed == []
    assert view.care.isVisible()


async def test_without_a_contact_it_does_not_open(view, viewmodel):
    viewmodel.show(None)
    view.ask()
    assert not view.isVisible()


async def test_both_faces_are_named(view):
    view.ask()
    assert nameless(QAccessible.queryAccessibleInterface(view)) == []
    press(K.Key_1)
    press(K.Key_1)
    view.record.click()
    await settled()
    assert nameless(QAccessible.queryAccessibleInterface(view)) == []


async def test_a_report_never_lands_on_a_customer_who_came_in_front_meanwhile(view, viewmodel):
    reports: list = []
    viewmodel.incivility_reported.connect(reports.append)
    view.ask()
    press(K.Key_2)
    press(K.Key_3)
    write(view.form.words, "mots de Claire")
    viewmodel.show(KARIM)
    await settled()
    assert not view.isVisible()
    view._record()
    await settled()
    assert reports == []
    viewmodel.show(CLAIRE)
    await settled()
    view.ask()
    assert view.form.words.text() == "mots de Claire"
    view.dismiss()


async def _reports(store):
    table = KINDS[Incivility].table

    def read(connection):
        rows = connection.execute(select(table).order_by(table.c.at, table.c.ended)).mappings()
        return [from_row(Incivility, row) for row in rows]

    return [(one.warned, one.ended) for one in await store.read(read)]


async def test_ending_comes_after_a_warning_only(view, viewmodel, store, clock):
    view.ask()
    press(K.Key_2)
    press(K.Key_2)
    press(K.Key_Return, M.ControlModifier)
    await settled()
    assert not view.care.end.isEnabled()
    view.care.end.click()
    clock.advance(minutes=1)
    press(K.Key_Space)
    await settled()
    assert await _reports(store) == [(False, False), (True, False)]
    assert view.care.end.hasFocus()
    assert "mettrai fin" not in view.care.phrases.words()
    clock.advance(minutes=1)
    press(K.Key_Space)
    await settled()
    assert await _reports(store) == [(False, False), (True, False), (True, True)]
    assert view.care.close_contact.hasFocus()
    assert viewmodel.state.stage is Stage.OPEN


async def test_the_key_comes_back_to_where_the_exchange_stands(view, viewmodel, clock):
    view.ask()
    press(K.Key_2)
    press(K.Key_2)
    press(K.Key_Return, M.ControlModifier)
    await settled()
    clock.advance(minutes=1)
    view.care.warn.click()
    await settled()
    press(K.Key_Escape)
    view.ask()
    await settled()
    assert view.care.isVisible()
    assert view.care.warn.isHidden()
    assert view.care.end.isEnabled()


async def test_words_go_by_digits_and_nobody_has_to_say_them(view):
    view.ask()
    press(K.Key_1)
    press(K.Key_1)
    view.record.click()
    await settled()
    view.care.phrases.moments.setFocus()
    first = view.care.phrases.words()
    press(K.Key_3)
    assert view.care.phrases.words() not in ("", first)


async def test_the_contact_is_closed_for_who_likes(view, viewmodel, clock):
    view.ask()
    press(K.Key_2)
    press(K.Key_3)
    view.record.click()
    for button in (view.care.warn, view.care.end, view.care.close_contact):
        await settled()
        clock.advance(minutes=1)
        button.click()
    await settled()
    assert not view.isVisible()
    assert viewmodel.state.stage is Stage.CLOSED
