"""A new customer's file: what must be there, what is put right, what was typed put in its place."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final

from desktop.domain import emails
from desktop.domain.customers import Civility, Customer
from desktop.domain.errors import Incomplete, Invalid
from desktop.domain.ids import CustomerId
from desktop.domain.phones import national, normalise, phone_like

LONGEST: Final = 120
"""Signs of one field."""

_POSTCODE: Final = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-8])\d{3}")
_PART: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """What an advisor typed of a new customer, as typed."""

    civility: Civility = Civility.NONE
    given_name: str = ""
    family_name: str = ""
    phone: str = ""
    email: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return self == Newcomer()


def problems(newcomer: Newcomer) -> dict[str, str]:
    """What keeps the file from being made: field, and why. Empty: nothing does.

    `missing` stands at `family_name` where neither a name, a phone nor an address was given.
    """
    found = {}
    for name, check in (("phone", _phone), ("email", _email), ("postcode", _postcode)):
        try:
            check(getattr(newcomer, name).strip())
        except Invalid as error:
            found[name] = error.why
    for field in fields(newcomer):
        if len(getattr(newcomer, field.name)) > LONGEST:
            found[field.name] = "too_long"
    told = (newcomer.given_name, newcomer.family_name, newcomer.phone, newcomer.email)
    if not any(text.strip() for text in told):
        found["family_name"] = "missing"
    return found


def make(newcomer: Newcomer, *, id: CustomerId, today: date) -> Customer:  # noqa: A002 - a field's name
    """The customer's file. Raises Incomplete or Invalid for the first problem."""
    for field, why in problems(newcomer).items():
        raise Incomplete(field) if why == "missing" else Invalid(field, why)
    return Customer(
        id=id,
        civility=newcomer.civility,
        given_name=_spaced(newcomer.given_name),
        family_name=_spaced(newcomer.family_name),
        phone=_phone(newcomer.phone.strip()),
        email=_email(newcomer.email.strip()),
        street=_spaced(newcomer.street),
        postcode=_postcode(newcomer.postcode.strip()),
        city=_spaced(newcomer.city),
        since=today,
    )


def prefill(text: str) -> Newcomer:
    """What was typed in the search, each piece in its field.

    « 06 39 98 12 34 » is a phone, « c@x.example » an address, « 49000 » a postcode, « claire
    moreau » a given and a family name, « MOREAU Claire » the same in the order of registers.
    """
    found = Newcomer()
    names = []
    digits: list[str] = []
    for part in text.split():
        if "@" in part:
            found = replace(found, email=part)
        elif phone_like(part) or (part == "+" and not digits):
            digits.append(part)
        elif _PART.search(part):
            names.append(part)
    number = " ".join(digits)
    if re.fullmatch(_POSTCODE, number):
        found = replace(found, postcode=number)
    elif number:
        found = replace(found, phone=_said(number))
    given, family = _named(names)
    return replace(found, given_name=given, family_name=family)


def swapped(newcomer: Newcomer) -> Newcomer:
    """Given and family name the other way round."""
    return replace(newcomer, given_name=newcomer.family_name, family_name=newcomer.given_name)


def _said(number: str) -> str:
    """As it is said where it is whole, else as it was typed."""
    try:
        return national(normalise(number))
    except Invalid:
        return number


def _named(parts: list[str]) -> tuple[str, str]:
    loud = [part for part in parts if len(part) > 1 and part.isupper()]
    if loud and len(loud) < len(parts):
        given = [part for part in parts if part not in loud]
        return _titled(given), _titled(loud)
    return _titled(parts[:1]) if len(parts) > 1 else "", _titled(parts[1:] or parts)


def _titled(parts: list[str]) -> str:
    """Capitals where all is small or all is large; what was written with care stays."""
    text = " ".join(parts)
    if not (text.islower() or text.isupper()):
        return text
    return _PART.sub(lambda part: part[0].capitalize(), text)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _phone(text: str) -> str:
    return normalise(text) if text else ""


def _email(text: str) -> str:
    return emails.normalise(text) if text else ""


def _postcode(text: str) -> str:
    """French postcodes have five digits; those of other countries are taken as they are."""
    compact = text.replace(" ", "")
    if compact.isdigit() and not _POSTCODE.fullmatch(compact) and len(compact) <= 5:
        raise Invalid("postcode", "not_a_postcode")
    if not re.fullmatch(r"[\w \-]{0,12}", text):
        raise Invalid("postcode", "not_a_postcode")
    return compact if compact.isdigit() else text
