"""Every focusable thing has a name, in each state, theme and size; nothing is out of the column."""

import pytest
from PySide6.QtGui import QAccessible

from desktop.ui.kit import theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import focusable
from desktop.ui.kit.tokens import sharpened
from desktop.ui.video.colleagues import ColleaguesOverlay
from desktop.ui.video.photo_viewer import PhotoViewer
from desktop.ui.video.ring_banner import RingBanner
from desktop.ui.video.settings_card import VideoSettings
from tests.ui.kit.test_accessibility import nameless
from tests.ui.video.stage import STATES, WIDTH, settled


@pytest.mark.parametrize("name", STATES)
async def test_every_focusable_node_is_named_and_in_the_order_of_the_eye(shown, name):
    await STATES[name](shown)
    await settled()
    assert nameless(QAccessible.queryAccessibleInterface(shown.window)) == []
    tops = [
        one.mapTo(shown.panel, one.rect().topLeft()).y() // 24 for one in focusable(shown.panel)
    ]
    assert tops == sorted(tops), [one.accessibleName() for one in focusable(shown.panel)]


async def test_what_lies_over_is_named_too(shown):
    call = await shown.connect()
    shown.video.add_photo(call)
    shown.column.add(VideoSettings(shown.model, lambda: shown.page))
    ColleaguesOverlay(shown.window, shown.model, shown.rings).propose()
    PhotoViewer(shown.window, shown.looked)
    shown.looked.show(shown.model.state.call.photos)
    RingBanner(shown.window, shown.rings)
    shown.rings.set_available(True)
    shown.ring()
    await settled()
    assert nameless(QAccessible.queryAccessibleInterface(shown.window)) == []


@pytest.mark.parametrize(("mode", "scale"), [("light", 0.9), ("dark", 1.0), ("dark", 1.5)])
@pytest.mark.parametrize("name", STATES)
async def test_everything_fits_the_column_at_any_text_scale(qapp, shown, name, mode, scale):
    theme.apply(qapp, mode, scale)
    try:
        shown.column.setGeometry(0, 0, theme.px(WIDTH), 1000)
        await STATES[name](shown)
        await settled()
        assert shown.panel.width() <= theme.px(WIDTH)
        for button in shown.panel.findChildren(Button):
            if button.isVisible():
                left = button.mapTo(shown.panel, button.rect().topLeft()).x()
                assert left >= 0
                assert left + button.width() <= shown.panel.width(), button.text()
                assert button.height() >= button.sizeHint().height(), button.text()
        assert not shown.panel.grab().isNull()
    finally:
        theme.apply(qapp, "light", 1.0)


async def test_high_contrast_is_followed(qapp, shown, monkeypatch):
    monkeypatch.setattr(theme.Theme, "_sharp", lambda _self: True)
    theme.apply(qapp, "dark")
    try:
        await STATES["talking"](shown)
        await settled()
        assert theme.current().border == sharpened(theme.current()).border
        assert not shown.panel.grab().isNull()
    finally:
        monkeypatch.undo()
        theme.apply(qapp, "light", 1.0)
