"""What advisors do in most stories: arrive, open a customer, write; and keys of an AZERTY board."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.contacts.state import Saving, Stage

ROW = "&é\"'(-è_çà"
"""The digits row of AZERTY as it types unshifted: 1 to 9, then 0."""

KEYS = {
    "&": Qt.Key.Key_Ampersand,
    "é": Qt.Key.Key_Eacute,
    '"': Qt.Key.Key_QuoteDbl,
    "'": Qt.Key.Key_Apostrophe,
    "(": Qt.Key.Key_ParenLeft,
    "-": Qt.Key.Key_Minus,
    "è": Qt.Key.Key_Egrave,
    "_": Qt.Key.Key_Underscore,
    "ç": Qt.Key.Key_Ccedilla,
    "à": Qt.Key.Key_Agrave,
}


async def arrive(hands: Driver, session: Session) -> Desk:
    """Wait for the desk of who was named by the settings, and leave the check-in for later."""
    await hands.until(lambda: session.desk is not None, "le bureau")
    desk = session.desk
    assert desk is not None
    if desk.wanted:
        await hands.until(desk.views.check_in.isVisible, "le formulaire")
        await hands.press("Escape")
        await hands.until(lambda: not desk.views.check_in.isVisible(), "sa fermeture")
    return desk


async def open_customer(hands: Driver, desk: Desk, name: str) -> str:
    """Find somebody by the keyboard and open their file; the answer is their id."""
    await hands.press("F2")
    await hands.type(name)
    search = desk.models.search
    await hands.until(
        lambda: [match.name for match in search.state.matches][:1] == [name], f"{name} trouvé"
    )
    await hands.press("Return")
    await hands.until(lambda: in_front(desk) == name, f"la fiche de {name}")
    await hands.until(lambda: desk.models.contact.state.stage is Stage.OPEN, "le contact")
    file = desk.models.customers.state.file
    assert file is not None
    return file.customer.id


def in_front(desk: Desk) -> str:
    """The name of the customer whose file and contact are both in front."""
    file, customer = desk.models.customers.state.file, desk.models.contact.state.customer
    if file is None or customer is None or file.customer.id != customer.id:
        return ""
    return file.customer.full_name


async def write_note(hands: Driver, desk: Desk, text: str) -> None:
    """Type into the note of the contact in front, and wait until it is on the disk."""
    await hands.press("Ctrl+2")
    desk.views.wrap_up.take_focus()
    await hands.type(text)
    await saved(hands, desk)


async def saved(hands: Driver, desk: Desk) -> None:
    """Wait until all that was typed is on the disk."""
    await hands.until(
        lambda: desk.models.contact.state.saving is Saving.SAVED, "le brouillon écrit"
    )


def note(desk: Desk) -> str:
    """The note on screen."""
    return desk.views.wrap_up.form.note.area.text()


def within(part: QWidget) -> bool:
    """Whether the keyboard is somewhere in this part of the window."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is part or part.isAncestorOf(focus))


async def strike(
    hands: Driver,
    key: Qt.Key | int,
    text: str,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """One key down and up where the focus is, with the text that its layout gives."""
    target = QApplication.focusWidget() or hands.window
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, int(key), modifiers, text))
    await hands.settle()


async def strike_row(hands: Driver, digit: int) -> None:
    """The key of a digit on AZERTY's top row, without Shift."""
    text = ROW[(digit - 1) % 10]
    await strike(hands, KEYS[text], text)


def rows(path: Path, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Rows of the store's file, through a connection of its own.

    Of the same library as the application's: two of them in a process would undo each other's locks.
    """
    connection = sqlcipher3.dbapi2.connect(str(path))
    try:
        return list(connection.execute(statement, values).fetchall())
    finally:
        connection.close()
