"""What did not go through, on the card: said once aloud, and gone when read."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video.problem_words import told
from desktop.ui.video.state import Problem


class ProblemNotice(Panel):
    """Hidden while all goes well."""

    def __init__(self, dismiss: Callable[[], None]) -> None:
        super().__init__("warning")
        self._told: Problem | None = None
        self._title = WrapLabel("", "strong")
        self._advice = WrapLabel("", "secondary")
        self.cross = IconButton(
            "x", QCoreApplication.translate("VideoPanel", "Fermer ce message"), size=24
        )
        self.cross.clicked.connect(dismiss)
        head = boxes.row(Glyph("triangle-alert", "warning", 16), spacing=Space.S)
        head.addWidget(self._title, 1)
        head.addWidget(self.cross)
        self.body.addLayout(head)
        self.body.addWidget(self._advice)
        self.hide()

    def show_problem(self, problem: Problem | None) -> None:
        """Say what went wrong, once."""
        if problem is not None and problem != self._told:
            title, advice = told(problem)
            self._title.setText(title)
            self._advice.setText(advice)
            announce(self, self.text())
        self._told = problem
        self.setVisible(problem is not None)

    def text(self) -> str:
        """Return what it says."""
        return f"{self._title.text()}. {self._advice.text()}"
