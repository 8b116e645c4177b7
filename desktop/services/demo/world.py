"""Makes the demonstration's world in a store, once, and moves its days to today."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from desktop.domain.contacts import Contact
from desktop.domain.customers import Case, Contract, Customer, PinnedNote
from desktop.domain.ids import CaseId, ContractId, CustomerId
from desktop.domain.instants import from_millis, to_millis
from desktop.services import synthetic
from desktop.services.demo import (
    awaiting,
    care,
    caring,
    company,
    contacts,
    guides,
    latitude,
    learning,
    mirror,
    video,
)
from desktop.services.demo.company import Company, Making
from desktop.services.demo.portrait import portrait
from desktop.services.latitude import ANSWERS_TOLD, REQUESTS_TOLD
from desktop.services.store import authoring
from desktop.services.store import demo as kept
from desktop.services.store.local import LocalStore

CUSTOMERS = 2000
SEED = 20161
BATCH = 1500
BELOW = "00000000-0000-7001"
"""Every id of the world sorts before it, and none of the user's does."""

Progress = Callable[[float], None]


async def prepare(store: LocalStore, folder: Path, progress: Progress) -> None:
    """Fill an empty store, or finish a filling that was cut short, or bring the days to today.

    `progress` hears 0 to 1, on the loop's thread. The world is the same each time but for its dates.
    """
    now = store.clock.now()
    made = await store.read(kept.day_of)
    if made is None:
        await _fill(store, folder, progress)
        await store.write(kept.set_day, to_millis(now))
    else:
        zone = store.clock.zone()
        days = (now.astimezone(zone).date() - from_millis(made).astimezone(zone).date()).days
        if days > 0:
            await store.write(kept.shift, below=BELOW, days=days, now=to_millis(now))
    progress(1.0)


async def _fill(store: LocalStore, folder: Path, progress: Progress) -> None:
    clock = store.clock
    making = Making(now=clock.now(), zone=clock.zone(), chance=random.Random(SEED))  # noqa: S311 - a world, not a secret
    world = company.read(folder)
    await store.write(kept.clear, BELOW)
    expected, done = 23_600, 0
    team = learning.Team.read(folder, world)
    for batch in _batches(_world(making, world, team, caring.read(folder))):
        await store.write(kept.put, batch, lambda: making.new_id(99))
        done += len(batch)
        progress(min(0.98, done / expected))
    told = guides.read(folder)
    versions = list(guides.versions(making, world, told["written"], team.scripts))
    await store.write(kept.put, versions, lambda: making.new_id(99))
    await store.write(authoring.save, guides.draft(making, world, told["draft"]))
    for person in world.advisors:
        await store.write(kept.mark_read, person.id)
    for person in world.people:
        await store.write(kept.mark_told, person.id, ANSWERS_TOLD, REQUESTS_TOLD)


def _batches(values: Iterator[Any]) -> Iterator[list[Any]]:
    """Lists of one kind each; kinds keep the order in which they first came."""
    while chunk := list(islice(values, BATCH)):
        kinds: dict[type, list[Any]] = {}
        for value in chunk:
            kinds.setdefault(type(value), []).append(value)
        yield from kinds.values()


def _world(
    making: Making, world: Company, team: learning.Team, cared: caring.Texts
) -> Iterator[Any]:
    yield world.team
    yield from world.people
    yield from portrait(making, world)
    customers = list(_customers(making, world.texts))
    yield from customers
    for customer in customers:
        yield from _belongings(making, world, customer)
    taken: list[Contact] = []
    for value in team.chained(contacts.contacts(making, world, customers)):
        if isinstance(value, Contact):
            taken.append(value)
        yield value
    yield from contacts.promised(making, world, taken)
    happened = [*contacts.incivilities(making, world, taken), *care.check_ins(making, world)]
    yield from happened
    yield from care.thanks(making, world, taken)
    yield from video.calls(making, taken)
    earlier = list(mirror.weeks(making, world, customers))
    yield from earlier
    yield from team.learned(making)
    yield from caring.cared(making, world, cared, [*happened, *earlier])
    apart = making.apart(SEED + 1)
    yield from latitude.gestures(apart, world, taken)
    yield from latitude.requests(apart, world, taken)
    yield from latitude.stories(apart, world)
    yield from awaiting.waits(making.apart(SEED + 2), world, customers)


def _customers(making: Making, texts: dict[str, Any]) -> Iterator[Customer]:
    for made in synthetic.customers(CUSTOMERS - 1, SEED):
        special = making.chance.random() < 0.04
        yield replace(
            made.customer,
            id=CustomerId(making.new_id(3)),
            address_as=making.chance.choice(texts["addresses"]) if special else "",
        )


def _belongings(
    making: Making, world: Company, customer: Customer
) -> Iterator[Contract | Case | PinnedNote]:
    """Contracts for all, a case for some, a pinned note for a few."""
    chance, today = making.chance, making.now.astimezone(making.zone).date()
    products = {number: row["weight"] for number, row in enumerate(world.texts["products"])}
    for number in {making.one_of(products) for _ in range(chance.choice([1, 1, 2, 2, 3]))}:
        product = world.texts["products"][number]
        started = today - timedelta(days=chance.randrange(40, 2600))
        yield Contract(
            id=ContractId(making.new_id(4)),
            customer_id=customer.id,
            number=f"{chance.randrange(60, 99)}-{chance.randrange(100_000):05d}",
            product=product["name"],
            kind=product["kind"],
            monthly_cents=product["cents"],
            starts=started,
            committed_until=started + timedelta(days=730) if chance.random() < 0.4 else None,
            remark=chance.choice(world.texts["remarks"]) if chance.random() < 0.35 else "",
        )
    if chance.random() < 0.12:
        yield _case(making, world, customer)
    if chance.random() < 0.08:
        yield PinnedNote(
            customer_id=customer.id,
            person_id=chance.choice(world.advisors).id,
            at=making.now - timedelta(days=chance.randrange(2, 80)),
            words=chance.choice(world.texts["pins"]),
        )


def _case(making: Making, world: Company, customer: Customer) -> Case:
    chance = making.chance
    kind = chance.choice(list(world.texts["cases"]))
    opened = making.now - timedelta(days=chance.uniform(1, 30))
    return Case(
        id=CaseId(making.new_id(5)),
        customer_id=customer.id,
        number=f"D-{chance.randrange(40_000, 70_000)}",
        title=world.texts["cases"][kind],
        reason=kind,
        opened_at=opened,
        due_at=making.now + timedelta(days=chance.uniform(-2, 9)),
        closed_at=opened + timedelta(days=1) if chance.random() < 0.4 else None,
        reminders=chance.choice([0, 0, 1, 1, 2, 3]),
    )
