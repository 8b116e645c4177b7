"""Search as one types over 10,000, 100,000 and 1,000,000 customers: median and 95th percentile."""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter
from pathlib import Path

from desktop.domain.customers import Contract
from desktop.domain.phones import national
from desktop.domain.search import fold
from desktop.services.clock import Clock
from desktop.services.search import Search
from desktop.services.store.local import LocalStore
from desktop.services.store.search_schema import loading
from desktop.services.synthetic import Synthetic, customers

SIZES = (10_000, 100_000, 1_000_000)
EACH = 25
"""Queries of each kind."""

BATCH = 5_000

CUSTOMER: tuple[str, ...] = (
    *("id", "number", "civility", "given_name", "family_name", "phone", "phone2", "email"),
    *("street", "postcode", "city", "since"),
)
CONTRACT: tuple[str, ...] = (
    *("id", "customer_id", "number", "product", "kind", "status", "monthly_cents", "starts"),
)
_CUSTOMER = attrgetter(*CUSTOMER)
_CONTRACT = attrgetter(*CONTRACT)


def measure(sizes: tuple[int, ...] = SIZES) -> list[dict]:
    """One store a size, in a temporary folder; what a search takes from the caller's side."""
    rows: list[dict] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            rows += asyncio.run(_measure(Path(folder) / "store.sqlite", size))
    return rows


def build(connection, size: int) -> None:
    """Fill a new store with invented customers, as fast as can be."""
    with loading(connection):
        some = customers(size)
        while batch := list(islice(some, BATCH)):
            _insert(connection, "customers", CUSTOMER, map(_customer, batch))
            held = (contract for one in batch for contract in one.contracts)
            _insert(connection, "contracts", CONTRACT, map(_contract, held))


def _insert(connection, table: str, names: tuple[str, ...], rows) -> None:
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
    connection.exec_driver_sql(statement, list(rows))


def _customer(one: Synthetic) -> tuple:
    *plain, since = _CUSTOMER(one.customer)
    return (*plain, since.isoformat())


def _contract(one: Contract) -> tuple:
    *plain, starts = _CONTRACT(one)
    return (*plain, starts.isoformat())


async def _measure(path: Path, size: int) -> list[dict]:
    store = await LocalStore.open(path, Clock())
    try:
        began = time.perf_counter()
        await store.write(build, size)
        built = time.perf_counter() - began
        search = Search(store)
        await search.warm()
        taken: dict[str, list[float]] = {}
        for kind, text in mix(size):
            started = time.perf_counter()
            await search.find(text)
            taken.setdefault(kind, []).append((time.perf_counter() - started) * 1000)
    finally:
        await store.close()
    _tell(size, built, taken)
    every = [one for some in taken.values() for one in some]
    return [
        _row(f"search_p50_ms_{size}", statistics.median(every), len(every)),
        _row(f"search_p95_ms_{size}", _p95(every), len(every)),
    ]


def mix(size: int) -> Iterator[tuple[str, str]]:
    """Kind and text of each query, drawn from the store's own customers, in turn."""
    step = max(size // (EACH * 2), 1)
    drawn = [one for rank in range(EACH) for one in customers(1, start=rank * step)]
    for place, one in enumerate(drawn):
        yield from _queries(one, place)


def _queries(one: Synthetic, place: int) -> Iterator[tuple[str, str]]:
    someone, contract = one.customer, one.contracts[0]
    given, family = fold(someone.given_name), fold(someone.family_name)
    for letters in range(1, 9):
        yield f"{letters} letters", family[:letters]
    yield "given family", f"{given} {family}"
    yield "family given", f"{family} {given[:3]}"
    yield "typo", _slip(family, place)
    yield "typo, two words", f"{_slip(family, place + 1)} {given}"
    phone = someone.phone or "+33639981234"
    yield "inner digits", phone[-6:-2]
    yield "inner digits", contract.number[4:9]
    yield "phone", national(phone)
    yield "phone begun", national(phone)[:11]
    yield "e-mail", someone.email or "personne@nulle.example"
    yield "e-mail begun", (someone.email or "personne@nulle.example").partition("@")[0] + "@"
    yield "contract", contract.number
    yield "postcode", someone.postcode
    yield "name, city", f"{family} {someone.city}"
    yield "no match", f"zqx{family[:2]}w"
    yield "no match", f"{given} zqxw"


def _slip(word: str, place: int) -> str:
    """One slip of the fingers: two letters that changed places, one lost, one doubled."""
    at = 1 + place % max(len(word) - 2, 1)
    match place % 3:
        case 0:
            return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case _:
            return word[:at] + word[at] + word[at:]


def _tell(size: int, built: float, taken: dict[str, list[float]]) -> None:
    print(f"search over {size:,} customers (built in {built:.0f} s), ms:", file=sys.stderr)
    print(f"  {'kind':<18} {'n':>4} {'p50':>8} {'p95':>8}", file=sys.stderr)
    for kind, times in taken.items():
        median = statistics.median(times)
        print(f"  {kind:<18} {len(times):>4} {median:8.2f} {_p95(times):8.2f}", file=sys.stderr)


def _p95(times: list[float]) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]


def _row(name: str, value: float, count: int) -> dict:
    return {"name": name, "unit": "ms", "value": round(value, 3), "n": count}
