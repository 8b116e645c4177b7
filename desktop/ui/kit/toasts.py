"""Short messages that come, are read aloud, and go, stacked over a window's bottom."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit import paint, shadow, theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import ICONS
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import TONES, Radius, Space

_SECOND: Final = 1000


class Toast(QFrame):
    """`acted` when its button was pressed, `closed` once it has gone, however it went."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self, text: str, tone: str, action: str | None, seconds: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._left = seconds
        self._action = action
        self._text = Text(text, "strong")
        self.button = Button("", role="soft") if action else None
        close = IconButton("x", QCoreApplication.translate("Toast", "Fermer le message"))
        close.clicked.connect(self.dismiss)
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        box.setSpacing(Space.S)
        box.addWidget(Glyph(ICONS[tone], TONES[tone][0], 16))
        box.addWidget(self._text)
        if self.button is not None:
            self.button.clicked.connect(self._act)
            box.addSpacing(Space.S)
            box.addWidget(self.button)
        box.addWidget(close)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._show_left()

    def dismiss(self) -> None:
        """Go now."""
        if self._clock.isActive():
            self._clock.stop()
            self.hide()
            self.closed.emit()
            self.deleteLater()

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def seconds_left(self) -> int:
        """Return how long it stays."""
        return self._left

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the raised ground."""
        painter = paint.painter_on(self)
        line = theme.color("border_strong")
        ground = theme.color("surface")
        paint.rounded(painter, QRectF(self.rect()), Radius.BLOCK, ground, line)

    def _act(self) -> None:
        self.acted.emit()
        self.dismiss()

    def _tick(self) -> None:
        if self.underMouse() or (self.button is not None and self.button.hasFocus()):
            return
        self._left -= 1
        self._show_left()
        if self._left <= 0:
            self.dismiss()

    def _show_left(self) -> None:
        if self.button is not None and self._action:
            words = QCoreApplication.translate("Toast", "{action} ({n} s)")
            self.button.set_text(words.format(action=self._action, n=max(self._left, 0)))
            self.button.setAccessibleName(self._action)
        self.adjustSize()


class ToastStack(QWidget):
    """Lies over the bottom of `window`, no larger than its toasts; keeps three at most."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toasts: list[Toast] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        self._box.setSpacing(Space.S)
        window.installEventFilter(self)
        self.hide()

    def say(
        self, text: str, tone: str = "info", action: str | None = None, seconds: int = 5
    ) -> Toast:
        """Show `text` for `seconds`, with a button named `action` if there is something to do."""
        toast = Toast(text, tone, action, seconds, self)
        toast.closed.connect(self._forget)
        while len(self._toasts) >= 3:
            self._toasts[0].dismiss()
        self._toasts.append(toast)
        self._box.addWidget(toast, 0, Qt.AlignmentFlag.AlignHCenter)
        toast.show()
        self._place()
        announce(self._window, text)
        return toast

    def toasts(self) -> tuple[Toast, ...]:
        """Return those shown, oldest first."""
        return tuple(self._toasts)

    def clear(self) -> None:
        """Have all of them go now."""
        for toast in tuple(self._toasts):
            toast.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the window's bottom."""
        if event.type() is QEvent.Type.Resize and self._toasts:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the toasts' shadows."""
        painter = paint.painter_on(self)
        for toast in self._toasts:
            shadow.under(painter, QRectF(toast.geometry()), Radius.BLOCK)

    def _forget(self) -> None:
        gone = self.sender()
        self._toasts = [toast for toast in self._toasts if toast is not gone]
        if isinstance(gone, QWidget):
            self._box.removeWidget(gone)
        self._place()

    def _place(self) -> None:
        self.setVisible(bool(self._toasts))
        self._box.activate()
        size = self._box.sizeHint()
        width = min(size.width(), self._window.width() - 2 * Space.L)
        left = (self._window.width() - width) // 2
        top = self._window.height() - size.height() - 2 * Space.L
        self.setGeometry(left, top, width, size.height())
        self.raise_()
