"""What leads write, latitude, care and stories in the small company: who sees each row, and who may not."""

from typing import Any

from tests.access.world import NOW, World, check_in, contact, fact

EVERYBODY = frozenset({"lea", "karim", "zoe", "camille", "noor", "nils", "admin"})
"""Nils leads Zoé's team at Lille."""
LYON = frozenset({"lea", "karim", "camille", "noor"})
LEADS_OF_LEA = frozenset({"lea", "camille", "noor"})

Fact = dict[str, Any]


def said(kind: str, who: str | None = None, /, **body: Any) -> Fact:
    """A fact of somebody's, at NOW unless it says when; `who` is its `person_id`."""
    made = fact(kind) | {"version": 2 if kind == "incivility" else 1}
    made["body"] |= {"at": NOW} | ({"person_id": f"person-{who}"} if who else {}) | body
    return made


def by_lead(kind: str, who: str, /, **body: Any) -> Fact:
    """A fact of a lead's about somebody else."""
    return said(kind, lead_id=f"person-{who}", **body)


def version(who: str, **more: Any) -> Fact:
    """A version of a guide."""
    return said(
        "script_version", who, **{"script_id": "bill", "version": 2, "text": "id: bill", **more}
    )


def merge(who: str, **more: Any) -> Fact:
    """Two chains that are seen as one."""
    return said(
        "chain_merge", who, **{"script_id": "bill", "chain_id": "s1", "into_id": "s0", **more}
    )


def words(who: str, step: str, *, shared: bool, **more: Any) -> Fact:
    """Somebody's own wording of a step."""
    told = f"{who}'s words {step}"
    return said(
        "own_words",
        who,
        **{"script_id": "bill", "step_id": step, "words": told, "shared": shared, **more},
    )


def credit(who: str, suggestion: str, *, agreed: bool, **more: Any) -> Fact:
    """Somebody's word on being named at what came from the words of their step-off."""
    about = {"suggestion_id": suggestion, "agreed": agreed, "chain_id": f"so-{who}"}
    return said("credit", who, **{**about, **more})


def stepped(who: str, **more: Any) -> Fact:
    """A step-off in words of somebody's own."""
    about = {"contact_id": f"contact-{who}", "customer_id": "customer-durand", "script_id": "g",
             "step_id": "s", "reason": "other", "words": f"step words {who}", "id": f"so-{who}"}  # fmt: skip
    return said("step_off", who, **{**about, **more})


def gesture(who: str, customer: str, **more: Any) -> Fact:
    """A gesture made during a contact of theirs."""
    about = {
        "contact_id": f"contact-{who}",
        "customer_id": customer,
        "kind": "voucher",
        "cents": 500,
    }
    return said("gesture", who, **{**about, "words": f"gesture words {who}", **more})


def awaiting(who: str, customer: str | None, **more: Any) -> Fact:
    """That somebody waits for a customer, of a contact of theirs."""
    about = {"contact_id": f"contact-{who}", "customer_id": customer, "begins": True}
    return said("awaiting", who, **{**about, **more})


def request(who: str, to: str, **more: Any) -> Fact:
    """A gesture that is asked of a lead."""
    about = {
        "contact_id": f"contact-{who}",
        "customer_id": "customer-durand",
        "kind": "voucher",
        "cents": 9000,
    }
    return said(
        "gesture_request",
        who,
        **{**about, "lead_id": f"person-{to}", "words": f"asked by {who}", **more},
    )


def answered(who: str, request_id: str, **more: Any) -> Fact:
    """A lead's answer to a request."""
    return by_lead(
        "gesture_answer",
        who,
        **{"request_id": request_id, "granted": True, "words": "granted words", **more},
    )


def followed(who: str, incivility: str, **more: Any) -> Fact:
    """What a lead did after an incivility."""
    return by_lead(
        "follow_up",
        who,
        **{"incivility_id": incivility, "kind": "talk", "words": "follow words", **more},
    )


def talk_of(who: str, check_in_id: str, **more: Any) -> Fact:
    """A talk that a lead planned."""
    return by_lead(
        "talk",
        who,
        **{"check_in_id": check_in_id, "state": "planned", "planned_for": "2026-12-01", **more},
    )


def note_of(who: str, check_in_id: str, **more: Any) -> Fact:
    """A lead's private note."""
    return by_lead(
        "talk_note", who, **{"check_in_id": check_in_id, "words": "private words", **more}
    )


