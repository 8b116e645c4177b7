"""A press rings who is free, is won once, and ends: by a call, by the truth, or by leaving."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import VideoFailed
from desktop.services.video.gateway.links import Links
from desktop.services.video.gateway.presses import A_MINUTE, AT_ONCE, Presses, Spot, State
from tests.conftest import FakeClock
from tests.services.video.gateway.people import SPOT, Told, press, somebody


@pytest.fixture
def links() -> Links:
    return Links()


@pytest.fixture
def presses(links: Links, clock: FakeClock) -> Presses:
    return Presses(links, clock)


def test_a_press_rings_all_who_are_available_and_nobody_else(links, presses):
    _, anne = somebody(links, "anne")
    _, bea = somebody(links, "bea")
    _, away = somebody(links, "away", available=False)
    _, elsewhere = somebody(links, "elsewhere", team="t-south")
    _, foreign = somebody(links, "foreign", key="other")
    made, page = press(presses, number="4018277")
    assert page == [{"type": "ringing", "press": made.id, "free": True}]
    for told in (anne, bea):
        (ring,) = told.take("ring")
        assert ring == {
            "type": "ring",
            "press": made.id,
            "place": "counter",
            "title": "Accueil",
            "who": {"number": "4018277"},
            "pressed_ago_ms": 0,
        }
    assert away.types() == elsewhere.types() == foreign.types() == []


def test_the_first_to_take_wins_and_the_others_hear_that_it_is_over(links, presses, clock):
    anne, told_anne = somebody(links, "anne")
    bea, told_bea = somebody(links, "bea")
    made, _ = press(presses, phone="0639980102")
    clock.advance(seconds=4)
    presses.take(bea, made.id)
    presses.take(anne, made.id)
    (won,) = told_bea.take("won")
    assert won["who"] == {"phone": "0639980102"}
    assert won["pressed_ago_ms"] == 4000
    assert told_anne.types() == ["ring", "quiet", "lost"]


def test_another_team_and_another_key_take_nothing(links, presses):
    somebody(links, "anne")
    south, told_south = somebody(links, "south", team="t-south")
    twin, told_twin = somebody(links, "anne", key="other")
    made, _ = press(presses)
    presses.take(south, made.id)
    presses.take(twin, made.id)
    assert told_south.types() == told_twin.types() == ["lost"]
    assert made.state is State.RINGING
    with pytest.raises(VideoFailed, match="taken"):
        presses.claim("acme", made.id)


def test_the_winner_makes_the_call_and_the_page_gets_its_invitation(links, presses, clock):
    anne, told = somebody(links, "anne")
    made, page = press(presses)
    clock.advance(seconds=2)
    presses.take(anne, made.id)
    clock.advance(seconds=1)
    with pytest.raises(VideoFailed, match="unknown"):
        presses.claim("other", made.id)
    claimed = presses.claim("acme", made.id)
    assert claimed.taken_at - claimed.at == 2000
    with pytest.raises(VideoFailed, match="taken"):
        presses.claim("acme", made.id)
    assert presses.begun(claimed, "token", "Anne")
    assert page[-1] == {"type": "taken", "invite": "token", "advisor": "Anne"}
    with pytest.raises(VideoFailed, match="unknown"):
        presses.claim("acme", made.id)
    clock.advance(seconds=60)
    presses.tick()
    assert page.types() == ["ringing", "taken"]
    assert told.types() == ["ring", "won"]


def test_after_15_seconds_the_truth_is_told(links, presses, clock):
    anne, told = somebody(links, "anne")
    made, page = press(presses)
    clock.advance(seconds=14.9)
    presses.tick()
    assert page.types() == ["ringing"]
    clock.advance(seconds=0.1)
    presses.tick()
    assert page.types() == ["ringing", "nobody"]
    assert told.types() == ["ring", "quiet"]
    presses.take(anne, made.id)
    assert told.types() == ["ring", "quiet", "lost"]


def test_with_nobody_there_it_is_said_at_once_and_the_first_to_come_is_rung(links, presses, clock):
    made, page = press(presses)
    assert page == [{"type": "ringing", "press": made.id, "free": False}]
    clock.advance(seconds=9)
    anne, told = somebody(links, "anne", available=False)
    assert told.types() == []
    links.set_available(anne, True)
    assert told.take("ring")[0]["pressed_ago_ms"] == 9000
    assert page[-1]["free"] is True
    links.set_available(anne, False)
    assert told.types() == ["quiet"]
    assert page[-1]["free"] is False
    clock.advance(seconds=6)
    presses.tick()
    assert page[-1] == {"type": "nobody"}


def test_leaving_ends_the_press_whoever_holds_it(links, presses):
    anne, told = somebody(links, "anne")
    ringing, page = press(presses)
    presses.cancel(ringing)
    assert told.types() == ["ring", "quiet"]
    taken, _ = press(presses)
    presses.take(anne, taken.id)
    presses.cancel(taken)
    assert told.types()[-3:] == ["ring", "won", "quiet"]
    with pytest.raises(VideoFailed, match="unknown"):
        presses.claim("acme", taken.id)
    assert page.types() == ["ringing"]


def test_leaving_while_the_call_is_made_is_seen_by_who_makes_it(links, presses):
    anne, _ = somebody(links, "anne")
    made, page = press(presses)
    presses.take(anne, made.id)
    claimed = presses.claim("acme", made.id)
    presses.cancel(made)
    assert not presses.begun(claimed, "token", "Anne")
    assert page.types() == ["ringing"]


def test_a_winner_who_makes_no_call_gives_the_press_back(links, presses, clock):
    anne, told_anne = somebody(links, "anne")
    bea, told_bea = somebody(links, "bea")
    made, page = press(presses)
    presses.take(anne, made.id)
    clock.advance(seconds=5)
    presses.tick()
    assert told_anne.types() == ["ring", "won", "quiet"]
    assert told_bea.types() == ["ring", "quiet", "ring"]
    assert told_bea[-1]["pressed_ago_ms"] == 5000
    with pytest.raises(VideoFailed, match="taken"):
        presses.claim("acme", made.id)
    presses.take(bea, made.id)
    assert presses.begun(presses.claim("acme", made.id), "token", "Bea")
    assert page.types() == ["ringing", "taken"]


def test_a_winner_whose_link_goes_gives_it_back_at_once(links, presses, clock):
    anne, _ = somebody(links, "anne")
    _, told_bea = somebody(links, "bea")
    made, _ = press(presses)
    presses.take(anne, made.id)
    clock.advance(seconds=1)
    links.leave(anne)
    assert told_bea.types() == ["ring", "quiet", "ring"]
    assert made.state is State.RINGING


def test_two_winners_whose_links_go_at_once_both_give_back(links, presses):
    anne, _ = somebody(links, "anne")
    bea, _ = somebody(links, "bea")
    _, told = somebody(links, "cleo")
    one, _ = press(presses)
    two, _ = press(presses, address="192.0.2.2")
    presses.take(anne, one.id)
    presses.take(bea, two.id)
    links.leave(anne)
    links.leave(bea)
    assert {one.state, two.state} == {State.RINGING}
    assert told.types() == ["ring", "ring", "quiet", "quiet", "ring", "ring"]


def test_a_winner_that_dies_late_leaves_nobody(links, presses, clock):
    anne, _ = somebody(links, "anne")
    somebody(links, "bea")
    made, page = press(presses)
    clock.advance(seconds=12)
    presses.take(anne, made.id)
    clock.advance(seconds=4)
    presses.tick()
    assert page.types() == ["ringing"]
    clock.advance(seconds=1)
    presses.tick()
    assert page.types() == ["ringing", "nobody"]


def test_a_call_that_cannot_be_made_gives_the_press_back(links, presses):
    anne, _ = somebody(links, "anne")
    _, told_bea = somebody(links, "bea")
    made, page = press(presses)
    presses.take(anne, made.id)
    presses.failed(presses.claim("acme", made.id))
    assert told_bea.types() == ["ring", "quiet", "ring"]
    assert page.types() == ["ringing"]


def test_the_only_person_failing_leaves_a_page_that_knows_that_nobody_is_free(
    links, presses, clock
):
    anne, _ = somebody(links, "anne")
    made, page = press(presses)
    presses.take(anne, made.id)
    clock.advance(seconds=5)
    presses.tick()
    assert page[-1] == {"type": "ringing", "press": made.id, "free": False}


def test_a_link_that_comes_again_is_rung_again_and_keeps_what_it_won(links, presses):
    anne, told_old = somebody(links, "anne")
    made, _ = press(presses)
    again, told = somebody(links, "anne")
    assert told_old.codes == [4002]
    assert told.types() == ["ring"]
    links.leave(anne)
    assert links.up(again)
    presses.take(anne, made.id)
    presses.take(again, made.id)
    assert told.types() == ["ring", "won"]
    _, told_third = somebody(links, "anne")
    assert told_third.types() == ["won"]
    assert presses.claim("acme", made.id) is made


def test_nobody_answers_two_customers_at_a_time(links, presses):
    anne, told = somebody(links, "anne")
    first, _ = press(presses)
    second, page = press(presses, address="192.0.2.2")
    presses.take(anne, first.id)
    assert told.types() == ["ring", "ring", "won", "quiet"]
    presses.take(anne, second.id)
    assert told.types()[-1] == "lost"
    assert page[-1]["free"] is False
    assert presses.begun(presses.claim("acme", first.id), "token", "Anne")
    links.set_available(anne, False)
    links.set_available(anne, True)
    assert told.types()[-1] == "ring"


def test_one_press_under_way_and_three_a_minute_an_address(links, presses, clock):
    first, _ = press(presses)
    refused, _ = press(presses)
    assert isinstance(refused, int)
    presses.cancel(first)
    for _ in range(A_MINUTE - 1):
        clock.advance(seconds=5)
        again, _ = press(presses)
        presses.cancel(again)
    refused, told = press(presses)
    assert refused == 50
    assert told == []
    other, _ = press(presses, address="192.0.2.2")
    assert not isinstance(other, int)
    clock.advance(seconds=50)
    again, _ = press(presses)
    assert not isinstance(again, int)


def test_a_flood_neither_rings_for_ever_nor_starves_another_place(links, presses, clock):
    _, told = somebody(links, "anne")
    made = [press(presses, address=f"198.51.100.{n}")[0] for n in range(100)]
    assert sum(not isinstance(one, int) for one in made) == AT_ONCE
    assert len(told.take("ring")) == AT_ONCE
    elsewhere = Spot(key="acme", team="t-north", place="site", title="Site")
    other, page = press(presses, address="203.0.113.9", spot=elsewhere)
    assert page.types() == ["ringing"]
    assert told.take("ring")[0]["press"] == other.id
    clock.advance(seconds=15)
    presses.tick()
    assert presses.under_way() == []
    assert len(told.take("quiet")) == AT_ONCE + 1
    _, page = press(presses, address="203.0.113.10")
    assert page.types() == ["ringing"]


MOVES = st.lists(
    st.tuples(
        st.sampled_from(
            ["press", "take", "claim", "begin", "fail", "cancel", "come", "go", "on", "off", "wait"]
        ),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(MOVES)
def test_whatever_happens_a_press_is_won_by_one_and_ends(moves):
    """Any order of presses, takes, deaths and waits: one winner at most, an end for every press."""
    clock = FakeClock()
    links = Links()
    presses = Presses(links, clock)
    people: dict[int, tuple] = {}
    made: list[tuple] = []
    everybody: list[Told] = []
    begun: list[str] = []

    def holder() -> None:
        held = [one for one in presses.under_way() if one.state is not State.RINGING]
        assert len({one.winner for one in held}) == len(held)

    for move, who, which in moves:
        mine = made[which % len(made)] if made else None
        match move:
            case "press":
                one, page = press(presses, address=f"a{len(made)}")
                if not isinstance(one, int):
                    made.append((one, page))
            case "come":
                people[who] = somebody(links, f"p{who}")
                everybody.append(people[who][1])
            case "go" if who in people:
                links.leave(people.pop(who)[0])
            case "on" | "off" if who in people:
                links.set_available(people[who][0], move == "on")
            case "take" if who in people and mine:
                presses.take(people[who][0], mine[0].id)
            case "claim" | "begin" | "fail" if mine:
                try:
                    claimed = presses.claim("acme", mine[0].id)
                except VideoFailed:
                    continue
                if move == "fail":
                    presses.failed(claimed)
                elif presses.begun(claimed, "t", "x"):
                    begun.append(claimed.id)
            case "cancel" if mine:
                presses.cancel(mine[0])
            case "wait":
                clock.advance(seconds=which * 2.5)
                presses.tick()
        holder()
    clock.advance(seconds=15)
    presses.tick()
    clock.advance(seconds=5)
    presses.tick()
    assert presses.under_way() == []
    assert len(begun) == len(set(begun))
    for one, page in made:
        assert page.types().count("nobody") + page.types().count("taken") <= 1
        assert page.types().count("taken") == begun.count(one.id)
    for told in [told for _, told in people.values()]:
        for one, _ in made:
            kinds = [m["type"] for m in told if m.get("press") == one.id and m["type"] != "lost"]
            if kinds and one.id not in begun:
                assert kinds[-1] == "quiet"


def test_a_thousand_races_have_one_winner_each(links, presses, clock):
    team = [somebody(links, f"p{n}") for n in range(12)]
    for n in range(1000):
        clock.advance(seconds=61)
        made, _ = press(presses, spot=SPOT)
        for link, _ in team[n % 12 :] + team[: n % 12]:
            presses.take(link, made.id)
        won = [link.person for link, told in team if told.take("won")]
        assert won == [f"p{n % 12}"]
        presses.begun(presses.claim("acme", made.id), "t", "x")
        for _, told in team:
            told.clear()
