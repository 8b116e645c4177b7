"""What advisors do in most stories: arrive, open a customer, write; and keys of an AZERTY board."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver, StepFailed
from desktop.ui.contacts.state import Stage
from desktop.ui.kit.saving import Saving

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
    # The answer to all that was typed, not to its first letters.
    await hands.until(
        lambda: (
            not search.state.awaited
            and [match.name for match in search.state.matches][:1] == [name]
        ),
        f"{name} trouvé",
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


async def tab_to(hands: Driver, wanted: Callable[[QWidget], object], key: str = "Tab") -> QWidget:
    """Press Tab until the keyboard is on what is wanted. Raises StepFailed where it never comes."""
    passed: list[str] = []
    for _ in range(80):
        await hands.press(key)
        here = QApplication.focusWidget()
        if here is not None and wanted(here):
            return here
        passed.append(here.accessibleName() if here else "—")
    raise StepFailed(f"{hands.step}\u00a0: {key} passe par {passed}")


def seen(part: QWidget) -> str:
    """All that can be read in a part of the window."""
    labels = [one for one in part.findChildren(QLabel) if one.isVisible()]
    return " ".join(one.text() for one in labels)


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


def another(path: Path, known: str) -> str:
    """Somebody whose name is theirs alone, and not that of who is known already."""
    found = rows(
        path,
        "SELECT given_name || ' ' || family_name AS name FROM customers WHERE given_name <> ''"
        " GROUP BY name HAVING count(*) = 1 AND name <> ? ORDER BY length(name) DESC LIMIT 1",
        known,
    )
    return str(found[0][0])


async def follow(hands: Driver, desk: Desk, script_id: str = "") -> None:
    """Follow a guide in the contact in front: the first that is offered, or the one named."""
    guide = desk.models.guide
    await hands.press("Ctrl+1")
    await hands.until(lambda: guide.state.suggested or guide.state.others, "les guides")
    ids = [one.id for one in (*guide.state.suggested, *guide.state.others)]
    await hands.press(str(1 + (ids.index(script_id) if script_id else 0)))
    await hands.until(lambda: guide.state.run is not None, "le guide")
