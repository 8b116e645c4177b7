"""The application's side against the gateway itself, in this machine and on a name of its own."""

import asyncio
import base64
import hashlib
import json
import socket
from dataclasses import replace
from datetime import UTC, datetime

import aiohttp
import pytest
import trustme
from PySide6.QtGui import QImage

from desktop.domain.errors import VideoFailed
from desktop.domain.video.happenings import Delivery, EndReason
from desktop.domain.video.progress import Step
from desktop.domain.video.readiness import Unready, Where
from desktop.services.clock import Clock
from desktop.services.store import video as rows
from desktop.services.video import keeping
from tests.services.video.customer import opened
from tests.services.video.fake_gateway import gateway
from tests.services.video.world import LEA, draft, dying, kept, plan, until, until_kept, working


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def here(tmp_path):
    return replace(plan(tmp_path), here=True)


def jpeg(folder) -> bytes:
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    assert image.save(str(folder / "photo.jpg"))
    return (folder / "photo.jpg").read_bytes()


async def test_the_demonstration_makes_a_whole_call(store, clock, here, tmp_path):
    heard = []
    async with working(store, clock, here) as video:
        assert (video.readiness.where, video.readiness.why) == (Where.HERE, None)
        video.listen(heard.append)
        live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
        await video.send(live.asked.id, Delivery.HERE)
        async with opened(live.page, "/ws/advisor") as advisor, opened(live.link) as customer:
            await customer.hear("welcome")
            await customer.say(type="consent", lang="fr")
            await customer.hear("media")
            await customer.say(type="face")
            await until(lambda: heard[-1].progress.step is Step.CONNECTED)
            await customer.say(type="share", source="camera", width=640, height=480)
            await advisor.say(type="photo_ask", source="camera")
            await customer.send_photo(jpeg(tmp_path))
            await until(lambda: heard[-1].photos)
            await video.end(live.asked.id)
            await customer.hear("ended")
            await customer.say(type="effort", effort=3, words="Simple")
            await customer.hear("thanks")
        found = await until_kept(store, lambda one: not one.running)
    (call,), (photo,), (answer,) = found.calls, found.photos, found.answers
    assert (call.end_reason, call.delivery, call.photos) == (EndReason.DONE, Delivery.HERE, 1)
    assert hashlib.sha256(base64.b64decode(photo.data)).hexdigest() == photo.sha256
    assert (answer.effort, answer.words, answer.person_id) == (3, "Simple", "lea")


async def test_the_application_is_killed_and_its_own_gateway_with_it(store, clock, here):
    async with dying(store, clock, here) as video:
        live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
        async with opened(live.link) as customer:
            await customer.say(type="consent", lang="fr")
            await customer.hear("media")
            await customer.say(type="face")
            await until_log(store, "face")
    assert (await kept(store)).calls == []
    async with working(store, clock, here) as video:
        await video.settle()
        found = await until_kept(store, lambda one: one.calls)
    assert found.calls[0].end_reason in (EndReason.ADVISOR_GONE, EndReason.NETWORK)
    assert found.calls[0].face_at is not None


async def test_a_photo_that_was_not_fetched_is_fetched_after_a_restart_of_both(
    store, clock, here, tmp_path, monkeypatch
):
    """The gateway has lost the key of what it sealed, and gets it again."""

    async def later(*_args):
        return None

    with monkeypatch.context() as patched:
        patched.setattr(keeping, "fetched", later)
        async with working(store, clock, here) as video:
            live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
            async with opened(live.page, "/ws/advisor") as advisor, opened(live.link) as customer:
                await customer.say(type="consent", lang="fr")
                await customer.say(type="face")
                await customer.say(type="share", source="camera", width=640, height=480)
                await until_log(store, "share")
                await advisor.say(type="photo_ask", source="camera")
                await customer.send_photo(jpeg(tmp_path))
                await customer.say(type="leave")
                await customer.hear("ended")
                await customer.say(type="effort", effort=7, words="Long")
                await customer.hear("thanks")
    assert (await kept(store)).photos == []
    async with working(store, clock, here) as video:
        await video.settle()
        found = await until_kept(store, lambda one: not one.running)
    (photo,) = found.photos
    assert hashlib.sha256(base64.b64decode(photo.data)).hexdigest() == photo.sha256
    assert (len(found.calls), found.answers[0].effort) == (1, 7)


async def until_log(store, what):
    async def noted():
        (row,) = await store.read(rows.running)
        return [one["what"] for one in json.loads(row.log)]

    async with asyncio.timeout(5):
        while what not in await noted():
            await asyncio.sleep(0.02)


async def test_pages_that_stay_do_not_keep_the_application_open(store, clock, here):
    async with working(store, clock, here) as video:
        live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
        async with opened(live.page, "/ws/advisor"), opened(live.link) as customer:
            await customer.hear("welcome")
            async with asyncio.timeout(5):
                await video.close()


