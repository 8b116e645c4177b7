"""What a search means: folding, sounds, readings of what was typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.search import Query, fold, joined, readings, slips, sound, split
from desktop.domain.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élodie", "elodie"),
        ("LEBŒUF", "leboeuf"),
        ("Ægir Straße", "aegir strasse"),
        ("Søren Łukasz", "soren lukasz"),
        ("François-Hélié", "francois-helie"),
        ("e\u0301lan", "elan"),
    ],
)
def test_case_accents_and_ligatures_are_folded(text, folded):
    assert fold(text) == folded


@given(st.text(alphabet="aàâäbcçdeéèêëiîïoôöœuùûüæ’- ", max_size=30))
def test_folding_twice_changes_nothing_and_case_does_not_matter(text):
    assert fold(fold(text)) == fold(text)
    assert fold(text.upper()) == fold(text)


def test_words_are_cut_at_whatever_is_no_letter():
    assert split("L’Haÿ-les-Roses") == ("l", "hay", "les", "roses")
    assert joined("Le Goff") == "legoff"


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Moreau  Claire", Query(words=("moreau", "claire"))),
        ("Mme Lebœuf", Query(words=("leboeuf",))),
        ("madame", Query(words=("madame",))),
        ("06.39.98", Query(numbers=("063998",), phone="+3363998")),
        ("+33 6 39", Query(numbers=("0639",), phone="+33639")),
        ("0032 470", Query(numbers=("32470",), phone="+32470")),
        ("4578", Query(numbers=("4578",))),
        ("49000", Query(numbers=("49000",))),
        ("77-20418", Query(numbers=("7720418",))),
        ("4 018 277", Query(numbers=("4018277",))),
        ("7590-VHVEG", Query(numbers=("7590vhveg",))),
        ("moreau 06 39 98", Query(words=("moreau",), numbers=("063998",))),
        ("moreau 49000 77-20418", Query(words=("moreau",), numbers=("49000", "7720418"))),
        ("Claire.Moreau@Poste", Query(mail="claire.moreau@poste")),
    ],
)
def test_the_likeliest_reading(text, query):
    assert replace(readings(text)[0], written="") == query


def test_a_lone_number_is_kept_as_it_was_written():
    assert readings(" 77-20418 ")[0].written == "77-20418"
    assert readings("7590-vhveg")[0].written == "7590-vhveg"
    assert readings("moreau 77-20418")[0].written == ""


def test_other_readings_come_after():
    assert Query(numbers=("06", "39")) in readings("06 39")
    assert Query(numbers=("ab123456",), written="AB 123 456") in readings("AB 123 456")
    assert Query(numbers=("470123456",)) in readings("0470 12 34 56")
    assert Query(words=("claire", "moreau")) in readings("claire.moreau@poste.example")


@pytest.mark.parametrize("text", ["", "   ", "-", "’", "…", "()", "_"])
def test_nothing_to_look_for(text):
    assert readings(text) == ()


@given(st.text(max_size=200))
def test_any_text_has_readings_that_hold_only_letters_and_digits(text):
    for query in readings(text):
        assert query
        assert all(part.isalnum() for part in (*query.words, *query.numbers))


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("moro", "moreau"),
        ("gotier", "gauthier"),
        ("filip", "philippe"),
        ("durant", "durand"),
        ("katrin", "katrine"),
        ("micho", "michaud"),
        ("vaseur", "vasseur"),
        ("kowalsky", "kowalski"),
    ],
)
def test_names_that_sound_alike(heard, written):
    assert sound(heard) == sound(written)
    assert 0 < slips(heard, written) < 2


@pytest.fixture(scope="module")
def vocabulary():
    made = Vocabulary()
    made.learn(["Moreau", "Martin", "Durand", "Le Goff", "Gautier", "Petit", "Claire", "Angers"])
    made.learn(["Moreau", "Schmitt", "Saint-Étienne", "A12", "Li"])
    return made


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("moreua", "moreau"),
        ("moro", "moreau"),
        ("martn", "martin"),
        ("durnad", "durand"),
        ("gotier", "gautier"),
        ("shmitt", "schmitt"),
        ("etiene", "etienne"),
        ("gof", "goff"),
        ("clare", "claire"),
    ],
)
def test_the_closest_known_word(vocabulary, typed, known):
    assert vocabulary.closest(typed)[0] == known


def test_far_words_and_short_ones_are_left_as_they_are(vocabulary):
    assert vocabulary.closest("xyzxyz") == ()
    assert vocabulary.closest("mo") == ()
    assert "moreau" not in vocabulary.closest("moreau")
