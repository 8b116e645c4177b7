"""« Ma journée »: whole with nothing, with a few and with forty; never too early, never a rank."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Resolution
from desktop.domain.day import EstimateGap
from desktop.domain.wellbeing import Audience, Moment
from desktop.services.store import tables
from desktop.services.wellbeing import CheckIns
from desktop.ui.day.estimates_card import gap_sentence, points
from desktop.ui.kit import theme
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from tests.services.day_world import CAMILLE, LEA
from tests.ui.day.stage import K, press, settled, show, shown
from tests.ui.kit.test_accessibility import nameless


async def test_a_day_without_anything(window, view):
    await show(window)
    assert view.contacts.empty.isVisible()
    for card in (view.promises, view.replies, view.estimates, view.thanks):
        assert card.none.isVisible()
    assert view.figures.contacts.accessibleName().startswith("0 ")
    assert not view.drafts.isVisible()


async def test_enter_opens_the_customer(world, window, view, viewmodel, clock):
    await world.contact(clock.now() - timedelta(hours=2), resolution=Resolution.RESOLVED)
    await world.contact(clock.now() - timedelta(hours=1), customer=None, reason="billing.gap")
    asked: list[str] = []
    viewmodel.customer_asked.connect(asked.append)
    await show(window)
    view.take_focus()
    await press(K.Key_Return)
    assert asked == []
    await press(K.Key_Down, K.Key_Return)
    assert asked == ["claire"]
    aloud = view.contacts.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Client non identifié, Appel entrant, 10:00 · Écart"


async def test_a_promise_kept_stays_in_place_until_the_next_visit(
    world, window, view, viewmodel, clock, store
):
    promise = await world.promise(clock.now() - timedelta(days=2))
    kept: list[str] = []
    viewmodel.promise_kept.connect(kept.append)
    await show(window)
    row = view.promises.rows[0]
    row.keep.setFocus()
    await press(K.Key_Space)
    assert kept == [promise]

    def keep(connection):
        connection.execute(tables.promises.update().values(state="kept"))

    await store.write(keep)
    viewmodel._days.changes.tell(Changed(kind=Kind.PROMISE))
    await settled()
    assert shown(view) == [row]
    assert not row.keep.isEnabled()
    assert row.view.hasFocus()
    view.hide()
    view.show()
    await settled()
    assert shown(view) == []
    assert view.promises.none.isVisible()


async def test_a_second_click_does_not_keep_the_next_promise(
    world, window, view, viewmodel, clock, store
):
    first = await world.promise(clock.now() - timedelta(days=2))
    await world.promise(clock.now() - timedelta(days=1))
    kept: list[str] = []
    viewmodel.promise_kept.connect(kept.append)
    await show(window)

    def keep(connection):
        table = tables.promises
        connection.execute(table.update().where(table.c.id == first).values(state="kept"))

    spot = view.promises.rows[0].keep
    QTest.mouseClick(spot, Qt.MouseButton.LeftButton)
    await store.write(keep)
    viewmodel._days.changes.tell(Changed(kind=Kind.PROMISE))
    await settled()
    QTest.mouseClick(spot, Qt.MouseButton.LeftButton)
    await settled()
    assert kept == [first]
    assert len(shown(view)) == 2


async def test_more_promises_than_shown_are_one_button_away(world, window, view, viewmodel, clock):
    for _ in range(8):
        await world.promise(clock.now())
    asked: list[bool] = []
    viewmodel.promises_asked.connect(lambda: asked.append(True))
    await show(window)
    assert len(shown(view)) == 6
    view.promises.all.setFocus()
    await press(K.Key_Space)
    assert asked == [True]


async def test_answers_stand_beside_estimates_with_their_count(world, window, view, clock):
    for estimate, answer in ((5, 3), (5, 5), (4, 2), (3, 3), (4, 4), (None, 1)):
        contact = await world.contact(clock.now() - timedelta(days=1), estimate=estimate)
        await world.answer(contact, answer)
    await show(window)
    model = view.estimates.list.model()
    aloud = {model.index(i, 0).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(6)}
    assert "Claire Moreau, sans estimation, réponse : très insatisfait" in {
        words.replace("\u00a0", " ") for words in aloud
    }
    assert view.estimates._points.text() == "+40 pts"
    assert "n\u00a0=\u00a05" in view.estimates._sentence.text()


@pytest.mark.parametrize(
    ("gap", "figure", "piece"),
    [
        (EstimateGap(points=37, n=4), "+37 pts", "trop peu"),
        (EstimateGap(points=37, n=40), "+37 pts", "moins satisfaits"),
        (EstimateGap(points=-12, n=40), "−12 pts", "plus satisfaits"),
        (EstimateGap(points=-5, n=40), "−5 pts", "voyez juste"),
        (EstimateGap(points=0, n=5), "0 pt", "voyez juste"),
    ],
)
def test_the_gap_is_told_with_its_count(gap, figure, piece):
    assert points(gap) == figure
    assert piece in gap_sentence(gap)
    assert f"n\u00a0=\u00a0{gap.n}" in gap_sentence(gap)


async def test_drafts_have_their_place(world, window, view, clock):
    view.set_drafts_widget(QLabel("Claire Moreau · 10:42"))
    await show(window)
    assert view.drafts.none.isVisible()
    await world.draft("k1")
    view._viewmodel.load()
    await settled()
    assert view.drafts._list.isVisible()
    assert not view.drafts.none.isVisible()


async def test_replies_and_thanks_are_quoted(world, window, view, viewmodel, clock, store):
    check_ins = CheckIns(store, clock, viewmodel._days.changes)
    given = await check_ins.check_in(
        LEA, CAMILLE, moment=Moment.START, audience=Audience.LEAD, mood=2
    )
    for number in range(5):
        await world.thank(clock.now() - timedelta(hours=number), words=f"Merci {number}")
    await show(window)
    clock.advance(minutes=1)
    await check_ins.reply(CAMILLE, given.id, "On en parle ?")
    await settled()
    assert [one.text() for one in view.replies._quotes.findChildren(WrapLabel)] == ["On en parle ?"]
    quoted = [one.text() for one in view.thanks._quotes.findChildren(WrapLabel)]
    assert quoted == ["Merci 0", "Merci 1", "Merci 2"]
    view.thanks.all.setFocus()
    await press(K.Key_Space)
    assert len(view.thanks._quotes.findChildren(WrapLabel)) == 5
    asked: list[bool] = []
    viewmodel.check_ins_asked.connect(lambda: asked.append(True))
    view.replies.button.setFocus()
    await press(K.Key_Space)
    assert asked == [True]


@pytest.mark.parametrize(("width", "columns"), [(1600, 3), (1250, 3), (1000, 2), (640, 1)])
async def test_columns_follow_the_width_and_nothing_is_cut(
    world, window, view, clock, width, columns
):
    for number in range(40):
        contact = await world.contact(clock.now() - timedelta(minutes=number), estimate=4)
        await world.answer(contact, 4)
        await world.thank(clock.now(), words="Un merci de plusieurs lignes, " * 6)
    window.resize(width, 800)
    await show(window)
    holder = view.contacts.parentWidget()
    assert holder.count == columns
    assert len({card.x() for card in holder._cards if not card.isHidden()}) == columns
    for quote in view.thanks._quotes.findChildren(WrapLabel):
        assert quote.height() >= quote.heightForWidth(quote.width())
    for list_ in (view.contacts.list, view.estimates.list):
        assert list_.height() == list_.sizeHint().height() > 100
    cards = [card for card in holder._cards if not card.isHidden()]
    assert all(
        not first.geometry().intersects(second.geometry())
        for first in cards
        for second in cards
        if first is not second
    )
    assert max(card.geometry().bottom() for card in cards) < holder.height()


async def test_nothing_stays_behind_when_text_grows(qapp, world, window, view, clock):
    """A height that was needed once, at another width or size of text, is given back."""
    for number in range(12):
        contact = await world.contact(clock.now() - timedelta(minutes=number), estimate=4)
        await world.answer(contact, 4)
    await show(window)
    columns = view.contacts.parentWidget()
    for scale, width in ((1.0, 1024), (1.5, 1600), (1.5, 1366), (1.5, 900), (1.0, 1600)):
        theme.apply(qapp, "light", scale)
        window.resize(width, 800)
        await settled()
        cards = [card for card in columns._cards if card.isVisible()]
        assert columns.y() == view.figures.geometry().bottom() + 1 + Space.L
        assert columns.height() == max(card.geometry().bottom() for card in cards) + 1


async def test_tab_follows_the_columns(world, window, view, viewmodel, clock):
    await world.contact(clock.now())
    await world.promise(clock.now())
    contact = await world.contact(clock.now() - timedelta(days=1), estimate=4)
    await world.answer(contact, 4)
    await show(window)
    view.take_focus()
    seen = []
    for _ in range(5):
        seen.append(QApplication.focusWidget())
        await press(K.Key_Tab)
    (row,) = shown(view)
    assert seen == [
        view.contacts.list,
        row.keep,
        row.view,
        view.replies.button,
        view.estimates.list,
    ]


async def test_it_is_read_again_when_something_of_the_day_changes(world, window, view, viewmodel):
    await show(window)
    await world.contact(world.clock.now())
    viewmodel._days.changes.tell(Changed(kind=Kind.NOTE))
    await settled()
    assert viewmodel.day.contacts == ()
    viewmodel._days.changes.tell(Changed(kind=Kind.CONTACT))
    await settled()
    assert len(viewmodel.day.contacts) == 1


async def test_nothing_is_read_while_nobody_looks(world, window, view, viewmodel):
    await show(window)
    before = viewmodel.day
    view.hide()
    await world.contact(world.clock.now())
    for kind in (Kind.DRAFT, Kind.CONTACT):
        viewmodel._days.changes.tell(Changed(kind=kind))
    await settled()
    assert viewmodel.day is before
    view.show()
    await settled()
    assert len(viewmodel.day.contacts) == 1


@pytest.mark.parametrize("many", [0, 12])
async def test_every_focusable_node_is_named(world, window, view, clock, many):
    for number in range(many):
        contact = await world.contact(clock.now() - timedelta(minutes=number), estimate=4)
        await world.answer(contact, 4)
        await world.promise(clock.now())
        await world.thank(clock.now())
    await show(window)
    root = QAccessible.queryAccessibleInterface(window)
    assert nameless(root) == []
    assert root.childCount() > 0
