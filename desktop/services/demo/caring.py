"""What the invented lead did for the team: talks, notes, and what followed an incivility."""

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from desktop.domain.care import FollowUp, FollowUpKind
from desktop.domain.contacts import Incivility
from desktop.domain.talks import Talk, TalkNote, TalkState
from desktop.domain.wellbeing import CheckInReply
from desktop.services.demo.company import Company, Making

SEED = 711
"""A chance of its own: what is drawn here moves nothing else of the world."""

RECENT = timedelta(days=3)
"""What is younger still waits for the lead."""

LAST = timedelta(hours=30)
"""How old the last thing that followed is: it is news for whom it concerns."""

Texts = dict[str, Any]
Caring = FollowUp | Talk | TalkNote


def read(folder: Path) -> Texts:
    """What the lead says, from `care.yaml` of a folder."""
    texts: Texts = yaml.load((folder / "care.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return texts


def cared(
    making: Making, company: Company, texts: Texts, happened: Sequence[Any]
) -> Iterator[Caring]:
    """All of it; `happened` has the world's reports of incivility and the lead's replies."""
    chance = random.Random(SEED)  # noqa: S311 - a world, not a secret
    for one in happened:
        if isinstance(one, Incivility) and one.at < making.now - RECENT:
            yield _follow_up(making, company, one, chance, texts["followed"])
        elif isinstance(one, CheckInReply) and chance.random() < 0.6:
            yield from _talk(making, one, chance, texts["notes"])


def _follow_up(
    making: Making, company: Company, one: Incivility, chance: random.Random, texts: dict[str, Any]
) -> FollowUp:
    kind = chance.choice(list(texts))
    at = min(one.at + timedelta(hours=chance.randrange(2, 50)), making.now - LAST)
    return FollowUp(
        id=making.new_id(44),
        incivility_id=one.id,
        lead_id=company.lead.id,
        at=at,
        kind=FollowUpKind(kind),
        words=chance.choice(texts[kind]),
    )


def _talk(
    making: Making, reply: CheckInReply, chance: random.Random, notes: list[str]
) -> Iterator[Talk | TalkNote]:
    at = reply.at + timedelta(hours=chance.randrange(3, 30))
    yield Talk(
        id=making.new_id(41),
        check_in_id=reply.check_in_id,
        lead_id=reply.lead_id,
        at=at,
        state=TalkState.HELD,
    )
    if chance.random() < 0.5:
        yield TalkNote(
            id=making.new_id(42),
            check_in_id=reply.check_in_id,
            lead_id=reply.lead_id,
            at=at + timedelta(minutes=4),
            words=chance.choice(notes),
        )
