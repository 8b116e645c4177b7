"""Invented customers at any scale, the same for the same seed: for the demonstration and for measures.

Names and cities come from `resources/demo`; phones lie in the ranges that France keeps for
fiction, e-mail addresses under `.example`.
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from desktop.domain.customers import Civility, Contract, ContractStatus, Customer
from desktop.domain.ids import ContractId, CustomerId
from desktop.domain.search import fold

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "demo"

FIRST_DAY: Final = date(2008, 1, 1)
LAST_DAY: Final = date(2025, 12, 31)
"""Between these days invented customers came, and their contracts began."""

_DAYS: Final = (LAST_DAY - FIRST_DAY).days
_MASK: Final = (1 << 64) - 1
_SLOTS: Final = 1 << 12
_NUMBERS: Final = 9_000_000
"""Customer numbers have seven digits; 7,919 has no factor in common with this, so none repeats."""

_MOBILE: Final = "+3363998"
_LANDLINES: Final = {
    "1": "+3319900",
    "2": "+3326191",
    "3": "+3335301",
    "4": "+3346571",
    "5": "+3353649",
}
_ZONES: Final = {
    **dict.fromkeys(("75", "77", "78", "91", "92", "93", "94", "95"), "1"),
    **dict.fromkeys(("14", "18", "22", "27", "28", "29", "35", "36", "37", "41", "44"), "2"),
    **dict.fromkeys(("45", "49", "50", "53", "56", "61", "72", "76", "85"), "2"),
    **dict.fromkeys(("02", "08", "10", "21", "25", "39", "51", "52", "54", "55", "57"), "3"),
    **dict.fromkeys(("58", "59", "60", "62", "67", "68", "70", "71", "80", "88", "89", "90"), "3"),
    **dict.fromkeys(("09", "12", "16", "17", "19", "23", "24", "31", "32", "33", "40"), "5"),
    **dict.fromkeys(("46", "47", "64", "65", "79", "81", "82", "86", "87"), "5"),
}
"""The zone of a department's landlines, by the postcode's two first digits; the rest is 4."""

_DOMAINS: Final = ("courriel.example", "poste.example", "messagerie.example", "mel.example")

_PRODUCTS: Final = (
    ("Box Fibre Confort", "fibre", 3999),
    ("Box Fibre Essentielle", "fibre", 2999),
    ("Mobile 80 Go", "mobile", 1699),
    ("Mobile 20 Go", "mobile", 999),
    ("Mobile Illimité 5G", "mobile", 2499),
    ("Électricité Verte", "energy", 6450),
    ("Gaz Sérénité", "energy", 5820),
    ("Assurance Habitation", "insurance", 1890),
    ("Assurance Mobile", "insurance", 899),
    ("Option Cloud famille", "other", 499),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthetic:
    """An invented customer with their contracts, the oldest first."""

    customer: Customer
    contracts: tuple[Contract, ...]


def customers(count: int, seed: int = 1, start: int = 0) -> Iterator[Synthetic]:
    """The customers of ranks `start` to `start + count` of a seed's endless list.

    A customer depends on the seed and the rank alone, so that a run can go on where another
    stopped; ids rise with the rank, which is what an index likes best. Seeds go up to 65,535.
    """
    for rank in range(start, start + count):
        yield _customer(rank, seed, _world())


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    """Slots to draw from: a name stands in as many of them as it is common."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]
    cities: tuple[tuple[str, tuple[str, ...]], ...]
    streets: tuple[str, ...]
    mail: Mapping[str, str]
    """How a name is written in an address."""


