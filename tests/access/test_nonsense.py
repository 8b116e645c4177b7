"""Whatever is sent to a function, it answers or refuses in its own words; nothing inside shows."""

import hashlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services.store import facts
from tests.access.world import NOW, Refusal, World, batch, contact, fact

QUIET = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
LEAF = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(allow_nan=False,
    allow_infinity=False), TEXT, st.sampled_from(["person-lea", "person-zoe", "ci-own", "NaN"]),
)  # fmt: skip
JSON = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(TEXT, st.sampled_from(["id", "xid", "seq", "epoch", "facts",
            "device", "protocol", "kind", "body", "version", "whole"])), inner, max_size=5),
    ),
    max_leaves=12,
)  # fmt: skip
KINDS = st.sampled_from([*sorted(kind.name for kind in facts.KINDS.values()), "x"])
COLUMNS = st.sampled_from(
    ["id", "customer_id", "person_id", "lead_id", "at", "started_at", "ended_at", "channel", "note",
     "effort_seen", "estimate", "avoidable", "field", "value", "based_on", "audience", "mood",
     "addressed_to", "check_in_id", "promise_id", "state", "contact_id", "moment", "words",
     "script_id", "step_id", "shared", "suggestion_id", "agreed", "cents", "minutes", "signed",
     "request_id", "takes_back", "begins", "thanks_id", "story_id", "incivility_id", "granted", "kind"]
)  # fmt: skip
BODY = st.dictionaries(COLUMNS, LEAF, max_size=10)
OURS = ("PT", "22", "21", "54", "PGRST")
"""Codes that speak of what was sent: ours, its data, its size."""


def asked(world: World, function: str, **params: Any) -> Any:
    """What both doors say, which must be the same kind of thing; a refusal is None."""
    answers = []
    for door in (world.sql, world.https):
        try:
            answers.append(door.call("lea", function, **params))
        except Refusal as refusal:
            answers.append(refusal)
    codes = [str(said.code) for said in answers if isinstance(said, Refusal)]
    assert all(code.startswith(OURS) for code in codes), (function, params, codes)
    return None if codes else answers[0]


@QUIET
@given(facts=JSON)
def test_a_batch_of_nonsense(world: World, facts: Any):
    asked(world, "push", facts=facts if isinstance(facts, dict | list) else {"facts": facts})


@QUIET
@given(since=JSON, most=st.integers(-(2**31), 2**31 - 1))
def test_a_cursor_of_nonsense(world: World, since: Any, most: int):
    said = asked(world, "pull", since=since if isinstance(since, dict | list) else {}, most=most)
    assert said is None or "words of zoe" not in str(said)


@QUIET
@given(words=TEXT, most=st.integers(-(2**31), 2**31 - 1))
def test_words_of_nonsense(world: World, words: str, most: int):
    said = asked(world, "search", words=words, most=most)
    assert said is None or isinstance(said["matches"], list)


def middle_answer(world: World, bad: dict[str, Any]) -> str:
    """The answer to a fact between two good ones, which must both be taken."""
    before, after = (contact("lea", "customer-durand") for _ in range(2))
    said = world.sql.call("lea", "push", facts=batch(before, bad, after, device="desk-lea"))
    first, middle, last = said["answers"]
    assert (first["answer"], last["answer"]) == ("applied", "applied")
    return str(middle["answer"])


