"""One entry of the journey in full: notes and words that the list had to cut."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import Resolution, StepOffReason
from desktop.domain.timeline import CallShown, Entry
from desktop.ui.customers.journey_viewmodel import JourneyViewModel
from desktop.ui.customers.pairs import Pairs
from desktop.ui.customers.video_panel import VideoCallPanel
from desktop.ui.customers.words import entry_title, guide_words
from desktop.ui.kit import dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.due_why import DueWhy
from desktop.ui.kit.labels import known, label
from desktop.ui.kit.labels_customers import feeling_words
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.wraplabel import WrapLabel


class EntryOverlay(Overlay):
    """Facts as label and value, then the customer's words, then the advisor's."""

    def __init__(self, window: QWidget, entry: Entry, viewmodel: JourneyViewModel) -> None:
        super().__init__(window, entry_title(entry), width=560)
        self._viewmodel = viewmodel
        self.body.addWidget(Pairs(entry_pairs(entry, viewmodel)))
        self._entry = entry
        self.due = DueWhy()
        self.body.addWidget(self.due)
        self.due.show_due(viewmodel.due_shown(entry))
        self.due.waited.connect(lambda: viewmodel.waited.emit(self._entry))
        if entry.words:
            said = QCoreApplication.translate("EntryOverlay", "Le client a écrit")
            self._add_words(said, entry.words, "quote")
        if entry.note:
            self._add_words(
                QCoreApplication.translate("EntryOverlay", "Note"), entry.note, "sunken"
            )
        for shown in entry.calls:
            self._add_call(shown)
        close = Button(QCoreApplication.translate("EntryOverlay", "Fermer"))
        close.clicked.connect(self.dismiss)
        self.footer.addStretch(1)
        self.footer.addWidget(close)
        self.closed.connect(self.deleteLater)
        self._customer_id = viewmodel.state.customer_id
        viewmodel.changed.connect(self._follow)

    def _add_call(self, shown: CallShown) -> None:
        panel = VideoCallPanel(shown, self._viewmodel.here().tzinfo)
        panel.photos_asked.connect(lambda: self._viewmodel.look_at(shown.call.id))
        self.body.addWidget(panel)

    def _follow(self) -> None:
        if self._viewmodel.state.customer_id != self._customer_id:
            self.dismiss()
            return
        entry = self._viewmodel.entry_of(self._entry.key)
        if entry is not None:
            self._entry = entry
            self.due.show_due(self._viewmodel.due_shown(entry))

    def _add_words(self, title: str, words: str, role: str) -> None:
        panel = Panel(role)
        whole = WrapLabel(words, "reading")
        whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        panel.add(Text(title, "caption"))
        panel.add(whole)
        self.body.addWidget(panel)


def entry_pairs(entry: Entry, viewmodel: JourneyViewModel) -> tuple[tuple[str, str], ...]:
    """Labels and values of what is known about an entry."""
    now = viewmodel.here()
    due = entry.due_at
    codes = (entry.step_off, entry.incivility, entry.resolution)
    pairs = (
        (QCoreApplication.translate("EntryOverlay", "Quand"), _instant(entry.at, now)),
        (QCoreApplication.translate("EntryOverlay", "Conseiller"), entry.advisor),
        (
            QCoreApplication.translate("EntryOverlay", "Motif"),
            viewmodel.reason_label(entry.reason) if entry.reason else "",
        ),
        (
            QCoreApplication.translate("EntryOverlay", "Guide"),
            guide_words(viewmodel.guide_title(entry.script_id), entry.script_version)
            if entry.script_id
            else "",
        ),
        *((_code_name(code), label(code)) for code in codes if code and known(type(code))),
        (
            QCoreApplication.translate("EntryOverlay", "Geste"),
            viewmodel.gesture_label(entry.gesture) if entry.gesture else "",
        ),
        (
            QCoreApplication.translate("EntryOverlay", "Échéance"),
            _instant(due, now) if due else "",
        ),
        *_spans(entry),
        *_answer(entry),
    )
    return tuple(pair for pair in pairs if pair[1])


def _instant(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    return f"{dates.long_day(local.date())} · {local:%H:%M}"


def _spans(entry: Entry) -> tuple[tuple[str, str], ...]:
    return (
        (
            QCoreApplication.translate("EntryOverlay", "Attente"),
            dates.span(entry.waited_s) if entry.waited_s else "",
        ),
        (
            QCoreApplication.translate("EntryOverlay", "Durée"),
            dates.span(entry.lasted_s) if entry.lasted_s else "",
        ),
    )


def _answer(entry: Entry) -> tuple[tuple[str, str], ...]:
    return (
        (
            QCoreApplication.translate("EntryOverlay", "Réponse du client"),
            feeling_words(entry.feeling) if entry.feeling else "",
        ),
        (
            QCoreApplication.translate("EntryOverlay", "Effort (réponse)"),
            f"{entry.effort} / 7" if entry.effort else "",
        ),
        (
            QCoreApplication.translate("EntryOverlay", "NPS"),
            f"{entry.nps} / 10" if entry.nps is not None else "",
        ),
    )


def _code_name(code: object) -> str:
    if isinstance(code, Resolution):
        return QCoreApplication.translate("EntryOverlay", "Résolution")
    if isinstance(code, StepOffReason):
        return QCoreApplication.translate("EntryOverlay", "Pourquoi")
    return QCoreApplication.translate("EntryOverlay", "Ce qui s’est passé")
