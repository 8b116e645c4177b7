"""Back, what comes next, and on."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.tokens import Space


class GuideFoot(QWidget):
    """`back` and `onward` when their buttons were pressed."""

    back = Signal()
    onward = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.previous = Button(
            QCoreApplication.translate("Guide", "Étape précédente"),
            "chevron-left",
            "ghost",
            key_symbol("Shift+F3"),
        )
        self.next = Button(
            QCoreApplication.translate("Guide", "Continuer"), None, "primary", key_symbol("F3")
        )
        self._where = ElidedLabel("", "secondary")
        self.previous.clicked.connect(self.back)
        self.next.clicked.connect(self.onward)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.previous)
        box.addStretch(1)
        box.addWidget(self._where)
        box.addWidget(self.next)

    def set_way(self, following: str, *, can_back: bool) -> None:
        """Show the title of the step that comes next; "" on the last one."""
        self.previous.setEnabled(can_back)
        self.next.setEnabled(bool(following))
        if following:
            words = QCoreApplication.translate("Guide", "Ensuite\u00a0: {0}").format(following)
        else:
            words = QCoreApplication.translate("Guide", "Dernière étape")
        self._where.setText(words)
