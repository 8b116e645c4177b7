"""The customer's answer on the card of the contact under way: first that it is there, then what."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers import Answer
from desktop.ui.contacts.answer_viewmodel import AnswerViewModel
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.wraplabel import WrapLabel


class AnswerRow(Panel):
    """Hidden where the customer has not answered."""

    def __init__(self, viewmodel: AnswerViewModel) -> None:
        super().__init__("info")
        self._viewmodel = viewmodel
        self._told = ""
        self.title = Text(QCoreApplication.translate("WrapUp", "Le client a répondu"), "strong")
        self.words = WrapLabel("", "secondary")
        self.see = Button(QCoreApplication.translate("WrapUp", "Voir sa réponse"), "eye", "outline")
        self.see.clicked.connect(viewmodel.show)
        self.add(self.title)
        self.add(self.words)
        self.body.addLayout(boxes.row(self.see, None))
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state = self._viewmodel.state
        self.setVisible(state.waits)
        self.see.setVisible(state.answer is None and state.estimated)
        words = _hidden(estimated=state.estimated) if state.answer is None else _said(state.answer)
        self.words.setText(words)
        told = words if state.waits else ""
        if told and told != self._told:
            announce(self, f"{self.title.text()}. {words}")
        self._told = told


def _hidden(*, estimated: bool) -> str:
    if estimated:
        return QCoreApplication.translate(
            "WrapUp", "Une fois sa réponse vue, votre estimation ne change plus."
        )
    return QCoreApplication.translate(
        "WrapUp", "Sa réponse se montre une fois votre estimation donnée, ou le contact clos."
    )


def _said(answer: Answer) -> str:
    parts = []
    if answer.satisfaction is not None:
        words = QCoreApplication.translate("WrapUp", "Satisfaction {n} sur 5")
        parts.append(words.format(n=answer.satisfaction))
    if answer.effort is not None:
        words = QCoreApplication.translate("WrapUp", "Effort {n} sur 7")
        parts.append(words.format(n=answer.effort))
    if answer.words:
        words = QCoreApplication.translate("WrapUp", "«\u202f{words}\u202f»")
        parts.append(words.format(words=answer.words))
    return " · ".join(parts) or QCoreApplication.translate("WrapUp", "Sans note ni mot.")
