"""Every node that takes the focus has a name, in each view and state; large text cuts nothing."""

import pytest
from PySide6.QtGui import QAccessible

from desktop.domain.wellbeing import Audience
from desktop.ui.kit import theme
from desktop.ui.kit.choices import ChoiceButton
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing.check_in_overlay import CheckInOverlay
from desktop.ui.wellbeing.check_in_view import CheckInView
from desktop.ui.wellbeing.mine_view import MyCheckInsView
from desktop.ui.wellbeing.mine_viewmodel import MyCheckInsViewModel
from desktop.ui.wellbeing.mini_card import MiniCard
from desktop.ui.wellbeing.shared_view import SharedCheckInsView
from desktop.ui.wellbeing.shared_viewmodel import SharedViewModel
from desktop.ui.wellbeing.viewmodel import CheckInViewModel
from tests.ui.kit.test_accessibility import nameless
from tests.ui.wellbeing.conftest import CAMILLE, LEA, settled, show


async def make(world, name):
    args = (world.check_ins, world.changes)
    if name == "shared":
        lead = SharedViewModel(*args, CAMILLE)
        view = SharedCheckInsView(lead)
        lead.load()
        (line, *_) = await world.check_ins.shared_with(CAMILLE)
        lead.open(line.id)
        return view
    if name == "mine":
        return MyCheckInsView(MyCheckInsViewModel(*args, LEA, CAMILLE))
    own = CheckInViewModel(*args, LEA, CAMILLE)
    own.load()
    return CheckInView(own) if name == "check-in" else MiniCard(own)


@pytest.fixture(params=["shared", "mine", "check-in", "mini"])
async def view(request, world, window):
    one = await world.give(words="Un mot assez long pour aller à la ligne. " * 5)
    await world.give(audience=Audience.NOBODY)
    await world.check_ins.reply(CAMILLE, one.id, "On en parle ? " * 20)
    await world.give()
    made = await make(world, request.param)
    await show(window, made)
    return made


async def test_every_focusable_node_is_named(window, view):
    root = QAccessible.queryAccessibleInterface(window)
    assert nameless(root) == []
    assert root.childCount() > 0


async def test_choices_of_audience_say_what_they_do(world, window):
    view = CheckInView(CheckInViewModel(world.check_ins, world.changes, LEA, CAMILLE))
    await show(window, view)
    told = [row.accessibleDescription() for row in view.audience.findChildren(ChoiceButton)]
    assert len(told) == 3
    assert all(words.startswith("Qui peut le voir") and len(words) > 30 for words in told)


@pytest.mark.parametrize("scale", [0.9, 1.5])
async def test_words_are_whole_at_any_text_scale(qapp, window, view, scale):
    application = qapp
    theme.apply(application, "dark", scale)
    await settled()
    try:
        labels = [label for label in view.findChildren(WrapLabel) if label.isVisible()]
        for label in labels:
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        for row in view.findChildren(ChoiceButton):
            assert row.height() >= row.sizeHint().height()
    finally:
        theme.apply(application, "light", 1.0)


async def test_the_form_scrolls_rather_than_hides_its_buttons(qapp, world, window):
    """At 150 % in the smallest window, Enter and Escape still have their buttons in reach."""
    application = qapp
    window.resize(1024, 680)
    theme.apply(application, "light", 1.5)
    try:
        await show(window)
        overlay = CheckInOverlay(
            window, CheckInViewModel(world.check_ins, world.changes, LEA, CAMILLE)
        )
        overlay.propose()
        await settled()
        overlay.view.keep.setFocus()
        await settled()
        spot = overlay.view.keep.mapTo(window, overlay.view.keep.rect().bottomRight())
        assert spot.y() < window.height()
    finally:
        theme.apply(application, "light", 1.0)
