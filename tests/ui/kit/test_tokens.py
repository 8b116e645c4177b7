"""Every pair of colours that the kit sets upon each other is legible in both themes."""

import dataclasses

import pytest

from desktop.ui.kit.tokens import AVATARS, DARK, LIGHT, ON_AVATAR, TONES

GROUNDS = ("bg", "surface", "surface2", "sunken")
SOFT = ("accent", "success", "warning", "danger", "info", "violet")
WORDS = [
    *((ink, ground) for ink in ("text", "text2", "text3") for ground in GROUNDS),
    *((ink, ground) for ink in SOFT for ground in GROUNDS),
    *((ink, f"{ink}_soft") for ink in SOFT),
    *((ink, f"{tone}_soft") for ink in ("text", "text2") for tone in SOFT),
    ("text3", "accent_soft"),
    ("on_accent", "accent"),
    ("surface", "violet"),
    *TONES.values(),
]
LINES = [(line, ground) for line in ("border_strong", "focus") for ground in GROUNDS]


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The ratio that WCAG 2 defines, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), sorted(set(WORDS)))
def test_words_are_legible(palette, ink, ground):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_borders_and_focus_are_seen(palette, line, ground):
    assert contrast(getattr(palette, line), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("colours", AVATARS)
def test_initials_are_legible(colours):
    light, dark = colours
    assert contrast(ON_AVATAR, light) >= 3
    assert contrast(ON_AVATAR, dark) >= 4.5


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_themes_differ_in_every_colour_but_roles():
    same = [
        field.name
        for field in dataclasses.fields(LIGHT)
        if getattr(LIGHT, field.name) == getattr(DARK, field.name)
    ]
    assert same == []
