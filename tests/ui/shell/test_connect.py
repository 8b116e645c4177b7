"""Signing in at a shared database, by keyboard: each failure its own sentence, the focus on its field."""

import asyncio
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.kit import tasks, theme
from desktop.ui.shell.connect_state import (
    Given,
    Hindered,
    Hindrance,
    KeyLost,
    MustChange,
    Phase,
)
from desktop.ui.shell.connect_view import ConnectView
from desktop.ui.shell.connect_viewmodel import ConnectViewModel
from desktop.ui.shell.connect_words import host_of, sentence
from tests.ui.kit.test_accessibility import nameless
from tests.ui.shell.fake_gate import LEA, NOW, SERVER, YANIS, FakeGate


async def settled():
    for _ in range(5):
        await asyncio.sleep(0)
    QApplication.processEvents()


@pytest.fixture
async def show(window):
    shown = []

    async def make(gate, server=SERVER, file=None):
        model = ConnectViewModel(gate, server)
        view = ConnectView(model, lambda: NOW)
        model.setParent(view)
        view.taken = []
        model.signed_in.connect(view.taken.append)
        window.cover(view)
        model.load(file)
        await settled()
        shown.append(view)
        return view

    yield make
    for view in shown:
        view._viewmodel._latest.cancel()
    if tasks.running():
        await asyncio.wait(tasks.running())


def type_(text):
    QTest.keyClicks(focused(), text)


def press(key):
    QTest.keyClick(focused(), key)


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


async def fill(view, name="lea", password="secret"):
    view.form.fields.name.setFocus()
    view.form.fields.name.setText(name)
    view.form.fields.password.field.setFocus()
    view.form.fields.password.field.setText(password)
    press(Qt.Key.Key_Return)
    await settled()


async def test_name_password_enter(show):
    gate = FakeGate()
    view = await show(gate)
    assert focused() is view.form.fields.name
    type_("lea")
    press(Qt.Key.Key_Tab)
    type_("secret")
    press(Qt.Key.Key_Return)
    await settled()
    assert gate.asked == [("sign_in", "lea", "secret")]
    assert view.taken == ["signed in"]


@pytest.mark.parametrize(
    ("name", "password", "why", "field"),
    [
        ("", "x", Hindrance.NAME_MISSING, "name"),
        ("lea", "", Hindrance.PASSWORD_MISSING, "password"),
    ],
)
async def test_what_lacks_is_said_before_anybody_is_asked(show, name, password, why, field):
    gate = FakeGate()
    view = await show(gate)
    await fill(view, name, password)
    assert gate.asked == []
    assert view.form.problem.text() == sentence(why, SERVER)
    wanted = view.form.fields.name if field == "name" else view.form.fields.password.field
    assert focused() is wanted


@pytest.mark.parametrize(
    ("why", "field"),
    [
        (Hindrance.WRONG_PASSWORD, "password"),
        (Hindrance.UNKNOWN_SERVER, "server"),
        (Hindrance.NO_ANSWER, "password"),
        (Hindrance.CERTIFICATE_EXPIRED, "server"),
        (Hindrance.CERTIFICATE_UNTRUSTED, "server"),
        (Hindrance.NOT_A_SERVER, "server"),
        (Hindrance.DISABLED, "name"),
        (Hindrance.TOO_OLD, "password"),
    ],
)
async def test_each_failure_says_its_own_and_leads_to_its_field(show, why, field):
    view = await show(FakeGate(Hindered(why)))
    await fill(view)
    assert view.form.problem.isVisible()
    assert view.form.problem.text() == sentence(why, SERVER)
    fields = {
        "name": view.form.fields.name,
        "password": view.form.fields.password.field,
        "server": view.form.server.field,
    }
    assert focused() is fields[field]
    # Mended and tried again, it goes through, and the words of before are gone.
    view._sign_in()
    await settled()
    assert view.taken == ["signed in"]


def test_no_two_failures_say_the_same():
    said = {sentence(why, SERVER) for why in Hindrance if why is not Hindrance.OTHER}
    assert len(said) == len(Hindrance) - 1
    assert all("{" not in words for words in said)


async def test_people_of_this_machine_come_first_and_a_digit_is_enough(show):
    gate = FakeGate(accounts=(LEA, YANIS))
    view = await show(gate)
    assert focused() is view.form.people
    press(Qt.Key.Key_1)
    await settled()
    assert gate.asked == [("sign_in", "lea", "")]
    assert view.taken == ["signed in"]


