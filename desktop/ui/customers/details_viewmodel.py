"""The fields of the customer in front that one may change, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.customer_file import PHONES, CustomerField, CustomerFile, FieldShown, Wrong
from desktop.domain.errors import Gone, Invalid, StoreUnavailable
from desktop.domain.ids import CustomerId
from desktop.domain.people import Person
from desktop.domain.phones import national
from desktop.services.customers import Customers
from desktop.ui.kit import tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsState:
    """The file, what was typed over it, and what stands in the way of keeping it."""

    file: CustomerFile | None = None
    typed: Mapping[CustomerField, str] = field(default_factory=dict)
    wrong: tuple[tuple[CustomerField, Wrong], ...] = field(default=())
    saving: bool = False
    trouble: bool = False

    def value(self, of: CustomerField) -> str:
        """What stands in a field: what was typed, else what is kept, phones as they are said."""
        return self.typed.get(of, self._kept(of))

    @property
    def unsaved(self) -> bool:
        """Whether a field holds something else than what is kept."""
        return any(value.strip() != self._kept(of) for of, value in self.typed.items())

    def _kept(self, of: CustomerField) -> str:
        if self.file is None:
            return ""
        value = str(getattr(self.file.customer, of))
        return national(value) if of in PHONES and value else value


class DetailsViewModel(QObject):
    """`saved` when all changes were kept; until then what was typed stays."""

    changed = Signal()
    saved = Signal()

    def __init__(self, customers: Customers, person: Person, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._customers = customers
        self._person = person
        self._state = DetailsState()
        self._typed: dict[CustomerId, Mapping[CustomerField, str]] = {}
        self._shown: dict[CustomerId, dict[CustomerField, FieldShown]] = {}

    @property
    def state(self) -> DetailsState:
        """What is shown now."""
        return self._state

    def show(self, file: CustomerFile | None) -> None:
        """Show a file; what was typed waits with the customer whom it was typed for."""
        before = self._state.file
        if file is None or before is None or before.customer.id != file.customer.id:
            typed = {} if file is None else self._typed.get(file.customer.id, {})
            self._become(DetailsState(file=file, typed=typed))
        else:
            self._become(replace(self._state, file=file))

    def type(self, of: CustomerField, value: str) -> None:
        """Take what was typed in a field; it is not wrong until it was tried."""
        if self._state.file is None:
            return
        typed = {**self._state.typed, of: value}
        here = self._state.file.customer.id
        self._typed[here] = typed
        self._shown.setdefault(here, {}).setdefault(of, self._state.file.shown(of))
        wrong = tuple(pair for pair in self._state.wrong if pair[0] is not of)
        self._become(replace(self._state, typed=typed, wrong=wrong))

    def give_up(self) -> None:
        """Go back to what is kept."""
        if self._state.file is not None:
            self._typed.pop(self._state.file.customer.id, None)
            self._shown.pop(self._state.file.customer.id, None)
        self._become(DetailsState(file=self._state.file))

    def save(self) -> None:
        """Keep all that was typed, or say which field is wrong and keep nothing."""
        if self._state.file is not None and not self._state.saving:
            self._become(replace(self._state, saving=True, trouble=False, wrong=()))
            tasks.run(self._save(self._state.file, self._state.typed), self)

    async def _save(self, file: CustomerFile, typed: Mapping[CustomerField, str]) -> None:
        shown = self._shown.get(file.customer.id, {})
        try:
            await self._customers.edit(file.customer.id, self._person, typed, shown)
        except Invalid as refused:
            wrong = ((CustomerField(refused.field), Wrong(refused.why)),)
            self._answer(file.customer.id, wrong=wrong)
        except (Gone, StoreUnavailable):
            self._answer(file.customer.id, trouble=True)
        else:
            since = self._typed_since(file.customer.id, typed)
            self._answer(file.customer.id, typed=since)
            if not since:
                self.saved.emit()

    def _typed_since(
        self, customer_id: CustomerId, saved: Mapping[CustomerField, str]
    ) -> Mapping[CustomerField, str]:
        """What was typed over what is now saved: it stays, and it alone."""
        typed = self._typed.pop(customer_id, {})
        self._shown.pop(customer_id, None)
        since = {of: value for of, value in typed.items() if value != saved.get(of)}
        if since:
            self._typed[customer_id] = since
        return since

    def _answer(self, customer_id: CustomerId, **found: Any) -> None:
        """Show how saving ended, unless another customer came to the front meanwhile."""
        if self._state.file is not None and self._state.file.customer.id == customer_id:
            self._become(replace(self._state, saving=False, **found))

    def _become(self, state: DetailsState) -> None:
        self._state = state
        self.changed.emit()
