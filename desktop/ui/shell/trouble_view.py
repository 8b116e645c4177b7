"""The store cannot be used: what happened, what to do, and the text that is not yet safe."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import StoreUnavailable
from desktop.ui.kit import boxes, theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.form import field
from desktop.ui.kit.iconlabel import IconLabel, Tile
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell import trouble_words
from desktop.ui.shell.home_path import home_relative

_WIDTH: Final = 620


class TroubleView(QWidget):
    """`unsaved` is what was written and could not be kept: it stays on screen, to be copied."""

    retry_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self, error: StoreUnavailable, unsaved: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self._error = error
        label = QCoreApplication.translate("Trouble", "Fichier")
        self.path = TextField(label)
        self.path.setText(home_relative(error.path))
        self.path.setReadOnly(True)
        self.text = _kept(unsaved)
        self.copy_text = Button(
            QCoreApplication.translate("Trouble", "Copier mon texte"), "copy", "soft"
        )
        self.retry = Button(QCoreApplication.translate("Trouble", "Réessayer"), role="primary")
        self.copy = Button(
            QCoreApplication.translate("Trouble", "Copier le détail"), "copy", "ghost"
        )
        self.quit = Button(QCoreApplication.translate("Trouble", "Quitter"), role="outline")
        for part in (self.text, self.copy_text):
            part.setParent(self)
            part.setVisible(bool(unsaved))
        self._lay_out(unsaved)
        self.retry.clicked.connect(self.retry_asked)
        self.quit.clicked.connect(self.quit_asked)
        self.copy.clicked.connect(lambda: self._copy(self.detail(), self.copy))
        self.copy_text.clicked.connect(lambda: self._copy(unsaved, self.copy_text))
        self.setFocusProxy(self.retry)
        announce(self, self.words())

    def words(self) -> str:
        """Return all that is said, as one text."""
        trouble = self._error.trouble
        said = (trouble_words.title, trouble_words.what, trouble_words.remedy)
        return " ".join([*(say(trouble) for say in said), _safe()])

    def detail(self) -> str:
        """Return what somebody who helps will want to know."""
        error = self._error
        return "\n".join(part for part in (error.trouble.value, error.path, error.detail) if part)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """While the store is tried again, nothing is asked twice."""
        self.retry.set_busy(busy)

    def _copy(self, text: str, button: Button) -> None:
        QGuiApplication.clipboard().setText(text)
        done = QCoreApplication.translate("Trouble", "Copié")
        button.set_text(done)
        announce(button, done)

    def _lay_out(self, unsaved: str) -> None:
        trouble = self._error.trouble
        card = Card()
        card.setMaximumWidth(theme.px(_WIDTH))
        says = boxes.column(
            Text(trouble_words.title(trouble), "title"),
            WrapLabel(trouble_words.what(trouble), "reading"),
            spacing=Space.XS,
        )
        head = boxes.row(Tile("hard-drive", "warning", 44, round_=True), spacing=Space.M)
        head.addLayout(says, 1)
        card.body.setSpacing(Space.M)
        card.body.addLayout(head)
        card.add(WrapLabel(trouble_words.remedy(trouble), "strong"))
        card.add(IconLabel("circle-check", _safe(), "body", "success"))
        card.add(field(QCoreApplication.translate("Trouble", "Fichier"), self.path))
        if unsaved:
            label = QCoreApplication.translate("Trouble", "Votre texte, pas encore enregistré")
            card.add(field(label, self.text))
            card.body.addLayout(boxes.row(self.copy_text, None))
        card.body.addSpacing(Space.XS)
        card.body.addLayout(boxes.row(self.retry, self.quit, None, self.copy))
        across = boxes.row(None, spacing=0)
        across.addWidget(card, 100)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        whole.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(1)


def _kept(unsaved: str) -> TextArea:
    label = QCoreApplication.translate("Trouble", "Votre texte, pas encore enregistré")
    area = TextArea(label, lines=4, max_lines=10)
    area.set_text(unsaved)
    area.setReadOnly(True)
    return area


def _safe() -> str:
    return QCoreApplication.translate("Trouble", "Rien n’a été écrasé.")
