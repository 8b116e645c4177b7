"""Signing in builds what is seen; each of the rest is there the moment that it is asked for."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.app import pages
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.authoring.editor.view import EditorView
from desktop.ui.contacts.incivility_view import IncivilityView
from desktop.ui.contacts.promises_view import PromisesView
from desktop.ui.latitude.overlay import GestureOverlay
from desktop.ui.mirror.view import MirrorView
from desktop.ui.shell.key_row import KeyRow
from desktop.ui.shell.settings_view import SettingsView
from desktop.ui.stories.merci_overlay import MerciOverlay
from desktop.ui.stories.story_overlay import StoryOverlay
from desktop.ui.video.send_form import SendForm
from desktop.ui.video.talking_pane import TalkingPane
from desktop.ui.wellbeing.mine_view import MyCheckInsView
from desktop.ui.wellbeing.shared_view import SharedCheckInsView
from tests.journeys.hands import arrive

UNSEEN = (
    EditorView,
    GestureOverlay,
    IncivilityView,
    KeyRow,
    MerciOverlay,
    MirrorView,
    MyCheckInsView,
    PromisesView,
    SendForm,
    SettingsView,
    SharedCheckInsView,
    StoryOverlay,
    TalkingPane,
)
MOST = 1_100
"""Widgets in a lead's window after signing in; there were 1,832 when all was built at once."""


def test_a_desk_builds_what_is_seen_and_the_rest_when_it_is_asked_for(play, settings) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        window = hands.window
        built = {kind.__name__ for kind in UNSEEN if window.findChildren(kind)}
        assert not built
        assert len(window.findChildren(QWidget)) < MOST
        await hands.press("Ctrl+,")
        assert window.findChildren(SettingsView) == [desk.frame.settings]
        assert desk.frame.settings.isVisible()
        await hands.press(pages.KEYS[pages.PROMISES])
        assert [one.isVisible() for one in window.findChildren(PromisesView)] == [True]
        await hands.press(pages.KEYS[pages.SHARED])
        assert window.findChildren(SharedCheckInsView) == [desk.views.shared]

    play(story, replace(settings, sign_in_as="camille"))
