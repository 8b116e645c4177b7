"""A field for a secret: dots, with an eye to read what was typed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Height, Space


class SecretField(QWidget):
    """`field` is the line itself; nothing of it goes to the clipboard or to a dictionary."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(name, hint)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = IconButton("eye", "", size=Height.CONTROL)
        self.eye.clicked.connect(lambda: self.show_words(shown=not self._shown()))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        box.addWidget(self.field, 1)
        box.addWidget(self.eye)
        self.setFocusProxy(self.field)
        self.setAccessibleName(name)
        self.show_words(shown=False)

    def text(self) -> str:
        """Return what was typed."""
        return self.field.text()

    def clear(self) -> None:
        """Forget it, and hide what comes next."""
        self.field.clear()
        self.show_words(shown=False)

    def show_words(self, *, shown: bool) -> None:
        """Show the signs, or dots."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
        self.eye.set_icon("eye-off" if shown else "eye")
        self.eye.set_name(
            QCoreApplication.translate("Connect", "Cacher ce qui est saisi")
            if shown
            else QCoreApplication.translate("Connect", "Montrer ce qui est saisi")
        )

    def _shown(self) -> bool:
        return self.field.echoMode() is QLineEdit.EchoMode.Normal
