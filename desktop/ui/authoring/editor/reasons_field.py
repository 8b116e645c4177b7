"""The contact reasons for which a guide is offered: buttons that take one out, a list to add one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.authoring import limits
from desktop.domain.authoring.checking import Problem
from desktop.ui.authoring.editor.field import ProblemLines
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.choices import Option
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.focus import give
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class ReasonsField(QWidget):
    """`picked` gives all the codes, in order; the first is the contact's where the guide is followed."""

    picked = Signal(object)

    def __init__(self, options: Sequence[Option[str]], label: Callable[[str], str]) -> None:
        super().__init__()
        self._label = label
        self._codes: tuple[str, ...] = ()
        words = QCoreApplication.translate("Editor", "Motifs pour lesquels le guide est proposé")
        self._flow = Flow(Space.XS)
        self.buttons: dict[str, Button] = {}
        name = QCoreApplication.translate("Editor", "Ajouter un motif")
        self.adding = Picker(name, options, name, "plus")
        self.adding.picked.connect(self._add)
        self._problems = ProblemLines()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addLayout(boxes.row(Text(words, "secondary"), None))
        box.addWidget(self._flow)
        box.addWidget(self.adding)
        box.addWidget(self._problems)

    def show_reasons(self, codes: tuple[str, ...], problems: Sequence[Problem]) -> None:
        """Show these codes, and what is wrong with them."""
        self._problems.set_problems(problems)
        if codes == self._codes:
            return
        self._codes = codes
        self._flow.clear()
        self.buttons = {}
        away = QCoreApplication.translate("Editor", "Retirer le motif {0}")
        for code in codes:
            button = Button(self._label(code), "x", "outline")
            button.setAccessibleName(away.format(self._label(code)))
            button.clicked.connect(lambda _checked=False, one=code: self._remove(one))
            self._flow.add(button)
            self.buttons[code] = button
        self._flow.setVisible(bool(codes))
        self.adding.setEnabled(len(codes) < limits.REASONS)

    def _add(self, code: object) -> None:
        self.adding.set_value(None)
        if isinstance(code, str) and code not in self._codes:
            self.picked.emit((*self._codes, code))

    def _remove(self, code: str) -> None:
        self.picked.emit(tuple(one for one in self._codes if one != code))
        give(self.adding)
