"""How the invented team says it is: check-ins, the lead’s replies, customers’ thanks."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from desktop.domain.contacts import Contact
from desktop.domain.ids import CheckInId, ThanksId
from desktop.domain.people import Person
from desktop.domain.stories import Thanks
from desktop.domain.wellbeing import (
    Audience,
    CheckIn,
    CheckInReading,
    CheckInReply,
    Moment,
)
from desktop.services.demo.company import Company, Making
from desktop.services.demo.contacts import WEEKS

AUDIENCES = {Audience.TEAM_TOTAL: 62.0, Audience.NOBODY: 24.0, Audience.LEAD: 14.0}
WAITING = 3
"""How many at least the lead has to answer."""


def check_ins(
    making: Making, company: Company
) -> Iterator[CheckIn | CheckInReply | CheckInReading]:
    """Two a day for those who wished, until yesterday; today is left to the user.

    The lead answers after some days; the newest that were meant for her wait, whatever the chance.
    """
    told = list(_until_yesterday(making, company))
    meant = [one.id for one in told if isinstance(one, CheckIn) and one.addressed_to is not None]
    waiting = set(meant[-WAITING:])
    yield from (one for one in told if isinstance(one, CheckIn) or one.check_in_id not in waiting)


def _until_yesterday(
    making: Making, company: Company
) -> Iterator[CheckIn | CheckInReply | CheckInReading]:
    midnight, (begins, ends) = making.midnight(), making.hard_week()
    for back in range(WEEKS * 7, 0, -1):
        day = midnight - timedelta(days=back)
        if day.weekday() == 6:
            continue
        strain = 0.9 if begins <= day < ends else 0.0
        for person in company.advisors:
            for moment, hour in ((Moment.START, 8), (Moment.END, 18)):
                if making.chance.random() < 0.68:
                    at = day + timedelta(hours=hour, minutes=making.chance.randrange(40))
                    yield from _check_in(making, company, (person, at, moment), strain)


def _check_in(
    making: Making, company: Company, who: tuple[Person, datetime, Moment], strain: float
) -> Iterator[CheckIn | CheckInReply | CheckInReading]:
    person, at, moment = who
    tired = strain + (0.4 if moment is Moment.END else 0.0)

    def felt(mean: float) -> int:
        return max(1, min(5, round(making.chance.gauss(mean, 0.9))))

    mood, audience = felt(3.9 - tired), company.habit(person, making.one_of(AUDIENCES))
    words = company.texts["checkins"]["good" if mood > 3 else "middle" if mood == 3 else "low"]
    given = CheckIn(
        id=CheckInId(making.new_id(11)),
        person_id=person.id,
        at=at,
        moment=moment,
        mood=mood,
        energy=felt(3.6 - tired),
        load=felt(3.1 + tired),
        words=making.chance.choice(words),
        audience=audience,
        addressed_to=company.lead.id if audience is Audience.LEAD else None,
    )
    yield given
    if audience is Audience.LEAD and at < making.now - timedelta(days=4):
        yield from _answered(making, company, given)


def _answered(
    making: Making, company: Company, given: CheckIn
) -> Iterator[CheckInReply | CheckInReading]:
    morning = given.at.astimezone(making.zone).replace(hour=9, minute=0) + timedelta(days=1)
    read_at = morning + timedelta(minutes=making.chance.randrange(480))
    yield CheckInReading(check_in_id=given.id, lead_id=company.lead.id, at=read_at)
    yield CheckInReply(
        check_in_id=given.id,
        lead_id=company.lead.id,
        at=read_at + timedelta(minutes=3),
        words=making.chance.choice(company.texts["replies"]),
    )


def thanks(making: Making, company: Company, taken: list[Contact]) -> Iterator[Thanks]:
    """Some for everybody: about one contact in ninety."""
    for contact in taken:
        if contact.person_id is not None and making.chance.random() < 0.011:
            yield Thanks(
                id=ThanksId(making.new_id(12)),
                customer_id=contact.customer_id,
                contact_id=contact.id,
                person_id=contact.person_id,
                at=contact.ended_at + timedelta(minutes=5),
                words=making.chance.choice(company.texts["thanks"]),
            )
