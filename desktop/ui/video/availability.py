"""Whether customers' own buttons ring here: off at each sign-in, turned on by hand."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit.checkrow import CheckRow
from desktop.ui.kit.tokens import Space
from desktop.ui.video.problem_notice import ProblemNotice
from desktop.ui.video.rings_viewmodel import RingsViewModel


class Availability(QWidget):
    """A box to tick; what hinders it is said under it."""

    def __init__(self, rings: RingsViewModel) -> None:
        super().__init__()
        self._rings = rings
        self.row = CheckRow(
            QCoreApplication.translate("VideoPanel", "Recevoir les appels du bouton client")
        )
        self.row.setToolTip(
            QCoreApplication.translate(
                "VideoPanel",
                "Quand un client appuie sur son bouton, il sonne chez tous les collègues qui ont coché cette case.",
            )
        )
        self.row.clicked.connect(rings.set_available)
        self.problem = ProblemNotice(rings.dismiss_problem)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        box.addWidget(self.row)
        box.addWidget(self.problem)
        rings.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state = self._rings.state
        self.row.setChecked(state.available)
        self.problem.show_problem(state.problem)
