"""Addresses that may be kept, and those that may not."""

import pytest

from desktop.domain.emails import normalise
from desktop.domain.errors import Invalid


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Claire.Moreau@Courriel.Example", "claire.moreau@courriel.example"),
        ("c+facture@poste.example", "c+facture@poste.example"),
    ],
)
def test_an_address_is_kept_in_small_letters(typed, kept):
    assert normalise(typed) == kept
    assert normalise(kept) == kept


@pytest.mark.parametrize("typed", ["claire", "claire@", "@poste.example", "a b@c.example", "a@b"])
def test_what_is_no_address_is_refused_without_being_told(typed):
    with pytest.raises(Invalid) as refused:
        normalise(typed, "email2")
    assert refused.value.field == "email2"
    assert typed not in str(refused.value)