async def test_somebody_whose_password_is_not_kept_is_led_to_it(show):
    gate = FakeGate(accounts=(LEA, YANIS))
    view = await show(gate)
    press(Qt.Key.Key_2)
    await settled()
    assert gate.asked == []
    assert view.form.fields.name.text() == "yanis"
    assert focused() is view.form.fields.password.field


async def test_without_a_keyring_a_passphrase_is_asked_for(show):
    gate = FakeGate(keyring=False)
    view = await show(gate)
    assert view.form.fields.passphrase.isVisible()
    assert view.form.fields.remember.isHidden()
    await fill(view)
    assert gate.asked == []
    assert focused() is view.form.fields.passphrase.field
    type_("une phrase bien longue")
    press(Qt.Key.Key_Return)
    await settled()
    assert view.taken == ["signed in"]


async def test_without_network_one_may_go_on_with_what_is_here(show):
    read = NOW - timedelta(hours=20)
    gate = FakeGate(Hindered(Hindrance.NO_ANSWER, read), accounts=(LEA,))
    view = await show(gate)
    press(Qt.Key.Key_1)
    await settled()
    assert view.offline.isVisible()
    assert "hier 15:00" in view.offline.words.text()
    assert focused() is view.offline.go
    press(Qt.Key.Key_Space)
    await settled()
    assert gate.asked[-1] == ("offline", "lea")
    assert view.taken == ["signed in"]


async def test_a_slow_answer_is_awaited_in_sight_and_can_be_given_up(show):
    view = await show(FakeGate("never"))
    view._slow.setInterval(60_000)  # it does not run out meanwhile, however busy the machine is
    await fill(view)
    assert not view.waiting.isVisible()
    view._slow.timeout.emit()
    assert view.waiting.isVisible()
    assert view.waiting.progress.words() == "Connexion à base.lumio.example · vav…"
    press(Qt.Key.Key_Escape)
    await settled()
    assert view._viewmodel.state.phase is Phase.FORM
    assert view.form.fields.password.text() == "secret"
    assert view.taken == []


async def test_the_second_door_is_the_browser(show, tmp_path):
    gate = FakeGate("never")
    gate.given = Given(server="https://base.lumio.example", sign_in="", browser=True)
    view = await show(gate, server="", file=tmp_path / "lea.toml")
    assert view.form.enter.isHidden()
    view.form.fields.passphrase.field.setText("une phrase bien longue")
    view.form.browser.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    assert gate.asked == [("in_browser", "https://base.lumio.example")]
    assert view.waiting.isVisible()
    press(Qt.Key.Key_Escape)
    await settled()
    assert view.form.isVisible()


async def test_a_password_for_one_time_is_replaced(show):
    gate = FakeGate(MustChange())
    view = await show(gate)
    await fill(view)
    assert focused() is view.password.new.field
    type_("court")
    press(Qt.Key.Key_Return)
    type_("court")
    press(Qt.Key.Key_Return)
    await settled()
    assert view.password.problem.text() == "Prenez au moins 10 signes."
    assert focused() is view.password.new.field
    view.password.new.field.setText("un bon mot de passe")
    view.password.again.field.setText("un autre mot de passe")
    view.password.keep.click()
    await settled()
    assert focused() is view.password.again.field
    view.password.again.field.setText("un bon mot de passe")
    press(Qt.Key.Key_Return)
    await settled()
    assert gate.asked[-1] == ("change_password", "un bon mot de passe")
    assert view.taken == ["signed in"]


async def test_data_that_do_not_open_have_three_ways_on(show):
    gate = FakeGate(KeyLost(), Hindered(Hindrance.WRONG_PASSPHRASE), Hindered(Hindrance.BAD_CODE))
    view = await show(gate)
    await fill(view)
    assert focused() is view.key.old.field
    type_("ancien")
    press(Qt.Key.Key_Return)
    await settled()
    assert view.key.problem.isVisible()
    assert focused() is view.key.old.field
    view.key.code.setText("ABCD")
    view.key.recover.click()
    await settled()
    assert focused() is view.key.code
    view.key.aside.click()
    await settled()
    assert [one[0] for one in gate.asked] == ["sign_in", "unlock", "recover"]
    view.key.aside.click()
    await settled()
    assert gate.asked[-1] == ("set_aside", "lea")
    assert view.taken == ["signed in"]


