"""The server goes from schema 1 to 2 while people work: calls wait for it, and are whole afterwards."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import Any

from desktop.domain.contacts import Channel, Contact
from desktop.domain.customers import Answer
from desktop.domain.ids import (
    AnswerId,
    ContactId,
    CustomerId,
    PersonId,
    VideoCallId,
    VideoPhotoId,
)
from desktop.domain.video.calls import VideoCall, VideoPhoto
from desktop.domain.video.happenings import EndReason, Source
from desktop.services.store import video
from desktop.services.store.shared import install
from tests.acceptance.desks import add_customers, notes, sql_desk

AS_IN_SCHEMA_1 = """
drop trigger set_waits on vav.answers;
drop trigger open_answers on vav.contacts;
drop trigger tell_insert on vav.answers;
drop policy for_select on vav.answers;
drop policy for_insert on vav.answers;
alter table vav.answers drop column person_id, drop column waits;
alter table vav.answers alter column customer_id set not null;
drop index vav.answers_of_contact;
drop function api.video_photo(text);
drop table vav.video_calls, vav.video_photos;
update vav.meta set value = '1' where name = 'schema'
"""
PICTURE = b"\xff\xd8"


def as_it_was(seeded) -> None:
    """Take from the server what the second step brought, and what it knows of it."""
    ((known,),) = seeded.run("select pg_get_functiondef('vav.kind_of(text)'::regprocedure)")
    for kind in ("video_call", "video_photo", "answer"):
        known = known.replace(f"when '{kind}' then 'id", f"when 'later_{kind}' then 'id")
    seeded.run(known)
    ((told,),) = seeded.run("select pg_get_functiondef('vav.counts()'::regprocedure)")
    seeded.run("\n".join(line for line in told.splitlines() if "vav.video_" not in line))
    ((told,),) = seeded.run(
        "select pg_get_functiondef('vav.rows_of(text[], text[], bigint[])'::regprocedure)"
    )
    before, rest = told.split("when 'video_call'")
    seeded.run(before + "when 'pinned_note'" + rest.split("when 'pinned_note'")[1])
    for statement in AS_IN_SCHEMA_1.split(";"):
        seeded.run(statement)


async def take(desk) -> None:
    """A contact with a call, a photo and an answer."""
    at = desk.clock.now()
    about: dict[str, Any] = {
        "contact_id": ContactId("k1"),
        "customer_id": CustomerId("c1"),
        "person_id": PersonId("person-lea"),
    }
    contact = Contact(
        id=ContactId("k1"),
        customer_id=CustomerId("c1"),
        person_id=PersonId("person-lea"),
        channel=Channel.CALL_IN,
        started_at=at - timedelta(minutes=5),
        ended_at=at,
        estimate=4,
    )
    call = VideoCall(id=VideoCallId("v1"), at=at, ended_at=at, end_reason=EndReason.DONE, **about)
    photo = VideoPhoto(
        id=VideoPhotoId("f1"),
        call_id=call.id,
        at=at,
        consented_at=at,
        source=Source.CAMERA,
        width=4,
        height=3,
        size=len(PICTURE),
        sha256=hashlib.sha256(PICTURE).hexdigest(),
        data="/9g=",
        **about,
    )
    answer = Answer(id=AnswerId("a1"), at=at, effort=2, **about)
    async with desk.store.unit() as unit:
        for fact in (call, photo, answer, contact):
            unit.record(fact)
    desk.engine.wake()


async def test_calls_wait_for_an_older_server_and_are_whole_once_it_was_upgraded(seeded, tmp_path):
    add_customers(seeded, 3)
    as_it_was(seeded)
    desk, other = (sql_desk(seeded, tmp_path, who) for who in ("lea", "karim"))
    async with desk.running(), other.running():
        await desk.drained()
        await other.drained()
        await take(desk)
        await desk.until(lambda status: status.held == 3 and not status.waiting)
        assert seeded.run("select estimate from vav.contacts") == [(4,)]
        assert desk.engine.status.rejected == 0
        with seeded.superuser() as connection:
            install.upgrade(connection)
        await other.pin("went on meanwhile")
        await desk.store.write(lambda c: c.exec_driver_sql("UPDATE outbox SET next_try = NULL"))
        desk.engine.wake()
        await desk.until(lambda status: not status.held and not status.waiting)
        await other.drained()
        assert notes(seeded) == ["went on meanwhile"]
        assert seeded.run("select data, waits from vav.video_photos, vav.answers") == [
            ("/9g=", False)
        ]
        (call,) = await other.store.read(video.calls_of, ContactId("k1"))
        assert call.end_reason is EndReason.DONE
        (photo,) = await other.store.read(video.photos_of, call.id)
        assert replace(photo, data="/9g=").sha256 == hashlib.sha256(PICTURE).hexdigest()
        assert await other.asked("SELECT effort FROM answers") == [(2,)]
        assert other.engine.status.pause is None
