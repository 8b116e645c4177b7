"""Gestures that the invented team made and asked for, and the stories that it shares."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from desktop.domain.contacts import Contact
from desktop.domain.ids import GestureRequestId, PersonId, StoryId
from desktop.domain.latitude.facts import Gesture, GestureAnswer, GestureRequest
from desktop.domain.stories import Story, StoryOutcome, StoryState
from desktop.services.demo.company import Company, Making

_SHARE = 0.03
"""Of contacts of whom somebody made a gesture."""

_TODAY = (("bill", 1000), ("delivery", 800))
"""What the first advisor gave today: 18 € of the 50."""

_GESTURE, _REQUEST, _ANSWER, _STORY, _OUTCOME = 50, 51, 52, 53, 54


def gestures(making: Making, company: Company, taken: list[Contact]) -> Iterator[Gesture]:
    """Some for everybody until yesterday, two of today."""
    midnight, rows = making.midnight(), company.texts["gestures"]
    for contact in taken:
        if contact.person_id is None or contact.ended_at >= midnight:
            continue
        if making.chance.random() < _SHARE:
            kind, cents, words = making.chance.choice(rows)
            yield _gesture(making, contact, kind, cents, words)
    own = _last(taken, company.advisors[0].id)
    for (kind, cents), contact in zip(_TODAY, own, strict=False):
        words = next(row[2] for row in rows if row[0] == kind)
        yield _gesture(making, contact, kind, cents, words)


def requests(
    making: Making, company: Company, taken: list[Contact]
) -> Iterator[GestureRequest | GestureAnswer]:
    """One granted to the first advisor, one declined, two that wait for the lead."""
    for number, row in enumerate((0, 1, 2, 0)):
        person = company.advisors[(0, 3, 1, 2)[number]]
        contact = next(islice(_last(taken, person.id), 2, None), None)
        if contact is None:
            continue
        kind, cents, words = company.texts["requests"][row]
        asked = GestureRequest(
            id=GestureRequestId(making.new_id(_REQUEST)),
            contact_id=contact.id,
            customer_id=contact.customer_id,
            person_id=person.id,
            at=contact.ended_at,
            lead_id=company.lead.id,
            kind=kind,
            cents=cents,
            words=words,
        )
        yield asked
        if number < 2:
            yield GestureAnswer(
                id=making.new_id(_ANSWER),
                request_id=asked.id,
                lead_id=company.lead.id,
                at=min(asked.at + timedelta(minutes=4), making.now),
                granted=number == 0,
                words=company.texts["granted" if number == 0 else "declined"],
            )


def stories(making: Making, company: Company) -> Iterator[Story | StoryOutcome]:
    """Three that are published, one that waits for the lead, one of the first advisor's own."""
    for number, words in enumerate(company.texts["shared"]):
        person = company.advisors[(1, 4, 0, 6, 3)[number % 5]]
        at = making.now - timedelta(days=3 + 5 * number, hours=2)
        story = Story(
            id=StoryId(making.new_id(_STORY)),
            person_id=person.id,
            at=at,
            words=words,
            signed=number % 2 == 0,
        )
        yield story
        if number != 3:
            yield StoryOutcome(
                id=making.new_id(_OUTCOME),
                story_id=story.id,
                person_id=company.lead.id,
                at=at + timedelta(days=1),
                state=StoryState.PUBLISHED,
            )


def _last(taken: list[Contact], person_id: PersonId) -> Iterator[Contact]:
    """A person's contacts, the latest first."""
    latest = sorted(taken[-400:], key=lambda one: one.ended_at, reverse=True)
    return (one for one in latest if one.person_id == person_id)


def _gesture(making: Making, contact: Contact, kind: str, cents: int, words: str) -> Gesture:
    return Gesture(
        id=making.new_id(_GESTURE),
        contact_id=contact.id,
        customer_id=contact.customer_id,
        person_id=contact.person_id or PersonId(""),
        at=contact.ended_at,
        kind=kind,
        cents=cents,
        words=words,
    )
