"""What the mirror needs beside: fourteen earlier weeks, lighter ones, pauses, and a hard week.

It goes by a chance of its own, so that the rest of the world stays as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.contacts import (
    Channel,
    Contact,
    Incivility,
    Resolution,
    StepOff,
    StepOffReason,
)
from desktop.domain.customers import Answer, Customer
from desktop.domain.ids import AnswerId, CheckInId, ContactId, StepOffId
from desktop.domain.pauses import Pause
from desktop.domain.people import Person
from desktop.domain.wellbeing import Audience, CheckIn, Moment
from desktop.services.demo.company import Company, Making
from desktop.services.demo.contacts import (
    CHANNELS,
    LIKING,
    OPTIMISM,
    RESOLUTIONS,
    WEEKS,
    incivility,
    point,
    written,
)

EARLIER = 26
"""Weeks that the mirror looks back."""

SEED = 4121
OUTAGE = "technical.internet"
NEIGHBOURHOOD = 70
AGAIN = 0.3
"""How often, in the earlier weeks, it is one of those who keep calling."""

HARD = {
    Resolution.RESOLVED: 24.0,
    Resolution.PARTIAL: 22.0,
    Resolution.FOLLOW_UP: 30.0,
    Resolution.NOT_RESOLVED: 24.0,
}
"""How contacts end in the hard week: nobody can mend the line."""

Made = Contact | Answer | CheckIn | Pause | StepOff | Incivility


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Who met whom, when, about what, and whether it was in the hard week."""

    advisor: Person
    customer: Customer
    at: datetime
    reason: str
    hard: bool = False


def weeks(making: Making, company: Company, customers: list[Customer]) -> Iterator[Made]:
    """All of it, day by day."""
    own = making.apart(SEED)
    chance = own.chance
    midnight, (begins, ends) = own.midnight(), own.hard_week()
    whole = EARLIER * 7
    if (midnight - timedelta(days=whole)).weekday() == 6:
        whole -= 1
    for back in range(whole, 0, -1):
        day = midnight - timedelta(days=back)
        if day.weekday() == 6:
            continue
        hard, earlier = begins <= day < ends, back > WEEKS * 7
        for advisor in company.advisors:
            # All of them on the first day: were some missing from the team's first totals, all
            # later ones could be subtracted from those, and none would be published.
            if earlier and chance.random() < 0.15 and back < whole:
                continue
            for _ in range(3 if hard else 2 if earlier else 0):
                yield from _met(
                    own, company, _meeting(own, company, customers, (advisor, day, hard))
                )
            if earlier:
                yield from _check_in(own, company, advisor, day, sure=back == whole)
            if chance.random() < (0.4 if hard else 0.12):
                yield _pause(own, advisor, day)


def _meeting(
    making: Making,
    company: Company,
    customers: list[Customer],
    who: tuple[Person, datetime, bool],
) -> Meeting:
    advisor, day, hard = who
    chance = making.chance
    at = day + timedelta(hours=9 + chance.random() * 8)
    if hard:
        # The whole neighbourhood calls, and calls again.
        customer, reason = chance.choice(customers[:NEIGHBOURHOOD]), OUTAGE
    elif chance.random() < AGAIN:
        # One of the dozen who call about their line that week.
        number = day.toordinal() // 7 * 12 + chance.randrange(12)
        customer, reason = customers[number % len(customers)], OUTAGE
    else:
        customer, reason = chance.choice(customers), chance.choice(company.stories)["reason"]
    return Meeting(advisor=advisor, customer=customer, at=at, reason=reason, hard=hard)


def _met(making: Making, company: Company, meeting: Meeting) -> Iterator[Made]:
    chance, hard = making.chance, meeting.hard
    resolution = making.one_of(HARD if hard else RESOLUTIONS)
    liking = LIKING[resolution] - (0.7 if hard else 0)
    contact = Contact(
        id=ContactId(making.new_id(6)),
        customer_id=meeting.customer.id,
        person_id=meeting.advisor.id,
        channel=Channel.CALL_IN if hard else making.one_of(CHANNELS),
        reason=meeting.reason,
        started_at=meeting.at,
        ended_at=meeting.at + timedelta(minutes=chance.uniform(3, 18)),
        waited_s=chance.randrange(60, 600) if hard else chance.randrange(5, 220),
        resolution=resolution,
        effort_seen=point(making, 8.2 - 1.35 * liking, 7),
        estimate=point(making, liking + OPTIMISM, 5),
    )
    contact = written(making, contact)
    yield contact
    if chance.random() < 0.45:
        yield _answer(making, contact, liking)
    if chance.random() < (0.25 if hard else 0.15):
        yield _step_off(making, meeting, contact)
    if chance.random() < (0.06 if hard else 0.008):
        yield incivility(making, company, contact, meeting.advisor.id)
    if chance.random() < (0.35 if hard else 0.05):
        yield _gave_up(making, contact)


def _answer(making: Making, contact: Contact, liking: float) -> Answer:
    satisfaction = point(making, liking, 5)
    nps = round(making.chance.gauss(satisfaction * 2.1 - 0.4, 1.2))
    return Answer(
        id=AnswerId(making.new_id(9)),
        customer_id=contact.customer_id,
        contact_id=contact.id,
        at=contact.ended_at + timedelta(hours=making.chance.uniform(0.2, 12)),
        satisfaction=satisfaction,
        effort=point(making, 8.4 - 1.4 * satisfaction, 7),
        nps=max(0, min(10, nps)),
    )


def _step_off(making: Making, meeting: Meeting, contact: Contact) -> StepOff:
    return StepOff(
        id=StepOffId(making.new_id(7)),
        contact_id=contact.id,
        customer_id=contact.customer_id,
        person_id=meeting.advisor.id,
        at=contact.started_at + timedelta(minutes=1),
        reason=making.chance.choice(list(StepOffReason)),
    )


def _gave_up(making: Making, contact: Contact) -> Contact:
    """Somebody who hung up at the same time, before anybody answered."""
    waited = making.chance.randrange(20, 420)
    return Contact(
        id=ContactId(making.new_id(6)),
        customer_id=None,
        person_id=None,
        channel=Channel.CALL_IN,
        reason=contact.reason,
        started_at=contact.started_at,
        ended_at=contact.started_at + timedelta(seconds=waited),
        waited_s=waited,
        abandoned=True,
    )


def _check_in(
    making: Making, company: Company, advisor: Person, day: datetime, *, sure: bool
) -> Iterator[CheckIn]:
    if making.chance.random() > 0.75 and not sure:
        return

    def felt(mean: float) -> int:
        return max(1, min(5, round(making.chance.gauss(mean, 0.9))))

    yield CheckIn(
        id=CheckInId(making.new_id(11)),
        person_id=advisor.id,
        at=day + timedelta(hours=18, minutes=making.chance.randrange(40)),
        moment=Moment.END,
        mood=felt(3.7),
        energy=felt(3.4),
        load=felt(3.2),
        audience=company.habit(advisor, Audience.TEAM_TOTAL),
    )


def _pause(making: Making, advisor: Person, day: datetime) -> Pause:
    return Pause(
        id=making.new_id(40),
        person_id=advisor.id,
        at=day + timedelta(hours=10 + making.chance.random() * 7),
        minutes=5,
    )
