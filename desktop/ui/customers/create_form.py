"""The fields of a new customer, each with what is wrong under it."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

import desktop.ui.kit.labels_customers  # noqa: F401 - importing it registers the words
from desktop.domain.customers import Civility
from desktop.ui.customers.create_viewmodel import CreateState, CreateViewModel
from desktop.ui.customers.create_words import field_label, problem
from desktop.ui.kit import boxes
from desktop.ui.kit.choices import Option
from desktop.ui.kit.form import field
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.labels import label
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

_NAMES: Final = ("given_name", "family_name", "phone", "email", "street", "postcode", "city")


class CreateForm(QWidget):
    """Writes to the view-model at each keystroke; shows what it says is wrong."""

    def __init__(self, viewmodel: CreateViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.fields: dict[str, TextField] = {}
        self._told: dict[str, WrapLabel] = {}
        self.civility = Segmented(
            field_label("civility"),
            [Option(value, label(value)) for value in (Civility.MADAM, Civility.SIR)],
        )
        self.swap = IconButton(
            "arrow-left-right",
            QCoreApplication.translate("Create", "Inverser le prénom et le nom"),
            size=34,
        )
        self._build()
        self.civility.picked.connect(self._choose)
        self.swap.clicked.connect(viewmodel.swap)

    def show_state(self, state: CreateState) -> None:
        """Show what is typed and what is wrong."""
        for name, control in self.fields.items():
            text = getattr(state.newcomer, name)
            if control.text() != text:
                control.setText(text)
            words = problem(state.problems.get(name, ""))
            control.set_problem(words)
            self._told[name].setText(words)
            self._told[name].setVisible(bool(words))
        wanted = state.newcomer.civility or None
        if self.civility.value != wanted:
            self.civility.set_value(wanted)

    def first_problem(self, state: CreateState) -> TextField | None:
        """The first field, from the top, in which something is wrong."""
        return next((self.fields[name] for name in _NAMES if name in state.problems), None)

    def first_empty(self) -> TextField:
        """The first field, from the top, in which nothing is written yet."""
        blank = (one for one in self.fields.values() if not one.text())
        return next(blank, self.fields["given_name"])

    def _build(self) -> None:
        for name in _NAMES:
            self._make(name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(field(field_label("civility"), self.civility))
        names = boxes.row(spacing=Space.S)
        names.addWidget(self._whole("given_name"), 1)
        names.addLayout(boxes.column(22, self.swap, None, spacing=0))
        names.addWidget(self._whole("family_name"), 1)
        box.addLayout(names)
        self._pair(box, ("phone", 1), ("email", 1))
        self._pair(box, ("street", 1))
        self._pair(box, ("postcode", 1), ("city", 2))
        for before, after in zip(self._stops(), self._stops()[1:], strict=False):
            self.setTabOrder(before, after)

    def _stops(self) -> list[QWidget]:
        given, *rest = self.fields.values()
        return [given, self.swap, *rest]

    def _pair(self, box: QVBoxLayout, *parts: tuple[str, int]) -> None:
        line = boxes.row(spacing=Space.M)
        for name, share in parts:
            line.addWidget(self._whole(name), share)
        box.addLayout(line)

    def _make(self, name: str) -> None:
        control = TextField(field_label(name))
        control.textEdited.connect(lambda text: self._viewmodel.edit(name, text))
        control.editingFinished.connect(lambda: self._viewmodel.leave(name))
        self.fields[name] = control
        self._told[name] = WrapLabel("", "caption", "danger")
        self._told[name].hide()

    def _whole(self, name: str) -> QWidget:
        return boxes.holder(
            boxes.column(
                field(field_label(name), self.fields[name]),
                self._told[name],
                None,
                spacing=Space.XS,
            )
        )

    def _choose(self, value: object) -> None:
        self._viewmodel.edit("civility", str(value or ""))
