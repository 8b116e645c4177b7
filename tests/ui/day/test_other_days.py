"""Other days of « Ma journée »: reached by two keys, whole in their own right, never mixed up."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Resolution
from desktop.services.day import PAGE
from tests.ui.day.stage import K, press, settled, show
from tests.ui.kit.test_accessibility import nameless

ALT = Qt.KeyboardModifier.AltModifier


def title(view) -> str:
    return view.greeting.title.text()


async def test_two_keys_walk_over_the_days_with_contacts(world, window, view, viewmodel, clock):
    for back in (0, 3, 9):
        await world.contact(clock.now() - timedelta(days=back))
    await show(window)
    view.take_focus()
    assert title(view) == "Bonjour Léa"
    await press(K.Key_Left, modifier=ALT)
    assert title(view) == "Vendredi 20 novembre 2026"
    assert view.greeting._date.text() == "Il y a 3\u00a0jours"
    await press(K.Key_Left, modifier=ALT)
    assert title(view) == "Samedi 14 novembre 2026"
    assert not view.greeting.steps.back.isEnabled()
    await press(K.Key_Left, modifier=ALT)
    assert title(view) == "Samedi 14 novembre 2026"
    await press(K.Key_Right, K.Key_Right, modifier=ALT)
    assert title(view) == "Bonjour Léa"
    assert not view.greeting.steps.on.isEnabled()


async def test_the_keys_are_the_page_s_own(world, window, view, viewmodel, clock):
    """Elsewhere in the window they are somebody else's."""
    await world.contact(clock.now() - timedelta(days=3))
    elsewhere = QLineEdit()
    window.layout().addWidget(elsewhere)
    await show(window)
    elsewhere.setFocus()
    await press(K.Key_Left, modifier=ALT)
    assert viewmodel.day.is_today


async def test_buttons_say_where_they_lead_and_today_is_one_away(world, window, view, clock):
    await world.contact(clock.now() - timedelta(days=3))
    await show(window)
    steps = view.greeting.steps
    assert not steps.today.isVisible()
    said = steps.back.accessibleName().replace("\u00a0", " ")
    assert said == "Jour précédent avec des contacts : ven. 20 nov."
    steps.back.setFocus()
    await press(K.Key_Space)
    assert title(view) == "Vendredi 20 novembre 2026"
    # No day before has contacts: the button is off, and the keyboard stays in the page.
    assert view.isAncestorOf(QApplication.focusWidget())
    steps.today.setFocus()
    await press(K.Key_Space)
    assert title(view) == "Bonjour Léa"
    assert view.isAncestorOf(QApplication.focusWidget())


async def test_without_a_contact_today_the_last_day_is_offered(world, window, view, clock):
    await world.contact(clock.now().replace(year=1999, month=2, day=26))
    await show(window)
    offered = view.contacts.last_day
    assert offered.isVisible()
    said = offered.button.accessibleName().replace("\u00a0", " ")
    assert said == "Dernier jour avec des contacts : ven. 26 févr. 1999"
    view.take_focus()
    await press(K.Key_Space)
    assert title(view) == "Vendredi 26 février 1999"
    assert not offered.isVisible()
    assert QApplication.focusWidget() is view.contacts.list


async def test_the_keyboard_waits_for_the_day_to_be_read(world, window, view, clock):
    await world.contact(clock.now() - timedelta(days=3))
    before = await standing_before(window, view)
    before.setFocus()
    view.show()
    view.take_focus()
    await settled()
    assert QApplication.focusWidget() is view.contacts.last_day.button


async def test_the_keyboard_is_left_alone_once_it_was_moved(world, window, view, clock):
    await standing_before(window, view)
    moved = await standing_before(window, view)
    view.show()
    view.take_focus()
    moved.setFocus()
    await settled()
    assert QApplication.focusWidget() is moved


async def standing_before(window, view) -> QLineEdit:
    """A place for the keyboard in the window, in which the page is not seen yet."""
    view.hide()
    place = QLineEdit()
    window.layout().addWidget(place)
    await show(window)
    return place


async def test_with_a_contact_today_no_other_day_is_offered(world, window, view, clock):
    await world.contact(clock.now() - timedelta(days=3))
    await world.contact(clock.now())
    await show(window)
    assert not view.contacts.last_day.isVisible()


async def test_what_is_still_to_do_is_shown_today_only(world, window, view, viewmodel, clock):
    await world.promise(clock.now())
    seen = await world.contact(
        clock.now() - timedelta(days=3), estimate=4, resolution=Resolution.RESOLVED
    )
    await world.answer(seen, 5, clock.now() - timedelta(days=3))
    await show(window)
    todays = (view.promises, view.replies, view.figures.promises)
    assert all(part.isVisible() for part in todays)
    viewmodel.go_back()
    await settled()
    assert not any(part.isVisible() for part in todays)
    assert view.figures.contacts.accessibleName().endswith("résolus\u00a0: 1")
    columns = view.contacts.parentWidget()
    shown = [card for card in columns._cards if not card.isHidden()]
    assert len({card.x() for card in shown}) == columns.count == min(3, len(shown))
    viewmodel.come_back()
    await settled()
    assert all(part.isVisible() for part in todays)
    assert view.contacts.parentWidget().count == 3


