"""Customers' answers by file and from a survey service: matched by token, once, from where one was."""

import csv
import json
from datetime import UTC, datetime
from urllib.parse import parse_qs

import httpx
import pytest
from sqlalchemy import select

from desktop.domain.contacts import Channel, Contact
from desktop.domain.customers import Answer
from desktop.domain.errors import Silence, Unreachable
from desktop.domain.ids import ContactId, CustomerId, PersonId
from desktop.domain.importing import derived_id
from desktop.services.gateways.http import Http
from desktop.services.gateways.surveys import SurveyFailed, SurveyFlaw, Surveys
from desktop.services.importing.compiling import compile_mapping
from desktop.services.importing.guessing import guess
from desktop.services.importing.mapping import AnswerMapping, load
from desktop.services.importing.opening import open_table
from desktop.services.importing.rejects import Rejects
from desktop.services.importing.runner import Options, Run, Tally
from desktop.services.importing.surveying import take_in
from desktop.services.store import tables
from desktop.services.store.importing import LocalKeeper
from desktop.services.store.rows import from_row
from tests.conftest import NOON
from tests.house.source import ROOT
from tests.services.importing.making import mapping_file, write

MAPPING = """
into: answers
source: enquete
key: [Reponse]
fields:
  token: Jeton
  at: {column: Le, format: "%d/%m/%Y %H:%M"}
  satisfaction: Satisfaction
  effort: Effort
  nps: NPS
  words: Texte
"""
HEADER = ("Reponse", "Jeton", "Le", "Satisfaction", "Effort", "NPS", "Texte")


@pytest.fixture
async def known(store):
    """A contact with Claire, one of nobody, and one that a source of calls named 77."""
    async with store.unit() as unit:
        for name, customer in (
            ("k1", "c1"),
            ("k2", None),
            (derived_id("appels", "contact", "77"), "c1"),
        ):
            unit.record(
                Contact(
                    id=ContactId(name),
                    customer_id=None if customer is None else CustomerId(customer),
                    person_id=PersonId("lea"),
                    channel=Channel.CALL_IN,
                    started_at=NOON,
                    ended_at=NOON,
                )
            )
    return store


async def imported(store, folder, rows, mapping=MAPPING, *, dry=False) -> Tally:
    source = folder / "reponses.csv"
    write(source, HEADER, rows)
    shape, problems = load(mapping_file(folder, mapping), "answers")
    assert problems == ()
    assert shape is not None
    table = open_table(source, encoding=None, separator=None, sheet=None)
    kept = Rejects(folder / "rejets.csv", table.header, table.separator)
    options = Options(dry=dry)
    try:
        recipe = compile_mapping(shape, table.header)
        await Run(LocalKeeper(store), table, recipe, kept, options).go()
    finally:
        kept.close()
        table.close()
    assert options.tally.read == (
        options.tally.imported + options.tally.unchanged + options.tally.rejected
    )
    return options.tally


async def answers(store) -> list[Answer]:
    def query(connection):
        found = connection.execute(select(tables.answers).order_by(tables.answers.c.at)).mappings()
        return [from_row(Answer, row) for row in found]

    return await store.read(query)


async def test_an_answer_takes_over_whom_its_contact_was_with(known, tmp_path):
    rows = [
        ("r1", "k1", "23/11/2026 12:05", "4", "2", "9", "Très simple"),
        ("r2", "k2", "23/11/2026 13:00", "", "7,0", "", ""),
    ]
    assert (await imported(known, tmp_path, rows)).imported == 2
    first, second = await answers(known)
    assert (first.contact_id, first.customer_id, first.person_id) == ("k1", "c1", "lea")
    assert (first.satisfaction, first.effort, first.nps) == (4, 2, 9)
    assert first.at == datetime(2026, 11, 23, 11, 5, tzinfo=UTC)
    assert first.words == "Très simple"
    assert (second.customer_id, second.effort, second.satisfaction) == (None, 7, None)


async def test_it_goes_in_once_and_a_changed_one_is_brought_up_to_date(known, tmp_path):
    row = ("r1", "k1", "23/11/2026 12:05", "4", "", "", "")
    await imported(known, tmp_path, [row])
    again = await imported(known, tmp_path, [row])
    assert (again.imported, again.unchanged) == (0, 1)
    changed = await imported(known, tmp_path, [(*row[:3], "2", "", "", "")])
    assert changed.imported == 1
    assert [one.satisfaction for one in await answers(known)] == [2]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("r", "k9", "23/11/2026 12:05", "4", "", "", ""), "no_such_contact"),
        (("r", "", "23/11/2026 12:05", "4", "", "", ""), "no_such_contact"),
        (("r", "k1", "23/11/2026 12:05", "", "", "", " "), "nothing_said"),
        (("r", "k1", "hier", "4", "", "", ""), "bad_date"),
        (("r", "k1", "", "4", "", "", ""), "bad_date"),
        (("r", "k1", "23/11/2026 12:05", "6", "", "", ""), "out_of_range"),
        (("r", "k1", "23/11/2026 12:05", "0", "", "", ""), "out_of_range"),
        (("r", "k1", "23/11/2026 12:05", "", "8", "", ""), "out_of_range"),
        (("r", "k1", "23/11/2026 12:05", "", "", "11", ""), "out_of_range"),
        (("r", "k1", "23/11/2026 12:05", "bien", "", "", ""), "bad_number"),
        (("", "k1", "23/11/2026 12:05", "4", "", "", ""), "no_key"),
    ],
)
async def test_what_cannot_go_in_says_why_and_is_kept_aside(known, tmp_path, row, reason):
    tally = await imported(known, tmp_path, [row])
    assert dict(tally.reasons) == {reason: 1}
    assert await answers(known) == []
    assert reason in (tmp_path / "rejets.csv").read_text("utf-8-sig")


