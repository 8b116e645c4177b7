"""A colleague is asked into a call on their own link; who asked hears it when they decline."""

from datetime import timedelta

import pytest

from desktop.domain.errors import VideoFailed
from desktop.domain.video.happenings import What
from desktop.services.video.gateway.admission import TurnedAway
from desktop.services.video.gateway.calls import New
from desktop.services.video.gateway.config import GatewayConfig
from desktop.services.video.gateway.core import Core
from desktop.services.video.gateway.links import Links
from desktop.services.video.gateway.providers import Role
from desktop.services.video.gateway.thirds import Thirds
from desktop.services.video.gateway.watches import Watches
from tests.services.video.gateway.gate import FakeProvider
from tests.services.video.gateway.people import somebody


class World:
    """A gateway's core, its links, and a call."""

    def __init__(self, clock, tmp_path):
        self.clock = clock
        self.provider = FakeProvider()
        self.core = Core.of(GatewayConfig(data=tmp_path), self.provider, clock)
        self.links = Links()
        self.watches = Watches(self.core.calls)
        self.thirds = Thirds(self.core, self.links, self.watches)
        self.call = self.made("call-0001")

    def made(self, name: str, key: str = "acme"):
        return self.core.calls.make(
            New(
                id=name,
                key=key,
                at=self.clock.now() - timedelta(seconds=1),
                lang="fr",
                company="Exemple",
                provider="fake",
                advisor="Sonia Leroy",
                seal=b"s" * 32,
                check="c",
                tokens=(f"{name}-i", f"{name}-a"),
            )
        )

    def come(self, token: str):
        return self.core.admission.redeem(token, frozenset({Role.ADVISOR, Role.THIRD}))


@pytest.fixture
def world(clock, tmp_path) -> World:
    return World(clock, tmp_path)


def test_a_colleague_is_asked_and_comes_by_a_token_of_their_own(world):
    _, told = somebody(world.links, "lead", role="lead", available=False)
    _, other = somebody(world.links, "other")
    world.thirds.ask(world.call, "lead")
    (invited,) = told.take("invited")
    assert invited["call"] == "call-0001"
    assert invited["from"] == "Sonia Leroy"
    assert invited["until"] == world.core.now() + 60_000
    assert other.types() == []
    call, seat = world.come(invited["token"])
    assert (call, seat.role, seat.person, seat.name) == (world.call, Role.THIRD, "lead", "Lead")
    with pytest.raises(TurnedAway, match="used"):
        world.come(invited["token"])


def test_the_token_is_good_for_a_minute(world):
    _, told = somebody(world.links, "lead")
    world.thirds.ask(world.call, "lead")
    world.clock.advance(seconds=60)
    with pytest.raises(TurnedAway, match="expired"):
        world.come(told.take("invited")[0]["token"])


@pytest.mark.parametrize(
    ("person", "third", "code"),
    [("nobody", True, "unknown"), ("lead", False, "taken"), ("foreign", True, "unknown")],
)
def test_who_cannot_be_asked_is_not(world, person, third, code):
    _, told = somebody(world.links, "lead")
    _, foreign = somebody(world.links, "foreign", key="other")
    world.provider.third = third
    with pytest.raises(VideoFailed, match=code):
        world.thirds.ask(world.call, person)
    assert told.types() == foreign.types() == []


def test_nobody_is_asked_into_a_call_that_is_over(world):
    somebody(world.links, "lead")
    world.call.ended = world.clock.monotonic()
    with pytest.raises(VideoFailed, match="ended"):
        world.thirds.ask(world.call, "lead")


def test_declining_is_told_to_who_follows_the_call_and_voids_the_token(world):
    lead, told = somebody(world.links, "lead")
    asker, told_asker = somebody(world.links, "sonia")
    other, told_other = somebody(world.links, "other")
    world.watches.watch(asker, "call-0001", 0)
    told_asker.clear()
    world.thirds.ask(world.call, "lead")
    token = told.take("invited")[0]["token"]
    world.thirds.decline(other, "call-0001")
    assert told_asker.types() == []
    world.thirds.decline(lead, "call-0001")
    world.thirds.decline(lead, "call-0001")
    assert told_asker.take("declined") == [
        {"type": "declined", "call": "call-0001", "person": "lead"}
    ]
    assert told_other.types() == []
    with pytest.raises(TurnedAway, match="expired"):
        world.come(token)


def test_asking_another_voids_what_the_first_was_given(world):
    _, told = somebody(world.links, "lead")
    _, told_bea = somebody(world.links, "bea")
    world.thirds.ask(world.call, "lead")
    world.thirds.ask(world.call, "bea")
    invited, gone = told.take("invited"), told.take("uninvited")
    assert gone == [{"type": "uninvited", "call": "call-0001"}]
    with pytest.raises(TurnedAway, match="expired"):
        world.come(invited[0]["token"])
    _, seat = world.come(told_bea.take("invited")[0]["token"])
    assert seat.person == "bea"


def test_a_link_follows_a_call_from_where_it_left_off(world):
    anne, told = somebody(world.links, "anne")
    world.core.calls.tell(world.call, What.OFFERED, by="qr")
    world.watches.watch(anne, "call-0001", 1)
    world.core.calls.tell(world.call, What.OPENED, lang="fr")
    assert [one["happening"]["n"] for one in told.take("happened")] == [2, 3]
    world.watches.watch(anne, "call-0001", 2)
    world.core.calls.tell(world.call, What.CONSENTED)
    assert [one["happening"]["n"] for one in told.take("happened")] == [3, 4]
    world.watches.leave(anne)
    world.core.calls.tell(world.call, What.FACE)
    assert told.types() == []


def test_another_key_follows_nothing(world):
    foreign, told = somebody(world.links, "foreign", key="other")
    world.watches.watch(foreign, "call-0001", 0)
    world.watches.watch(foreign, "call-none", 0)
    world.core.calls.tell(world.call, What.OPENED, lang="fr")
    assert told.types() == []
    assert world.watches.of("call-0001") == []


def test_a_link_follows_a_bounded_number_of_calls(world):
    anne, told = somebody(world.links, "anne")
    for n in range(60):
        world.made(f"call-1{n:03}")
        world.watches.watch(anne, f"call-1{n:03}", 0)
    told.clear()
    for n in range(60):
        world.core.calls.tell(world.core.calls.get(f"call-1{n:03}"), What.OPENED, lang="fr")
    assert len(told.take("happened")) == 50


def test_nobody_is_asked_into_a_call_that_ended(world):
    _, told = somebody(world.links, "lead")
    world.thirds.ask(world.call, "lead")
    told.take("invited")
    world.core.calls.tell(world.call, What.ENDED, reason="done")
    assert told.take("uninvited") == [{"type": "uninvited", "call": "call-0001"}]
    world.core.calls.tell(world.call, What.ANSWER, sealed="")
    assert told.types() == []
