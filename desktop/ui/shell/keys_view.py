"""The keys (F1): all of them on one sheet, grouped, with a field to find one."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit import boxes, theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.keycap import KeyCap
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.searchfield import SearchField
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.shell import matching
from desktop.ui.shell.action_words import heading
from desktop.ui.shell.actions import Actions

_WIDTH: Final = 860
_HEIGHT: Final = 640
_LINE: Final = 40


class KeysView(Overlay):
    """`change_asked` when the person wants other keys."""

    change_asked = Signal()

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window, QCoreApplication.translate("KeysView", "Les touches"), _WIDTH)
        self._actions = actions
        self.sections: list[_Section] = []
        name = QCoreApplication.translate("KeysView", "Trouver une touche")
        self.field = SearchField(name, name)
        self.change = Button(
            QCoreApplication.translate("KeysView", "Changer des touches…"), "keyboard", "outline"
        )
        self._scroll = ScrollColumn()
        self._columns = QHBoxLayout()
        self._columns.setSpacing(2 * Space.XL)
        self._none = Text(
            QCoreApplication.translate("KeysView", "Aucune touche ne correspond."), "secondary"
        )
        self._scroll.body.addLayout(self._columns)
        self._scroll.body.addWidget(self._none)
        self._scroll.body.addStretch(1)
        self.body.addWidget(self.field)
        self.body.addWidget(self._scroll, 1)
        self.footer.addStretch(1)
        self.footer.addWidget(self.change)
        self.field.textEdited.connect(self._filter)
        self.field.installEventFilter(self)
        self.change.clicked.connect(self._change)

    def open(self) -> None:
        """Show the keys in force now."""
        if self.isVisible():
            return
        self._fill()
        self.field.clear()
        self._filter("")
        super().open()
        room = min(theme.px(_HEIGHT), self.window().height() - theme.px(220))
        self._scroll.setFixedHeight(min(room, self._scroll.body.sizeHint().height() + 2))
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows scroll the sheet."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if watched is self.field and pressed and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: _LINE,
                Qt.Key.Key_Up: -_LINE,
                Qt.Key.Key_PageDown: _HEIGHT - _LINE,
                Qt.Key.Key_PageUp: _LINE - _HEIGHT,
            }
            by = steps.get(Qt.Key(event.key()))
            if by is not None:
                bar = self._scroll.verticalScrollBar()
                bar.setValue(bar.value() + by)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        boxes.clear(self._columns)
        actions = self._actions.all()
        self.sections = []
        for group in dict.fromkeys(action.group for action in actions):
            lines = [
                (action.title(), self._actions.keys_of(action.id))
                for action in actions
                if action.group is group and self._actions.keys_of(action.id)
            ]
            if lines:
                self.sections.append(_Section(heading(group), lines))
        title = QCoreApplication.translate("KeysView", "Partout")
        self.sections.append(_Section(title, _everywhere()))
        self._share()

    def _share(self) -> None:
        """Put the sections into two columns of about the same height, in order."""
        whole = sum(section.weight() for section in self.sections)
        left, right = boxes.column(spacing=Space.L), boxes.column(spacing=Space.L)
        height = 0
        for section in self.sections:
            half_over = height + section.weight() / 2 > whole / 2
            (right if half_over else left).addWidget(section)
            height += section.weight()
        for column in (left, right):
            column.addStretch(1)
            self._columns.addWidget(boxes.holder(column), 1)

    def _filter(self, text: str) -> None:
        found = [section.show_only(text) for section in self.sections]
        self._none.setVisible(not any(found))

    def _change(self) -> None:
        self.dismiss()
        self.change_asked.emit()


class _Section(QWidget):
    """A heading, and lines of a title with its caps."""

    def __init__(self, title: str, lines: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        super().__init__()
        self._lines: list[tuple[str, QWidget]] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S - 1)
        box.addWidget(Text(title, "eyebrow"))
        box.addWidget(Divider())
        for words, keys in lines:
            line = boxes.row(ElidedLabel(words), spacing=Space.XS)
            line.setStretch(0, 1)
            for key in keys:
                line.addWidget(KeyCap(key_symbol(key)))
            holder = boxes.holder(line)
            shown = " ".join((words, *keys, *map(key_symbol, keys)))
            self._lines.append((shown, holder))
            box.addWidget(holder)

    def weight(self) -> int:
        """Return about how high it is, in lines."""
        return len(self._lines) + 2

    def show_only(self, text: str) -> bool:
        """Show the lines in which `text` is found; tell whether there are any."""
        some = False
        for words, line in self._lines:
            fits = matching.match(text, words) is not None
            line.setVisible(fits)
            some = some or fits
        self.setVisible(some)
        return some


def _everywhere() -> list[tuple[str, tuple[str, ...]]]:
    fields = QCoreApplication.translate("KeysView", "Aller d’un champ à l’autre")
    lists = QCoreApplication.translate("KeysView", "Choisir dans une liste ou une échelle")
    digits = QCoreApplication.translate("KeysView", "Répondre d’un chiffre, sans Maj ou au pavé")
    leave = QCoreApplication.translate("KeysView", "Fermer ce qui est ouvert, sans rien perdre")
    return [
        (fields, ("Tab",)),
        (lists, ("Up", "Down")),
        (digits, ("1…9",)),
        (leave, ("Esc",)),
    ]