async def test_a_second_invitation_voids_the_first(store, clock, here):
    async with working(store, clock, here) as video:
        live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
        renewed = await video.renew(live.asked.id)
        async with opened(live.link) as old:
            assert (await old.line.receive()).type in (
                aiohttp.WSMsgType.CLOSE,
                aiohttp.WSMsgType.TEXT,
            )
        async with opened(renewed.link) as new:
            assert (await new.hear("welcome"))["advisor"] == "Léa Martin"
        again = await video.page_again(live.asked.id)
        async with opened(again.page, "/ws/advisor") as advisor:
            assert (await advisor.hear("welcome"))["role"] == "advisor"
        await video.end(live.asked.id, EndReason.NO_SHOW)
        found = await until_kept(store, lambda one: one.calls)
    assert found.calls[0].end_reason is EndReason.NO_SHOW


def free_port():
    with socket.socket() as ear:
        ear.bind(("127.0.0.1", 0))
        return ear.getsockname()[1]


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    made = trustme.CA()
    file = tmp_path_factory.mktemp("ca") / "ca.pem"
    made.cert_pem.write_to_path(str(file))
    return made, str(file)


def branch(folder, authority, *, names=("localhost",), **settings):
    """A gateway inside with a certificate for these names, bound to loopback all the same."""
    made, file = authority
    issued = made.issue_cert(*names)
    chain, key = folder / "chain.pem", folder / "key.pem"
    for blob in issued.cert_chain_pems:
        blob.write_to_path(str(chain), append=True)
    issued.private_key_pem.write_to_path(str(key))
    given = {
        "name": "localhost",
        "listen": "127.0.0.1",
        "port": free_port(),
        "certificate": chain,
        "certificate_key": key,
    }
    return replace(plan(folder, **given | settings), authority=file)


async def test_a_branch_has_its_own_over_tls(store, clock, tmp_path, authority):
    made = branch(tmp_path, authority)
    async with working(store, clock, made) as video:
        readiness = video.readiness
        assert (readiness.where, readiness.why, readiness.warning) == (Where.INSIDE, None, None)
        assert readiness.public == f"https://localhost:{made.settings.port}"
        live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
        assert live.link.startswith(readiness.public)
        await video.end(live.asked.id)
        await until_kept(store, lambda one: one.calls)


def elsewhere(made, **settings):
    return replace(made, settings=replace(made.settings, **settings))


TROUBLES = {
    Unready.CERTIFICATE_NAME: lambda made: branch(*made, names=("other.example",)),
    Unready.CERTIFICATE_UNTRUSTED: lambda made: replace(branch(*made), authority=_another(made[0])),
    Unready.CERTIFICATE_MISSING: lambda made: elsewhere(branch(*made), certificate=None),
    Unready.PORT_TAKEN: lambda made: branch(*made, listen="192.0.2.1"),
}


def _another(folder):
    file = folder / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(file))
    return str(file)


@pytest.mark.parametrize("why", TROUBLES, ids=str)
async def test_what_keeps_the_one_inside_from_being_used_is_said(
    store, clock, tmp_path, authority, why
):
    async with working(store, clock, TROUBLES[why]((tmp_path, authority))) as video:
        assert (video.readiness.where, video.readiness.why) == (Where.INSIDE, why)
        with pytest.raises(VideoFailed):
            await video.begin(draft(clock), LEA, pressed=clock.monotonic())


@pytest.mark.parametrize("why", TROUBLES, ids=str)
async def test_then_the_companys_is_used_and_the_reason_is_a_warning(
    store, clock, tmp_path, authority, why
):
    with gateway(clock.now) as company:
        made = elsewhere(TROUBLES[why]((tmp_path, authority)), gateway=company.url)
        made = replace(made, secret=plan(tmp_path, company).secret)
        async with working(store, clock, made) as video:
            readiness = video.readiness
            assert (readiness.where, readiness.why, readiness.warning) == (
                *(Where.COMPANY, None),
                why,
            )


async def test_an_expired_certificate_is_said(store, clock, tmp_path, authority):
    made = branch(tmp_path, authority)
    old = authority[0].issue_cert("localhost", not_after=datetime(2020, 1, 1, tzinfo=UTC))
    made.settings.certificate.write_bytes(b"".join(one.bytes() for one in old.cert_chain_pems))
    made.settings.certificate_key.write_bytes(old.private_key_pem.bytes())
    async with working(store, clock, made) as video:
        assert video.readiness.why is Unready.CERTIFICATE_EXPIRED


async def test_a_renewed_certificate_is_taken_at_the_next_look(store, clock, tmp_path, authority):
    made = branch(tmp_path, authority, names=("other.example",))
    async with working(store, clock, made) as video:
        assert video.readiness.why is Unready.CERTIFICATE_NAME
        new = authority[0].issue_cert("localhost")
        chain = b"".join(one.bytes() for one in new.cert_chain_pems)
        made.settings.certificate.write_bytes(chain)
        made.settings.certificate_key.write_bytes(new.private_key_pem.bytes())
        assert (await video.check()).ok
