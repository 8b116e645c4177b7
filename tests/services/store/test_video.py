"""Calls under way survive what kills the application; photos leave whole, and behind the rest."""

import base64
import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.errors import Gone
from desktop.domain.ids import ContactId, CustomerId, PersonId, VideoCallId, VideoPhotoId
from desktop.domain.outbox import LineState
from desktop.domain.video.calls import Asked, VideoCall, VideoPhoto
from desktop.domain.video.happenings import EndReason, Source, What
from desktop.services.store import attention, outbox, replica, replica_rows, video
from desktop.services.store.local import LocalStore
from tests.conftest import NOON
from tests.services.store.facts_of import CLAIRE, LEA, NOW, answer, contact, lines, push, record

CALL = VideoCallId("v1")
K1 = ContactId("k1")
ASKED = Asked(
    id=CALL,
    contact_id=K1,
    customer_id=CLAIRE,
    person_id=LEA,
    at=NOON,
    gateway="https://visio.example",
    seal="c2VhbA==",
    offset_ms=-250,
)


def told(n: int, what: str, **detail):
    return {"n": n, "at": NOW + n, "what": what, **detail}


def photo(name: str = "f1", content: bytes = b"\xff\xd8jpeg") -> VideoPhoto:
    return VideoPhoto(
        id=VideoPhotoId(name),
        call_id=CALL,
        contact_id=K1,
        customer_id=CLAIRE,
        person_id=LEA,
        at=NOON,
        consented_at=NOON - timedelta(seconds=3),
        source=Source.CAMERA,
        width=1280,
        height=720,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        data=base64.b64encode(content).decode(),
    )


def call(name: str = "v1", at=NOON, contact_id: str = "k1") -> VideoCall:
    return VideoCall(
        id=VideoCallId(name),
        contact_id=ContactId(contact_id),
        customer_id=CLAIRE,
        person_id=LEA,
        at=at,
        ended_at=at + timedelta(minutes=4),
        end_reason=EndReason.DONE,
        shares=(("camera", at.isoformat(), (at + timedelta(minutes=1)).isoformat()),),
    )


async def test_a_call_under_way_is_found_again_by_another_run(store, clock):
    await store.write(video.keep_running, ASKED, '{"link": "x"}')
    await store.write(video.note_log, CALL, [told(1, "created", provider="p2p")])
    await store.write(video.note_log, CALL, json.dumps([told(3, "face"), told(2, "opened")]))
    await store.close()
    again = await LocalStore.open(store.path, clock)
    (found,) = await again.read(video.running, LEA)
    assert found.asked == ASKED
    assert [one.what for one in found.happenings] == [What.CREATED, What.OPENED, What.FACE]
    assert (found.recorded, found.doc) == (False, '{"link": "x"}')
    assert await again.read(video.running, PersonId("p9")) == []
    await again.close()


async def test_a_log_told_twice_is_kept_once_and_what_is_not_understood_stays_in_it(store):
    await store.write(video.keep_running, ASKED)
    newer = told(2, "hologram", depth=3)
    for _ in range(2):
        await store.write(video.note_log, CALL, [told(1, "created"), newer, told(3, "ended")])
    (found,) = await store.read(video.running)
    assert json.loads(found.log)[1] == newer
    assert [one.n for one in found.happenings] == [1, 3]


async def test_asking_again_keeps_the_log(store):
    await store.write(video.keep_running, ASKED)
    await store.write(video.note_log, CALL, [told(1, "created")])
    await store.write(video.mark_recorded, CALL)
    await store.write(video.keep_running, replace(ASKED, gateway="elsewhere"), '{"renewed": 1}')
    (found,) = await store.read(video.running)
    assert (found.asked.gateway, found.doc) == (ASKED.gateway, '{"renewed": 1}')
    assert (len(found.happenings), found.recorded) == (1, True)
    await store.write(video.drop_running, CALL)
    await store.write(video.note_log, CALL, [told(2, "ended")])
    assert await store.read(video.running) == []


async def test_calls_and_photos_are_read_by_contact_call_and_id(store):
    later = call("v0", at=NOON + timedelta(minutes=5))
    await record(store, later, call(), call("v9", contact_id="k9"), photo(), photo("f2"))
    assert await store.read(video.calls_of, K1) == (call(), later)
    assert await store.read(video.photo, VideoPhotoId("f1")) == photo()
    assert await store.read(video.photos_of, CALL) == (
        replace(photo(), data=""),
        replace(photo("f2"), data=""),
    )
    assert len(await store.read(video.photos_of_contact, K1)) == 2
    assert await store.read(video.recorded, ["v1", "f1", "f7", "a1"]) == {"v1", "f1"}
    with pytest.raises(Gone):
        await store.read(video.photo, VideoPhotoId("f7"))


