"""The page of guides over a real store, with hands on its keys."""

import asyncio
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.changes import Changes
from desktop.ui.authoring.marked import ChangedLabel
from desktop.ui.authoring.page import GuidesPage
from desktop.ui.authoring.view import GuidesView, Wordings
from desktop.ui.authoring.viewmodel import GuidesViewModel
from desktop.ui.kit import tasks
from desktop.ui.kit.text import Text
from tests.services.authoring.world import CAMILLE
from tests.ui.kit.test_accessibility import nameless

LONGER = "Bonjour {{client.appel}}, prenons le temps."


async def settled():
    QApplication.processEvents()
    while tasks.running():
        await asyncio.wait(tasks.running())
        QApplication.processEvents()


def unnamed(widget: QWidget) -> list[str]:
    return nameless(QAccessible.queryAccessibleInterface(widget))


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def words(widget: QWidget) -> list[str]:
    """All that is shown in a widget."""
    return [one.text() for one in widget.findChildren(Text) if one.isVisible() and one.text()]


class Page:
    """The page over a real store, with what it asks of others."""

    def __init__(self, window, desk, person):
        self.desk = desk
        self.window = window
        changes = Changes()
        desk.authoring._changes = changes
        self.model = GuidesViewModel(desk.authoring, changes, person, window)
        self.asked = []
        self.model.verbs.edit_asked.connect(self.asked.append)
        wordings = Wordings(
            reason=lambda code: f"motif {code}",
            problem=lambda one: (f"{one.file}, ligne {one.line}, {one.field}", one.code),
        )
        self.view = GuidesView(self.model, wordings)
        self.page = GuidesPage(self.view)
        window.add_page("guides", self.page)

    @property
    def detail(self):
        return self.view.detail

    @property
    def timeline(self):
        return self.view.detail.timeline

    def titles(self):
        model = self.view.list.view.model()
        return [model.index(n, 0).data() for n in range(model.rowCount())]

    def changed(self):
        """The words that changed, as they are shown."""
        found = self.timeline.comparison.findChildren(ChangedLabel)
        return [one.text() for one in found if one.isVisible()]

    async def to_versions(self):
        self.view.show_versions()
        await settled()


async def publish(desk, person=CAMILLE, say=LONGER, note="", **more):
    draft = await desk.authoring.draft_of("bill", person, **more)
    steps = (replace(draft.script.steps[0], say=say), *draft.script.steps[1:])
    made = await desk.authoring.publish(
        replace(draft, script=replace(draft.script, steps=steps)), note
    )
    await settled()
    return made