async def test_a_token_may_be_the_key_that_a_source_of_contacts_gave(known, tmp_path):
    mapping = MAPPING.replace("key: [Reponse]", "key: [Reponse]\ncontacts_of: appels")
    row = ("r1", "77", "23/11/2026 12:05", "4", "", "", "")
    assert (await imported(known, tmp_path, [row], mapping)).imported == 1
    assert (await answers(known))[0].contact_id == derived_id("appels", "contact", "77")


async def test_a_dry_run_counts_and_writes_nothing(known, tmp_path):
    row = ("r1", "k1", "23/11/2026 12:05", "4", "", "", "")
    assert (await imported(known, tmp_path, [row], dry=True)).imported == 1
    assert await answers(known) == []


def test_a_first_mapping_is_guessed_and_can_be_used(tmp_path):
    source = tmp_path / "reponses.csv"
    header = ("id_reponse", "jeton", "date_reponse", "satisfaction", "effort", "nps", "commentaire")
    write(source, header, [("r1", "k1", "2026-11-23T12:05:00", "4", "2", "9", "Bien")])
    table = open_table(source, encoding=None, separator=None, sheet=None)
    mapping_file(tmp_path, guess(table, "answers", "Enquête"))
    table.close()
    shape, problems = load(tmp_path / "mapping.yaml", "answers")
    assert problems == ()
    assert (shape.fields.token.column, shape.key) == ("jeton", ["id_reponse"])
    assert shape.fields.words.column == "commentaire"


class FakeService:
    """A survey service of docs/surveys.md over so many answers; can be told to fail."""

    def __init__(self, answers: list[dict], page: int = 2) -> None:
        self.answers = answers
        self.size = page
        self.asked: list[str] = []
        self.failing: list[httpx.Response | Exception] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        query = parse_qs(request.url.query.decode())
        after = query.get("after", [""])[0]
        self.asked.append(after)
        assert request.headers["authorization"] == "Bearer jeton"
        if self.failing:
            failure = self.failing.pop(0)
            if isinstance(failure, Exception):
                raise failure
            return failure
        start = int(after or 0)
        some = self.answers[start : start + self.size]
        end = start + len(some)
        more = end < len(self.answers)
        return httpx.Response(200, json={"answers": some, "next": str(end), "more": more})


def said(rank: int, token: str = "k1", **more) -> dict:
    return {
        "id": f"r{rank}", "token": token, "at": f"2026-11-23T12:{rank:02d}:00+01:00",
        "satisfaction": 4, **more,
    }  # fmt: skip


@pytest.fixture
def pulled(known, tmp_path, clock):
    """Takes in from a service, with the mapping that comes with the application."""

    async def pull(service, *, dry: bool = False) -> Tally:
        options = Options(dry=dry)
        mapping, problems = load(ROOT / "resources/surveys.yaml", "answers")
        assert problems == ()
        assert isinstance(mapping, AnswerMapping)
        http = Http(transport=httpx.MockTransport(service))
        surveys = Surveys(http, "https://enquetes.example/answers", "jeton")
        clock.sleep = _at_once
        try:
            await take_in(
                LocalKeeper(known), surveys, mapping, options,
                rejects=tmp_path / "rejets.csv", clock=clock,
            )  # fmt: skip
        finally:
            http.close()
        return options.tally

    return pull


async def _at_once(_seconds: float) -> None:
    return


async def test_every_page_is_taken_once_and_the_next_run_goes_on_from_there(pulled, known):
    service = FakeService([said(rank) for rank in range(5)])
    assert (await pulled(service)).imported == 5
    assert service.asked == ["", "2", "4"]
    service.answers.append(said(5))
    assert (await pulled(service)).imported == 1
    assert service.asked[3:] == ["5"]
    assert len(await answers(known)) == 6


