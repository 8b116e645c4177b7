"""One link a person and key; people of a team hear of each other, and of no others."""

import pytest

from desktop.services.video.gateway.links import Links, tell_people
from tests.services.video.gateway.people import somebody


@pytest.fixture
def links() -> Links:
    made = Links()
    made.listen(lambda key, team: tell_people(made, key, team))
    return made


def people(told) -> list[tuple[str, bool]]:
    """Who is there, as the newest word has it."""
    return [(one["id"], one["available"]) for one in told.take("people")[-1]["people"]]


def test_a_team_hears_who_is_there_and_who_is_available(links):
    _, told = somebody(links, "anne")
    bea, told_bea = somebody(links, "bea", available=False, role="lead")
    assert people(told) == people(told_bea) == [("anne", True), ("bea", False)]
    links.set_available(bea, True)
    assert people(told) == [("anne", True), ("bea", True)]
    links.leave(bea)
    assert told.take("people") == [
        {
            "type": "people",
            "people": [{"id": "anne", "name": "Anne", "role": "advisor", "available": True}],
        }
    ]


def test_another_team_and_another_key_hear_nothing(links):
    _, south = somebody(links, "south", team="t-south")
    _, foreign = somebody(links, "foreign", key="other")
    south.clear()
    foreign.clear()
    anne, _ = somebody(links, "anne")
    links.set_available(anne, False)
    links.leave(anne)
    assert south == foreign == []


def test_the_newest_link_of_a_person_wins_and_the_former_changes_nothing_any_more(links):
    old, told_old = somebody(links, "anne")
    new, told = somebody(links, "anne", available=False)
    assert told_old.codes == [4002]
    links.set_available(old, True)
    links.leave(old)
    assert links.find("acme", "anne") is new
    assert people(told) == [("anne", False)]


def test_the_same_person_under_another_key_is_another_person(links):
    _, told = somebody(links, "anne")
    somebody(links, "anne", key="other")
    assert told.codes == []


def test_who_changes_team_leaves_the_former_one(links):
    _, told = somebody(links, "bea")
    somebody(links, "anne")
    somebody(links, "anne", team="t-south")
    assert people(told) == [("bea", True)]
