"""A call under way with somebody whom nobody has recognised, and the question who it is."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts import Draft
from desktop.domain.customer_file import CustomerFile
from desktop.domain.ids import CustomerId
from desktop.ui.customers.words import customer_name
from desktop.ui.kit.toasts import Toast, ToastStack


@dataclass(slots=True, kw_only=True, eq=False)
class Unknown:
    """A call under way with somebody whom nobody has recognised."""

    draft: Draft
    theirs: CustomerId | None = None
    """Who it is, while their contact comes to the front."""
    asked: set[CustomerId] = field(default_factory=set)
    """Whose files were asked about."""
    question: Toast | None = None
    seen: bool = False
    """Whether the face was put into a window of its own."""

    def ask(self, toasts: ToastStack, file: CustomerFile, yes: Callable[[], None]) -> None:
        """Ask once whether it is this customer, where nobody said so; no other question stands."""
        customer = file.customer
        if customer.id == self.theirs or customer.id in self.asked:
            return
        self.asked.add(customer.id)
        self.unask()
        asks = QCoreApplication.translate("Video", "{name} est la personne de la vidéo\u202f?")
        agreed = QCoreApplication.translate("Video", "Oui, c’est cette personne")
        question = toasts.say(asks.format(name=customer_name(customer)), "info", agreed, 60)
        question.acted.connect(yes)
        question.closed.connect(lambda: self._forget(question))
        self.question = question

    def unask(self) -> None:
        """Nobody has to answer any more."""
        if self.question is not None:
            self.question.dismiss()

    def _forget(self, question: Toast) -> None:
        if self.question is question:
            self.question = None
