"""Drafts of other versions: what is understood is kept, what is not costs nothing else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts import Channel
from desktop.services.store.draft_json import from_json, to_json
from tests.domain.strategies import AT, EMPTY, drafts

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(drafts)
def test_a_draft_comes_back_as_it_was(draft):
    assert from_json(to_json(draft), EMPTY) == draft


@given(drafts, st.data())
def test_any_field_may_be_missing_or_strange_and_the_rest_stays(draft, data):
    body = json.loads(to_json(draft))
    name = data.draw(st.sampled_from(sorted(body)))
    body[name] = data.draw(JSON)
    body["field_of_tomorrow"] = data.draw(JSON)
    found = from_json(json.dumps(body), EMPTY)
    for other in set(body) - {name, "field_of_tomorrow"}:
        assert getattr(found, other) == getattr(draft, other)
    del body[name]
    assert getattr(from_json(json.dumps(body), EMPTY), name) == getattr(EMPTY, name)


def test_what_a_newer_version_calls_otherwise_takes_its_default():
    body = {"channel": "hologram", "note": "gardée", "estimate": "4", "started_at": 10**30}
    found = from_json(json.dumps(body), EMPTY)
    assert (found.channel, found.note, found.estimate, found.started_at) == (
        Channel.CALL_IN,
        "gardée",
        None,
        AT,
    )


def test_a_step_off_that_lacks_its_id_is_left_out_and_its_neighbour_stays():
    step_off = {"id": "s", "contact_id": "k", "customer_id": None, "person_id": "p", "at": 0}
    found = from_json(json.dumps({"step_offs": [{"at": 0}, step_off]}), EMPTY)
    assert [one.id for one in found.step_offs] == ["s"]


@pytest.mark.parametrize("body", ["", "plus du JSON", "[1]", '"texte"', "{"])
def test_a_body_that_is_no_draft_can_still_be_read_as_the_note(body):
    found = from_json(body, EMPTY)
    assert (found.note, found.contact_id, found.started_at) == (body, "k", AT)
