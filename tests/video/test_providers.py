"""One suite for both providers, with a real coturn and a real Janus between real browsers."""

import asyncio
import json
import time
from dataclasses import replace

import pytest

from desktop.services.clock import Clock
from desktop.services.video.gateway.providers import Learnt, Role
from desktop.services.video.gateway.providers.janus import Janus as JanusProvider
from desktop.services.video.gateway.providers.janus_line import Server
from desktop.services.video.gateway.providers.janus_rooms import Rooms
from desktop.services.video.gateway.providers.p2p import PeerToPeer
from desktop.services.video.gateway.providers.relays import Relays
from tests.video.browser import FAKE_MEDIA, launched, until
from tests.video.media_servers import ADMIN_KEY, API_SECRET, TOKEN_SECRET, coturn, janus, make_janus  # noqa: F401 - fixtures
from tests.video.stage import CALL, Stage

pytestmark = pytest.mark.video


def through_janus(*urls: str, **spoiled: str):
    """A stage whose pictures go through these."""
    secrets = {"secret": API_SECRET, "token_secret": TOKEN_SECRET, "room_secret": ADMIN_KEY}
    servers = [Server(url=url, **{**secrets, **spoiled}) for url in urls]

    def make(url, tell):
        return JanusProvider(Rooms(servers, Clock()), Relays(), Clock(), tell, frozenset([url]))

    return make


@pytest.fixture
def staged():
    """Starts stages, and stops them."""
    stages = []

    def start(make=None, *, urls=(), **spoiled) -> Stage:
        stage = Stage(make or through_janus(*urls, **spoiled))
        stages.append(stage)
        stage.start()
        return stage

    yield start
    for stage in stages:
        stage.stop()


@pytest.fixture(params=["p2p", "relay", "janus"])
def stage(request, staged) -> Stage:
    """Peer to peer, the same through a relay only, and through a media server."""
    if request.param == "p2p":
        started = staged(lambda *_: PeerToPeer(Relays(), Clock()))
    elif request.param == "relay":
        server = request.getfixturevalue("coturn")
        relays = server.relays("udp", "tcp", only=True)
        started = staged(lambda *_: PeerToPeer(relays, Clock()))
    else:
        started = staged(urls=[request.getfixturevalue("janus").url])
    started.run(started.provider.open(CALL))
    return started


@pytest.fixture
def people(tabs):
    """Opens somebody's page on a stage; who works here has a camera on."""

    def come(stage: Stage, role: str):
        page = tabs(stage.url)
        enter(page, stage, role)
        return page

    return come


def enter(page, stage: Stage, role: str) -> None:
    page.evaluate(f"begin('{role}', '{stage.provider.name}')")
    page.until("Boolean(window.media)")
    if role != "customer":
        page.evaluate(
            "camera().then((own) => Promise.all([media.setAdvisorVideo(own.getVideoTracks()[0]),"
            " media.setAdvisorSound(own.getAudioTracks()[0])]))"
        )


def show(page, source: str) -> None:
    """The customer shows something, and speaks."""
    if source == "screen":
        page.evaluate(
            "screen_().then((own) => media.setCustomerSource('screen', own.getVideoTracks()[0]))"
        )
    else:
        page.evaluate(
            "camera().then((own) => { window.own = own; return Promise.all(["
            "media.setCustomerSource('camera', own.getVideoTracks()[0]),"
            "media.setCustomerSound(own.getAudioTracks()[0])]); })"
        )


def moves(page, kind: str, seconds: float = 15) -> None:
    """Pictures of this kind arrive, and go on arriving."""
    page.evaluate(f"mark('{kind}')")
    page.until(f"pictures('{kind}') > 2", seconds=seconds)


def still(page, kind: str) -> None:
    """No more pictures come."""

    def none() -> bool:
        page.evaluate(f"mark('{kind}')")
        time.sleep(0.5)
        return page.evaluate(f"pictures('{kind}')") == 0

    until(none, what=f"{kind} stands still")


def test_both_are_heard_and_a_muted_line_falls_silent(stage, people):
    advisor, customer = people(stage, "advisor"), people(stage, "customer")
    customer.until("seen.faces > 0")
    show(customer, "camera")
    for page in (advisor, customer):
        page.until("sound().then((count) => count === 1)")
    # One way by construction: no picture of the customer's comes back to them.
    assert customer.evaluate("Object.keys(seen.remote)") == ["advisor", "sound"]
    loud = "media.stats().then((all) => all.lines.find((one) => one.way === 'in' && one.kind === 'audio').bytes)"
    advisor.evaluate("media.setAdvisorSound(null)")

    def grew(seconds: float) -> int:
        before = customer.evaluate(loud)
        time.sleep(seconds)
        return customer.evaluate(loud) - before

    until(lambda: grew(0.4) < 200, what="silence")
    advisor.evaluate("camera().then((own) => media.setAdvisorSound(own.getAudioTracks()[0]))")
    until(lambda: grew(0.4) > 500, what="sound")


