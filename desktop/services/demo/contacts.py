"""Twelve weeks of contacts, with what came of them: answers, promises, step-offs, incivility."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop.domain.contacts import (
    AvoidableCause,
    Channel,
    Contact,
    Helped,
    Incivility,
    IncivilityType,
    Promise,
    PromiseKind,
    PromiseState,
    Resolution,
    StepOff,
    StepOffReason,
)
from desktop.domain.customers import Answer, Customer
from desktop.domain.ids import (
    AnswerId,
    ContactId,
    IncivilityId,
    PersonId,
    PromiseId,
    StepOffId,
)
from desktop.domain.people import Person
from desktop.services.demo.company import Company, Making

WEEKS = 12

CHANNELS = {
    Channel.CALL_IN: 58.0,
    Channel.EMAIL: 12.0,
    Channel.CHAT: 12.0,
    Channel.BRANCH: 10.0,
    Channel.CALL_OUT: 5.0,
    Channel.MESSAGE: 1.5,
    Channel.LETTER: 1.5,
}
SLOWER = {Channel.EMAIL: (900,), Channel.LETTER: (9000, 900)}
"""How many times longer than a caller who writes waits: hours for a mail, days for a letter."""

RESOLUTIONS = {
    Resolution.RESOLVED: 62.0,
    Resolution.PARTIAL: 14.0,
    Resolution.FOLLOW_UP: 17.0,
    Resolution.NOT_RESOLVED: 7.0,
}
LIKING = {
    Resolution.RESOLVED: 4.4,
    Resolution.PARTIAL: 3.4,
    Resolution.FOLLOW_UP: 3.2,
    Resolution.NOT_RESOLVED: 2.0,
}
"""Mean satisfaction, 1 to 5, by how the contact ended."""

OPTIMISM = 0.35
"""How much higher advisors estimate, in points of the scale: about the seeds' 14 points of share."""

