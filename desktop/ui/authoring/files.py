"""Files of guides: where to write one, which to read, and what is wrong in one that was read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.services.yaml_files import Problem
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.wraplabel import WrapLabel

ProblemWords = Callable[[Problem], tuple[str, str]]
"""Gives the place of a problem, and what it is."""


def ask_read(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Ask which file is to become a draft."""
    dialog = QFileDialog(parent, QCoreApplication.translate("Guides", "Importer un guide"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [
            QCoreApplication.translate("Guides", "Guides (*.yaml *.yml)"),
            QCoreApplication.translate("Guides", "Tous les fichiers (*)"),
        ]
    )
    _open(dialog, then)


def ask_write(parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
    """Ask where a guide is to be written; `name` is the file's, without its ending."""
    dialog = QFileDialog(parent, QCoreApplication.translate("Guides", "Exporter le guide"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("yaml")
    dialog.selectFile(f"{name}.yaml")
    _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class WrongFile(Overlay):
    """Everything that is wrong in a file, each with its line and field; nothing was changed."""

    again = Signal()

    def __init__(self, window: QWidget, words: ProblemWords) -> None:
        super().__init__(
            window, QCoreApplication.translate("Guides", "Ce fichier ne peut pas devenir un guide")
        )
        self._problem_words = words
        self.intro = WrapLabel("", "body")
        self.rows = ScrollColumn()
        self.rows.set_reading(QCoreApplication.translate("Guides", "À reprendre dans le fichier"))
        self.other = Button(
            QCoreApplication.translate("Guides", "Choisir un fichier…"), "folder-open", "secondary"
        )
        self.other.clicked.connect(self._again)
        self.body.addWidget(self.intro)
        self.body.addWidget(self.rows, 1)
        self.footer.addStretch(1)
        self.footer.addWidget(self.other)

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Show these problems, over the window."""
        words = QCoreApplication.translate(
            "Guides", "À reprendre\u00a0: {n}. Rien n’a été changé ici."
        )
        self.intro.setText(words.format(n=len(problems)))
        boxes.clear(self.rows.body)
        for problem in problems:
            place, what = self._problem_words(problem)
            panel = Panel("warning")
            panel.add(Text(place, "strong"))
            panel.add(WrapLabel(what, "body", "text2"))
            self.rows.add(panel)
        self.rows.body.addStretch(1)
        self.open()
        announce(self, f"{self.accessibleName()}. {self.intro.text()}")

    def _again(self) -> None:
        self.dismiss()
        self.again.emit()
