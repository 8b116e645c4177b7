"""What lies on the advisor's desk: a draft, or a close still fresh, for each customer open."""

from desktop.domain.contacts import Draft
from desktop.domain.drafts import Closed
from desktop.domain.ids import ContactId, CustomerId


class Desk:
    """Keyed by customer, so that words never land on another's file."""

    def __init__(self) -> None:
        self._drafts: dict[CustomerId | None, Draft] = {}
        self._closed: dict[CustomerId | None, Closed] = {}
        self.last: Closed | None = None
        """The latest close, the one that an undo takes back."""

    def draft(self, customer_id: CustomerId | None) -> Draft | None:
        """Return the draft for that customer."""
        return self._drafts.get(customer_id)

    def draft_of(self, contact_id: ContactId) -> Draft | None:
        """Return the draft of that contact."""
        drafts = self._drafts.values()
        return next((draft for draft in drafts if draft.contact_id == contact_id), None)

    def closed(self, customer_id: CustomerId | None) -> Closed | None:
        """Return the close of that customer's contact, if nothing has begun since."""
        return self._closed.get(customer_id)

    def put(self, draft: Draft) -> None:
        """Lay a draft down, in the place of what was there for its customer."""
        self._drafts[draft.customer_id] = draft
        self._closed.pop(draft.customer_id, None)
        if self.last is not None and self.last.contact_id == draft.contact_id:
            self.last = None

    def close(self, closed: Closed) -> None:
        """Take the draft away, and remember its close."""
        self._drafts.pop(closed.customer_id, None)
        self._closed[closed.customer_id] = closed
        self.last = closed

    def clear(self, customer_id: CustomerId | None) -> None:
        """Take away what lies there for that customer; the latest close can still be undone."""
        self._drafts.pop(customer_id, None)
        self._closed.pop(customer_id, None)