RIGHT: dict[str, dict[str, Any]] = {
    "contact": {"customer_id": "customer-durand", "person_id": "person-lea", "channel": "phone",
                "started_at": 1, "ended_at": 2},
    "step_off": {"contact_id": "x", "person_id": "person-lea", "at": 1, "reason": "x"},
    "promise": {"contact_id": "x", "customer_id": "customer-durand", "person_id": "person-lea",
                "at": 1, "kind": "call", "due_at": 1},
    "promise_outcome": {"promise_id": "x", "person_id": "person-lea", "at": 1, "state": "kept"},
    "incivility": {"contact_id": "x", "person_id": "person-lea", "at": 1, "type": "x",
                   "gravity": 1},
    "customer": {"number": "", "family_name": "Neuf", "phone": "", "email": "", "postcode": ""},
    "pinned_note": {"customer_id": "customer-durand", "person_id": "person-lea", "at": 1},
    "customer_edit": {"customer_id": "customer-durand", "person_id": "person-lea", "at": 1,
                      "field": "city", "value": "Lyon", "based_on": 0},
    "check_in": {"person_id": "person-lea", "at": 1, "moment": "start", "audience": "lead",
                 "addressed_to": "person-camille", "mood": 3},
    "check_in_reply": {"check_in_id": "ci-named", "lead_id": "person-lea", "at": 1},
    "check_in_share": {"check_in_id": "ci-own", "person_id": "person-lea", "at": 1,
                       "audience": "nobody", "addressed_to": None},
    "own_words": {"person_id": "person-lea", "at": 1, "script_id": "bill", "step_id": "explain",
                  "words": "x", "shared": True},
    "credit": {"person_id": "person-lea", "at": 1, "suggestion_id": "calm", "agreed": True,
               "chain_id": "so-lea"},
    "gesture": {"contact_id": "x", "customer_id": "customer-durand", "person_id": "person-lea",
                "at": 1, "kind": "voucher", "cents": 5, "words": "", "request_id": "",
                "takes_back": ""},
    "awaiting": {"contact_id": "x", "customer_id": "customer-durand", "person_id": "person-lea",
                 "at": 1, "begins": True, "takes_back": ""},
    "gesture_request": {"contact_id": "x", "customer_id": "customer-durand",
                        "person_id": "person-lea", "at": 1, "lead_id": "person-camille",
                        "kind": "voucher", "cents": 5, "words": ""},
    "gesture_answer": {"request_id": "x", "lead_id": "person-lea", "at": 1, "granted": True},
    "pause": {"person_id": "person-lea", "at": 1, "minutes": 5},
    "thanks": {"customer_id": "customer-durand", "contact_id": "x", "person_id": "person-lea",
               "at": 1, "words": ""},
    "story": {"person_id": "person-lea", "at": 1, "words": "x", "signed": True, "thanks_id": ""},
    "story_outcome": {"story_id": "x", "person_id": "person-lea", "at": 1, "state": "withdrawn"},
}  # fmt: skip
"""A fact of each kind that would be taken."""

NOISE = "".join(hashlib.sha256(str(n).encode()).hexdigest() for n in range(200))
"""12,800 letters that no compression shortens: more than an index takes."""


@pytest.mark.parametrize("kind", RIGHT)
def test_what_is_too_long_is_rejected(world: World, kind: str):
    """Asked again for ever it would never be taken, and never be shown."""
    for column, value in RIGHT[kind].items():
        if isinstance(value, str) and column not in {"person_id", "lead_id"}:
            bad = fact(kind)
            bad["body"] |= RIGHT[kind] | {column: NOISE}
            answer = middle_answer(world, bad)
            assert answer in {"applied", "rejected", "hold", "gone"}, (kind, column, answer)


@settings(QUIET, max_examples=150)
@given(
    kind=st.sampled_from(sorted(RIGHT)),
    wrong=st.dictionaries(COLUMNS, LEAF, min_size=1, max_size=3),
    dseq=LEAF,
)
def test_a_fact_that_is_nearly_right(world: World, kind: str, wrong: dict[str, Any], dseq: Any):
    bad = fact(kind) | {"dseq": dseq}
    known = {name: value for name, value in wrong.items() if name in RIGHT[kind]}
    bad["body"] |= RIGHT[kind] | (known or wrong)
    assert middle_answer(world, bad) != "retry", bad


@QUIET
@given(kind=KINDS, body=BODY, version=LEAF, op=st.one_of(LEAF, st.just("op-1")))
def test_a_bad_fact_blocks_nothing(world: World, kind: str, body: Any, version: Any, op: Any):
    """It gets an answer of its own, and those before and after it are taken."""
    bad = {"op_id": op, "dseq": 1, "kind": kind, "version": version, "body": body, "at": NOW}
    answers = {"applied", "conflict", "rejected", "gone", "hold"}
    assert middle_answer(world, bad) in answers, bad


@QUIET
@given(body=BODY)
def test_what_is_pushed_is_never_told_back(world: World, body: dict[str, Any]):
    """An answer has codes and one's own op_id; no values, no names of constraints."""
    secret = "Wolframite"
    made = fact("pinned_note")
    made["body"] |= body | {"words": secret, "person_id": "person-lea"}
    for door in (world.sql, world.https):
        try:
            said = str(door.call("lea", "push", facts=batch(made, device="desk-lea")))
        except Refusal as refusal:
            said = str(refusal)
        assert secret not in said


STANDARD = st.fixed_dictionaries(
    {"channel": LEAF, "limit_s": LEAF}, optional={"open": JSON, "other": LEAF}
)


@QUIET
@given(standards=st.lists(st.one_of(STANDARD, JSON), max_size=3), reason=TEXT, channel=TEXT)
def test_a_mirror_by_standards_of_nonsense(world: World, standards: Any, reason: str, channel: str):
    more = {"standards": standards, "reason": reason, "channel": channel}
    asked(world, "mirror", first="2026-11-02", last="2026-11-30", **more)


@QUIET
@given(first=TEXT, last=TEXT)
def test_a_mirror_of_no_weeks(world: World, first: str, last: str):
    asked(world, "mirror", first=first, last=last)