def thanks(who: str, **more: Any) -> Fact:
    """A customer's thanks."""
    about = {"customer_id": "customer-durand", "contact_id": f"contact-{who}"}
    return said("thanks", who, **{**about, "words": f"thanks to {who}", **more})


def story(who: str, name: str, *, signed: bool = False, **more: Any) -> Fact:
    """A story that somebody agrees to see published."""
    return said("story", who, **{"id": name, "words": f"story {name}", "signed": signed, **more})


def outcome(who: str, story_id: str, state: str | None, **more: Any) -> Fact:
    """What became of a story."""
    return said("story_outcome", who, **{"story_id": story_id, "state": state, **more})


def incivility(who: str, name: str, **more: Any) -> Fact:
    """A report, with what only its second version has."""
    about = {
        "contact_id": f"contact-{who}",
        "customer_id": "customer-durand",
        "type": "insult",
        "gravity": 2,
    }
    return said("incivility", who, **{"id": name, **about, "warned": True, "ended": True, **more})


def furnish(world: World) -> None:
    """One or more of each kind, each told to somebody else."""
    world.database.add_person("nils", "lead", "team-nord")
    world.push("zoe", contact("zoe", "customer-secret", id="contact-nord"))
    taken = {
        "lea": (
            words("lea", "private", shared=False, id="ow-private"),
            words("lea", "open", shared=True, id="ow-open"),
            words("lea", "taken-back", shared=True, id="ow-back-1"),
            words("lea", "taken-back", shared=False, id="ow-back-2", at=NOW + 1),
            stepped("lea"),
            credit("lea", "yes", agreed=True, id="cr-yes"),
            credit("lea", "no", agreed=False, id="cr-no"),
            credit("lea", "no-more", agreed=True, id="cr-more-1"),
            credit("lea", "no-more", agreed=False, id="cr-more-2", at=NOW + 1),
            gesture("lea", "customer-durand", id="ge-lea"),
            awaiting("lea", "customer-durand", id="aw-lea"),
            awaiting("lea", None, id="aw-nobody"),
            request("lea", "camille", id="gr-lea"),
            said("pause", "lea", id="pa-lea", minutes=5),
            incivility("lea", "in-lea"),
            thanks("lea", id="th-lea"),
            check_in("lea", "lead", "camille", id="ci-talk", words="talk to me"),
            *(story("lea", name) for name in ("st-offered", "st-unsigned", "st-declined", "st-back")),
            story("lea", "st-signed", signed=True, thanks_id="th-lea"),
        ),
        "zoe": (
            gesture("zoe", "customer-secret", id="ge-zoe"),
            awaiting("zoe", "customer-secret", id="aw-zoe"),
            incivility("zoe", "in-zoe", customer_id=None),
        ),
        "karim": (
            # A colleague hears the customer's answer, of a contact that was another's.
            awaiting("karim", "customer-durand", id="aw-karim", contact_id="contact-lea", begins=False, at=NOW + 1),
        ),
        "camille": (
            version("camille", id="sv-2"),
            merge("camille", id="cm-1"),
            answered("camille", "gr-lea", id="ga-1"),
            answered("camille", "gr-lea", id="ga-2", granted=False, words="second words"),
            followed("camille", "in-lea", id="fu-1"),
            talk_of("camille", "ci-talk", id="ta-1"),
            note_of("camille", "ci-talk", id="tn-1"),
            outcome("camille", "st-unsigned", "published", id="so-unsigned"),
            outcome("camille", "st-signed", "published", id="so-signed"),
            outcome("camille", "st-declined", "declined", id="so-declined"),
            outcome("camille", "st-back", "published", id="so-back-1"),
        ),
    }  # fmt: skip
    for who, facts in taken.items():
        assert world.push(who, *facts) == ["applied"] * len(facts), who
    assert world.push("lea", outcome("lea", "st-back", "withdrawn", id="so-back-2")) == ["applied"]


