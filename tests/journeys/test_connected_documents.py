"""What the administrator pushes or imports while somebody works: in force at once, without a restart."""

import asyncio
from functools import partial
from pathlib import Path

from desktop.app.due_dates import DueDatesPart
from desktop.app.latitude import LatitudePart
from desktop.app.places import RESOURCES
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from tests.admin.shared import Admin
from tests.journeys.company import Company, settle_server, sign_in, synced
from tests.journeys.hands import open_customer

POLICY = """\
daily_cents: 1200
contact_cents: 700
kinds:
  - {code: tea, label: {fr: Un thé, en: A tea}, usual_cents: [700]}
"""
STANDARDS = """\
zone: Europe/Paris
holidays: none
hours:
  monday: ["00:00-24:00"]
  tuesday: ["00:00-24:00"]
  wednesday: ["00:00-24:00"]
  thursday: ["00:00-24:00"]
  friday: ["00:00-24:00"]
  saturday: ["00:00-24:00"]
  sunday: ["00:00-24:00"]
standards:
  - {channel: call_in, within: 5 h, clock: elapsed}
"""


def test_a_policy_and_standards_that_are_pushed_are_in_force(
    play, company: Company, tmp_path: Path
) -> None:
    admin = Admin(company.database.dsn())
    files = [tmp_path / "latitude.yaml", tmp_path / "standards.yaml"]
    for path, text in zip(files, (POLICY, STANDARDS), strict=True):
        path.write_text(text, "utf-8")

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        await open_customer(hands, desk, "Claire Moreau")
        latitude = next(one for one in desk.parts if isinstance(one, LatitudePart)).model
        due = next(one for one in desk.parts if isinstance(one, DueDatesPart)).row
        await hands.until(lambda: latitude.state.policy, "la latitude")
        assert latitude.state.policy.daily == 5000
        assert due.isHidden()
        pushed = admin.json("guides", "push", *files)["documents"]
        assert pushed["new"] or pushed["changed"]
        desk.models.sync.send_now()
        await hands.until(lambda: latitude.state.policy.daily == 1200, "la nouvelle latitude")
        assert latitude.label("tea") == "Un thé"
        await hands.until(lambda: not due.isHidden(), "la nouvelle échéance")

    play(story, company.settings)


def test_an_answer_is_taken_in_once_its_contact_is_closed(
    play, company: Company, tmp_path: Path, monkeypatch
) -> None:
    """The estimate comes first: an answer about a contact under way waits in the file of rejects."""
    monkeypatch.chdir(tmp_path)
    admin = Admin(company.database.dsn())
    file, mapping = tmp_path / "answers.csv", RESOURCES / "surveys.yaml"
    asked = ("import", "answers", file, "--mapping", mapping, "--rejects", tmp_path / "late.csv")

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        await open_customer(hands, desk, "Claire Moreau")
        draft = desk.models.contact.state.draft
        line = f"a1;{draft.contact_id};2026-11-26T10:00:00+01:00;4;2;9;Une voix qui écoute\n"
        file.write_text(f"id;token;at;satisfaction;effort;nps;words\n{line}", "utf-8")
        told = await asyncio.to_thread(partial(admin.json, *asked, code=1))
        assert told["reasons"] == {"no_such_contact": 1}
        assert company.database.run("select count(*) from vav.answers") == [(0,)]
        await hands.press("F8", "1", "4", "Ctrl+Return")
        await settle_server(lambda: company.count("contact") == 1, 20)
        assert (await asyncio.to_thread(admin.json, *asked))["imported"] == 1
        assert company.database.run("select count(*) from vav.answers") == [(1,)]
        desk.models.sync.send_now()
        entries = desk.models.customers.journey.rows
        await hands.until(
            lambda: "Une voix qui écoute" in [one.words for one in entries.rows()], "sa réponse"
        )

    play(story, company.settings)
