"""« Merci gardé »: it is kept already; its words can be added, or it can be taken back."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.stories import Thanks
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.stories.merci_viewmodel import MerciViewModel

_LONGEST = 500


class MerciOverlay(Overlay):
    """However it closes, words that were typed are written down; `left` gives a Thanks without any."""

    left = Signal(object)

    def __init__(self, window: QWidget, viewmodel: MerciViewModel) -> None:
        super().__init__(window, QCoreApplication.translate("Merci", "Merci gardé"), 520)
        self._viewmodel = viewmodel
        self._said: Thanks | None = None
        hint = QCoreApplication.translate(
            "Merci", "Ses mots, si vous les avez (Entrée pour garder)"
        )
        self.words = TextField(QCoreApplication.translate("Merci", "Ses mots"), hint)
        self.words.setMaxLength(_LONGEST)
        self.failure = Banner(
            "danger",
            QCoreApplication.translate(
                "Merci",
                "Pas encore enregistré\u00a0: les données de ce poste ne répondent pas. Vos mots restent ici\u202f; réessayez.",
            ),
        )
        self.failure.hide()
        self.undo = Button(
            QCoreApplication.translate("Merci", "Annuler ce merci"), "undo-2", "ghost"
        )
        self.done = Button(
            QCoreApplication.translate("Merci", "Garder"), "heart", "primary", key_symbol("Return")
        )
        self._build()
        self._connect()

    def show_kept(self, said: Thanks) -> None:
        """Open for a thanks that was just kept."""
        self.failure.hide()
        self._show(said, "")

    def show_unwritten(self, said: Thanks, words: str) -> None:
        """Open again with words that could not be written."""
        self.failure.show()
        self._show(said, words)

    def dismiss(self) -> None:
        """Close; what was typed is written down."""
        said, self._said = self._said, None
        super().dismiss()
        words = self.words.text().strip()
        if said is not None and words:
            self._viewmodel.add_words(said, words)
        elif said is not None:
            self.left.emit(said)

    def _show(self, said: Thanks, words: str) -> None:
        self._said = said
        self.words.setText(words)
        self.open()
        give(self.words)

    def _build(self) -> None:
        about = QCoreApplication.translate(
            "Merci",
            "Il est à vous, et à vous seul\u00a0: vous le retrouverez dans «\u202fMa journée\u202f».",
        )
        for part in (WrapLabel(about, "secondary"), self.words, self.failure):
            self.body.addWidget(part)
        self.footer.addWidget(self.undo)
        self.footer.addStretch(1)
        self.footer.addWidget(self.done)

    def _connect(self) -> None:
        self.words.returnPressed.connect(self.dismiss)
        self.words.textEdited.connect(self._typed)
        self.done.clicked.connect(self.dismiss)
        self.undo.clicked.connect(self._take_back)
        self._viewmodel.unwritten.connect(self.show_unwritten)

    def _typed(self) -> None:
        if self._said is not None:
            self._viewmodel.typing(self._said)

    def _take_back(self) -> None:
        said, self._said = self._said, None
        if said is not None:
            self._viewmodel.undo(said)
        self.dismiss()
