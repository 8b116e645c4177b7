"""Step-offs that others noted at this step: how often they helped, on how many, and « Essayer »."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.scripts import EarlierStepOff
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.gauge import Ring
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space

SHOWN: Final = 3


def rate_words(earlier: EarlierStepOff) -> str:
    """« 84 % utiles », or that too few have judged it yet."""
    if earlier.rate is None:
        return QCoreApplication.translate("Guide", "pas encore assez d’avis")
    return QCoreApplication.translate("Guide", "{0} utiles").format(
        dates.percent(earlier.rate / 100)
    )


def count_words(earlier: EarlierStepOff) -> str:
    """How often it was tried: « 31 essais »; few are not counted."""
    if not earlier.count:
        return QCoreApplication.translate("Guide", "moins de 5 essais")
    return QCoreApplication.translate("Guide", "{0} essais").format(dates.count(earlier.count))


def sure_words(earlier: EarlierStepOff) -> str:
    """How sure the rate is, whole: « utile entre 67 % et 93 % des fois (31 contacts jugés) »."""
    if earlier.helped is None:
        return f"{rate_words(earlier)}, {count_words(earlier)}"
    found = earlier.helped.interval
    return QCoreApplication.translate(
        "Guide", "Utile entre {low} et {high} des fois, à 95 % près (contacts jugés\u00a0: {n})"
    ).format(
        low=dates.percent(found.low),
        high=dates.percent(found.high),
        n=dates.count(earlier.helped.n),
    )


class UsefulStepOffs(Panel):
    """`tried` gives the EarlierStepOff."""

    tried = Signal(object)

    def __init__(self) -> None:
        super().__init__("outline")
        self._shown: tuple[EarlierStepOff, ...] = ()
        title = Text(QCoreApplication.translate("Guide", "Écarts utiles à cette étape"), "strong")
        where = Text(
            QCoreApplication.translate("Guide", "appris par les équipes, sans aucun nom"),
            "secondary",
        )
        self._rows = boxes.column(spacing=Space.XS)
        self.body.addLayout(boxes.row(Glyph("route", "text2", 16), title, where, None))
        self.body.addLayout(self._rows)
        self.hide()

    def set_earlier(self, earlier: tuple[EarlierStepOff, ...]) -> None:
        """Show the first few; nothing at all while there are none."""
        shown = earlier[:SHOWN]
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        boxes.clear(self._rows)
        for one in shown:
            self._rows.addWidget(boxes.holder(self._row(one)))

    def _row(self, earlier: EarlierStepOff) -> QHBoxLayout:
        rate = Text(rate_words(earlier), "secondary", "text3")
        if earlier.rate is not None:
            rate = Text(rate_words(earlier), "secondary", "success")
        button = Button(QCoreApplication.translate("Guide", "Essayer"), role="outline")
        button.setAccessibleName(
            QCoreApplication.translate("Guide", "Essayer\u00a0: {0}").format(earlier.words)
        )
        button.setAccessibleDescription(sure_words(earlier))
        button.setToolTip(sure_words(earlier))
        button.clicked.connect(lambda: self.tried.emit(earlier))
        line = boxes.row(Ring((earlier.rate or 0) / 100), spacing=Space.S)
        line.addWidget(ElidedLabel(earlier.words, "body"), 1)
        if not earlier.here:
            elsewhere = QCoreApplication.translate("Guide", "tenté à une autre étape")
            line.addWidget(Text(elsewhere, "caption"))
        for widget in (rate, Text(count_words(earlier), "caption"), button):
            line.addWidget(widget)
        return line
