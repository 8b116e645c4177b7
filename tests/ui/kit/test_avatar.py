"""Initials, whatever the name looks like."""

import pytest

from desktop.ui.kit.avatar import initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Claire Moreau", "CM"),
        ("Jean-Paul Sartre-Diaz", "JD"),
        ("élodie", "É"),
        ("  (Zoé)  d’Arc ", "D"),
        ("", "?"),
        ("…", "?"),
    ],
)
def test_initials(name, initials):
    assert initials_of(name) == initials
