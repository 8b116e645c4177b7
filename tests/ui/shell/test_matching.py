"""Finding in titles: accents ignored, order free, letters skipped, best first."""

import pytest

from desktop.ui.shell.matching import folded, match


@pytest.mark.parametrize(
    ("typed", "title", "spans"),
    [
        ("etape", "Étape suivante", ((0, 5),)),
        ("ÉTAPE", "Étape suivante", ((0, 5),)),
        ("suiv etap", "Étape suivante", ((0, 4), (6, 4))),
        ("carter", "M’écarter", ((3, 6),)),
        ("ecarter", "M’écarter", ((2, 7),)),
        ("ncl", "Nouveau client", ((0, 1), (8, 1), (9, 1))),
        ("", "Étape suivante", ()),
    ],
)
def test_found(typed, title, spans):
    found = match(typed, title)
    assert found is not None
    assert found[1] == spans


@pytest.mark.parametrize(
    ("typed", "title"),
    [("xyz", "Étape suivante"), ("etape x", "Étape suivante"), ("tn", "Étape suivante")],
)
def test_not_found(typed, title):
    assert match(typed, title) is None


def test_the_beginning_of_a_word_is_worth_more():
    titles = ["Réclore", "Le contact à clore", "Clore le contact"]
    assert sorted(titles, key=lambda one: match("clo", one) or (99, ())) == titles[::-1]


@pytest.mark.parametrize("text", ["Straße", "œuvre", "ﬁn", "İstanbul", "e\u0301"])
def test_places_stay_the_same(text):
    assert len(folded(text)) == len(text)
