"""Gestures and requests, a small block each: on the contact, and in the day."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.latitude.facts import Gesture
from desktop.domain.latitude.requests import Asked, RequestState
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.latitude import words
from desktop.ui.latitude.viewmodel import LatitudeViewModel


class GestureRow(Panel):
    """A gesture that was made, and the way to take it back."""

    def __init__(self, gesture: Gesture, viewmodel: LatitudeViewModel) -> None:
        super().__init__("sunken")
        self.body.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        told = words.of_kind(viewmodel.label(gesture.kind), gesture.cents)
        head = ElidedLabel(told, "strong")
        title = QCoreApplication.translate("Latitude", "Geste offert")
        lines = boxes.column(Text(title, "caption"), head, spacing=0)
        if gesture.words:
            lines.addWidget(ElidedLabel(gesture.words, "secondary"))
        self.back = IconButton(
            "undo-2",
            QCoreApplication.translate("Latitude", "Annuler ce geste\u00a0: {what}").format(
                what=told
            ),
        )
        self.back.clicked.connect(lambda: viewmodel.take_back(gesture))
        row = boxes.row(Tile("hand-heart", "accent", 28), spacing=Space.S)
        row.addLayout(lines, 1)
        row.addWidget(self.back)
        self.body.addLayout(row)


class RequestRow(Panel):
    """A request: what, of whom, where it stands; once granted, the way to make it."""

    def __init__(self, asked: Asked, viewmodel: LatitudeViewModel, about: str = "") -> None:
        super().__init__("sunken")
        self.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        linked = viewmodel.linked
        told = words.of_kind(viewmodel.label(asked.request.kind), asked.request.cents)
        chip, tone, icon = words.state(asked, linked=linked)
        head = boxes.row(spacing=Space.S)
        head.addWidget(ElidedLabel(told, "strong"), 1)
        head.addWidget(Chip(chip, tone, icon))
        self.body.addLayout(head)
        if about:
            self.add(ElidedLabel(about, "caption"))
        self.add(WrapLabel(words.state_line(asked, linked=linked), "secondary"))
        self.make: Button | None = None
        if asked.state is RequestState.GRANTED:
            self.make = Button(words.offer(asked.request.cents), "hand-coins", "soft")
            self.make.clicked.connect(lambda: viewmodel.make(asked.request.id))
            self.body.addLayout(boxes.row(None, self.make))


class InContactRows(QWidget):
    """What the contact in front holds of latitude; hidden while it holds nothing.

    `turned` when rows came or went.
    """

    turned = Signal()

    def __init__(self, viewmodel: LatitudeViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._shown: tuple[object, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)
        viewmodel.changed.connect(self._show)
        self.hide()

    def gestures(self) -> tuple[GestureRow, ...]:
        """Return the rows of gestures shown."""
        return tuple(one for one in self.findChildren(GestureRow) if not one.isHidden())

    def requests(self) -> tuple[RequestRow, ...]:
        """Return the rows of requests shown."""
        return tuple(one for one in self.findChildren(RequestRow) if not one.isHidden())

    def _show(self) -> None:
        state = self._viewmodel.state
        asked = tuple(one for one in state.here.requests if one.state is not RequestState.MADE)
        shown = (state.policy, state.here.gestures, asked)
        if shown == self._shown:
            return
        self._shown = shown
        boxes.clear(self._box)
        for gesture in state.here.gestures:
            self._box.addWidget(GestureRow(gesture, self._viewmodel))
        for one in asked:
            self._box.addWidget(RequestRow(one, self._viewmodel))
        self.setVisible(bool(state.here.gestures or asked))
        self.turned.emit()
