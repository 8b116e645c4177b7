"""Who the customer is: name, chips, how to reach them, and the line of what to know now."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.alerts import Alert, AlertKind
from desktop.domain.customer_file import CustomerFile
from desktop.domain.customers import Customer
from desktop.domain.phones import national
from desktop.ui.customers.factline import Fact, FactLine
from desktop.ui.customers.words import (
    ReasonLabel,
    customer_name,
    know_words,
    number_words,
    place_words,
    since_words,
)
from desktop.ui.kit import theme
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.labels import label
from desktop.ui.kit.tokens import Space

_LEAST = 150

_CHIPS = {
    AlertKind.EFFORT_RISING: ("warning", "trending-up"),
    AlertKind.INCIVILITY: ("warning", "shield-alert"),
    AlertKind.PROMISE_LATE: ("warning", "calendar-clock"),
}
"""Alerts that fit in a chip, with its tone and icon; the chip stands for them where it fits."""


def contact_facts(customer: Customer) -> tuple[Fact, ...]:
    """How to reach and to address them; what is not known takes no room."""
    numbered = bool(customer.number) and customer_name(customer) == customer.full_name
    facts = (
        Fact(
            "phone",
            _phone(customer),
            QCoreApplication.translate("CustomerHeader", "Téléphone"),
        ),
        Fact("user", _address(customer), ""),
        Fact("mail", customer.email, QCoreApplication.translate("CustomerHeader", "E-mail")),
        Fact("map-pin", place_words(customer), ""),
        Fact("hash", number_words(customer) if numbered else "", ""),
    )
    return tuple(fact for fact in facts if fact.text)


def _phone(customer: Customer) -> str:
    known = customer.phone or customer.phone2
    return national(known) if known else ""


def _address(customer: Customer) -> str:
    """Way of address, and the preferred name where it says more than the names above it."""
    said = [customer.address_as]
    told = (*customer.address_as.split(), customer.full_name)
    if customer.preferred_name not in told:
        said.append(customer.preferred_name)
    joined = ", ".join(word for word in said if word)
    if not joined:
        return ""
    return QCoreApplication.translate("CustomerHeader", "« {name} »").format(name=joined)


class Identity(QWidget):
    """Three lines; chips that do not fit go, and what they said joins the line of alerts."""

    def __init__(self, reason_label: ReasonLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason_label = reason_label
        self._file: CustomerFile | None = None
        self._chips: list[tuple[Chip, Alert | None]] = []
        self._name = ElidedLabel("", "title")
        self._facts = FactLine()
        self._glyph = Glyph("sparkles", "accent", 14)
        self._know = ElidedLabel("", "secondary", "text")
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.S)
        self._head.addWidget(self._name)
        know = QHBoxLayout()
        know.setSpacing(Space.XS + 2)
        know.addWidget(self._glyph)
        know.addWidget(self._know, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        box.addStretch(1)
        box.addLayout(self._head)
        box.addWidget(self._facts)
        box.addLayout(know)
        box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_file(self, file: CustomerFile) -> None:
        """Show who it is."""
        self._file = file
        self._name.setText(customer_name(file.customer))
        facts = contact_facts(file.customer)
        self._facts.set_facts(facts)
        self._facts.setVisible(bool(facts))
        for chip, _ in self._chips:
            self._head.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while self._head.count() > 1:
            self._head.takeAt(1)
        self._chips = [*self._loyalty(file), *self._alert_chips(file)]
        for chip, _ in self._chips:
            self._head.addWidget(chip)
        self._head.addStretch(1)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Need room for the beginning of each line: chips come and go."""
        return QSize(theme.px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See which chips fit."""
        super().resizeEvent(event)
        self._fit()

    @staticmethod
    def _loyalty(file: CustomerFile) -> list[tuple[Chip, Alert | None]]:
        since = since_words(file.customer)
        return [(Chip(since, "accent", "badge-check"), None)] if since else []

    @staticmethod
    def _alert_chips(file: CustomerFile) -> list[tuple[Chip, Alert | None]]:
        return [
            (Chip(label(alert.kind), *_CHIPS[alert.kind]), alert)
            for alert in file.alerts
            if alert.kind in _CHIPS
        ]

    def _fit(self) -> None:
        if self._file is None:
            return
        room = self.width() - self._name.sizeHint().width()
        carried: list[Alert] = []
        for chip, alert in self._chips:
            room -= chip.sizeHint().width() + Space.S
            chip.setVisible(room >= 0)
            if alert is not None and room >= 0:
                carried.append(alert)
        rest = tuple(alert for alert in self._file.alerts if alert not in carried)
        words = know_words(rest, self._file, self._reason_label)
        self._know.setText(words)
        said = QCoreApplication.translate("CustomerHeader", "À savoir : {words}")
        self._know.setAccessibleName(said.format(words=words))
        self._know.setVisible(bool(words))
        self._glyph.setVisible(bool(words))
