"""What the wrap-up card shows: one frozen picture of the contact under way."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.contacts import Draft
from desktop.domain.customers import Customer
from desktop.domain.errors import Trouble
from desktop.domain.note_check import WordWarning
from desktop.ui.kit.saving import Saving


class Stage(StrEnum):
    """Which of its faces the card shows."""

    NOBODY = "nobody"
    LOADING = "loading"
    OPEN = "open"
    CLOSED = "closed"
    """The contact was closed; the customer's file is still in front."""


class Problem(StrEnum):
    """What did not go through; the text is still here."""

    NOT_OPENED = "not_opened"
    NOT_SAVED = "not_saved"
    NOT_CLOSED = "not_closed"
    NOT_REPORTED = "not_reported"
    NOT_UNDONE = "not_undone"
    TOO_LATE = "too_late"
    ESTIMATE_STAYS = "estimate_stays"
    """The customer's answer was shown before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactState:
    """The contact on screen; `draft` is there when the stage is OPEN."""

    stage: Stage = Stage.NOBODY
    customer: Customer | None = None
    draft: Draft | None = None
    saving: Saving = Saving.UNTOUCHED
    busy: bool = False
    """A close is being written."""
    warnings: tuple[WordWarning, ...] = ()
    problem: Problem | None = None
    trouble: Trouble | None = None
    """Why the store failed, when it did."""
    undo_until: datetime | None = None
    """Until when the close shown can be taken back."""
