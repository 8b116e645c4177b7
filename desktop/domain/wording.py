"""Words of a guide filled from the customer, so that nothing missing ever shows as a hole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.customers import Civility, Contract, ContractStatus, Customer

_VARIABLE = re.compile(r"\{\{\s*([^{}|]*?)\s*(?:\|([^{}]*))?\}\}")
_GROUP = re.compile(r"\[([^\[\]]*)\]")
_BLOCKS = re.compile(r"\n\s*\n")
_MARK = "\ue000"
"""Stands before anything put in, while spaces, commas and capitals are set right."""
_THIN, _HARD = "\u202f", "\u00a0"
_A, _CAPITAL_A, _QUOTE, _ENDS, _APOSTROPHE = "à", "À", "«", ".!?…", "’"
_VOWELS = "aeiouâàéèêîôAEIOUÂÀÉÈÊÎÔŒ"


class Variable(StrEnum):
    """The whole list of what a guide may ask for, as its author writes it."""

    GIVEN_NAME = "client.prenom"
    FAMILY_NAME = "client.nom"
    FULL_NAME = "client.nom_complet"
    ADDRESS_AS = "client.appel"
    NUMBER = "client.numero"
    CITY = "client.ville"
    POSTCODE = "client.code_postal"
    SINCE = "client.depuis"
    CONTRACT = "client.contrat"
    CONTRACT_NUMBER = "client.contrat_numero"
    MONTHLY = "client.contrat_prix"
    COMMITTED = "client.engagement"
    ADVISOR = "conseiller.prenom"
    ADVISOR_NAME = "conseiller.nom"
    COMPANY = "entreprise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the company's language brings: its name, titles, and words where a value lacks."""

    company: str = ""
    titles: tuple[tuple[str, str], ...] = ()
    """Code of the civility and the title said aloud."""
    fallbacks: tuple[tuple[str, str], ...] = ()
    """Name of a variable and the words that stand in for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of words, said with more weight or not."""

    text: str
    strong: bool = False


Values = Mapping[str, str]


def values_for(
    wording: Wording,
    customer: Customer | None,
    contracts: tuple[Contract, ...] = (),
    advisor: str = "",
) -> dict[str, str]:
    """Value by variable; a value that is not known is left out. `advisor` is a full name."""
    found = {
        Variable.COMPANY: wording.company,
        Variable.ADVISOR: advisor.partition(" ")[0],
        Variable.ADVISOR_NAME: advisor.partition(" ")[2],
    }
    if customer:
        found |= _of_customer(wording, customer)
    contract = main_contract(contracts)
    if contract:
        found |= _of_contract(contract)
    return {str(name): value for name, value in found.items() if _clean(value)}


def main_contract(contracts: tuple[Contract, ...]) -> Contract | None:
    """The first contract that runs, else the first."""
    running = (one for one in contracts if one.status is ContractStatus.ACTIVE)
    return next(running, contracts[0] if contracts else None)


def _of_customer(wording: Wording, customer: Customer) -> dict[Variable, str]:
    named = bool(customer.given_name or customer.family_name)
    return {
        Variable.GIVEN_NAME: customer.given_name,
        Variable.FAMILY_NAME: customer.family_name,
        Variable.FULL_NAME: customer.full_name if named else "",
        Variable.ADDRESS_AS: _address(wording, customer),
        Variable.NUMBER: customer.number,
        Variable.CITY: customer.city,
        Variable.POSTCODE: customer.postcode,
        Variable.SINCE: str(customer.since.year) if customer.since else "",
    }


def _address(wording: Wording, customer: Customer) -> str:
    if customer.address_as:
        return customer.address_as
    title = dict(wording.titles).get(customer.civility, "")
    if title and customer.civility is not Civility.NONE:
        return f"{title} {customer.family_name}".strip()
    return customer.preferred_name


def _of_contract(contract: Contract) -> dict[Variable, str]:
    cents, until = contract.monthly_cents, contract.committed_until
    return {
        Variable.CONTRACT: contract.product,
        Variable.CONTRACT_NUMBER: contract.number,
        Variable.MONTHLY: "" if cents is None else f"{cents // 100},{cents % 100:02d}{_HARD}€",
        Variable.COMMITTED: f"{until:%d/%m/%Y}" if until else "",
    }


def _clean(value: str) -> str:
    """A value cannot bring in marks of its own: braces, brackets, stars, line ends."""
    plain = re.sub(rf"[{{}}\[\]*<>{_MARK}\s\x00-\x1f\x7f]", _space, value)
    return re.sub(" {2,}", " ", plain).strip()


