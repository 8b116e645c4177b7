"""What is in force of a story, and what would tell who the customer is."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import PersonId, StoryId
from desktop.domain.note_words import Sensitive
from desktop.domain.stories import StoryOutcome, StoryState, state_of
from desktop.domain.story_check import Personal, warnings

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def outcome(n, state):
    return StoryOutcome(
        id=f"o{n}",
        story_id=StoryId("s1"),
        person_id=PersonId("p"),
        at=NOON + timedelta(minutes=n),
        state=state,
    )


def test_the_newest_is_in_force():
    said = [outcome(2, StoryState.DECLINED), outcome(1, StoryState.PUBLISHED)]
    assert state_of(said) is StoryState.DECLINED
    assert state_of([]) is None


@given(st.lists(st.sampled_from(StoryState), max_size=8), st.randoms())
def test_once_withdrawn_it_stays_so_in_any_order(states, chance):
    said = [outcome(n, state) for n, state in enumerate(states)]
    chance.shuffle(said)
    told = state_of(said)
    assert (told is StoryState.WITHDRAWN) == (StoryState.WITHDRAWN in states)
    assert (told is None) == (not states)


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("Madame MOREAU a rappelé.", [("MOREAU", Personal.NAME)]),
        ("Elle s’appelle Cléo.", []),
        ("J’ai rappelé hélène-marie.", [("hélène", Personal.NAME)]),
        ("Appelée au 06 39 98 12 34.", [("06 39 98 12 34", Personal.PHONE)]),
        ("Son +33 6 39 98 12 34 ne répondait pas.", [("+33 6 39 98 12 34", Personal.PHONE)]),
        ("Elle a écrit de a.b@mail.example hier.", [("a.b@mail.example", Personal.EMAIL)]),
        ("Le contrat 77-20418 est clos.", [("77-20418", Personal.NUMBER)]),
        ("Au 12 bis rue Voltaire, tout marche.", [("12 bis rue Voltaire", Personal.ADDRESS)]),
        ("Elle était malade.", [("malade", Sensitive.HEALTH)]),
        ("En 2026, 3 appels et 45 minutes : 1 500 mercis.", []),
        ("Nous avons pris le temps.", []),
    ],
)
def test_what_does_not_belong_in_a_story(story, found):
    told = warnings(story, ("Helene Moreau",))
    assert [(one.words, one.why) for one in told] == found


def test_short_words_of_a_name_are_no_names():
    assert warnings("Il y a eu de la joie, et du temps.", ("Ha De La Tour", "Le Du")) == ()
    assert [one.words for one in warnings("La tour était vide.", ("Ha De La Tour",))] == ["tour"]


def test_each_is_told_once_and_none_within_another():
    told = warnings("Moreau, moreau, Moreau : 06 39 98 12 34.", ("Claire Moreau",))
    assert [one.words for one in told] == ["Moreau", "moreau", "06 39 98 12 34"]


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=3))
def test_whatever_is_typed_only_words_of_it_are_told(story, names):
    assert all(one.words in story and one.words for one in warnings(story, names))