def test_the_end_of_a_call_ends_its_room(janus, staged, people):  # noqa: F811 - a fixture
    stage = staged(urls=[janus.url])
    stage.run(stage.provider.open(CALL))
    advisor, customer = people(stage, "advisor"), people(stage, "customer")
    show(customer, "camera")
    moves(customer, "advisor")
    moves(advisor, "camera")
    stage.run(stage.provider.close(CALL))
    still(customer, "advisor")
    still(advisor, "camera")
    customer.evaluate("media.restart()")  # what was closed for good does not come back
    still(customer, "advisor")


# A third person


def test_a_third_person_sees_and_is_seen(janus, staged, people):  # noqa: F811 - a fixture
    stage = staged(urls=[janus.url])
    stage.run(stage.provider.open(CALL))
    advisor, customer = people(stage, "advisor"), people(stage, "customer")
    show(customer, "camera")
    moves(advisor, "camera")
    third = people(stage, "third")
    for page, kinds in (
        (third, ("advisor", "camera")),
        (advisor, ("third", "camera")),
        (customer, ("third", "advisor")),
    ):
        for kind in kinds:
            moves(page, kind)
        assert page.until("sound().then((count) => count === 2)")
    assert set(customer.evaluate("Object.keys(seen.remote)")) == {
        "advisor",
        "sound",
        "third",
        "third-sound",
    }
    assert (CALL, Role.THIRD, Learnt.SERVER) in stage.learnt

    third.context.close()
    customer.until("!seen.remote.third && !seen.remote['third-sound']")
    moves(customer, "advisor")
    assert customer.evaluate("seen.states.at(-1)") == "connected"
    assert Learnt.LOST not in {what for *_, what in stage.learnt}, "a call goes on without them"


# Janus that goes, and who tries to get at it


def test_a_janus_that_is_restarted_in_mid_call(tmp_path, staged, people):
    own = make_janus(tmp_path)
    own.start()
    try:
        stage = staged(urls=[own.url])
        stage.run(stage.provider.open(CALL))
        advisor, customer = people(stage, "advisor"), people(stage, "customer")
        show(customer, "camera")
        moves(customer, "advisor")
        moves(advisor, "camera")
        own.kill()
        for page in (advisor, customer):
            page.until("seen.states.at(-1) === 'lost'")
        own.start()
        for page in (advisor, customer):
            page.until("seen.states.at(-1) === 'back'", seconds=20)
        moves(customer, "advisor")
        moves(advisor, "camera")
        told = [what for *_, what in stage.learnt]
        assert told[-1] is Learnt.BACK
        assert told.count(Learnt.LOST) == 2
    finally:
        own.kill()


def test_calls_go_to_the_janus_that_answers(janus, staged, people, unused_tcp_port):  # noqa: F811 - a fixture
    stage = staged(urls=[f"ws://127.0.0.1:{unused_tcp_port}", janus.url])
    assert stage.run(stage.provider.check()) is None
    stage.run(stage.provider.open(CALL))
    people(stage, "advisor")
    people(stage, "customer").until("seen.faces > 0")


def test_a_janus_that_is_down_or_lets_nobody_in_is_found_before_the_call(
    janus,  # noqa: F811 - a fixture
    staged,
    unused_tcp_port,
):
    down = "media_server_down"
    assert staged(urls=[f"ws://127.0.0.1:{unused_tcp_port}"]).run_check() == down
    wrong = {"secret": "x", "token_secret": "x"}
    assert staged(urls=[janus.url], **wrong).run_check() == down
    assert staged(urls=[janus.url], room_secret="x").run_check() == down
    # A signed token alone is enough, as is Janus' own secret.
    assert staged(urls=[janus.url], secret="").run_check() is None
    assert staged(urls=[janus.url], token_secret="").run_check() is None


def test_a_media_line_takes_a_ticket_once_from_its_own_pages_alone(janus, staged):  # noqa: F811 - a fixture
    stage = staged(urls=[janus.url])
    stage.run(stage.provider.open(CALL))
    ticket = stage.run(stage.media("customer"))["ticket"]
    assert stage.said(ticket, origin="https://elsewhere.example") == 403
    assert stage.said(ticket) == "ready"
    assert stage.said(ticket) == 4001
    assert stage.said("guess") == 4001
    assert stage.said("") == 4001
    late = stage.run(stage.media("customer"))["ticket"]
    stage.run(stage.provider.close(CALL))
    assert stage.said(late) == 4001


