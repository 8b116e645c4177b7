"""A customer's button is answered: the face first, then whose file it is."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop.app import desk as desks
from desktop.app.desk import Desk
from desktop.app.video.facade import Calls
from desktop.app.video.pages import Pages
from desktop.domain.errors import VideoFailed
from desktop.domain.ids import VideoCallId
from desktop.domain.video.ringing import Caller, Ring
from desktop.services.clock import Clock
from desktop.services.search import Search
from desktop.ui.customers.create_view import CreateOverlay
from tests.journeys.hands import arrive, in_front, open_customer, rows
from tests.ui.video.fakes import FakePage, FakeVideo

NAMED = "given_name <> '' AND family_name <> ''"
ALONE = (
    f"SELECT id, given_name || ' ' || family_name, phone, number FROM customers WHERE {NAMED}"
    " AND phone <> '' AND number <> '' GROUP BY phone HAVING count(*) = 1 ORDER BY id LIMIT 2"
)
SHARED = "SELECT phone FROM customers WHERE phone <> '' GROUP BY phone HAVING count(*) > 1 LIMIT 1"
CONTRACT = (
    f"SELECT customers.id, contracts.number FROM contracts JOIN customers ON {NAMED}"
    " AND customers.id = customer_id WHERE contracts.number <> '' LIMIT 1"
)
KEPT = "SELECT id, customer_id FROM contacts WHERE id = ?"
DRAFTS = "SELECT contact_id, customer_id FROM drafts"


class FakeGate(FakeVideo):
    """Somebody's facade, from their signing in on."""

    async def start(self, person, team=""):
        return self.readiness

    async def close(self):
        self.asked.append(("close",))


@pytest.fixture
def video(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGate]:
    gate = FakeGate(Clock())
    facade: Any = gate

    async def calls_of(*_given):
        return Calls(facade=facade, company="Lumio", ready=False, team="Équipe Loire")

    monkeypatch.setattr(desks, "calls_of", calls_of)
    monkeypatch.setattr(Pages, "make", lambda _pages: FakePage())
    yield gate
    assert gate.listeners == gate.ring_listeners == []


async def answered(hands, desk: Desk, video: FakeGate, press: str = "p1", **who: str) -> Ring:
    """They press, and Léa takes it on the key."""
    rings = desk.models.video.rings
    if not rings.state.available:
        rings.set_available(True)
        await hands.until(lambda: ("set_available", True) in video.asked, "la disponibilité")
    ring = Ring(
        press=press,
        place="accueil",
        title="Accueil",
        caller=Caller(**who),
        pressed_at=video.clock.now() - timedelta(seconds=2),
    )
    video.hear(ring)
    await hands.press("Ctrl+F9")
    return ring


async def under_way(hands, desk: Desk):
    """The call, once it is."""
    call = desk.models.video.call
    await hands.until(lambda: call.state.call is not None, "l’appel")
    return call.state.call.asked


def creating(desk: Desk) -> bool:
    """Whether the form of a new file is in front."""
    return any(one.isVisible() for one in desk.window.findChildren(CreateOverlay))


def says(desk: Desk) -> list[str]:
    return [toast.text() for toast in desk.window.toasts.toasts()]


@pytest.mark.parametrize("by", ["phone", "number", "contract"])
def test_who_is_known_has_their_file_open_and_the_call_on_their_contact(
    play, store_file, video, by
):
    [(customer_id, _, phone, number), _] = rows(store_file, ALONE)
    [(holder, contract)] = rows(store_file, CONTRACT)
    who = {"phone": {"phone": phone}, "number": {"number": number}}
    who["contract"] = {"number": contract.lower()}

    async def story(hands, session):
        desk = await arrive(hands, session)
        await answered(hands, desk, video, **who[by])
        asked = await under_way(hands, desk)
        assert asked.customer_id == (holder if by == "contract" else customer_id)
        draft = desk.models.contact.state.draft
        assert draft.contact_id == asked.contact_id
        await hands.until(
            lambda: desk.models.contact.state.draft.videos == (asked.id,), "la vidéo du contact"
        )
        assert not desk.views.video.window.holding
        assert not desk.actions.get("video.identify").enabled()
        assert ("set_available", False) in video.asked
        await hands.press("Shift+F9")
        await hands.until(lambda: video.asked[-1] == ("set_available", True), "sonne à nouveau")

    play(story)


def test_a_file_made_while_nobody_knows_is_theirs_and_asks_nothing(play, store_file, video):
    async def story(hands, session):
        desk = await arrive(hands, session)
        await answered(hands, desk, video, name="Zoé Inconnue")
        asked = await under_way(hands, desk)
        assert asked.customer_id is None
        assert desk.views.video.window.holding
        await hands.until(lambda: creating(desk), "la fiche à remplir")
        await hands.press("Ctrl+Return")
        await hands.until(lambda: in_front(desk) == "Zoé Inconnue", "sa fiche")
        contact = desk.models.contact
        await hands.until(lambda: contact.state.draft is not None, "le contact")
        await hands.until(lambda: contact.state.draft.contact_id == asked.contact_id, "reprise")
        assert contact.state.draft.videos == (asked.id,)
        assert says(desk) == []
        assert desk.models.video.call.state.partner.name.endswith("Inconnue")
        await hands.press("Shift+F9")
        await hands.until(lambda: not desk.models.video.call.state.busy, "la fin")
        assert contact.state.draft.contact_id == asked.contact_id

    play(story)
    assert rows(store_file, KEPT.replace("id = ?", "customer_id IS NULL AND ended_at > 'x'")) == []