SEEN: dict[tuple[str, str], frozenset[str]] = {
    ("script_version", "sv-2"): EVERYBODY,
    ("chain_merge", "cm-1"): EVERYBODY,
    ("own_words", "ow-private"): frozenset({"lea"}),
    ("own_words", "ow-open"): EVERYBODY,
    ("own_words", "ow-back-1"): frozenset({"lea"}),
    ("own_words", "ow-back-2"): frozenset({"lea"}),
    ("credit", "cr-yes"): EVERYBODY,
    ("credit", "cr-no"): frozenset({"lea"}),
    ("credit", "cr-more-1"): frozenset({"lea"}),
    ("credit", "cr-more-2"): frozenset({"lea"}),
    ("gesture", "ge-lea"): LYON,
    ("gesture", "ge-zoe"): frozenset({"zoe", "nils"}),
    ("awaiting", "aw-lea"): LYON,
    ("awaiting", "aw-karim"): LYON,
    ("awaiting", "aw-nobody"): frozenset({"lea"}),
    ("awaiting", "aw-zoe"): frozenset({"zoe", "nils"}),
    ("gesture_request", "gr-lea"): frozenset({"lea", "camille"}),
    ("gesture_answer", "ga-1"): frozenset({"lea", "camille"}),
    ("gesture_answer", "ga-2"): frozenset(),
    ("pause", "pa-lea"): frozenset({"lea"}),
    ("incivility", "in-lea"): LYON,
    ("incivility", "in-zoe"): frozenset({"zoe", "nils"}),
    ("follow_up", "fu-1"): frozenset({"lea", "camille"}),
    ("talk", "ta-1"): frozenset({"lea", "camille"}),
    ("talk_note", "tn-1"): frozenset({"camille"}),
    ("thanks", "th-lea"): frozenset({"lea"}),
    ("story", "st-offered"): LEADS_OF_LEA,
    ("story", "st-unsigned"): EVERYBODY,
    ("story", "st-signed"): EVERYBODY,
    ("story", "st-declined"): LEADS_OF_LEA,
    ("story", "st-back"): frozenset({"lea"}),
    ("story_outcome", "so-unsigned"): EVERYBODY,
    ("story_outcome", "so-signed"): EVERYBODY,
    ("story_outcome", "so-declined"): LEADS_OF_LEA,
    ("story_outcome", "so-back-1"): frozenset({"lea"}),
    ("story_outcome", "so-back-2"): frozenset({"lea"}),
}
"""Who sees each row; nobody else, by no function."""

WORDS = {
    "lea's words private": frozenset({"lea"}),
    "lea's words taken-back": frozenset({"lea"}),
    "gesture words lea": LYON,
    "gesture words zoe": frozenset({"zoe", "nils"}),
    "asked by lea": frozenset({"lea", "camille"}),
    "granted words": frozenset({"lea", "camille"}),
    "second words": frozenset(),
    "follow words": frozenset({"lea", "camille"}),
    "private words": frozenset({"camille"}),
    "thanks to lea": frozenset({"lea"}),
    "story st-offered": LEADS_OF_LEA,
    "story st-back": frozenset({"lea"}),
}
"""Who may ever read what was said."""

