"""The whole file: fields that one may change, everything else that is known, what to know now."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.customer_file import CustomerField, CustomerFile, Wrong
from desktop.domain.ids import CustomerId
from desktop.ui.customers.details_viewmodel import DetailsViewModel
from desktop.ui.customers.pairs import Pairs
from desktop.ui.customers.words import (
    DOT,
    ReasonLabel,
    alert_words,
    customer_name,
    number_words,
    since_words,
)
from desktop.ui.kit import boxes
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.form import field
from desktop.ui.kit.labels import label
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

_WIDTH = 640
_HEIGHT = 460
_ROWS = (
    (CustomerField.PREFERRED_NAME, CustomerField.ADDRESS_AS),
    (CustomerField.PHONE, CustomerField.PHONE2),
    (CustomerField.EMAIL,),
    (CustomerField.STREET,),
    (CustomerField.POSTCODE, CustomerField.CITY),
)


def wrong_words(wrong: Wrong) -> str:
    """Why a field cannot be kept as it is, and how it would be."""
    match wrong:
        case Wrong.PHONE:
            return QCoreApplication.translate(
                "DetailsOverlay", "Un numéro complet est attendu, par exemple 06 39 98 12 78."
            )
        case Wrong.EMAIL:
            return QCoreApplication.translate(
                "DetailsOverlay",
                "Une adresse complète est attendue, par exemple nom@domaine.example.",
            )
        case Wrong.TOO_LONG:
            return QCoreApplication.translate("DetailsOverlay", "200 caractères au plus.")


class DetailsForm(QWidget):
    """Eight fields; what is wrong is said under the field."""

    def __init__(self, viewmodel: DetailsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.fields = {one: TextField(label(one)) for row in _ROWS for one in row}
        self._problems = {one: WrapLabel("", "caption", "danger") for one in self.fields}
        lines = [boxes.row(*(self._cell(one) for one in row), spacing=Space.M) for row in _ROWS]
        column = boxes.column(*lines, spacing=Space.M)
        self.setLayout(column)
        for one, control in self.fields.items():
            control.textEdited.connect(lambda text, one=one: viewmodel.type(one, text))
            control.returnPressed.connect(viewmodel.save)
        viewmodel.changed.connect(self._show)
        self._show()

    def _cell(self, one: CustomerField) -> QWidget:
        return boxes.holder(
            boxes.column(field(label(one), self.fields[one]), self._problems[one], spacing=2)
        )

    def _show(self) -> None:
        state = self._viewmodel.state
        wrong = dict(state.wrong)
        for one, control in self.fields.items():
            if control.text() != state.value(one):
                control.setText(state.value(one))
            problem = wrong_words(wrong[one]) if one in wrong else ""
            control.set_problem(problem)
            self._problems[one].setText(problem)
            self._problems[one].setVisible(bool(problem))
        if state.wrong and not self.fields[state.wrong[0][0]].hasFocus():
            self.fields[state.wrong[0][0]].setFocus(Qt.FocusReason.OtherFocusReason)


class DetailsOverlay(Overlay):
    """Closing keeps what was typed until the customer's tab goes; saving makes it a fact."""

    def __init__(
        self, window: QWidget, viewmodel: DetailsViewModel, reason_label: ReasonLabel
    ) -> None:
        title = QCoreApplication.translate("DetailsOverlay", "Fiche complète")
        super().__init__(window, title, width=_WIDTH)
        self._viewmodel = viewmodel
        self._customer_id = _shown_id(viewmodel)
        self.form = DetailsForm(viewmodel)
        self._trouble = Banner(
            "warning",
            QCoreApplication.translate(
                "DetailsOverlay", "Rien n’a pu être enregistré. Votre saisie reste ici."
            ),
        )
        scroll = ScrollColumn()
        scroll.setMinimumHeight(_HEIGHT)
        file = viewmodel.state.file
        if file is not None:
            scroll.add(Text(customer_name(file.customer), "title"))
            for widget in _known(file, reason_label):
                scroll.add(widget)
            scroll.body.insertWidget(1, self.form)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll)
        self.body.addWidget(self._trouble)
        self._add_buttons()
        viewmodel.changed.connect(self._show)
        viewmodel.saved.connect(self.dismiss)
        self.closed.connect(self.deleteLater)
        self._show()

    def _add_buttons(self) -> None:
        self._back = Button(
            QCoreApplication.translate("DetailsOverlay", "Abandonner"), role="ghost"
        )
        self._back.clicked.connect(self._viewmodel.give_up)
        self._keep = Button(
            QCoreApplication.translate("DetailsOverlay", "Enregistrer"), "check", role="primary"
        )
        self._keep.clicked.connect(self._viewmodel.save)
        self.footer.addStretch(1)
        self.footer.addWidget(self._back)
        self.footer.addWidget(self._keep)

    def _show(self) -> None:
        state = self._viewmodel.state
        if _shown_id(self._viewmodel) != self._customer_id:
            # Another customer came to the front: nothing may be typed on the wrong one.
            self.dismiss()
            return
        self._trouble.setVisible(state.trouble)
        self._back.setVisible(state.unsaved)
        self._keep.set_busy(state.saving)
        self._keep.setEnabled(state.unsaved and not state.saving)


def _shown_id(viewmodel: DetailsViewModel) -> CustomerId | None:
    file = viewmodel.state.file
    return None if file is None else file.customer.id


def _known(file: CustomerFile, reason_label: ReasonLabel) -> list[QWidget]:
    """What cannot be changed here: what to know now, then the source's own labels and values."""
    widgets: list[QWidget] = []
    alerts = [alert_words(alert, reason_label, file.read_at) for alert in file.alerts]
    if alerts:
        title = QCoreApplication.translate("DetailsOverlay", "À savoir maintenant")
        listed = [WrapLabel(words[:1].upper() + words[1:]) for words in alerts]
        widgets += [Divider(), Text(title, "heading"), *listed]
    customer = file.customer
    civility = label(customer.civility)
    head = DOT.join(part for part in (civility, since_words(customer)) if part)
    pairs = [(QCoreApplication.translate("DetailsOverlay", "Client"), head)] if head else []
    if customer.number:
        pairs.append(
            (QCoreApplication.translate("DetailsOverlay", "Numéro"), number_words(customer))
        )
    pairs += [(name, value) for name, value in customer.details if value]
    if pairs:
        title = QCoreApplication.translate("DetailsOverlay", "Autres renseignements")
        widgets += [Divider(), Text(title, "heading"), Pairs(tuple(pairs))]
    return widgets
