"""The guide's pane by keyboard: digits, arrows, F4 and a digit, and the focus where it was."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from sqlalchemy import insert

from desktop.domain.contacts import Helped, StepOffReason
from desktop.services.scripts import Scripts
from desktop.services.store import rows, tables
from desktop.ui.kit import theme
from desktop.ui.kit.focus import focusable
from desktop.ui.scripts.stepoffcard import StepOffCard
from desktop.ui.scripts.view import GuideView
from desktop.ui.scripts.viewmodel import GuideViewModel
from tests.ui.scripts.stage import FOLDER, Drafts, context, scripts, settled, stepped

Key = Qt.Key


class Desk:
    """A window with the pane in it, and the contact that keeps what it tells."""

    def __init__(self, model: GuideViewModel) -> None:
        self.model = model
        self.window = QWidget()
        self.window.resize(1000, 800)
        self.view = GuideView(model)
        QVBoxLayout(self.window).addWidget(self.view)
        self.drafts = Drafts(model)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def leave(self) -> None:
        """Close, and really delete: no Qt loop runs that would."""
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def press(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        """Press a key where the focus is."""
        target = widget or QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClick(target, key)
        QApplication.processEvents()

    def write(self, words: str, field: QWidget) -> None:
        """Type ASCII words, key by key."""
        assert QApplication.focusWidget() is field
        QTest.keyClicks(field, words)

    def focus(self) -> QWidget:
        """Give the focus to the pane, as F6 does."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QApplication.processEvents()
        here = QApplication.focusWidget()
        assert here is not None
        return here


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


@pytest.fixture
async def desk(qapp, store, clock):
    facts = [stepped("Reconnaître l’erreur", step_id="understand", helped=Helped.YES)]
    await store.write(
        lambda connection: connection.execute(
            insert(tables.step_offs), [rows.to_row(fact) for fact in facts]
        )
    )
    made = Desk(GuideViewModel(scripts(store, clock)))
    made.model.show(context())
    await settled()
    QApplication.processEvents()
    yield made
    await settled()
    made.leave()


async def test_a_digit_opens_a_guide_and_digits_answer(desk):
    desk.focus()
    desk.press(Key.Key_1)
    assert desk.model.state.step.id == "welcome"
    desk.model.next()
    desk.focus()
    desk.press(Key.Key_2)
    assert desk.drafts.run.answers == (("understand", "increase"),)
    desk.press(Key.Key_Ampersand)
    assert desk.drafts.run.answers == (("understand", "promo"),), "AZERTY's first key, unshifted"
    desk.press(Key.Key_1)
    assert desk.model.state.step.id == "explain", "the same digit again leads on"


async def test_the_focus_is_never_lost_from_step_to_step(desk):
    desk.focus()
    desk.press(Key.Key_1)
    for _ in range(6):
        assert desk.view.isAncestorOf(QApplication.focusWidget())
        desk.model.next()
        QApplication.processEvents()
        assert QApplication.focusWidget().isVisible()
    desk.model.choose("")
    QApplication.processEvents()
    assert desk.view.isAncestorOf(QApplication.focusWidget())


async def test_arrows_move_among_reactions_and_enter_picks(desk):
    desk.model.choose("bill-higher")
    desk.model.next()
    cards = desk.view.walk.page.reactions.cards()
    assert desk.focus() is cards[0]
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Down)
    assert QApplication.focusWidget() is cards[3]
    desk.press(Key.Key_Return)
    assert desk.drafts.run.answers == (("understand", "ours"),)
    assert [card.chosen for card in cards] == [False, False, False, True]
    assert QApplication.focusWidget() is cards[3]


async def test_what_is_known_already_is_shown_and_need_not_be_asked(desk):
    desk.model.choose("bill-higher")
    known = desk.view.walk.page.known
    words = [label.text() for label in known.findChildren(QLabel) if label.isVisible()]
    assert words == ["Contrat 77-20418", "Box Fibre Confort", "Prix par mois", "39,99\u00a0€"]
    desk.model.show(context(guide=desk.drafts.run, contracts=()))
    assert not known.isVisible()


async def test_checks_are_ticked_by_space_and_survive_another_step(desk):
    desk.model.choose("bill-higher")
    row = desk.view.walk.page.asking.rows()["identity"]
    row.setFocus()
    desk.press(Key.Key_Space)
    assert desk.drafts.run.checked == ("welcome/identity",)
    desk.model.next()
    desk.model.back()
    assert desk.view.walk.page.asking.rows()["identity"].isChecked()


