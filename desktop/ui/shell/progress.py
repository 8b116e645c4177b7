"""How far a long beginning is: a sentence, a bar, and the share in figures."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.gauge import Meter
from desktop.ui.kit.loading import Spinner
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class Progress(QWidget):
    """The bar leaves while nobody can tell how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text("", "body")
        self._share = Text("", "secondary", "text3")
        self._bar = Meter(QCoreApplication.translate("Progress", "Avancement"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, Space.M, 0, Space.M)
        box.setSpacing(Space.S)
        box.addLayout(boxes.row(Spinner(), self._words, None, self._share))
        box.addWidget(self._bar)
        box.addStretch(1)

    def show_step(self, words: str, ratio: float | None) -> None:
        """Say what is being done, and how far it is (0 to 1, None for not known)."""
        if words != self._words.text():
            self._words.setText(words)
            announce(self, words)
        self._bar.setVisible(ratio is not None)
        share = QCoreApplication.translate("Progress", "{n}\u00a0%")
        self._share.setText("" if ratio is None else share.format(n=int(ratio * 100)))
        if ratio is not None:
            self._bar.set_value(ratio)
            self._bar.setAccessibleDescription(self._share.text())

    def words(self) -> str:
        """Return what is being done."""
        return self._words.text()