async def test_the_file_of_the_administrator_fills_the_form(show, tmp_path):
    gate = FakeGate()
    view = await show(gate, server="", file=tmp_path / "lea.toml")
    assert view.form.server.server() == SERVER
    assert (view.form.fields.name.text(), view.form.fields.password.text()) == ("lea", "once-only")
    assert focused() is view.form.enter


async def test_another_file_is_told(show, tmp_path):
    view = await show(FakeGate(), file=tmp_path / "photo.png")
    assert view.form.problem.text() == sentence(Hindrance.BAD_FILE, SERVER)


async def test_another_server_can_be_typed(show):
    view = await show(FakeGate())
    view.form.server.change.click()
    assert focused() is view.form.server.field
    view.form.server.field.setText("https://autre.example")
    view.form.server.field.editingFinished.emit()
    await settled()
    assert view._viewmodel.state.by_token
    assert view.form.fields.token.isVisible()


async def test_a_secret_is_dots_until_one_asks_to_read_it(show):
    view = await show(FakeGate())
    secret = view.form.fields.password
    assert secret.field.echoMode() is secret.field.EchoMode.Password
    secret.eye.click()
    assert secret.field.echoMode() is secret.field.EchoMode.Normal
    secret.clear()
    assert secret.field.echoMode() is secret.field.EchoMode.Password


def test_what_was_typed_is_in_no_trace():
    assert "secret" not in repr(Given(server=SERVER, sign_in="lea", password="secret"))


@pytest.mark.parametrize(
    ("server", "host"),
    [
        (SERVER, "base.lumio.example · vav"),
        ("postgresql:///vav", "localhost · vav"),
        ("https://base.lumio.example/api", "base.lumio.example"),
        ("", ""),
    ],
)
def test_a_server_is_named_as_people_know_it(server, host):
    assert host_of(server) == host


@pytest.mark.parametrize("phase", [Phase.FORM, Phase.BROWSER, Phase.NEW_PASSWORD, Phase.KEY])
@pytest.mark.parametrize("scale", [1.0, 1.5])
async def test_every_state_is_named_and_fits_the_smallest_window(show, window, qapp, phase, scale):
    theme.apply(qapp, "light", scale)
    window.resize(1024, 680)
    view = await show(FakeGate(accounts=(LEA, YANIS), keyring=False))
    view._viewmodel._set(phase=phase, hindrance=None)
    await settled()
    assert list(nameless(QAccessible.queryAccessibleInterface(window))) == []
    assert view.width() <= 1024
    assert focused() is not None


async def test_tab_goes_as_the_eye_does_and_comes_round(show):
    view = await show(FakeGate(accounts=(LEA, YANIS), keyring=False))
    view.form.server.change.setFocus()
    order = []
    while focused() not in order:
        order.append(focused())
        press(Qt.Key.Key_Tab)
    form, fields = view.form, view.form.fields
    wanted = [
        form.server.change,
        form.people,
        fields.name,
        fields.password.field,
        fields.password.eye,
        fields.passphrase.field,
    ]
    assert [one for one in order if one in wanted] == [one for one in wanted if one in order]
    assert {form.enter, form.file} <= set(order)


async def test_after_a_slow_refusal_the_focus_is_on_what_is_to_be_mended(show):
    gate = FakeGate("never")
    view = await show(gate)
    await fill(view)
    view._slow.timeout.emit()
    assert view.waiting.isVisible()
    view._viewmodel._set(phase=Phase.FORM, busy=False, hindrance=Hindrance.WRONG_PASSWORD)
    await settled()
    assert focused() is view.form.fields.password.field


async def test_after_a_refusal_in_the_browser_one_can_go_there_again(show, tmp_path):
    gate = FakeGate(Hindered(Hindrance.NO_ANSWER), accounts=())
    gate.given = Given(server="https://base.lumio.example", sign_in="", browser=True)
    view = await show(gate, server="", file=tmp_path / "lea.toml")
    view.form.fields.passphrase.field.setText("une phrase bien longue")
    view.form.browser.click()
    await settled()
    assert view.form.problem.isVisible()
    assert focused() is view.form.browser
