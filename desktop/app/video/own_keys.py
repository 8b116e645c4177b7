"""Windows of video beside the main one: the desk's keys work there too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.shell import key_rules


class OwnKeys(QObject):
    """Gives `press` the normal form of keys that these windows leave; it says whether it took one."""

    def __init__(self, press: Callable[[str], bool], *windows: QWidget) -> None:
        super().__init__(windows[0])
        self._press = press
        for window in windows:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of actions."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(key_rules.of_combination(event.keyCombination()))
        return super().eventFilter(watched, event)
