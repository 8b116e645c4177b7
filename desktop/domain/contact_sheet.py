"""One contact whole, as it is printed: what was said, agreed, given, and what the customer answered."""

from dataclasses import dataclass

from desktop.domain.contacts import Contact, Incivility, Promise, StepOff
from desktop.domain.customers import Answer
from desktop.domain.latitude.facts import Gesture


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSheet:
    """Everything of a contact that its reader may see, each in the order in which it happened."""

    contact: Contact
    customer_name: str = ""
    """Empty: nobody was identified."""
    customer_number: str = ""
    advisor: str = ""
    """Empty: nobody knows."""
    step_offs: tuple[StepOff, ...] = ()
    promises: tuple[Promise, ...] = ()
    incivilities: tuple[Incivility, ...] = ()
    gestures: tuple[Gesture, ...] = ()
    """Without those that were taken back."""
    answer: Answer | None = None
    """The latest, once it may be seen."""