async def test_a_photo_leaves_whole_and_is_kept_once(store):
    await record(store, photo())
    body = await store.read(lambda c: json.loads(lines(c)["f1"]["body"]))
    assert "data" not in body
    (fact,) = await push(store)
    assert fact["body"]["data"] == photo().data
    assert fact["body"] == {**body, "data": photo().data}


async def test_what_was_said_later_does_not_wait_behind_a_photo(store):
    await record(store, photo(), photo("f2"), contact("k1"), call())
    first = await push(store)
    assert [one["kind"] for one in first] == ["contact", "video_call"]
    await answer(store, first)
    (second,) = await push(store)
    await answer(store, [second])
    (third,) = await push(store)
    assert [second["body"]["id"], third["body"]["id"]] == ["f1", "f2"]
    assert [one["dseq"] for one in (*first, second, third)] == [1, 2, 3, 4]
    await answer(store, [third])
    assert await push(store) == []


async def test_a_photo_whose_fate_is_unknown_leaves_again_under_the_same_number(store):
    await record(store, photo())
    (first,) = await push(store)
    await store.write(outbox.postpone, [first["op_id"]], NOW + 1000)
    await record(store, contact("k2"))
    (other,) = await push(store)
    assert (other["dseq"], other["kind"]) == (2, "contact")
    await answer(store, [other])
    (again,) = await push(store, NOW + 1000)
    assert again == first


async def test_an_export_holds_the_pictures_that_nobody_else_has(store):
    await record(store, photo())
    (told_,) = await store.read(attention.export)
    assert told_["body"]["data"] == photo().data


async def test_a_pull_of_ones_own_photo_keeps_its_picture(store):
    await record(store, photo())
    body = await store.read(lambda c: json.loads(lines(c)["f1"]["body"]))
    row = {"kind": "video_photo", "id": "f1", "seq": 5, "body": body}
    await store.write(replica.apply, [row], NOW)
    assert (await store.read(video.photo, VideoPhotoId("f1"))).data == photo().data


async def test_a_colleagues_photo_comes_without_its_picture_which_can_be_kept(store):
    await record(store, photo())
    body = await store.read(lambda c: json.loads(lines(c)["f1"]["body"]))
    row = {"kind": "video_photo", "id": "f5", "seq": 5, "body": {**body, "id": "f5"}}
    await store.write(replica.apply, [row], NOW)
    assert (await store.read(video.photo, VideoPhotoId("f5"))).data == ""
    await store.write(replica_rows.keep_picture, "f5", photo().data)
    assert (await store.read(video.photo, VideoPhotoId("f5"))).data == photo().data
    await store.write(replica_rows.keep_picture, "f5", "b3RoZXI=")
    assert (await store.read(video.photo, VideoPhotoId("f5"))).data == photo().data


async def test_a_server_that_does_not_know_calls_has_them_held_and_nothing_is_lost(store):
    await record(store, call(), photo())
    for _ in range(2):
        await answer(store, await push(store), "hold")
    found = await store.read(lines)
    assert {one["state"] for one in found.values()} == {LineState.HELD.value}
    later = await push(store, NOW + outbox.HOUR)
    assert [one["kind"] for one in later] == ["video_call"]
    await answer(store, later, now=NOW + outbox.HOUR)
    (whole,) = await push(store, NOW + outbox.HOUR)
    assert whole["body"]["data"] == photo().data


async def test_whose_call_it_is_may_be_found_in_the_middle_of_it(store):
    await record(store, replace(contact("k1"), customer_id=CustomerId("c7")))
    assert await store.read(video.customer_of, K1) == "c7"
    assert await store.read(video.customer_of, ContactId("k2")) is None


async def test_a_customer_who_is_erased_takes_the_call_under_way_along(store):
    await store.write(video.keep_running, ASKED)
    await record(store, call(), photo())
    rows = [
        {"kind": kind, "id": one, "seq": 9, "body": None, "erased": True}
        for kind, one in (("customer", CLAIRE), ("video_call", "v1"), ("video_photo", "f1"))
    ]
    await store.write(replica.apply, rows, NOW)
    assert await store.read(video.running) == []
    assert await store.read(video.calls_of, K1) == ()
    assert await store.read(video.photos_of, CALL) == ()