async def test_a_run_that_was_cut_goes_on_and_doubles_nothing(pulled, known):
    service = FakeService([said(rank) for rank in range(6)])
    cut = httpx.ConnectError("cut")

    def breaks_after_one(request: httpx.Request) -> httpx.Response:
        if service.asked:
            service.failing = [cut]
        return service(request)

    with pytest.raises(Unreachable):
        await pulled(breaks_after_one)
    assert len(await answers(known)) == 2
    service.failing = []
    assert (await pulled(service)).imported == 4
    assert len(await answers(known)) == 6
    # Even where the place was lost, the same page changes nothing.
    await known.write(lambda c: c.exec_driver_sql("DELETE FROM meta WHERE name LIKE 'surveys:%'"))
    again = await pulled(service)
    assert (again.imported, again.unchanged) == (0, 6)


async def test_a_busy_or_silent_service_is_asked_again(pulled, known):
    service = FakeService([said(1)])
    busy = httpx.Response(429, headers={"retry-after": "3"})
    service.failing = [busy, httpx.ReadTimeout("slow"), httpx.Response(503)]
    assert (await pulled(service)).imported == 1
    service.failing = [httpx.Response(503)] * 4
    with pytest.raises(Unreachable) as failed:
        await pulled(service)
    assert failed.value.silence is Silence.BUSY


async def test_answers_about_contacts_that_are_not_here_wait_in_a_file(pulled, known, tmp_path):
    service = FakeService([said(1), said(2, token="k7"), said(3, satisfaction="9")])
    tally = await pulled(service)
    assert dict(tally.reasons) == {"no_such_contact": 1, "out_of_range": 1}
    with (tmp_path / "rejets.csv").open(encoding="utf-8-sig", newline="") as file:
        refused = list(csv.DictReader(file, delimiter=";"))
    assert [row["token"] for row in refused] == ["k7", "k1"]
    # The contact came meanwhile: the file goes in with the same mapping.
    await known.write(lambda c: c.exec_driver_sql("UPDATE contacts SET id = 'k7' WHERE id = 'k2'"))
    shape, _ = load(ROOT / "resources/surveys.yaml", "answers")
    assert shape is not None
    table = open_table(tmp_path / "rejets.csv", encoding=None, separator=None, sheet=None)
    options = Options()
    kept = Rejects(None, table.header, ";")
    await Run(LocalKeeper(known), table, compile_mapping(shape, table.header), kept, options).go()
    table.close()
    assert options.tally.imported == 1
    assert {one.contact_id for one in await answers(known)} == {"k1", "k7"}


@pytest.mark.parametrize(
    ("answer", "flaw"),
    [
        (httpx.Response(401), SurveyFlaw.TOKEN),
        (httpx.Response(403), SurveyFlaw.TOKEN),
        (httpx.Response(404), SurveyFlaw.STATUS),
        (httpx.Response(302, headers={"location": "https://ailleurs.example"}), SurveyFlaw.STATUS),
        (httpx.Response(200, text="<html>"), SurveyFlaw.NOT_JSON),
        (httpx.Response(200, json=[]), SurveyFlaw.SHAPE),
        (httpx.Response(200, json={"answers": {}}), SurveyFlaw.SHAPE),
        (httpx.Response(200, json={"answers": [1]}), SurveyFlaw.SHAPE),
        (httpx.Response(200, json={"answers": [], "more": True}), SurveyFlaw.SHAPE),
        (httpx.Response(200, json={"answers": [], "next": 5}), SurveyFlaw.SHAPE),
        (httpx.Response(200, json={"answers": [], "more": "yes", "next": "5"}), SurveyFlaw.SHAPE),
    ],
)
async def test_what_is_no_page_is_refused_and_moves_nothing(pulled, known, answer, flaw):
    service = FakeService([said(1)])
    service.failing = [answer]
    with pytest.raises(SurveyFailed) as failed:
        await pulled(service)
    assert failed.value.flaw is flaw
    assert (await pulled(service)).imported == 1


async def test_a_service_that_stands_still_is_left(pulled):
    def still(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"answers": [], "next": "7", "more": True})

    with pytest.raises(SurveyFailed) as failed:
        await pulled(still)
    assert failed.value.flaw is SurveyFlaw.STANDS_STILL


@pytest.mark.parametrize("address", ["http://enquetes.example", "ftp://x.example", "", "https://"])
def test_answers_come_over_a_safe_line_only(address):
    with pytest.raises(SurveyFailed) as failed:
        Surveys(Http(), address, "")
    assert failed.value.flaw is SurveyFlaw.ADDRESS


async def test_odd_cells_are_rejected_one_by_one(pulled, known):
    odd = [
        said(1, satisfaction=[4]), said(2, at=None), said(3, words={"a": 1}),
        {"id": 9, "token": "k1", "at": "2026-11-23T12:00:00+01:00", "effort": 3.0},
    ]  # fmt: skip
    tally = await pulled(FakeService(odd, page=10))
    assert (tally.imported, tally.rejected) == (2, 2)
    assert json.dumps([one.effort for one in await answers(known)]) == "[3, null]"
