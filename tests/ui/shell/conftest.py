"""A window with pages of plain widgets, and a registry of actions that say that they ran."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.textfield import TextField
from desktop.ui.shell.actions import Action, Actions, Group
from desktop.ui.shell.rail import Page
from desktop.ui.shell.window import Window

PAGES = (
    Page(id="day", icon="house", label="Ma journée"),
    Page(id="customer", icon="user", label="Client", key="Ctrl+1"),
    Page(id="promises", icon="calendar-clock", label="Promesses"),
    Page(id="settings", icon="settings", label="Réglages", at_bottom=True),
)


class Form(QWidget):
    """A page with a field of one line and one of several."""

    def __init__(self):
        super().__init__()
        self.line = TextField("Nom")
        self.area = TextArea("Note")
        box = QVBoxLayout(self)
        box.addWidget(self.line)
        box.addWidget(self.area)


class Ran(list):
    """The ids of the actions that ran, in order."""

    def action(self, id_, *keys, title="", **more):
        more.setdefault("group", Group.WINDOW)
        words = title or id_
        return Action(id=id_, title=lambda: words, keys=keys, run=lambda: self.append(id_), **more)


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication):
    theme.apply(qapp, "light")
    yield
    theme.set_reduced_motion(False)
    theme.apply(qapp, "light")


@pytest.fixture
def window(qtbot):
    made = Window(PAGES)
    qtbot.addWidget(made)
    made.resize(1680, 1050)
    made.form = Form()
    made.add_page("day", made.form)
    made.show()
    QApplication.processEvents()
    made.form.line.setFocus()
    return made


@pytest.fixture
def ran():
    return Ran()


@pytest.fixture
def actions(window):
    return Actions(window)
