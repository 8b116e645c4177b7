"""Calls and photos in the administrator's hands: exported whole, erased, purged, looked over."""

import base64
import json

import pytest

from tests.admin.shared import Admin
from tests.admin.world import NOW, contact, fact, pulled, pushed

PICTURE = "/9g="
SHA256 = "71563ad80061407ede9c6f316836284bd3710a520c5a792b5eda1cb703690815"


@pytest.fixture
def admin(seeded):
    return Admin(seeded.dsn())


@pytest.fixture
def world(seeded, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    seeded.run(
        "insert into vav.customers (id, number, family_name, branch_id)"
        " values ('c1', 'N1', 'Lefèvre', 'branch-lyon')"
    )
    about = {"contact_id": "k-1", "customer_id": "c1", "person_id": "person-lea", "at": NOW}
    call = about | {"id": "v-1", "ended_at": NOW, "end_reason": "done", "photos": 1}
    photo = about | {
        "id": "f-1", "call_id": "v-1", "consented_at": NOW, "source": "camera", "width": 4,
        "height": 3, "size": 2, "sha256": SHA256, "data": PICTURE,
    }  # fmt: skip
    said = (
        fact(1, "contact", **contact("k-1")),
        fact(2, "video_call", **call),
        fact(3, "video_photo", **photo),
        fact(4, "answer", **about, id="a-1", effort=2, words="simple"),
    )
    assert pushed(seeded, "lea", *said) == ["applied"] * 4
    return seeded


@pytest.mark.parametrize("whom", ["N1", "lea"])
def test_an_export_holds_calls_and_photos_whole(admin, world, tmp_path, whom):
    place = tmp_path / "all.json"
    told = admin.json("export", whom, "--file", place)
    held = json.loads(place.read_text(encoding="utf-8"))["held"]
    assert held["video_calls"][0]["end_reason"] == "done"
    assert base64.b64decode(held["video_photos"][0]["data"]) == b"\xff\xd8"
    assert held["answers"][0]["words"] == "simple"
    assert (told["counts"]["video_calls"], told["counts"]["video_photos"]) == (1, 1)


def test_an_erased_customer_takes_them_along_on_every_machine(admin, world):
    cursor = pulled(world, "karim")["cursor"]
    counts = admin.json("erase", "N1", "--yes")["counts"]
    assert (counts["video_calls"], counts["video_photos"], counts["answers"]) == (1, 1, 1)
    rows = {(row["kind"], row["id"]): row for row in pulled(world, "karim", cursor)["rows"]}
    for place in (("video_call", "v-1"), ("video_photo", "f-1"), ("answer", "a-1")):
        assert rows[place]["body"] is None
        assert rows[place]["erased"]
    again = fact(9, "video_photo", id="f-1", person_id="person-lea")
    late = fact(10, "video_photo", id="f-2", call_id="v-1", person_id="person-lea")
    assert pushed(world, "lea", again, late) == ["gone", "gone"]


def test_an_erased_advisors_calls_stay_under_an_id_that_names_nobody(admin, world):
    left = admin.json("erase", "lea", "--yes")["left"]
    assert (left["video_calls"], left["video_photos"], left["answers"]) == (1, 1, 1)
    assert world.run("select count(*) from vav.video_photos") == [(1,)]


def test_calls_that_are_old_enough_go_with_their_photos(admin, world, tmp_path):
    rules = tmp_path / "rules.yaml"
    rules.write_text("rules:\n  - {kind: video_call, keep_days: 60}\n")
    world.run("update vav.video_calls set at = 5; update vav.video_photos set at = 5")
    assert admin.json("purge", "--rules", rules)["rules"][0]["rows"] == 2
    assert admin.json("purge", "--rules", rules, "--yes")["rules"][0]["rows"] == 2
    assert world.run("select count(*) from vav.video_photos") == [(0,)]


def test_a_photo_that_is_no_longer_what_was_taken_is_found(admin, world):
    findings = {one["name"]: one for one in admin.json("check", code=1)["findings"]}
    assert findings["photos"]["level"] == "ok"
    assert findings["count.video_photos"]["detail"] == "1"
    held = "select conname from pg_constraint where conrelid = 'vav.video_photos'::regclass"
    for (name,) in world.run(f"{held} and contype = 'c'"):
        world.run(f"alter table vav.video_photos drop constraint {name}")
    world.run("update vav.video_photos set data = '/9k='")
    findings = {one["name"]: one for one in admin.json("check", code=1)["findings"]}
    assert findings["photos"] == {"name": "photos", "level": "fail", "detail": "f-1"}
