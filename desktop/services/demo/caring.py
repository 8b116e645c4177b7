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

WAITING = 2
"""How many of the newest reports still wait for the lead."""

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
    reports = [one for one in happened if isinstance(one, Incivility)]
    waiting = sorted(reports, key=lambda one: one.at)[-WAITING:]
    for one in happened:
        if isinstance(one, Incivility) and one not in waiting:
            yield _follow_up(making, company, one, chance, texts["followed"])
        elif isinstance(one, CheckInReply) and chance.random() < 0.6:
            yield from _talk(making, one, chance, texts["notes"])


def _follow_up(
    making: Making, company: Company, one: Incivility, chance: random.Random, texts: dict[str, Any]
) -> FollowUp:
    kind = chance.choice(list(texts))
    evening = one.at.astimezone(making.zone).replace(hour=17, minute=chance.randrange(60))
    at = max(evening, one.at + timedelta(minutes=20))
    return FollowUp(
        id=making.new_id(44),
        incivility_id=one.id,
        lead_id=company.lead.id,
        at=min(at, making.now - timedelta(hours=1)),
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
