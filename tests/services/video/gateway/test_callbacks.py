"""What a customer left is offered until somebody has it, survives the gateway, and is never in clear."""

import os
import stat
from dataclasses import replace

import pytest

from desktop.services.video.gateway import callbacks as kept
from desktop.services.video.gateway.callbacks import Callbacks, Left
from desktop.services.video.gateway.links import Links
from desktop.services.video.gateway.presses import Spot
from tests.services.video.gateway.people import somebody

LEFT = Left(
    press="0192-press",
    key="acme",
    team="t-north",
    place="counter",
    title="Accueil",
    phone="06 39 98 01 02",
    name="Zoé Exemple",
    when="après 17 h",
    at=1_795_431_600_000,
)


@pytest.fixture
def links() -> Links:
    return Links()


@pytest.fixture
def callbacks(links, clock, tmp_path) -> Callbacks:
    return Callbacks(links, clock, tmp_path)


async def test_it_is_offered_to_the_lead_first_and_to_one_alone(links, callbacks):
    _, anne = somebody(links, "anne")
    _, lead = somebody(links, "lead", role="lead", available=False)
    _, south = somebody(links, "south", team="t-south", role="lead")
    _, twin = somebody(links, "twin", key="other", role="lead")
    await callbacks.note(LEFT)
    assert lead.take("callback") == [
        {
            "type": "callback",
            "press": "0192-press",
            "place": "counter",
            "title": "Accueil",
            "phone": "06 39 98 01 02",
            "name": "Zoé Exemple",
            "when": "après 17 h",
            "at": 1_795_431_600_000,
        }
    ]
    assert anne.types() == south.types() == twin.types() == []


async def test_kept_it_is_gone_from_here(links, callbacks, clock, tmp_path):
    anne, told = somebody(links, "anne")
    await callbacks.note(LEFT)
    await callbacks.kept(anne, LEFT.press)
    assert callbacks.count() == 0
    assert list((tmp_path / "callbacks").iterdir()) == []
    await callbacks.kept(anne, LEFT.press)
    clock.advance(hours=1)
    callbacks.tick()
    assert told.types() == ["callback"]


async def test_another_team_or_key_cannot_say_that_it_is_kept(links, callbacks):
    south, _ = somebody(links, "south", team="t-south")
    twin, _ = somebody(links, "twin", key="other")
    await callbacks.note(LEFT)
    await callbacks.kept(south, LEFT.press)
    await callbacks.kept(twin, LEFT.press)
    assert callbacks.count() == 1


async def test_unkept_it_is_offered_to_the_next_and_to_the_first_again(links, callbacks, clock):
    _, lead = somebody(links, "lead", role="lead")
    _, anne = somebody(links, "anne")
    await callbacks.note(LEFT)
    clock.advance(seconds=59)
    callbacks.tick()
    assert (len(lead.take("callback")), len(anne.take("callback"))) == (1, 0)
    clock.advance(seconds=1)
    callbacks.tick()
    assert (len(lead.take("callback")), len(anne.take("callback"))) == (0, 1)
    clock.advance(seconds=60)
    callbacks.tick()
    assert (len(lead.take("callback")), len(anne.take("callback"))) == (1, 0)


async def test_a_link_that_goes_passes_it_on_at_once(links, callbacks):
    lead, _ = somebody(links, "lead", role="lead")
    _, anne = somebody(links, "anne")
    await callbacks.note(LEFT)
    links.leave(lead)
    assert anne.types() == ["callback"]


async def test_with_nobody_there_it_waits_for_the_first_to_come(links, callbacks, clock):
    await callbacks.note(LEFT)
    clock.advance(hours=14)
    callbacks.tick()
    _, told = somebody(links, "anne", available=False)
    assert told.types() == ["callback"]


async def test_a_link_that_comes_again_hears_it_again(links, callbacks):
    somebody(links, "anne")
    await callbacks.note(LEFT)
    _, told = somebody(links, "anne")
    assert told.types() == ["callback"]


async def test_it_survives_the_gateway(links, callbacks, clock, tmp_path):
    await callbacks.note(LEFT)
    later = Links()
    again = Callbacks(later, clock, tmp_path)
    anne, told = somebody(later, "anne")
    assert told.take("callback")[0]["phone"] == LEFT.phone
    await again.kept(anne, LEFT.press)
    assert Callbacks(Links(), clock, tmp_path).count() == 0


async def test_a_place_that_was_given_to_another_team_takes_its_call_backs_along(
    callbacks, clock, tmp_path
):
    await callbacks.note(LEFT)
    spot = Spot(key="new", team="t-south", place="counter", title="Accueil")
    later = Links()
    Callbacks(later, clock, tmp_path, spots={"counter": spot})
    _, former = somebody(later, "anne")
    _, told = somebody(later, "south", key="new", team="t-south")
    assert former.types() == []
    assert told.types() == ["callback"]


async def test_nothing_of_it_is_in_clear_on_the_disk(callbacks, tmp_path):
    await callbacks.note(LEFT)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 2
    for path in files:
        content = path.read_bytes()
        for word in (LEFT.phone, "0639980102", LEFT.name, "Exemple", LEFT.when, LEFT.title):
            assert word.encode() not in content
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_what_cannot_be_opened_is_left_and_named_by_a_count_alone(
    links, callbacks, clock, tmp_path, caplog
):
    await callbacks.note(LEFT)
    await callbacks.note(replace(LEFT, press="0193-press", phone="0199000000"))
    swapped = tmp_path / "callbacks" / "0193-press.sealed"
    swapped.write_bytes((tmp_path / "callbacks" / "0192-press.sealed").read_bytes())
    assert Callbacks(Links(), clock, tmp_path).count() == 1
    assert "1 call backs" in caplog.text
    assert LEFT.phone not in caplog.text
    assert swapped.exists()


async def test_the_same_again_is_noted_once_and_another_wish_is_not_lost(links, callbacks):
    await callbacks.note(LEFT)
    await callbacks.note(replace(LEFT, press="0193-press", phone="0639980102"))
    assert callbacks.count() == 1
    await callbacks.note(replace(LEFT, press="0194-press", when="demain"))
    assert callbacks.count() == 2


async def test_a_place_holds_a_bounded_number(callbacks, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 3)
    for n in range(3):
        assert not callbacks.full("counter")
        await callbacks.note(replace(LEFT, press=f"p{n}", phone=f"{n:010}"))
    assert callbacks.full("counter")
    assert not callbacks.full("site")


async def test_what_nobody_kept_is_deleted_after_the_retention(callbacks, clock, tmp_path, caplog):
    left = replace(LEFT, at=round(clock.now().timestamp() * 1000))
    await callbacks.note(left)
    clock.advance(days=6, hours=23)
    callbacks.tick()
    assert callbacks.count() == 1
    clock.advance(hours=1, seconds=1)
    callbacks.tick()
    assert callbacks.count() == 0
    assert list((tmp_path / "callbacks").iterdir()) == []
    assert LEFT.phone not in caplog.text
