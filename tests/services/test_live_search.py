"""Live search against a real shared database, and through a door that a test holds."""

import asyncio
import secrets
import threading
from typing import Any

import pytest

from desktop.domain.errors import Gone, Invalid, Silence, Unreachable
from desktop.domain.ids import CustomerId, PersonId, VideoPhotoId
from desktop.domain.search import Field
from desktop.services.changes import Changes
from desktop.services.customers import Customers
from desktop.services.search import LiveSearch
from desktop.services.store import identity, video
from desktop.services.store.local import LocalStore
from desktop.services.store.shared.addresses import connection_params
from desktop.services.store.shared.sql_door import SqlDoor
from tests.services.sync.conftest import until

CUSTOMER = """
insert into vav.customers (id, number, given_name, family_name, phone, email, postcode, city,
    branch_id)
values (%s, %s, %s, %s, %s, %s, '59000', 'Lille', %s)
"""


@pytest.fixture
async def own_store(tmp_path, clock):
    store = await LocalStore.open(tmp_path / "lea.sqlite", clock, secrets.token_bytes(32))
    await store.write(identity.bind, "postgresql://base.example/vav", PersonId("person-lea"))
    yield store
    await store.close()


@pytest.fixture
def lille(seeded):
    """A customer of another branch."""
    seeded.run(
        CUSTOMER, "c-lille", "K-1", "Zoé", "Lebœuf", "+33639981234", "zoe@poste.example",
        "branch-lille",
    )  # fmt: skip
    seeded.run(
        "insert into vav.contracts (id, customer_id, number, product, status)"
        " values ('k1', 'c-lille', '77-20418', 'Box', 'active')"
    )
    return seeded


@pytest.fixture
async def live(own_store, lille):
    changes = Changes()
    door = SqlDoor(connection_params(lille.people["lea"].dsn))
    made = LiveSearch(own_store, changes, door)
    made.changes = changes
    yield made
    await made.close()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("leboeuf", Field.NAME),
        ("06 39 98", Field.PHONE),
        ("zoe@poste.ex", Field.EMAIL),
        ("77-20418", Field.CONTRACT),
    ],
)
async def test_a_customer_of_another_branch_is_found(live, text, field):
    (match,) = await live.find(text)
    assert match.customer_id == "c-lille"
    assert match.phone == "06 39 98 12 34"
    assert match.place == "59000 Lille"
    assert match.marked(field)


async def test_a_file_is_brought_here_told_and_kept(live, own_store, clock, lille):
    told = []
    live.changes.listen(told.append)
    await live.fetch("c-lille")
    file = await Customers(own_store, clock, live.changes).open(CustomerId("c-lille"))
    assert file.customer.family_name == "Lebœuf"
    assert [contract.number for contract in file.contracts] == ["77-20418"]
    assert "c-lille" in {one.customer_id for one in told}
    followed = await own_store.read(
        lambda c: c.exec_driver_sql("SELECT customer_id FROM followed").scalars().all()
    )
    assert followed == ["c-lille"]
    assert lille.run("select count(*) from vav.audit where action = 'opened'") == [(1,)]


async def test_nobody_is_gone(live):
    with pytest.raises(Gone):
        await live.fetch("c-nobody")


async def test_the_connection_is_kept_and_made_anew(live, lille):
    await live.find("leboeuf")
    sessions = "select count(*) from pg_stat_activity where usename = %s"
    assert lille.run(sessions, lille.people["lea"].role) == [(1,)]
    lille.run(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = %s",
        lille.people["lea"].role,
    )
    assert await live.find("leboeuf")


class HeldDoor:
    """A door whose calls a test lets through, or that is cut."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.go = threading.Event()
        self.cut = threading.Event()
        self.closed = 0
        self.down = False

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(params["words"])
        while not self.go.is_set():
            if self.cut.wait(0.002):
                self.cut.clear()
                raise Unreachable(Silence.CUT)
        if self.down:
            raise Unreachable(Silence.NO_LINE)
        return {"now": 0, "matches": [{"customer_id": params["words"], "name": "x"}]}

    def close(self) -> None:
        self.closed += 1

    def interrupt(self) -> None:
        self.cut.set()

    def probe(self) -> bool:
        return True


@pytest.fixture
async def held(own_store):
    door = HeldDoor()
    live = LiveSearch(own_store, Changes(), door, kept_open=0.05)
    yield live, door
    door.go.set()
    await live.close()


async def test_the_newest_question_wins(held):
    live, door = held
    older = asyncio.create_task(live.find("one"))
    await until(lambda: door.asked == ["one"])
    middle = asyncio.create_task(live.find("two"))
    await asyncio.sleep(0)
    newest = asyncio.create_task(live.find("three"))
    await until(lambda: "three" in door.asked)
    door.go.set()
    assert [match.customer_id for match in await newest] == ["three"]
    assert "two" not in door.asked
    for stale in (older, middle):
        with pytest.raises(asyncio.CancelledError):
            await stale


async def test_a_question_that_was_given_up_does_not_hold_the_next(held):
    live, door = held
    older = asyncio.create_task(live.find("one"))
    await until(lambda: door.asked == ["one"])
    older.cancel()
    newest = asyncio.create_task(live.find("two"))
    await until(lambda: "two" in door.asked)
    door.go.set()
    assert [match.customer_id for match in await newest] == ["two"]


async def test_without_the_server_it_says_so_and_then_hangs_up(held):
    live, door = held
    door.go.set()
    door.down = True
    with pytest.raises(Unreachable):
        await live.find("one")
    await until(lambda: door.closed)


async def test_it_goes_on_through_the_door_of_a_new_sign_in(held):
    live, old = held
    old.go.set()
    await live.find("one")
    fresh = HeldDoor()
    fresh.go.set()
    await live.change(fresh)
    assert old.closed
    await live.find("two")
    assert fresh.asked == ["two"]


PHOTO = """
insert into vav.video_photos (id, call_id, contact_id, customer_id, person_id, at, consented_at,
    source, width, height, size, sha256, data)
values ('f1', 'v1', 'x', 'c-lille', 'person-zoe', 1, 1, 'camera', 4, 3, 3,
    encode(sha256('abc'), 'hex'), encode('abc', 'base64'))
"""


async def test_a_colleagues_photo_is_brought_here_once_with_its_picture(live, own_store, lille):
    lille.run(PHOTO)
    await live.fetch("c-lille")
    photo = VideoPhotoId("f1")
    assert (await own_store.read(video.photo, photo)).data == ""
    for _ in range(2):
        await live.picture(photo)
    assert (await own_store.read(video.photo, photo)).data == "YWJj"
    opened = "select count(*) from vav.audit where kind = 'video_photo' and action = 'opened'"
    assert lille.run(opened) == [(1,)]


async def test_a_photo_that_is_no_longer_there_is_gone(live, own_store, lille):
    lille.run(PHOTO)
    await live.fetch("c-lille")
    lille.run("delete from vav.video_photos")
    with pytest.raises(Gone):
        await live.picture(VideoPhotoId("f1"))
    with pytest.raises(Gone):
        await live.picture(VideoPhotoId("none"))


async def test_a_picture_that_is_not_what_was_taken_is_not_kept(live, own_store, lille):
    lille.run(PHOTO)
    await live.fetch("c-lille")
    await own_store.write(lambda c: c.exec_driver_sql("UPDATE video_photos SET sha256 = 'other'"))
    with pytest.raises(Invalid):
        await live.picture(VideoPhotoId("f1"))
    assert (await own_store.read(video.photo, VideoPhotoId("f1"))).data == ""
