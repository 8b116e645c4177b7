"""The guide's name and version, what a guide is, and the way off it."""

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.scripts import Script
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.choices import Option
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.pickerlist import PickerList
from desktop.ui.kit.wraplabel import WrapLabel

_WIDTH = 380


class GuideHeader(QWidget):
    """`chosen` gives the id of another guide, "" for none."""

    chosen = Signal(str)
    step_off = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel("", "section")
        self._version = Chip("", "neutral")
        self._words = WrapLabel(
            QCoreApplication.translate(
                "Guide",
                "Un guide, pas un texte à lire. Vous décidez\u202f; chaque écart utile améliore le guide.",
            ),
            "secondary",
        )
        self.change = Button(
            QCoreApplication.translate("Guide", "Changer"), "chevron-down", role="ghost"
        )
        self.off = Button(
            QCoreApplication.translate("Guide", "M’écarter"), "split", "secondary", key_symbol("F4")
        )
        self._options: tuple[Option[str], ...] = ()
        self._current = ""
        self._list: PickerList | None = None
        self.change.clicked.connect(self.open_list)
        self.off.clicked.connect(self.step_off)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(boxes.row(self._title, self._version, None, self.change, self.off))
        box.addWidget(self._words)

    def set_guide(self, script: Script, others: tuple[Script, ...]) -> None:
        """Show the guide followed, and offer the others."""
        self._current = script.id
        self._title.setText(script.title)
        self._version.set_text(QCoreApplication.translate("Guide", "v{0}").format(script.version))
        none = Option("", QCoreApplication.translate("Guide", "Sans guide"), "x")
        offered = (Option(one.id, one.title, "scroll-text") for one in others)
        self._options = (*offered, none)
        name = QCoreApplication.translate("Guide", "Changer de guide, à présent\u00a0: {0}")
        self.change.setAccessibleName(name.format(script.title))

    def set_short(self, *, short: bool) -> None:
        """Leave out what a guide is, where there is little height."""
        self._words.setVisible(not short)

    def open_list(self) -> None:
        """Offer the other guides, under the button."""
        name = QCoreApplication.translate("Guide", "Choisir un guide")
        shown = PickerList(name, self._options, self)
        shown.chosen.connect(lambda value: self.chosen.emit(str(value)))
        corner = QPoint(self.change.width() - _WIDTH, self.change.height() + 2)
        shown.open_at(self.change.mapToGlobal(corner), _WIDTH, self._current)
        self._list = shown

    def list_shown(self) -> PickerList | None:
        """Return the open list, if there is one."""
        return self._list if self._list is not None and self._list.isVisible() else None
