"""What the customer waits for: open cases, callbacks and promises, with their due dates."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.contacts import PromiseKind
from desktop.domain.customer_file import CustomerFile, OpenPromise
from desktop.domain.customers import Case
from desktop.ui.customers.words import DOT, ReasonLabel, case_words, due_chip
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.names import short_name
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class AwaitedCard(Card):
    """Cases, then promises, the first due first; nothing is shown in red."""

    def __init__(self, reason_label: ReasonLabel, parent: QWidget | None = None) -> None:
        self._count = Text("", "secondary")
        title = QCoreApplication.translate("AwaitedCard", "Dossiers et promesses")
        super().__init__(title, self._count, parent)
        self._reason_label = reason_label

    def show_file(self, file: CustomerFile) -> None:
        """Show what is open for this customer."""
        boxes.clear(self.body)
        count = len(file.cases) + len(file.promises)
        self._count.setText(dates.count(count) if count else "")
        for case in file.cases:
            self.add(self._case(case, file))
        for promise in file.promises:
            self.add(self._promise(promise, file))
        if not count:
            words = QCoreApplication.translate("AwaitedCard", "Rien n’est attendu de nous.")
            self.add(Text(words, "caption"))

    def _case(self, case: Case, file: CustomerFile) -> QWidget:
        head = boxes.row(Text(case.number, "eyebrow"), None)
        if case.due_at is not None:
            words, tone = due_chip(case.due_at, file.read_at)
            head.addWidget(Chip(words, tone, "calendar-clock"))
        line = case_words(case, self._reason_label, file.read_at)
        return _panel(head, case.title, line)

    @staticmethod
    def _promise(waiting: OpenPromise, file: CustomerFile) -> QWidget:
        promise = waiting.promise
        callback = promise.kind is PromiseKind.CALLBACK
        icon = "phone-outgoing" if callback else "heart-handshake"
        kind = (
            QCoreApplication.translate("AwaitedCard", "RAPPEL")
            if callback
            else QCoreApplication.translate("AwaitedCard", "PROMESSE")
        )
        words, tone = due_chip(promise.due_at, file.read_at)
        at = promise.due_at.astimezone(file.read_at.tzinfo)
        head = boxes.row(
            Glyph(icon, "text3", 13),
            Text(kind, "eyebrow"),
            None,
            Chip(words, tone, "calendar-clock"),
            spacing=Space.XS + 2,
        )
        promised = dates.day(promise.at.astimezone(file.read_at.tzinfo).date(), file.read_at.date())
        by = QCoreApplication.translate("AwaitedCard", "Promis {day}").format(day=promised)
        until = QCoreApplication.translate("AwaitedCard", "pour {hour}").format(hour=f"{at:%H:%M}")
        line = DOT.join(part for part in (by, until, short_name(waiting.advisor)) if part)
        return _panel(head, promise.words, line)


def _panel(head: QHBoxLayout, title: str, line: str) -> QWidget:
    panel = Panel("sunken")
    panel.body.addLayout(head)
    if title:
        panel.add(WrapLabel(title, "strong"))
    panel.add(ElidedLabel(line, "caption"))
    return panel
