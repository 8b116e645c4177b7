"""A row becomes a customer and the contracts that its columns tell."""

import re
from dataclasses import dataclass
from datetime import date

from desktop.domain.customers import Civility, Contract, ContractStatus, Customer
from desktop.domain.errors import Invalid
from desktop.domain.ids import ContractId, CustomerId
from desktop.domain.importing import (
    Doubt,
    Marks,
    Rejected,
    RejectReason,
    Repair,
    derived_id,
)
from desktop.domain.importing.cells import details_of, holds, key_of, leave_out, raw, words
from desktop.domain.importing.recipes import CellRule, ContractRule, CustomerRecipe
from desktop.domain.importing.values import Row, cents_of, day_of
from desktop.domain.phones import normalise

TEXTS = (
    "number",
    "given_name",
    "family_name",
    "preferred_name",
    "address_as",
    "street",
    "postcode",
    "city",
)
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """What a row tells of a customer."""

    customer: Customer
    contracts: tuple[Contract, ...]
    marks: Marks
    branch: str = ""
    """Name of the branch that it belongs to; only the shared database keeps it."""


def customer_id_of(source: str, *key: str) -> CustomerId:
    """The id of the customer that a source knows under this key."""
    return CustomerId(derived_id(source, "customer", *key))


def customer_row(recipe: CustomerRecipe, row: Row) -> CustomerRow:
    """The customer and contracts of a row. Raises Rejected."""
    leave_out(recipe.leave_out, row)
    key = key_of(recipe, row)
    ident = customer_id_of(recipe.source, *key)
    cells = recipe.cells
    texts = {name: words(cells.get(name), row) for name in TEXTS}
    texts["number"] = texts["number"] or " ".join(key)
    repairs: list[Repair] = []
    if recipe.country == "FR" and len(texts["postcode"]) == 4 and texts["postcode"].isdigit():
        texts["postcode"] = "0" + texts["postcode"]
        repairs.append(Repair.POSTCODE_PADDED)
    reached, kept, doubts = _reached(recipe, row)
    customer = Customer(
        id=ident,
        civility=_civility(cells.get("civility"), row),
        since=_day(cells.get("since"), row),
        details=details_of(recipe.details, row) + kept,
        **texts,
        **reached,
    )
    contracts = tuple(
        _contract(recipe, rule, ident, row)
        for rule in recipe.contracts
        if all(holds(condition, row) for condition in rule.when)
    )
    marks = Marks(repairs=tuple(repairs), doubts=doubts)
    branch = words(cells.get("branch"), row)
    return CustomerRow(customer=customer, contracts=contracts, marks=marks, branch=branch)


def _reached(
    recipe: CustomerRecipe, row: Row
) -> tuple[dict[str, str], tuple[tuple[str, str], ...], tuple[Doubt, ...]]:
    """Phones and e-mail; what cannot be read goes among the details, under its column's name."""
    reached: dict[str, str] = {}
    kept: list[tuple[str, str]] = []
    doubts: list[Doubt] = []
    for name in ("phone", "phone2", "email"):
        rule = recipe.cells.get(name)
        written = words(rule, row)
        if rule is None or not written:
            continue
        if name == "email":
            read = written if _EMAIL.fullmatch(written) else ""
            doubt = Doubt.UNREADABLE_EMAIL
        else:
            read = _phone(written, recipe.country)
            doubt = Doubt.UNREADABLE_PHONE
        if read:
            reached[name] = read
        else:
            kept.append((rule.field, written))
            doubts.append(doubt)
    return reached, tuple(kept), tuple(doubts)


def _phone(written: str, country: str) -> str:
    """E.164, or empty for what is no number."""
    try:
        return normalise(written, country=country)
    except Invalid:
        return ""


def _civility(rule: CellRule | None, row: Row) -> Civility:
    found = words(rule, row)
    try:
        return Civility(found)
    except ValueError:
        field = rule.field if rule else ""
        raise Rejected(RejectReason.UNKNOWN_VALUE, field, found) from None


def _day(rule: CellRule | None, row: Row) -> date | None:
    cell = raw(rule, row)
    return None if rule is None or cell is None else day_of(cell, rule.formats, rule.field)


def _contract(
    recipe: CustomerRecipe, rule: ContractRule, customer_id: CustomerId, row: Row
) -> Contract:
    cells = rule.cells
    number = words(cells["number"], row)
    if not number:
        raise Rejected(RejectReason.NO_KEY, cells["number"].field)
    monthly = cells.get("monthly")
    charge = raw(monthly, row)
    status = words(cells.get("status"), row) or ContractStatus.ACTIVE
    if status not in set(ContractStatus):
        raise Rejected(RejectReason.UNKNOWN_VALUE, cells["status"].field, status)
    return Contract(
        id=ContractId(derived_id(recipe.source, "contract", customer_id, number)),
        customer_id=customer_id,
        number=number,
        product=words(cells["product"], row),
        kind=words(cells.get("kind"), row),
        status=ContractStatus(status),
        monthly_cents=None
        if monthly is None or charge is None
        else cents_of(charge, recipe.decimal, monthly.field),
        starts=_day(cells.get("starts"), row),
        committed_until=_day(cells.get("committed_until"), row),
        remark=words(cells.get("remark"), row),
    )
