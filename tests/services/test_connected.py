"""A connected store: who is signed in, guides and reasons from the server, check-ins read online."""

import re
from pathlib import Path

import pytest
from sqlalchemy import insert

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone, Incomplete, Unreachable
from desktop.domain.ids import CheckInId, PersonId, TeamId
from desktop.domain.people import Person, Role
from desktop.services import reasons
from desktop.services.changes import Changes
from desktop.services.people import People
from desktop.services.scripts import Scripts
from desktop.services.store import replica, tables
from desktop.services.wellbeing import ConnectedCheckIns
from tests.services.store.facts_of import NOW, push

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "resources" / "scripts"
CAMILLE = Person(
    id=PersonId("camille"), name="Camille Durand", role=Role.LEAD, team_id=TeamId("t1")
)
CHECK_IN = {
    "id": "i1",
    "person_id": "lea",
    "at": NOW,
    "moment": "start",
    "mood": 2,
    "energy": None,
    "load": 4,
    "words": "Semaine lourde",
    "audience": "lead",
    "addressed_to": "camille",
}


class Server:
    """Answers `read_checkin` as the shared database does."""

    def __init__(self) -> None:
        self.replies: list[dict] = []
        self.error: Exception | None = None
        self.asked: list[tuple[str, dict]] = []

    async def ask(self, function: str, params: dict) -> dict:
        self.asked.append((function, params))
        if self.error is not None:
            raise self.error
        return {"now": NOW, "check_in": CHECK_IN, "replies": self.replies}


def person_row(seq: int, id_: str, name: str, role: str):
    body = {"name": name, "role": role, "team_id": None, "enabled": True, "sign_in": id_}
    return {"kind": "person", "id": id_, "seq": seq, "body": body}


def waiting_row(id_: str, seq: int, at: int = NOW):
    body = {"person_id": "lea", "at": at}
    return {"kind": "check_in_waiting", "id": id_, "seq": seq, "body": body}


def document(seq: int, type_: str, name: str, text: str, version: int = 1):
    body = {"type": type_, "name": name, "version": version, "text": text}
    return {"kind": "document", "id": f"d{seq}", "seq": seq, "body": body}


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def told() -> list[Changed]:
    return []


@pytest.fixture
async def check_ins(store, clock, server, told) -> ConnectedCheckIns:
    rows = [
        person_row(1, "lea", "Léa Bernard", "advisor"),
        person_row(2, "camille", "Camille Durand", "lead"),
        waiting_row("i1", 3),
        waiting_row("i2", 4, NOW - 1000),
    ]
    await store.write(replica.apply, rows, NOW)
    changes = Changes()
    changes.listen(told.append)
    return ConnectedCheckIns(store, clock, changes, server.ask)


def everything(connection) -> str:
    """All that the store holds, as text."""
    found = []
    for table in tables.metadata.sorted_tables:
        found += [str(tuple(row)) for row in connection.execute(table.select())]
    return "\n".join(found)


async def test_a_lead_sees_who_waits_and_since_when(check_ins):
    lines = await check_ins.shared_with(CAMILLE)
    assert [(one.id, one.author.name, one.read_at) for one in lines] == [
        ("i2", "Léa Bernard", None),
        ("i1", "Léa Bernard", None),
    ]


async def test_the_content_passes_through_and_is_not_stored(store, check_ins, server, told):
    opened = await check_ins.open(CAMILLE, CheckInId("i1"))
    assert server.asked == [("read_checkin", {"id": "i1"})]
    assert (opened.check_in.words, opened.author.name) == ("Semaine lourde", "Léa Bernard")
    assert "Semaine lourde" not in await store.read(everything)
    assert await push(store) == []  # the server writes the reading itself
    assert [one.kind for one in told] == [Kind.CHECK_IN]
    assert [one.read_at is not None for one in await check_ins.shared_with(CAMILLE)] == [
        False,
        True,
    ]


