"""Customers, their contracts, cases and answers, and what an advisor should know now."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.ids import (
    AnswerId,
    CaseId,
    ContactId,
    ContractId,
    CustomerId,
    PersonId,
)


class Civility(StrEnum):
    """How the customer is titled; empty when they did not say."""

    MADAM = "mme"
    SIR = "m"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A customer's identity as this machine knows it."""

    id: CustomerId
    number: str = ""
    """The company's own customer number, or the key that an import gave."""
    civility: Civility = Civility.NONE
    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""
    """What they like to be called; empty: derived from the names."""
    address_as: str = ""
    """Way of address, in words: « Madame Moreau », « Docteur »."""
    phone: str = ""
    """E.164."""
    phone2: str = ""
    email: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    since: date | None = None
    details: tuple[tuple[str, str], ...] = ()
    """Further facts from the source, label and value, in its order."""

    @property
    def full_name(self) -> str:
        """Given then family name; the number where both are unknown."""
        return f"{self.given_name} {self.family_name}".strip() or self.number

    @property
    def initials(self) -> str:
        """Two letters at most."""
        return (self.given_name[:1] + self.family_name[:1]).upper() or self.number[:2].upper()


class ContractStatus(StrEnum):
    """Life of a contract."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """One contract of a customer."""

    id: ContractId
    customer_id: CustomerId
    number: str
    product: str
    """Words for people: « Box Fibre Confort »."""
    kind: str = ""
    """fibre, mobile, energy, insurance, other: picks the icon."""
    status: ContractStatus = ContractStatus.ACTIVE
    monthly_cents: int | None = None
    starts: date | None = None
    committed_until: date | None = None
    remark: str = ""
    """A short word for the advisor: « hausse de 5 € »."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case (dossier) followed over several contacts."""

    id: CaseId
    customer_id: CustomerId
    number: str
    title: str
    reason: str = ""
    opened_at: datetime
    due_at: datetime | None = None
    closed_at: datetime | None = None
    reminders: int = 0
    """How often the customer came back about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A customer's own answer about one contact; each scale may be absent."""

    id: AnswerId
    customer_id: CustomerId | None
    """None: a caller whom nobody identified."""
    contact_id: ContactId | None = None
    person_id: PersonId | None = None
    """Whose contact it is about; None: of a contact that nobody here had."""
    at: datetime
    satisfaction: int | None = None
    """1 to 5."""
    effort: int | None = None
    """1 (very easy) to 7."""
    nps: int | None = None
    """0 to 10."""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedNote:
    """The note kept in sight on the file; a new one takes the place of the last."""

    customer_id: CustomerId
    person_id: PersonId
    at: datetime
    words: str