def test_a_file_that_is_opened_may_be_theirs_and_one_word_says_so(play, store_file, video):
    [(_, name, phone, _), (_, other, _, _)] = rows(store_file, ALONE)
    [(shared,)] = rows(store_file, SHARED)
    assert phone != shared

    async def story(hands, session):
        desk = await arrive(hands, session)
        await answered(hands, desk, video, phone=shared)
        asked = await under_way(hands, desk)
        assert asked.customer_id is None
        await hands.until(lambda: len(desk.models.search.state.matches) > 1, "les personnes")
        assert not creating(desk)
        await open_customer(hands, desk, other)
        await open_customer(hands, desk, name)
        await hands.until(lambda: len(says(desk)) == 1, "une seule question")
        (question,) = desk.window.toasts.toasts()
        assert "est la personne de la vidéo" in question.text()
        question.button.click()
        contact = desk.models.contact
        await hands.until(lambda: contact.state.draft is not None, "le contact")
        await hands.until(lambda: contact.state.draft.contact_id == asked.contact_id, "reprise")
        assert in_front(desk) == name
        await open_customer(hands, desk, other)
        assert says(desk) == []

    play(story)


def test_a_contact_with_facts_of_its_own_stays_apart_and_the_unknown_is_kept(
    play, store_file, video
):
    [(_, name, _, _), _] = rows(store_file, ALONE)
    kept = []

    async def story(hands, session):
        desk = await arrive(hands, session)
        await open_customer(hands, desk, name)
        contact = desk.models.contact
        # As if a video had begun here before: its facts are of this contact.
        contact.add_video(contact.state.draft.contact_id, VideoCallId("earlier"))
        own = contact.state.draft.contact_id
        await answered(hands, desk, video, name="X")
        asked = await under_way(hands, desk)
        kept.append(asked.contact_id)
        await hands.press("Escape")
        desk.answering._identify()
        await hands.settle()
        assert contact.state.draft.contact_id == own
        assert "la vidéo reste à part" in says(desk)[-1]
        video.tell(asked.id, "ended", reason="done")
        await hands.until(lambda: "personne n’a été reconnu" in says(desk)[-1], "gardée")
        assert contact.state.draft.contact_id == own

    play(story)
    assert rows(store_file, KEPT, kept[0]) == [(kept[0], None)]


def test_who_signs_out_meanwhile_leaves_the_contact_in_the_store(play, store_file, video):
    kept = []

    async def story(hands, session):
        desk = await arrive(hands, session)
        await answered(hands, desk, video)
        kept.append((await under_way(hands, desk)).contact_id)

    play(story)
    assert rows(store_file, KEPT, kept[0]) == [(kept[0], None)]


def test_a_press_that_is_over_leaves_nothing_behind(play, store_file, video):
    [(_, name, _, _), _] = rows(store_file, ALONE)
    video.refuses["begin"] = VideoFailed("unknown")

    async def story(hands, session):
        desk = await arrive(hands, session)
        await answered(hands, desk, video, name="X")
        await hands.until(lambda: says(desk), "un mot")
        assert "n’a pas commencé" in says(desk)[-1]
        assert desk.answering._unknown is None
        del video.refuses["begin"]
        await hands.press("Escape")
        await open_customer(hands, desk, name)
        # It goes by itself after ten seconds; nothing else is said.
        assert all("n’a pas commencé" in said for said in says(desk))
        assert len(says(desk)) <= 1

    play(story)
    assert all(customer_id for _, customer_id in rows(store_file, DRAFTS))


def test_a_search_that_is_typed_meanwhile_does_not_keep_the_face(
    play, store_file, video, monkeypatch
):
    [(_, _, _, number), _] = rows(store_file, ALONE)

    async def cancelled(*_given):
        raise asyncio.CancelledError

    monkeypatch.setattr(Search, "find", cancelled)

    async def story(hands, session):
        desk = await arrive(hands, session)
        await answered(hands, desk, video, number=number)
        assert (await under_way(hands, desk)).customer_id is None

    play(story)


def test_nothing_rings_in_a_call_and_none_is_taken(play, video):
    async def story(hands, session):
        desk = await arrive(hands, session)
        ring = await answered(hands, desk, video)
        await under_way(hands, desk)
        video.hear(replace(ring, press="p2"))
        await hands.press("Ctrl+F9")
        assert [told for told in video.asked if told[0] == "take"] == [("take", "p1")]
        assert [told for told in video.asked if told[0] == "set_available"][-1][1] is False

    play(story)
    assert video.asked[-1] == ("close",)
