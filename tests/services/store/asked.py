"""What the lists and figures of guides, latitude, care and the mirror ask of a store, by name."""

from collections.abc import Callable
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from desktop.domain.ids import CheckInId, ContactId, PersonId, SuggestionId, TeamId
from desktop.domain.instants import to_millis
from desktop.domain.latitude.policy import Policy
from desktop.domain.mirror.shares import mondays
from desktop.domain.own_words import Place
from desktop.domain.reports import Period
from desktop.domain.scripts import Suggestion
from desktop.domain.wellbeing import Audience, CheckIn, Moment
from desktop.services import standards
from desktop.services.store import (
    authoring,
    care,
    contact_sheet,
    latitude,
    learning,
    mirror,
    own_words,
    pauses,
    reports,
    step_offs,
    stories,
    talks,
    team_totals,
    waiting,
    wellbeing,
)
from tests.conftest import NOON
from tests.services.store.large import AUTHOR, LEAD

Ask = Callable[[Connection], Any]

LED, ONE, TEAM = PersonId(LEAD), PersonId(AUTHOR), TeamId("t0")
CONTACT, CHECK_IN = ContactId("k10"), CheckInId("x10")
HERE = NOON.astimezone(UTC)
SINCE = HERE - timedelta(days=60)
SINCE_MS = to_millis(SINCE)
POLICY = Policy(daily=1000, ceiling=1000, kinds=())
PLACE = Place(script_id="g1", step_id="s1")
WEEK = (date(2026, 11, 9), date(2026, 11, 16))
PERIOD = Period(since=SINCE, to=HERE)
GIVEN = CheckIn(id=CHECK_IN, person_id=ONE, at=HERE, moment=Moment.START, audience=Audience.NOBODY)
STANDARDS, _ = standards.load_now(
    Path(__file__).resolve().parents[3] / "resources" / "standards.yaml"
)
assert STANDARDS is not None
WANTED = mirror.Wanted(
    team_id=TEAM,
    mondays=mondays(WEEK[0] - timedelta(weeks=25), WEEK[0]),
    standards=STANDARDS,
)

ASKED: dict[str, Ask] = {
    "latitude.stand": lambda c: latitude.stand(c, ONE, CONTACT, POLICY, HERE),
    "latitude.in_contact": lambda c: latitude.in_contact(c, ONE, CONTACT),
    "latitude.own": lambda c: latitude.own(c, ONE, HERE - timedelta(days=30)),
    "latitude.asked_of": lambda c: latitude.asked_of(c, LED),
    "care.of_team": lambda c: care.of_team(c, TEAM, LED, SINCE_MS),
    "care.of_contact": lambda c: care.of_contact(c, CONTACT, ONE),
    "care.own": lambda c: care.own(c, ONE),
    "talks.of_lead": lambda c: talks.of_lead(c, LED),
    "talks.of_author": lambda c: talks.of_author(c, ONE),
    "talks.note_of": lambda c: talks.note_of(c, LED, CHECK_IN),
    "talks.written": lambda c: talks.written(c, LED),
    "stories.own": lambda c: stories.own(c, ONE),
    "stories.undecided": lambda c: stories.undecided(c, LED, TEAM),
    "stories.decided": lambda c: stories.decided(c, LED, TEAM, None, 30),
    "stories.published": lambda c: stories.published(c, 20),
    "authoring.outlines": authoring.outlines,
    "authoring.outlines of one": lambda c: authoring.outlines(c, "g1"),
    "authoring.timeline": lambda c: authoring.timeline(c, "g1"),
    "authoring.numbered": lambda c: authoring.numbered(c, "g1", 3),
    "authoring.drafts": lambda c: authoring.drafts(c, LED),
    "authoring.uses": lambda c: authoring.uses(c, SINCE_MS, SINCE_MS),
    "learning.read": lambda c: learning.read(c, "g1"),
    "learning.said_by": lambda c: learning.said_by(c, "g1", ONE),
    "learning.own_credits": lambda c: learning.own_credits(c, ONE),
    "learning.credited": lambda c: learning.credited(
        c, [Suggestion(id=SuggestionId("u1"), words="", chain="s1")]
    ),
    "step_offs.earlier": lambda c: step_offs.earlier(c, "g1", "s1", 5),
    "own_words.of_step": lambda c: own_words.of_step(c, ONE, PLACE),
    "pauses.latest": lambda c: pauses.latest(c, ONE),
    "wellbeing.own": lambda c: wellbeing.own(c, ONE, GIVEN, 60),
    "wellbeing.shared_with": lambda c: wellbeing.shared_with(c, LED),
    "wellbeing.unread_replies": lambda c: wellbeing.unread_replies(c, ONE),
    "waiting.shared_with": lambda c: waiting.shared_with(c, LED),
    "mirror.customers": lambda c: mirror.customers(c, WANTED),
    "mirror.gap": lambda c: mirror.gap(c, WANTED),
    "team_totals.publish_closed": lambda c: team_totals.publish_closed(c, TEAM, HERE),
    "team_totals.collect": lambda c: team_totals.collect(c, TEAM, *WEEK),
    "contact_sheet.whole": lambda c: contact_sheet.whole(c, CONTACT),
}
REPORTS: dict[str, Ask] = {
    "reports.fcr": lambda c: reports.of_store(c, PERIOD, lambda asked: asked.fcr(7)),
    "reports.standards": lambda c: reports.of_store(
        c, PERIOD, lambda asked: sum(1 for _ in asked.waits())
    ),
    "reports.gap": lambda c: reports.of_store(c, PERIOD, lambda asked: asked.gap()),
}
"""The administrator's, over all contacts unless told otherwise: these may read them all."""