def _space(match: re.Match[str]) -> str:
    return match[0] if match[0] in {_THIN, _HARD} else " "


def fill(text: str, values: Values, fallbacks: Values) -> str:
    """The text with its variables filled, its marks of weight kept.

    `{{name}}` falls back on the company's words, `{{name|words}}` on its own, and
    `[, number {{name}}]` goes altogether when a value in it is missing.
    """
    grouped = _GROUP.sub(lambda match: _group(match[1], values), text)
    filled = _VARIABLE.sub(lambda match: _value(match, values, fallbacks), grouped)
    return tidy(filled)


def _group(inside: str, values: Values) -> str:
    names = [match[1] for match in _VARIABLE.finditer(inside)]
    return inside if all(_clean(values.get(name, "")) for name in names) else _MARK


def _value(match: re.Match[str], values: Values, fallbacks: Values) -> str:
    words = _clean(values.get(match[1], ""))
    if words:
        return _MARK + words
    return _MARK + (match[2].strip() if match[2] is not None else fallbacks.get(match[1], ""))


_TIDY: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        # An emphasis, a quotation or a bracket with nothing left inside.
        (rf"\*\*[ {_MARK}]*{_MARK}[ {_MARK}]*\*\*", _MARK),
        (rf"{_QUOTE}[ {_THIN}{_HARD}]*{_MARK}+[ {_THIN}{_HARD}]*\u00bb", _MARK),
        (rf"\( *{_MARK}+ *\)", _MARK),
        # French joins these two words, which the author wrote apart.
        (rf"\b{_A} ({_MARK}+)Le ", r"au \1"),
        (rf"\b{_CAPITAL_A} ({_MARK}+)Le ", r"Au \1"),
        (rf"\b{_A} ({_MARK}+)Les ", r"aux \1"),
        (rf"\b{_CAPITAL_A} ({_MARK}+)Les ", r"Aux \1"),
        (rf"\b([Dd])e ({_MARK}+)Le ", r"\1u \2"),
        (rf"\b([Dd])e ({_MARK}+)Les ", r"\1es \2"),
        (rf"\b([Dd]|[Qq]u)e ({_MARK}+)(?=[{_VOWELS}])", rf"\1{_APOSTROPHE}\2"),
        # Spaces and commas that have nothing left between them.
        (rf"((?:^|[{_ENDS}:;]\** |{_QUOTE}[ {_THIN}{_HARD}])\**{_MARK}+)[ ,]+", r"\1"),
        (rf"(?:[ {_HARD}]+{_MARK}+)+(?=[ ,;:{_ENDS}){_THIN}{_HARD}]|\*\*|$)", _MARK),
        (rf",({_MARK}*)(?=[ {_HARD}{_THIN}]*{_MARK}*[,;:{_ENDS}])", r"\1"),
        (rf",({_MARK}+)$", r"\1"),
        (rf"([({_QUOTE}][ {_THIN}{_HARD}]?{_MARK}+) +", r"\1"),
        (r" {2,}", " "),
    )
)
_OPENING = re.compile(rf"((?:^|[{_ENDS}]\** |{_QUOTE}[ {_THIN}{_HARD}])\**{_MARK}+\**)(\w)")


def tidy(text: str) -> str:
    """Spaces, commas, elisions and capitals set right around what was put in or left out."""
    blocks = (_tidy_block(block) for block in _BLOCKS.split(text.strip()))
    return "\n\n".join(block for block in blocks if block)


def _tidy_block(block: str) -> str:
    done = re.sub(r"[ \t\n]+", " ", block)
    for pattern, by in _TIDY:
        done = pattern.sub(by, done)
    done = _OPENING.sub(lambda match: match[1] + match[2].upper(), done)
    return done.replace(_MARK, "").strip(" ")


def spans(text: str) -> tuple[tuple[Span, ...], ...]:
    """Paragraphs of runs: `**words**` carry weight, an empty line parts two paragraphs."""
    return tuple(
        tuple(
            Span(text=part, strong=bool(place % 2))
            for place, part in enumerate(block.replace("\n", " ").split("**"))
            if part
        )
        for block in _BLOCKS.split(text.strip())
        if block.strip()
    )


def names_in(text: str) -> tuple[str, ...]:
    """The names that the text asks for, in order, known or not."""
    return tuple(match[1] for match in _VARIABLE.finditer(text))


def without_variables(text: str) -> str:
    """The text with its variables taken out; a brace or a bracket left is a slip."""
    return _VARIABLE.sub("", text)


def groups_in(text: str) -> tuple[str, ...]:
    """What stands between square brackets."""
    return tuple(_GROUP.findall(text))