Made = Contact | StepOff | Promise | Incivility | Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who meets whom, when, about what."""

    advisor: Person
    customer: Customer
    at: datetime
    story: dict[str, Any]
    promises: list[str]


def contacts(making: Making, company: Company, customers: list[Customer]) -> Iterator[Made]:
    """All the facts of twelve weeks, day by day, ending a few minutes ago."""
    weights = [story["weight"] for story in company.stories]
    lately: list[tuple[Customer, dict[str, Any]]] = []
    for advisor, at in _shifts(making, company):
        if lately and making.chance.random() < 0.16:
            customer, story = lately[making.chance.randrange(max(0, len(lately) - 60), len(lately))]
        else:
            # The square makes a few customers call often and most of them rarely.
            customer = customers[int(making.chance.random() ** 2 * len(customers))]
            story = making.chance.choices(company.stories, weights)[0]
        lately.append((customer, story))
        visit = Visit(
            advisor=advisor,
            customer=customer,
            at=at,
            story=story,
            promises=company.texts["promises"],
        )
        yield from _visit(making, visit)


def _shifts(making: Making, company: Company) -> Iterator[tuple[Person, datetime]]:
    """Who takes a contact when: six days a week from 8 to 19, and today until now."""
    midnight = making.midnight()
    for back in range(WEEKS * 7, 0, -1):
        day = midnight - timedelta(days=back)
        for advisor in company.advisors:
            if day.weekday() == 6 or making.chance.random() < 0.17:
                continue
            starts = 8 + making.chance.randrange(3)
            count = making.chance.randint(7, 13)
            for number in range(count):
                minutes = number * 480 / count + making.chance.randrange(25)
                yield advisor, day + timedelta(hours=starts, minutes=minutes)
    for advisor in company.advisors:
        for number in range(making.chance.randint(3, 5), 0, -1):
            yield advisor, making.now - timedelta(minutes=number * 37 + making.chance.randrange(20))


def _visit(making: Making, visit: Visit) -> Iterator[Made]:
    chance = making.chance
    resolution = making.one_of(RESOLUTIONS)
    estimate = point(making, LIKING[resolution] + OPTIMISM, 5)
    minutes = chance.uniform(2, 16) if resolution is Resolution.RESOLVED else chance.uniform(4, 25)
    ended = min(visit.at + timedelta(minutes=minutes), making.now - timedelta(minutes=1))
    avoidable = None if chance.random() < 0.35 else chance.random() < 0.32
    contact = Contact(
        id=ContactId(making.new_id(6)),
        customer_id=visit.customer.id,
        person_id=visit.advisor.id,
        channel=making.one_of(CHANNELS),
        reason=visit.story["reason"],
        started_at=visit.at,
        ended_at=ended,
        waited_s=chance.randrange(5, 240),
        resolution=resolution,
        effort_seen=point(making, 8.2 - 1.35 * LIKING[resolution], 7),
        estimate=estimate,
        avoidable=avoidable,
        avoidable_cause=chance.choice(list(AvoidableCause)) if avoidable else None,
        note=chance.choice(visit.story["notes"]) if chance.random() < 0.8 else "",
        script_id=visit.story.get("script", ""),
        script_version=visit.story.get("version"),
    )
    contact = written(making, contact)
    yield contact
    yield from _step_off(making, visit, contact)
    yield from _promise(making, visit, contact)
    yield from _answer(making, visit, contact)


def written(making: Making, contact: Contact) -> Contact:
    """The contact as it is where somebody wrote: answered so much later, if that is past by now."""
    for times in SLOWER.get(contact.channel, ()):
        waited = (contact.waited_s or 0) * times
        ended = contact.ended_at.astimezone(UTC) + timedelta(seconds=waited)
        if ended < making.now:
            return replace(contact, waited_s=waited, ended_at=ended)
    return contact


def _step_off(making: Making, visit: Visit, contact: Contact) -> Iterator[StepOff]:
    steps = visit.story.get("steps", [])
    if not steps or making.chance.random() > 0.28:
        return
    words, reason, step = making.chance.choice(steps)
    helps = 0.83 if contact.resolution is Resolution.RESOLVED else 0.5
    helped = Helped.YES if making.chance.random() < helps else Helped.NO
    yield StepOff(
        id=StepOffId(making.new_id(7)),
        contact_id=contact.id,
        customer_id=contact.customer_id,
        person_id=visit.advisor.id,
        at=visit.at + timedelta(minutes=1),
        script_id=contact.script_id,
        step_id=step,
        reason=StepOffReason(reason),
        words=words,
        helped=Helped.UNKNOWN if making.chance.random() < 0.12 else helped,
    )


def _promise(making: Making, visit: Visit, contact: Contact) -> Iterator[Promise]:
    if contact.resolution not in {Resolution.FOLLOW_UP, Resolution.PARTIAL}:
        return
    if making.chance.random() < 0.45:
        return
    due = contact.ended_at + timedelta(days=making.chance.randint(1, 6))
    kept = due < making.now - timedelta(days=1) or making.chance.random() < 0.5
    yield Promise(
        id=PromiseId(making.new_id(8)),
        contact_id=contact.id,
        customer_id=contact.customer_id,
        person_id=visit.advisor.id,
        at=contact.ended_at,
        kind=PromiseKind.CALLBACK if making.chance.random() < 0.7 else PromiseKind.PROMISE,
        due_at=due.replace(minute=making.chance.choice([0, 30]), second=0, microsecond=0),
        words=making.chance.choice(visit.promises),
        state=PromiseState.KEPT if kept else PromiseState.OPEN,
    )


def _answer(making: Making, visit: Visit, contact: Contact) -> Iterator[Answer]:
    at = contact.ended_at + timedelta(hours=making.chance.uniform(0.2, 30))
    if making.chance.random() > 0.3 or at > making.now or contact.resolution is None:
        return
    liking = LIKING[contact.resolution]
    satisfaction = point(making, liking, 5)
    yield Answer(
        id=AnswerId(making.new_id(9)),
        customer_id=visit.customer.id,
        contact_id=contact.id,
        at=at,
        satisfaction=satisfaction,
        effort=point(making, 8.4 - 1.4 * satisfaction, 7),
        nps=max(0, min(10, round(making.chance.gauss(satisfaction * 2.1 - 0.4, 1.2))))
        if making.chance.random() < 0.6
        else None,
        words=making.chance.choice(visit.story["words"]),
    )


def promised(making: Making, company: Company, taken: list[Contact]) -> Iterator[Promise]:
    """What each advisor has to keep: one late, two today, one later."""
    dues = _dues(making)
    for advisor in company.advisors:
        own = [contact for contact in taken[-1200:] if contact.person_id == advisor.id]
        for due, contact in zip(dues, own[-30::7], strict=False):
            yield Promise(
                id=PromiseId(making.new_id(8)),
                contact_id=contact.id,
                customer_id=contact.customer_id,
                person_id=advisor.id,
                at=contact.ended_at,
                kind=making.chance.choice(list(PromiseKind)),
                due_at=due,
                words=making.chance.choice(company.texts["promises"]),
            )


def _dues(making: Making) -> tuple[datetime, ...]:
    """Yesterday, twice today in office hours, tomorrow."""
    midnight = making.midnight()
    hour = making.now.astimezone(making.zone).hour
    first, second = min(max(hour + 1, 10), 18), min(max(hour + 3, 11), 19)
    return (
        midnight - timedelta(hours=6.5),
        midnight + timedelta(hours=first),
        midnight + timedelta(hours=second),
        midnight + timedelta(days=1, hours=10.5),
    )


def incivilities(making: Making, company: Company, taken: list[Contact]) -> Iterator[Incivility]:
    """A report for about one contact in a hundred."""
    for contact in taken:
        if contact.person_id is not None and making.chance.random() <= 0.009:
            yield incivility(making, company, contact, contact.person_id)


def incivility(
    making: Making, company: Company, contact: Contact, person_id: PersonId
) -> Incivility:
    """What a customer said or did, as whoever met them reports it."""
    kind, gravity, words = making.chance.choice(company.texts["incivilities"])
    return Incivility(
        id=IncivilityId(making.new_id(10)),
        contact_id=contact.id,
        customer_id=contact.customer_id,
        person_id=person_id,
        at=contact.ended_at,
        type=IncivilityType(kind),
        gravity=gravity,
        words=words,
        # As its words tell.
        warned=kind == IncivilityType.INSULT,
        ended=kind == IncivilityType.INSULT,
    )


def point(making: Making, mean: float, top: int) -> int:
    """A value of 1 to `top`, most often near the mean."""
    return max(1, min(top, round(making.chance.gauss(mean, 0.85))))
