"""What a run asks the store to keep: rows with their fingerprints, people to be known."""

import dataclasses
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from desktop.domain.customers import Customer
from desktop.domain.ids import CustomerId, PersonId, TeamId
from desktop.domain.importing import derived_id, digest
from desktop.domain.importing.answers import AnswerRow
from desktop.domain.importing.contacts import ContactRow
from desktop.domain.importing.customers import CustomerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCustomer:
    """A customer to keep."""

    row: CustomerRow
    digest: str
    """That of the customer, then that of the contracts, then that of the branch if it has one."""

    @property
    def id(self) -> str:
        """The customer's."""
        return self.row.customer.id


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptContact:
    """A contact to keep."""

    row: ContactRow
    digest: str

    @property
    def id(self) -> str:
        """The contact's."""
        return self.row.contact.id


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """An answer to keep."""

    row: AnswerRow
    digest: str

    @property
    def id(self) -> str:
        """The answer's."""
        return self.row.answer.id


Kept = KeptCustomer | KeptContact | KeptAnswer
AnyRow = CustomerRow | ContactRow | AnswerRow


def kept(row: AnyRow) -> Kept:
    """The row with its fingerprint."""
    if isinstance(row, CustomerRow):
        told = digest_of(row.customer) + digest_of(*row.contracts)
        if row.branch:
            told += digest({"branch": row.branch})
        return KeptCustomer(row=row, digest=told)
    if isinstance(row, AnswerRow):
        return KeptAnswer(row=row, digest=digest_of(row.answer))
    return KeptContact(row=row, digest=digest(_fields(row.contact), {"advisor": row.advisor}))


def digest_of(*values: Any) -> str:
    """The fingerprint of domain values."""
    return digest(*(_fields(value) for value in values))


def edited_since(customer: Customer, known: str) -> bool:
    """Whether a customer is no longer as an import left it, by the fingerprint kept then."""
    return not known.startswith(digest_of(customer))


def known_by_key(ident: CustomerId, key: str) -> Customer:
    """A customer of whom only the key is known."""
    return Customer(id=ident, number=key)


def person_id_of(source: str, name: str) -> PersonId:
    """The id of an advisor whom a source names."""
    return PersonId(derived_id(source, "person", name.casefold()))


def team_id_of(name: str) -> TeamId:
    """The id of a team made for imported advisors."""
    return TeamId(derived_id("", "team", name.casefold()))


def sign_in_of(name: str) -> str:
    """A name to sign in under, `[a-z][a-z0-9_]*`."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = (
        letter if letter.isascii() and letter.isalnum() else "_" if letter in " -_.'’" else ""
        for letter in plain
    )
    found = "".join(letters).strip("_")
    return found if found[:1].isalpha() else f"a_{found}".rstrip("_")


def free_sign_in(name: str, taken: Container[str]) -> str:
    """`sign_in_of` a name, numbered from 2 on where it is taken."""
    wanted = found = sign_in_of(name)
    number = 1
    while found in taken:
        number += 1
        found = f"{wanted}{number}"
    return found


def _fields(value: Any) -> dict[str, object]:
    kind = type(value)
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in dataclasses.fields(kind))
    return {name: getattr(value, name) for name in _NAMES[kind]}


_NAMES: dict[type, tuple[str, ...]] = {}