async def test_buttons_walk_and_tell_where(desk):
    desk.model.choose("bill-higher")
    foot = desk.view.walk.foot
    assert not foot.previous.isEnabled()
    QTest.mouseClick(foot.next, Qt.MouseButton.LeftButton)
    assert desk.model.state.step.id == "understand"
    QTest.mouseClick(foot.previous, Qt.MouseButton.LeftButton)
    assert desk.model.state.step.id == "welcome"
    desk.model.go("conclude")
    assert not foot.next.isEnabled()
    desk.view.walk.stepper.picked.emit(2)
    assert desk.model.state.step.id == "line_by_line"


async def test_stepping_off_is_two_keystrokes_and_gives_the_focus_back(desk):
    desk.model.choose("bill-higher")
    desk.model.next()
    here = desk.focus()
    desk.view.open_step_off()
    desk.press(Key.Key_2)
    (taken,) = desk.drafts.taken
    assert (taken.reason, taken.step_id) == (StepOffReason.EMOTION, "understand")
    assert not desk.view.step_off_overlay().isVisible()
    assert QApplication.focusWidget() is here


async def test_words_begun_survive_escape_and_go_with_the_digit(desk):
    desk.model.choose("bill-higher")
    desk.focus()
    desk.view.open_step_off()
    overlay = desk.view.step_off_overlay()
    desk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is overlay.words
    desk.write("Je 2 fois", overlay.words)
    desk.press(Key.Key_Escape)
    assert not overlay.isVisible()
    assert (desk.drafts.taken, desk.drafts.run.words) == ([], "Je 2 fois")
    desk.view.open_step_off()
    assert overlay.words.text() == "Je 2 fois"
    desk.press(Key.Key_Return, overlay.words)
    (taken,) = desk.drafts.taken
    assert (taken.reason, taken.words) == (StepOffReason.OTHER, "Je 2 fois")
    desk.view.open_step_off()
    assert overlay.words.text() == ""


async def test_an_earlier_step_off_is_reached_by_arrows(desk):
    desk.model.choose("bill-higher")
    desk.model.next()
    await settled()
    desk.focus()
    desk.view.open_step_off()
    overlay = desk.view.step_off_overlay()
    for _ in range(7):
        desk.press(Key.Key_Down)
    assert QApplication.focusWidget() is overlay.earlier
    desk.press(Key.Key_Up)
    assert QApplication.focusWidget() is overlay.reasons
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    (taken,) = desk.drafts.taken
    assert (taken.earlier_id, taken.words) == ("off1", "Reconnaître l’erreur")


async def test_a_reason_reached_by_arrows_goes_with_typed_words(desk):
    desk.model.choose("bill-higher")
    desk.focus()
    desk.view.open_step_off()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Tab)
    words = desk.view.step_off_overlay().words
    desk.write("Ecouter", words)
    desk.press(Key.Key_Return)
    (taken,) = desk.drafts.taken
    assert (taken.reason, taken.words) == (StepOffReason.EMOTION, "Ecouter")


async def test_a_step_of_the_law_is_refused_with_a_word(desk):
    desk.model.choose("bill-higher")
    law = desk.view.walk.page.law
    assert law.isVisible()
    law.refuse.click()
    assert QApplication.focusWidget() is law.field
    desk.press(Key.Key_Return)
    assert desk.drafts.run.declined == ()
    assert law.field.accessibleDescription()
    desk.write("3 fois", law.field)
    assert desk.drafts.run.answers == (), "digits typed in a field are text"
    desk.press(Key.Key_Return)
    assert desk.drafts.run.declined == (("welcome", "3 fois"),)
    assert QApplication.focusWidget() is law.take_up
    desk.press(Key.Key_Space)
    assert desk.drafts.run.declined == ()


async def test_a_reason_begun_stays_with_its_step_and_its_customer(desk):
    desk.model.choose("bill-higher")
    here = desk.drafts.run
    law = desk.view.walk.page.law
    law.refuse.click()
    desk.write("Deja dit par", law.field)
    desk.model.show(context("c2", guide=here))
    assert law.field.text() == ""
    desk.model.show(context("c1", guide=here))
    assert law.field.text() == "Deja dit par"
    desk.model.next()
    desk.model.back()
    assert law.field.text() == "Deja dit par"
    law.refuse.click()
    desk.press(Key.Key_Return, law.field)
    assert desk.drafts.run.declined == (("welcome", "Deja dit par"),)
    assert law.field.text() == ""


