"""Waits for the one key that the person presses for an action."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.tokens import Height, Radius, Space, Type, Weight
from desktop.ui.shell import key_rules
from desktop.ui.shell.keyboard import CAPTURES, digit_key

_MODIFIERS: Final = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)


class KeyCapture(QWidget):
    """`pressed` gives a key in its normal form, "" for none (Delete); `left` that none was chosen."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(CAPTURES, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = QCoreApplication.translate(
            "KeyCapture", "Appuyez sur la touche · Échap\u00a0: laisser · Suppr\u00a0: aucune"
        )
        self.setAccessibleName(self._words)

    def sizeHint(self) -> QSize:
        """Fit the words."""
        width = paint.width_of(self._words, Type.SECONDARY, Weight.MEDIUM)
        return QSize(round(width) + 2 * theme.px(Space.M), theme.px(Height.SMALL))

    def event(self, event: QEvent) -> bool:
        """Take every key, before it could be a shortcut."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key, once it is more than Ctrl or Shift alone."""
        event.accept()
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _MODIFIERS or event.isAutoRepeat():
            return
        if bare and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif bare and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.pressed.emit("")
        else:
            key = digit_key(event) or key_rules.of_combination(event.keyCombination())
            self.pressed.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave things as they are when the person goes elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words on a soft ground, with the focus around."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, Radius.CONTROL, theme.color("accent_soft"))
        middle = Qt.AlignmentFlag.AlignHCenter
        size, weight = Type.SECONDARY, Weight.MEDIUM
        paint.words(painter, whole, self._words, "accent", size, weight, middle)
        paint.rounded(painter, whole, Radius.CONTROL, border=theme.color("focus"), width=2)