@pytest.mark.parametrize(
    "attack",
    [
        {"type": "up", "sdp": "v=0", "lines": {"0": "advisor"}},
        {"type": "up", "sdp": "v" * 70_000, "lines": {"0": "camera"}},
        {"type": "down", "from": "customer", "gen": 1, "sdp": "v=0"},
        "no object",
    ],
)
def test_who_says_what_they_may_not_is_shown_out(janus, staged, attack):  # noqa: F811 - a fixture
    stage = staged(urls=[janus.url])
    stage.run(stage.provider.open(CALL))
    ticket = stage.run(stage.media("customer"))["ticket"]
    assert stage.said(ticket, json.dumps(attack), shut=True) in {1008, 1009}


def test_words_for_janus_itself_reach_nothing(janus, staged):  # noqa: F811 - a fixture
    """Asked for its sessions, another plugin, the room's own destruction: nothing answers."""
    stage = staged(urls=[janus.url])
    stage.run(stage.provider.open(CALL))
    room = stage.provider._rooms.get(CALL).number
    words = [
        {"janus": "create", "transaction": "1"},
        {"janus": "attach", "plugin": "janus.plugin.streaming", "transaction": "2"},
        {"janus": "list_sessions", "admin_secret": "janusoverlord", "transaction": "3"},
        {"janus": "message", "body": {"request": "destroy", "room": room}, "transaction": "4"},
        {"type": "destroy", "room": room},
    ]
    ticket = stage.run(stage.media("customer"))["ticket"]
    assert stage.said(ticket, *map(json.dumps, words)) == "ready"
    assert stage.said(stage.run(stage.media("customer"))["ticket"]) == "ready"


def test_a_flood_closes_the_line(janus, staged):  # noqa: F811 - a fixture
    stage = staged(urls=[janus.url])
    stage.run(stage.provider.open(CALL))
    ticket = stage.run(stage.media("customer"))["ticket"]
    assert stage.said(ticket, *['{"type": "hello"}'] * 400, shut=True) == 1008


def test_a_janus_that_is_frozen_and_thawed(tmp_path, staged, people):
    """It says nothing any more, and its port still takes calls: worse than gone."""
    own = make_janus(tmp_path)
    own.start()
    try:
        stage = staged(urls=[own.url])
        stage.run(stage.provider.open(CALL))
        advisor, customer = people(stage, "advisor"), people(stage, "customer")
        moves(customer, "advisor")
        own.freeze()
        customer.until("seen.states.at(-1) === 'lost'", seconds=15)
        until(lambda: "ticket" not in stage.run(stage.media("customer")), seconds=20)
        asked = time.monotonic()
        media = [stage.run(stage.media("customer")) for _ in range(3)]
        assert all("ticket" not in one for one in media)
        assert time.monotonic() - asked < 10, "one of them waits, the others hear at once"
        own.thaw()
        moves(customer, "advisor", seconds=20)
        advisor.until("seen.states.at(-1) === 'connected' || seen.states.at(-1) === 'back'")
    finally:
        own.kill()


# Relays


def test_relays_are_tried_as_browsers_use_them(coturn):  # noqa: F811 - a fixture
    def down(**spoiled):
        relays = coturn.relays(**spoiled)
        dead = asyncio.run(relays.down(Clock()))
        assert dead in ((), relays.turn), "over UDP, TCP and TLS alike"
        return bool(dead)

    assert not down()
    assert down(secret="another")
    coturn.freeze()
    try:
        assert down()
    finally:
        coturn.thaw()
    assert not down()


def test_a_browser_uses_the_relay_over_tls_alone(coturn, staged):  # noqa: F811 - a fixture
    """Its authority is the test's own: this browser alone takes it."""
    stage = staged(lambda *_: PeerToPeer(coturn.relays("tls", only=True), Clock()))
    with launched(*FAKE_MEDIA, "--ignore-certificate-errors") as browser:
        pages = {role: browser.new_context().new_page() for role in ("advisor", "customer")}
        for role, page in pages.items():
            page.goto(stage.url)
            enter(page, stage, role)
        pages["customer"].until("seen.faces > 0")
        pages["customer"].until("seen.via === 'relay'")


def test_a_certificate_that_nobody_trusts_is_a_relay_that_is_down(coturn):  # noqa: F811 - a fixture
    relays = replace(coturn.relays("tls"), authorities="")
    assert asyncio.run(PeerToPeer(relays, Clock()).check()) == "relay_down"


def test_a_relay_that_is_dead_for_twelve_seconds(coturn, staged, people):  # noqa: F811 - a fixture
    stage = staged(lambda *_: PeerToPeer(coturn.relays("udp", only=True), Clock()))
    advisor, customer = people(stage, "advisor"), people(stage, "customer")
    moves(customer, "advisor")
    coturn.freeze()
    try:
        customer.until("seen.states.at(-1) === 'lost'", seconds=20)
        time.sleep(4)
    finally:
        coturn.thaw()
    moves(customer, "advisor", seconds=30)
    customer.until("seen.states.at(-1) === 'back'")
    advisor.until("seen.states.at(-1) === 'back'")