class _Draws:
    """A rank's own stream of numbers (splitmix64): no draw depends on another rank."""

    __slots__ = ("_left", "_state")

    def __init__(self, rank: int, seed: int) -> None:
        self._state = rank * 0xD1B54A32D192ED03 + seed * 0x8CB92BA72F3D8DD7 & _MASK
        self._left = 0
        self._state = self.word()

    def word(self) -> int:
        """The next 64 bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        value = self._state
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB & _MASK
        return value ^ (value >> 31)

    def below(self, limit: int) -> int:
        """A number under `limit`, which is at most 65,536: four come out of one word."""
        if self._left < 1 << 16:
            self._left = self.word() | 1 << 63
        drawn = self._left & 0xFFFF
        self._left >>= 16
        return drawn * limit >> 16


@functools.cache
def _world() -> _World:
    import yaml

    names: dict[str, str] = yaml.safe_load((FOLDER / "names.yaml").read_text("utf-8"))
    cities: dict[str, list[Any]] = yaml.safe_load((FOLDER / "cities.yaml").read_text("utf-8"))
    women, men, family = (_listed(names[key]) for key in ("women", "men", "family"))
    weights = [(name, tuple(facts[1:])) for name, facts in cities.items()]
    return _World(
        women=_slots(women, _fading(len(women))),
        men=_slots(men, _fading(len(men))),
        families=_slots(family, _fading(len(family))),
        cities=_slots(weights, [float(facts[0]) for facts in cities.values()]),
        streets=tuple(_listed(names["streets"])),
        mail={name: _in_mail(name) for name in (*women, *men, *family)},
    )


def _listed(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _fading(count: int) -> list[float]:
    """Weights of names told from the commonest: the hundredth is some nine times rarer."""
    return [1 / (rank + 12) for rank in range(count)]


def _slots(values: list[Any], weights: list[float]) -> tuple[Any, ...]:
    """Every value at least once, and as often as it weighs."""
    scale = (_SLOTS - len(values)) / sum(weights)
    slots: list[Any] = []
    for value, weight in zip(values, weights, strict=True):
        slots.extend([value] * (1 + round(weight * scale)))
    return tuple(slots)


def _in_mail(name: str) -> str:
    return "".join(letter for letter in fold(name) if letter.isalnum())


def _customer(rank: int, seed: int, world: _World) -> Synthetic:
    draws = _Draws(rank, seed)
    woman = draws.below(100) < 52
    given = _pick(world.women if woman else world.men, draws)
    family = _pick(world.families, draws)
    if draws.below(100) < 3:
        family = f"{family}-{_pick(world.families, draws)}"
    city, postcodes = _pick(world.cities, draws)
    postcode = postcodes[draws.below(len(postcodes))]
    phone, phone2 = _phones(draws, postcode)
    since = FIRST_DAY + timedelta(days=draws.below(_DAYS))
    customer = Customer(
        id=CustomerId(_id(rank, seed, "c", draws)),
        number=str(1_000_000 + (rank * 7919 + seed * 104_729) % _NUMBERS),
        civility=Civility.MADAM if woman else Civility.SIR,
        given_name=given,
        family_name=family,
        phone=phone,
        phone2=phone2,
        email=_email(draws, world, given, family),
        street=f"{1 + draws.below(120)} {world.streets[draws.below(len(world.streets))]}",
        postcode=postcode,
        city=city,
        since=since,
    )
    return Synthetic(customer=customer, contracts=_contracts(customer, rank, seed, draws))


def _pick(slots: tuple[Any, ...], draws: _Draws) -> Any:
    return slots[draws.below(len(slots))]


def _id(rank: int, seed: int, mark: str, draws: _Draws) -> str:
    """In a UUID's shape; rises with the rank."""
    tail = draws.word()
    return f"{rank:08x}-{seed & 0xFFFF:04x}-8{ord(mark):03x}-{0x8000 | tail >> 50:04x}-{tail & 0xFFFFFFFFFFFF:012x}"


def _phones(draws: _Draws, postcode: str) -> tuple[str, str]:
    mobile = f"{_MOBILE}{draws.below(10_000):04d}"
    landline = f"{_LANDLINES[_ZONES.get(postcode[:2], '4')]}{draws.below(10_000):04d}"
    kind = draws.below(100)
    if kind < 62:
        return mobile, ""
    if kind < 82:
        return mobile, landline
    return (landline, "") if kind < 97 else ("", "")


def _email(draws: _Draws, world: _World, given: str, family: str) -> str:
    if draws.below(100) >= 88:
        return ""
    first = world.mail[given]
    last = "".join(world.mail[part] for part in _parts(family, world))
    domain = _DOMAINS[draws.below(len(_DOMAINS))]
    figure = draws.below(100)
    local = (
        f"{first}.{last}",
        f"{first}.{last}{figure}",
        f"{first[0]}{last}",
        f"{last}.{first}",
        f"{first}{figure}",
        f"{last}{figure}",
    )[draws.below(6)]
    return f"{local}@{domain}"


def _parts(family: str, world: _World) -> tuple[str, ...]:
    return (family,) if family in world.mail else tuple(family.split("-", 1))


def _contracts(customer: Customer, rank: int, seed: int, draws: _Draws) -> tuple[Contract, ...]:
    since = customer.since or FIRST_DAY
    starts = [min(since + timedelta(days=400 * place), LAST_DAY) for place in range(3)]
    return tuple(
        _contract(customer.id, rank * 3 + place, seed, starts[place], draws)
        for place in range((1, 1, 1, 2, 2, 3)[draws.below(6)])
    )


def _contract(owner: CustomerId, rank: int, seed: int, starts: date, draws: _Draws) -> Contract:
    product, kind, cents = _PRODUCTS[draws.below(len(_PRODUCTS))]
    ended = draws.below(100) < 8
    committed = starts + timedelta(days=730) if draws.below(3) == 0 else None
    return Contract(
        id=ContractId(_id(rank, seed, "k", draws)),
        customer_id=owner,
        number=f"{70 + draws.below(10)}-{1_000_000 + (rank * 7919 + seed * 15_485_863) % _NUMBERS}",
        product=product,
        kind=kind,
        status=ContractStatus.ENDED if ended else ContractStatus.ACTIVE,
        monthly_cents=cents + 100 * draws.below(6),
        starts=starts,
        committed_until=committed,
    )