FORGED: list[tuple[str, Fact, str]] = [
    # What only a lead does.
    ("lea", version("lea"), "rejected not_author"),
    ("admin", version("admin"), "rejected not_author"),
    ("lea", merge("lea"), "rejected not_author"),
    # In another's name.
    ("lea", version("camille"), "rejected not_author"),
    ("lea", merge("camille"), "rejected not_author"),
    ("lea", words("karim", "x", shared=True), "rejected not_author"),
    ("camille", words("lea", "open", shared=False), "rejected not_author"),
    ("karim", credit("lea", "no", agreed=True), "rejected not_author"),
    # Named at what came from a chain: who has words of their own in it.
    ("karim", credit("karim", "yes", agreed=True, chain_id="so-lea"), "rejected not_author"),
    ("camille", credit("camille", "yes", agreed=True, chain_id="so-lea"), "rejected not_author"),
    ("karim", credit("karim", "yes", agreed=True, chain_id=""), "rejected not_author"),
    ("karim", credit("karim", "yes", agreed=True, chain_id="no such"), "hold"),
    ("lea", gesture("karim", "customer-durand"), "rejected not_author"),
    ("lea", request("karim", "camille"), "rejected not_author"),
    ("lea", awaiting("karim", "customer-durand"), "rejected not_author"),
    ("admin", awaiting("lea", "customer-durand", begins=False), "rejected not_author"),
    ("lea", answered("camille", "gr-lea"), "rejected not_author"),
    ("lea", said("pause", "karim", minutes=5), "rejected not_author"),
    ("lea", followed("camille", "in-lea"), "rejected not_author"),
    ("lea", talk_of("camille", "ci-talk"), "rejected not_author"),
    ("lea", note_of("camille", "ci-talk"), "rejected not_author"),
    ("camille", thanks("lea"), "rejected not_author"),
    ("camille", story("lea", "st-forged"), "rejected not_author"),
    ("camille", outcome("lea", "st-offered", "withdrawn"), "rejected not_author"),
    ("lea", said("pause", minutes=5), "rejected not_author"),
    # Answers to requests: the lead whom it names, who leads its author.
    ("nils", answered("nils", "gr-lea"), "rejected not_author"),
    ("noor", answered("noor", "gr-lea"), "rejected not_author"),
    ("karim", answered("karim", "gr-lea"), "rejected not_author"),
    ("lea", answered("lea", "gr-lea"), "rejected not_author"),
    ("lea", answered("lea", "gr-to-lea"), "rejected not_author"),
    ("nils", answered("nils", "gr-to-nils"), "rejected not_author"),
    ("camille", answered("camille", "no such"), "hold"),
    # What followed an incivility: a lead of who lived through it.
    ("karim", followed("karim", "in-lea"), "rejected not_author"),
    ("lea", followed("lea", "in-lea"), "rejected not_author"),
    ("nils", followed("nils", "in-lea"), "rejected not_author"),
    ("camille", followed("camille", "in-zoe"), "rejected not_author"),
    ("camille", followed("camille", "no such"), "hold"),
    # Talks and notes: whom the check-in was shared with.
    *((who, made(who, "ci-talk"), "gone") for who in ("karim", "noor", "nils", "lea") for made in (talk_of, note_of)),
    *(("camille", made("camille", name), "gone") for name in ("ci-total", "ci-own") for made in (talk_of, note_of)),
    ("camille", talk_of("camille", "no such"), "hold"),
    # Stories: published by a lead of the author's, withdrawn by the author.
    *(
        (who, outcome(who, "st-offered", state), "rejected not_author")
        for who in ("lea", "karim", "zoe", "nils", "admin")
        for state in ("published", "declined")
    ),
    *((who, outcome(who, "st-unsigned", "withdrawn"), "rejected not_author") for who in ("karim", "camille", "nils")),
    ("camille", outcome("camille", "st-back", "published"), "gone"),
    ("camille", outcome("camille", "no such", "published"), "hold"),
    ("camille", outcome("camille", "st-offered", "shown"), "rejected 23514"),
    ("camille", outcome("camille", "st-offered", None), "rejected 23502"),
    # What speaks of others' things.
    ("karim", gesture("karim", "customer-durand", takes_back="ge-lea"), "rejected not_author"),
    ("karim", gesture("karim", "customer-durand", request_id="gr-lea"), "rejected not_author"),
    ("karim", awaiting("karim", "customer-durand", takes_back="aw-lea"), "rejected not_author"),
    ("karim", story("karim", "st-stolen", thanks_id="th-lea"), "rejected not_author"),
    # What the server alone sets.
    ("lea", words("lea", "x", shared=False, shown=True), "rejected bad_body"),
    ("lea", credit("lea", "x", agreed=False, shown=True), "rejected bad_body"),
    ("lea", gesture("lea", "customer-durand", branch_id="branch-lille"), "rejected bad_body"),
    ("lea", awaiting("lea", "customer-durand", branch_id="branch-lille"), "rejected bad_body"),
    ("lea", awaiting("lea", "customer-durand", begins=None), "rejected 23502"),
    ("lea", said("pause", "lea", minutes=5, team_id="team-nord"), "rejected bad_body"),
    ("lea", story("lea", "st-shown", shown=True), "rejected bad_body"),
    ("camille", outcome("camille", "st-offered", "declined", author_id="person-karim"), "rejected bad_body"),
    ("camille", answered("camille", "gr-lea", stands=True), "rejected bad_body"),
    ("camille", followed("camille", "in-lea", author_id="person-karim"), "rejected bad_body"),
    ("camille", talk_of("camille", "ci-talk", author_id="person-karim"), "rejected bad_body"),
    # Ids that are taken.
    ("karim", words("karim", "open", shared=True, id="ow-open"), "rejected 23505"),
    ("karim", story("karim", "st-signed"), "rejected 23505"),
]  # fmt: skip
"""Who says what, and the answer."""