async def test_a_contacts_step_offs_are_listed_and_asked_about(desk):
    desk.model.choose("bill-higher")
    desk.model.show(context(guide=desk.drafts.run, step_offs=(stepped(),)))
    (card,) = desk.view.walk.page.step_off_cards()
    assert "12:00" not in card.accessibleName()
    assert "11:00" in card.accessibleName()
    assert "Comprendre" in card.accessibleName()
    card.choice.setFocus()
    desk.press(Key.Key_1)
    assert desk.drafts.helped == [("off1", Helped.YES)]


async def test_another_guide_is_chosen_from_the_list(desk):
    desk.model.choose("bill-higher")
    header = desk.view.walk.header
    header.change.click()
    shown = header.list_shown()
    assert shown.lines()[-1] == "Sans guide"
    shown.chosen.emit("move")
    assert desk.model.state.script.id == "move"
    shown.close()


async def test_everything_that_takes_the_focus_has_a_name(desk):
    for step in range(8):
        for widget in focusable(desk.view):
            assert widget.accessibleName() or widget.accessibleDescription(), (step, widget)
        if step == 0:
            desk.model.choose("bill-higher")
            desk.model.show(context(guide=desk.drafts.run, step_offs=(stepped(),)))
        else:
            desk.model.next()
        await settled()
        QApplication.processEvents()
    desk.view.open_step_off()
    for widget in focusable(desk.view.step_off_overlay()):
        assert widget.accessibleName()


async def test_tab_follows_the_eye(desk):
    desk.model.choose("bill-higher")
    desk.model.next()
    await settled()
    QApplication.processEvents()
    desk.view.walk.header.change.setFocus()
    seen = [QApplication.focusWidget()]
    for _ in range(30):
        desk.press(Key.Key_Tab)
        here = QApplication.focusWidget()
        if here in seen:
            break
        seen.append(here)
    tops = [widget.mapTo(desk.view, widget.rect().topLeft()).y() for widget in seen]
    assert len(seen) >= 6
    assert all(low <= high + 12 for low, high in pairwise(tops)), tops


@pytest.mark.parametrize(("width", "scale"), [(640, 1.0), (1100, 1.0), (640, 1.5)])
async def test_nothing_is_wider_than_the_pane(desk, qapp, width, scale):
    theme.apply(qapp, "dark", scale)
    desk.window.resize(round(width * scale), 760)
    desk.model.choose("cancellation")
    desk.model.show(context(guide=desk.drafts.run, step_offs=(stepped("mot " * 30),)))
    for mark in desk.model.state.marks:
        desk.model.go(mark.id)
        await settled()
        QApplication.processEvents()
        assert desk.view.minimumSizeHint().width() <= round(width * scale)
        for card in desk.view.findChildren(StepOffCard):
            assert card.width() <= desk.view.width()
    theme.apply(qapp, "light")


async def test_damaged_files_are_named_and_read_again(qapp, tmp_path, store, clock):
    folder = tmp_path / "scripts"
    folder.mkdir()
    (tmp_path / "wording.yaml").write_bytes((FOLDER.parent / "wording.yaml").read_bytes())
    text = (FOLDER / "30_move.yaml").read_text(encoding="utf-8")
    (folder / "move.yaml").write_text(text.replace("client.appel", "client.apel", 1), "utf-8")
    desk = Desk(GuideViewModel(Scripts(folder, store, clock)))
    desk.model.show(context())
    await settled()
    problems = desk.view.chooser.problems
    assert problems.isVisible()
    problems.banner.button.click()
    assert any("move.yaml, ligne 13, steps[0].say" in words for words in problems.words())
    assert any("client.appel" in words for words in problems.words())
    (folder / "move.yaml").write_text(text, "utf-8")
    problems.again.click()
    await settled()
    assert not problems.isVisible()
    desk.focus()
    desk.press(Key.Key_1)
    assert desk.model.state.script.id == "move"
    desk.leave()


async def test_words_of_one_contact_are_never_noted_in_the_next(desk):
    desk.model.choose("bill-higher")
    desk.focus()
    desk.view.open_step_off()
    overlay = desk.view.step_off_overlay()
    desk.press(Key.Key_Tab)
    desk.write("Pour Claire", overlay.words)
    desk.model.show(context("c2"))
    assert not overlay.isVisible()
    desk.view.open_step_off()
    assert overlay.words.text() == ""
    desk.press(Key.Key_Escape)
    assert desk.drafts.taken == []
