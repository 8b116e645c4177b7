"""Guide files that could not be read: which, where, and what would mend them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.yaml_files import Problem
from desktop.ui.kit import boxes
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.scripts.problemwords import problem_place, problem_words


class Problems(QWidget):
    """A banner, and the list under it when one asks; `reload` when files were mended."""

    reload = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Problem, ...] = ()
        self._words: list[str] = []
        self.banner = Banner("warning", "", QCoreApplication.translate("Guide", "Détails"))
        self.again = Button(
            QCoreApplication.translate("Guide", "Relire les fichiers"), role="outline"
        )
        self._list = Panel("sunken")
        self._rows = boxes.column(spacing=Space.S)
        self._list.body.addLayout(self._rows)
        self._list.body.addLayout(boxes.row(self.again, None))
        self.banner.acted.connect(lambda: self._list.setVisible(self._list.isHidden()))
        self.again.clicked.connect(self.reload)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addWidget(self.banner)
        box.addWidget(self._list)
        self._list.hide()
        self.hide()

    def set_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show them; nothing at all while there are none."""
        self.setVisible(bool(problems))
        if problems == self._shown:
            return
        self._shown = problems
        files = len({one.file for one in problems})
        if files == 1:
            words = QCoreApplication.translate(
                "Guide",
                "Un fichier de guide est à reprendre\u202f; les autres restent disponibles.",
            )
        else:
            words = QCoreApplication.translate(
                "Guide",
                "{0} fichiers de guide sont à reprendre\u202f; les autres restent disponibles.",
            ).format(files)
        self.banner.set_text(words)
        boxes.clear(self._rows)
        self._words = [f"{problem_place(one)}\n{problem_words(one)}" for one in problems]
        for problem in problems:
            self._rows.addLayout(_row(problem))

    def words(self) -> tuple[str, ...]:
        """Return the place of each problem and what it is, as shown."""
        return tuple(self._words)


def _row(problem: Problem) -> QVBoxLayout:
    place = Text(problem_place(problem), "strong")
    place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return boxes.column(place, WrapLabel(problem_words(problem), "body", "text2"), spacing=0)
