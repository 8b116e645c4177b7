"""The file of standards: what it says, what is refused, and the organisation's own before it."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from desktop.domain.contacts import Channel
from desktop.domain.standards import ClockKind
from desktop.services import standards
from desktop.services.store.replica_tables import documents
from desktop.services.yaml_files import ProblemCode

FILE = Path(__file__).resolve().parents[2] / "resources" / "standards.yaml"


def test_the_file_that_comes_with_the_application():
    found, problems = standards.load_now(FILE)
    assert problems == ()
    assert {one.channel: one.limit for one in found.standards} == {
        Channel.CALL_IN: timedelta(minutes=3),
        Channel.CHAT: timedelta(minutes=3),
        Channel.EMAIL: timedelta(hours=48),
        Channel.LETTER: timedelta(days=20),
    }
    assert all(one.clock is ClockKind.ELAPSED for one in found.standards)
    assert found.calendar.zone.key == "Europe/Paris"
    assert [len(day) for day in found.calendar.week] == [1, 1, 1, 1, 1, 1, 0]


SPOILT = {
    "an unknown channel": ("channel: call_in", "channel: fax", ProblemCode.WRONG_VALUE),
    "no figure": ("within: 3 min", "within: soon", ProblemCode.WRONG_VALUE),
    "an unknown clock": ("clock: elapsed}", "clock: sun}", ProblemCode.WRONG_VALUE),
    "hours backwards": ("08:00-20:00", "20:00-08:00", ProblemCode.WRONG_VALUE),
    "hours past midnight": ("08:00-20:00", "08:00-24:30", ProblemCode.WRONG_VALUE),
    "hours that cross": ('"09:00-18:00"', '"09:00-18:00", "12:00-19:00"', ProblemCode.WRONG_VALUE),
    "an unknown zone": ("Europe/Paris", "Europe/Lutece", ProblemCode.WRONG_VALUE),
    "a zone outside": ("Europe/Paris", "../../etc/passwd", ProblemCode.WRONG_VALUE),
    "an unknown field": ("zone:", "time_zone: x\nzone:", ProblemCode.UNKNOWN_FIELD),
    "a day left out": ("  sunday: []\n", "", ProblemCode.MISSING),
    "a channel twice": ("channel: chat", "channel: call_in", ProblemCode.DUPLICATE_ID),
    "no standard": ("standards:\n", "standards: []\nothers:\n", ProblemCode.EMPTY),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_refused(tmp_path: Path, name: str):
    good, bad, code = SPOILT[name]
    text = FILE.read_text(encoding="utf-8")
    assert good in text
    path = tmp_path / "standards.yaml"
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    found, problems = standards.load_now(path)
    assert found is None
    assert code in {one.code for one in problems}
    assert all(one.line > 0 for one in problems)


def test_business_time_without_an_open_hour_is_refused(tmp_path: Path):
    text = FILE.read_text(encoding="utf-8").replace("clock: elapsed", "clock: business")
    text = "\n".join(
        line.split(":")[0] + ": []" if line.startswith("  ") and "day:" in line else line
        for line in text.splitlines()
    )
    path = tmp_path / "standards.yaml"
    path.write_text(text, encoding="utf-8")
    found, problems = standards.load_now(path)
    assert found is None
    assert [one.code for one in problems] == [ProblemCode.EMPTY]


async def test_the_organisation_s_own_come_first(store):
    own = FILE.read_text(encoding="utf-8").replace("3 min", "90 min")
    await put(store, own)
    found, problems = await standards.load_for(store, FILE)
    assert problems == ()
    assert found.of(Channel.CHAT).limit == timedelta(minutes=90)
    assert found.of(Channel.SOCIAL) is None


async def test_where_they_are_damaged_the_file_is_used(store):
    await put(store, "standards: [")
    found, _ = await standards.load_for(store, FILE)
    assert found.of(Channel.CHAT).limit == timedelta(minutes=3)


async def put(store, text):
    row = {"id": "d", "type": "standards", "name": "standards", "version": 1, "text": text}
    await store.write(lambda connection: connection.execute(insert(documents), row) and None)
