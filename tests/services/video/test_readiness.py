"""Whether a call can be begun, and why not: known before the key."""

from dataclasses import replace

import pytest

from desktop.domain.errors import NotSent, Unsent, VideoFailed
from desktop.domain.video.happenings import Delivery
from desktop.domain.video.readiness import Unready, Where
from desktop.services.changes import Changes
from desktop.services.video.client import Video
from tests.services.gateways.message_server import YES, serving
from tests.services.gateways.test_messages import service
from tests.services.video.fake_gateway import KEY, gateway
from tests.services.video.world import LEA, QuickClock, draft, plan, until, working


@pytest.fixture
def clock():
    return QuickClock()


@pytest.fixture
def fake(clock):
    with gateway(clock.now) as made:
        yield made


async def look(store, clock, made):
    async with working(store, clock, made) as video:
        return video.readiness


async def test_before_anybody_looked_it_is_being_checked(store, clock, tmp_path):
    video = Video(store, clock, Changes(), plan(tmp_path))
    assert video.readiness.why is Unready.CHECKING
    await video.close()


async def test_nothing_configured_is_said(store, clock, tmp_path):
    readiness = await look(store, clock, plan(tmp_path))
    assert (readiness.where, readiness.why) == (None, Unready.NOT_CONFIGURED)


async def test_the_companys_is_ready(store, clock, tmp_path, fake):
    readiness = await look(store, clock, plan(tmp_path, fake))
    assert (readiness.where, readiness.why, readiness.warning) == (Where.COMPANY, None, None)
    assert (readiness.provider, readiness.third) == ("p2p", True)
    assert readiness.public == fake.url.replace("127.0.0.1", "localhost")


@pytest.mark.parametrize(
    ("health", "why", "warning"),
    [
        ({"ok": True, "why": "relay_down"}, None, Unready.RELAY_DOWN),
        ({"ok": False, "why": "media_server_down"}, Unready.MEDIA_SERVER_DOWN, None),
        ({"ok": False, "why": "full_moon"}, Unready.NOT_A_GATEWAY, None),
        ({"ok": False, "why": ""}, Unready.NO_ANSWER, None),
        ({"now": "noon"}, Unready.NOT_A_GATEWAY, None),
    ],
)
async def test_what_the_gateway_says_of_itself(store, clock, tmp_path, fake, health, why, warning):
    fake.health |= health
    readiness = await look(store, clock, plan(tmp_path, fake))
    assert (readiness.why, readiness.warning) == (why, warning)


@pytest.mark.parametrize(
    ("protocol", "why"),
    [(0, Unready.TOO_OLD), (2, Unready.TOO_OLD), (None, Unready.NOT_A_GATEWAY)],
)
async def test_another_protocol_is_said(store, clock, tmp_path, fake, protocol, why):
    fake.protocol = protocol
    assert (await look(store, clock, plan(tmp_path, fake))).why is why


@pytest.mark.parametrize("key", ["", "another", "k" * 500])
async def test_a_wrong_key_is_said(store, clock, tmp_path, fake, key):
    made = replace(plan(tmp_path, fake), secret=lambda _name: key)
    assert (await look(store, clock, made)).why is Unready.KEY_REFUSED


async def test_a_keyring_is_asked_again_only_where_it_may_help(store, clock, tmp_path, fake):
    asked, keys = [], ["wrong", KEY]

    def secret(name):
        asked.append(name)
        return keys.pop(0)

    async with working(store, clock, replace(plan(tmp_path, fake), secret=secret)) as video:
        assert video.readiness.why is Unready.KEY_REFUSED
        for _ in range(3):
            assert (await video.check()).ok
    assert asked == [f"video-gateway:{fake.url}"] * 2


