"""The link as a QR code, on the whole screen: what a customer at the counter scans."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import fonts, paint
from desktop.ui.kit.announce import announce
from desktop.ui.kit.tokens import LIGHT, Weight


class QrOverlay(QWidget):
    """A window of its own, white in both themes; Escape, Enter or a click closes it.

    It hides all else on the screen, that the customer should not read.
    """

    closed = Signal()

    def __init__(self, window: QWidget, company: str = "") -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._company = company
        self._modules: tuple[tuple[bool, ...], ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = QCoreApplication.translate("VideoQr", "QR code de la vidéo")
        self.setAccessibleName(name)
        self.setWindowTitle(name)

    def show_link(self, link: str) -> None:
        """Show `link` on the screen where the window is."""
        if not link:
            return
        self._modules = modules(link)
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        announce(self, f"{_scan()} {_leave()}")

    def follow(self, link: str) -> None:
        """Another link, or none any more: what is shown never opens nothing."""
        if not self.isVisible():
            return
        if link:
            self._modules = modules(link)
            self.update()
        else:
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close; other keys do nothing here."""
        closing = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in closing:
            self.close()
        event.accept()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone, and keep nothing of the link."""
        super().closeEvent(event)
        self._modules = ()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the company's name, the code, what to do, and how to leave."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), QColor(LIGHT.surface))
        whole = QRectF(self.rect())
        unit = min(whole.width(), whole.height())
        top = QRectF(0, unit * 0.025, whole.width(), unit * 0.09)
        _say(painter, top, self._company, unit * 0.042, Weight.SEMIBOLD, LIGHT.text)
        side = unit * 0.64
        box = QRectF((whole.width() - side) / 2, top.bottom() + unit * 0.02, side, side)
        self._code(painter, box)
        words = QRectF(0, box.bottom() + unit * 0.03, whole.width(), unit * 0.075)
        _say(painter, words, _scan(), unit * 0.04, Weight.SEMIBOLD, LIGHT.violet)
        seen = QRectF(0, words.bottom(), whole.width(), unit * 0.045)
        _say(painter, seen, _seen(), unit * 0.024, Weight.REGULAR, LIGHT.text2)
        last = QRectF(0, whole.height() - unit * 0.07, whole.width(), unit * 0.04)
        _say(painter, last, _leave(), unit * 0.019, Weight.MEDIUM, LIGHT.text3)

    def _code(self, painter: QPainter, box: QRectF) -> None:
        if not self._modules:
            return
        count = len(self._modules)
        step = max(int(box.width() // count), 1)
        left = box.left() + (box.width() - step * count) / 2
        top = box.top() + (box.height() - step * count) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        ink = QColor(LIGHT.text)
        for line, row in enumerate(self._modules):
            for place, dark in enumerate(row):
                if dark:
                    x, y = round(left) + place * step, round(top) + line * step
                    painter.fillRect(x, y, step, step, ink)


def modules(link: str) -> tuple[tuple[bool, ...], ...]:
    """The dark and light modules of a link's QR code, line by line, without its quiet zone."""
    import segno

    code: Any = segno.make(link, error="m", micro=False)
    return tuple(tuple(bool(one) for one in row) for row in code.matrix)


def _say(painter: QPainter, rect: QRectF, text: str, size: float, weight: int, colour: str) -> None:
    painter.setFont(fonts.make(max(round(size), 8), weight))
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), paint.one_line(text))


def _scan() -> str:
    return QCoreApplication.translate("VideoQr", "Scannez avec l’appareil photo")


def _seen() -> str:
    return QCoreApplication.translate(
        "VideoQr", "Vous verrez votre conseiller\u202f; votre caméra reste éteinte."
    )


def _leave() -> str:
    return QCoreApplication.translate("VideoQr", "Échap pour fermer")