async def test_the_day_looked_at_stays_when_something_changes(
    world, window, view, viewmodel, clock
):
    await world.contact(clock.now() - timedelta(days=3))
    await show(window)
    viewmodel.go_back()
    await settled()
    await world.contact(clock.now())
    viewmodel._days.changes.tell(Changed(kind=Kind.CONTACT))
    await settled()
    assert viewmodel.day.day == date(2026, 11, 20)
    viewmodel.go_on()
    await settled()
    clock.advance(days=1)
    viewmodel.load()
    await settled()
    assert viewmodel.day.day == date(2026, 11, 24)
    assert viewmodel.day.is_today


async def test_many_contacts_come_as_one_scrolls(world, window, view, viewmodel, clock):
    for number in range(2 * PAGE + 7):
        await world.contact(clock.now() - timedelta(minutes=number))
    await show(window)
    model = view.contacts.list.model()
    assert model.rowCount() == PAGE
    assert view.figures.contacts.accessibleName().startswith(f"{2 * PAGE + 7} ")
    view.take_focus()
    await press(K.Key_End)
    assert model.rowCount() == 2 * PAGE
    viewmodel._days.changes.tell(Changed(kind=Kind.CONTACT))
    await settled()
    assert model.rowCount() == 2 * PAGE
    await press(K.Key_End, K.Key_End)
    assert model.rowCount() == 2 * PAGE + 7
    assert len({one.id for one in viewmodel.day.contacts}) == 2 * PAGE + 7


async def test_a_page_asked_for_before_another_day_is_dropped(
    world, window, view, viewmodel, clock
):
    for number in range(PAGE + 7):
        await world.contact(clock.now() - timedelta(minutes=number))
    await world.contact(clock.now() - timedelta(days=3))
    await show(window)
    viewmodel.more()
    viewmodel.go_back()
    await settled()
    assert viewmodel.day.day == date(2026, 11, 20)
    assert len(viewmodel.day.contacts) == 1


@pytest.mark.parametrize(
    ("waited", "told"),
    [(72, "Abandonné après 1 min 12 s d’attente"), (None, "Abandonné avant réponse")],
)
async def test_an_abandoned_contact_tells_the_wait(world, window, view, clock, waited, told):
    await world.contact(clock.now(), customer=None, abandoned=True, waited_s=waited)
    await show(window)
    aloud = view.contacts.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    plain = aloud.replace("\u00a0", " ")
    assert plain == f"Client non identifié, Appel entrant, 11:00 · {told}"


async def test_every_focusable_node_of_another_day_is_named(world, window, view, viewmodel, clock):
    await world.contact(clock.now() - timedelta(days=3))
    await show(window)
    viewmodel.go_back()
    await settled()
    assert nameless(QAccessible.queryAccessibleInterface(window)) == []


@pytest.mark.parametrize("width", [1600, 900, 640, 420])
async def test_the_head_holds_together_at_any_width(world, window, view, viewmodel, clock, width):
    await world.contact(clock.now() - timedelta(days=3))
    await world.contact(clock.now() - timedelta(days=5))
    window.resize(width, 800)
    await show(window)
    viewmodel.go_back()
    await settled()
    head, steps = view.greeting, view.greeting.steps
    assert head.rect().contains(steps.geometry())
    assert not steps.geometry().intersects(head._who.geometry())


async def test_the_figures_take_no_more_room_than_their_rows(world, window, view, viewmodel, clock):
    await world.contact(clock.now() - timedelta(days=3))
    await show(window)
    for width, rows in ((1600, 1), (900, 2), (1600, 1), (420, 4)):
        window.resize(width, 800)
        await settled()
        tiles = [tile for tile in view.figures._tiles if tile.isVisible()]
        assert len({tile.y() for tile in tiles}) == rows
        assert view.figures.height() == max(tile.geometry().bottom() for tile in tiles) + 1
    viewmodel.go_back()
    window.resize(760, 800)
    await settled()
    contacts, gap, thanks = view.figures._tiles
    assert contacts.y() == gap.y() < thanks.y()
    assert abs(thanks.geometry().right() - gap.geometry().right()) <= 1
    assert view.figures.height() == thanks.geometry().bottom() + 1


async def test_resolved_is_told_only_where_it_is_known(world, window, view, viewmodel, clock):
    await world.contact(clock.now())
    await show(window)
    assert view.figures.contacts.accessibleName() == "1 Contacts"
    await world.contact(clock.now(), resolution=Resolution.PARTIAL)
    viewmodel.load()
    await settled()
    assert view.figures.contacts.accessibleName() == "2 Contacts · résolus\u00a0: 0"