async def test_a_withdrawn_one_is_gone_and_leaves_the_list(check_ins, server):
    server.error = Gone()
    with pytest.raises(Gone):
        await check_ins.open(CAMILLE, CheckInId("i1"))
    assert [one.id for one in await check_ins.shared_with(CAMILLE)] == ["i2"]


async def test_offline_it_says_so_and_stays_in_the_list(check_ins, server, told):
    server.error = Unreachable()
    with pytest.raises(Unreachable):
        await check_ins.open(CAMILLE, CheckInId("i1"))
    assert len(await check_ins.shared_with(CAMILLE)) == 2
    assert told == []


async def test_a_reply_is_a_fact_offline_too(store, check_ins, server):
    server.error = Unreachable()
    reply = await check_ins.reply(CAMILLE, CheckInId("i1"), " Je passe ")
    assert (reply.words, reply.name) == ("Je passe", "Camille Durand")
    (fact,) = await push(store)
    assert (fact["kind"], fact["body"]["words"]) == ("check_in_reply", "Je passe")
    assert [one.answered_at is not None for one in await check_ins.shared_with(CAMILLE)] == [
        False,
        True,
    ]
    with pytest.raises(Incomplete):
        await check_ins.reply(CAMILLE, CheckInId("i1"), " ")


async def test_a_reply_that_waits_and_those_of_the_server_are_shown_once(store, check_ins, server):
    await check_ins.reply(CAMILLE, CheckInId("i1"), "Je passe")
    (fact,) = await push(store)
    there = {"id": fact["body"]["id"], "lead_id": "camille", "at": NOW, "words": "Je passe"}
    server.replies = [{"id": "0", "lead_id": "camille", "at": NOW - 1, "words": "Bien lu"}, there]
    opened = await check_ins.open(CAMILLE, CheckInId("i1"))
    assert [one.words for one in opened.replies] == ["Bien lu", "Je passe"]


async def test_a_connected_store_knows_who_is_signed_in(store):
    people = People(store)
    assert await people.signed_in() is None
    rows = [{"name": "server", "value": "db.example"}, {"name": "person_id", "value": "camille"}]
    await store.write(lambda c: c.execute(insert(tables.meta), rows))
    assert await people.signed_in() is None
    await people.keep(CAMILLE)
    assert await people.signed_in() == CAMILLE
    await store.write(replica.apply, [person_row(1, "camille", "Camille D.", "lead")], NOW)
    found = await people.signed_in()
    assert found is not None
    assert found.name == "Camille D."


async def test_guides_come_from_the_server_where_it_has_any(store, clock):
    scripts = Scripts(SCRIPTS, store, clock)
    shipped = await scripts.library()
    one = min(SCRIPTS.glob("*.yaml")).read_text(encoding="utf-8")
    rows = [
        document(1, "script", "b.yaml", "id: [damaged"),
        document(2, "script", "a.yaml", re.sub("version: .*", "version: 40", one)),
        document(3, "script", "a.yaml", re.sub("version: .*", "version: 39", one), version=0),
    ]
    await store.write(replica.apply, rows, NOW)
    assert await scripts.library() is shipped
    library = await scripts.library(again=True)
    assert len(library.scripts) == 1
    assert library.scripts[0].version == 40
    assert library.wording == shipped.wording
    assert {problem.file for problem in library.problems} == {"b.yaml"}


async def test_reasons_come_from_the_server_where_they_can_be_used(store):
    path = ROOT / "resources" / "reasons.yaml"
    shipped, _ = await reasons.load_for(store, path)
    text = "reasons:\n- code: other\n  key: 1\n  label: {fr: Autre}\n"
    await store.write(replica.apply, [document(1, "reasons", "reasons", text)], NOW)
    found, _ = await reasons.load_for(store, path)
    assert [one.code for one in found] == ["other"]
    await store.write(
        replica.apply, [{**document(2, "reasons", "reasons", "x: 1"), "id": "d1"}], NOW
    )
    assert (await reasons.load_for(store, path))[0] == shipped
