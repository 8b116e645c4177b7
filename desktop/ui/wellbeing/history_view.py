"""« En image »: one's own history, with one's own words, who may see them and who read them."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.own_history import Span, Stretch
from desktop.domain.wellbeing import OwnCheckIn
from desktop.ui.kit import boxes, dates, paint, theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.typography import introduced
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing import words
from desktop.ui.wellbeing.history_strip import HistoryStrip
from desktop.ui.wellbeing.history_table import HistoryTable
from desktop.ui.wellbeing.history_viewmodel import HistoryViewModel
from desktop.ui.wellbeing.readout import Readout, told

_LEAST: Final = 96
"""Height of what was said, below which the whole page scrolls."""


class HistoryView(QWidget):
    """The picture or its table above, what was said then below."""

    def __init__(self, viewmodel: HistoryViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.span = Segmented(
            QCoreApplication.translate("History", "Par jour ou par semaine"),
            [
                Option(Span.DAY, QCoreApplication.translate("History", "Jours")),
                Option(Span.WEEK, QCoreApplication.translate("History", "Semaines")),
            ],
        )
        self.strip = HistoryStrip()
        self.table = HistoryTable()
        self.twin = Button("", "scroll-text", "ghost")
        self._title = Text("", "section")
        self._said = ScrollColumn()
        self._shown: tuple[Stretch | None, object] = (None, None)
        self._lay_out()
        self.span.picked.connect(viewmodel.set_span)
        self.strip.picked.connect(viewmodel.choose)
        self.strip.stepped.connect(viewmodel.step)
        self.twin.clicked.connect(self._turn)
        viewmodel.changed.connect(self._show)
        paint.follow(self, self._fit)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read it again."""
        super().showEvent(event)
        self._viewmodel.load()

    def take_focus(self) -> None:
        """Put the keyboard on the picture."""
        self.strip.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        title = Text(QCoreApplication.translate("History", "Comment vous allez"), "title")
        private = IconLabel("lock", _private(), "secondary")
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self.strip)
        self._pictures.addWidget(self.table)
        picture = Card()
        picture.body.addLayout(boxes.row(self.span, None, self.twin))
        picture.add(self._pictures)
        said = Card()
        said.add(self._title)
        said.add(self._said, 1)
        full = ScrollColumn()
        full.body.setSpacing(Space.L)
        full.add(picture)
        full.add(said, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(_nothing())
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.L)
        box.addLayout(boxes.column(title, private, spacing=2))
        box.addWidget(self._stack, 1)

    def _turn(self) -> None:
        self._pictures.setCurrentIndex(1 - self._pictures.currentIndex())
        self._fit()

    def _fit(self) -> None:
        table = QCoreApplication.translate("History", "En tableau")
        picture = QCoreApplication.translate("History", "En image")
        self.twin.set_text(picture if self._pictures.currentIndex() else table)
        self._pictures.setMaximumHeight(
            self.strip.sizeHint().height() + (120 if self._pictures.currentIndex() else 0)
        )
        self._said.setMinimumHeight(theme.px(_LEAST))

    def _show(self) -> None:
        state = self._viewmodel.state
        self._stack.setCurrentIndex(1 if state.now is not None and state.empty else 0)
        self.span.set_value(state.span)
        current, now = state.current, state.now
        sentence = "" if current is None or now is None else _sentence(current, state.span)
        self.strip.show_stretches(state.stretches, state.chosen, sentence)
        self.table.show_stretches(state.stretches)
        if now is None or (current, now.date()) == self._shown:
            return
        self._shown = (current, now.date())
        self._title.setText(_when(current, state.span) if current else "")
        boxes.clear(self._said.body)
        for own in current.items if current else ():
            self._said.add(_card(own, now))
        self._said.body.addStretch(1)
        if self.strip.hasFocus():
            announce(self, sentence)


def _when(one: Stretch, span: Span) -> str:
    if span is Span.DAY:
        day = dates.long_day(one.first)
        return day[:1].upper() + day[1:]
    words_ = QCoreApplication.translate("History", "Semaine du {day}")
    return words_.format(day=dates.day_month(one.first))


def _sentence(one: Stretch, span: Span) -> str:
    said = QCoreApplication.translate("History", "\u202f; ").join(
        told(own.check_in) for own in one.items
    )
    return introduced(_when(one, span), said)


def _card(own: OwnCheckIn, now: datetime) -> Panel:
    check_in = own.check_in
    panel = Panel("sunken")
    when = dates.moment(check_in.at.astimezone(now.tzinfo), now)
    readout = Readout(Space.XL)
    readout.show_check_in(check_in)
    icon = words.AUDIENCE_ICONS[check_in.audience]
    who = words.audience_title(check_in.audience, own.addressed_name)
    seen = IconLabel(icon, who, "secondary")
    panel.body.addLayout(boxes.row(Text(when, "caption"), None, seen))
    panel.add(readout)
    if check_in.words:
        panel.add(WrapLabel(check_in.words, "reading"))
    for reading in own.readings:
        line = QCoreApplication.translate("Wellbeing", "Lu par {name} · {when}")
        at = dates.moment(reading.at.astimezone(now.tzinfo), now)
        panel.add(IconLabel("eye", line.format(name=reading.name, when=at), "secondary"))
    for reply in own.replies:
        panel.add(WrapLabel(introduced(reply.name, reply.words), "body"))
    return panel


def _nothing() -> EmptyState:
    return EmptyState(
        "heart-pulse",
        QCoreApplication.translate("Wellbeing", "Rien pour l’instant"),
        QCoreApplication.translate(
            "Wellbeing", "Quand vous direz comment ça va, vous le retrouverez ici."
        ),
    )


def _private() -> str:
    return QCoreApplication.translate(
        "History", "Cette page n’est que pour vous\u00a0: personne d’autre n’a cette image."
    )