async def test_nobody_there_is_said_and_a_return_is_noticed(store, clock, tmp_path, fake):
    made = plan(tmp_path, fake)
    fake.refusing["health"] = (502, "")
    async with working(store, clock, made) as video:
        assert video.readiness.why is Unready.NO_ANSWER
        with pytest.raises(VideoFailed):
            await video.begin(draft(clock), LEA, pressed=clock.monotonic())
        fake.refusing.clear()
        assert (await video.check()).ok
        await until(lambda: fake.links)
        fake.refusing["health"] = (503, "provider")
        assert (await video.check()).why is Unready.MEDIA_SERVER_DOWN


async def test_what_is_no_gateway_is_said(store, clock, tmp_path):
    with serving((200, "<html>Bienvenue</html>")) as web:
        made = plan(tmp_path, gateway=None)
        url = web.url.removesuffix("/send")
        settings = replace(made.settings, gateway=url)
        made = replace(made, settings=settings, secret=lambda _name: KEY)
        assert (await look(store, clock, made)).why is Unready.NOT_A_GATEWAY
    assert (await look(store, clock, made)).why is Unready.NO_ANSWER


async def test_a_gateway_is_never_followed_elsewhere(store, clock, tmp_path, fake):
    with serving((302, ""), headers={"Location": f"{fake.url}/api/health"}) as web:
        made = plan(tmp_path, fake)
        settings = replace(made.settings, gateway=web.url.removesuffix("/send"))
        readiness = await look(store, clock, replace(made, settings=settings))
    assert (readiness.why, fake.asked) == (Unready.NOT_A_GATEWAY, [])


async def test_the_ways_to_send_are_known_before_the_key(store, clock, tmp_path, fake):
    with serving((200, YES)) as at:
        made = plan(tmp_path, fake, sms=service(at))
        async with working(store, clock, made) as video:
            assert video.can_send(Delivery.SMS) is Unsent.NO_SECRET
            assert video.can_send(Delivery.EMAIL) is Unsent.NOT_CONFIGURED
            assert video.can_send(Delivery.QR) is None


def sending(made):
    words = {"sms": "s3cret", f"video-gateway:{made.settings.gateway}": KEY}
    return replace(
        made, secret=lambda name: words.get(name, ""), text=lambda _, link: f"Venez : {link}"
    )


async def test_a_message_leaves_and_the_gateway_hears_of_it(store, clock, tmp_path, fake):
    with serving("cut", (200, YES)) as at:
        made = sending(plan(tmp_path, fake, sms=service(at)))
        async with working(store, clock, made) as video:
            heard = []
            video.listen(heard.append)
            live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
            assert video.can_send(Delivery.SMS) is None
            await video.send(live.asked.id, Delivery.SMS, "06 39 98 12 34")
            await until(lambda: heard and heard[-1].progress.delivery is Delivery.SMS)
        assert len(set(at.keys)) == 1
        (_, sent) = at.bodies
        assert sent["message"]["text"] == f"Venez : {live.link}"


async def test_the_same_asked_again_sends_one_until_one_left(store, clock, tmp_path, fake):
    with serving("cut", "cut", "cut", (200, YES)) as at:
        made = sending(plan(tmp_path, fake, sms=service(at)))
        async with working(store, clock, made) as video:
            live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
            with pytest.raises(NotSent) as told:
                await video.send(live.asked.id, Delivery.SMS, "0639981234")
            assert told.value.why is Unsent.NO_ANSWER
            await video.send(live.asked.id, Delivery.SMS, "0639981234")
            assert len(set(at.keys)) == 1
            await video.send(live.asked.id, Delivery.SMS, "0639981234")
            assert len(set(at.keys)) == 2


async def test_a_message_that_left_is_no_failure_where_the_gateway_is_silent(
    store, clock, tmp_path, fake
):
    with serving((200, YES)) as at:
        made = sending(plan(tmp_path, fake, sms=service(at)))
        async with working(store, clock, made) as video:
            live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
            fake.refusing["offered"] = (500, "")
            await video.send(live.asked.id, Delivery.SMS, "0639981234")
            await until(lambda: f"POST /api/calls/{live.asked.id}/offered" in fake.asked)
            fake.refusing.clear()
            await until(lambda: "offered" in str(fake.calls[live.asked.id]["log"]))
