"""The only place where colours, sizes, radii and durations are written."""

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One theme's colours, as `#RRGGBB` (`scrim` and `shadow` as `#AARRGGBB`)."""

    bg: str
    surface: str
    surface2: str
    sunken: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_soft: str
    on_accent: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    info: str
    info_soft: str
    violet: str
    violet_soft: str
    focus: str
    scrim: str
    shadow: str


LIGHT: Final = Palette(
    bg="#F2F5F5",
    surface="#FFFFFF",
    surface2="#F6F8F7",
    sunken="#EDF1EF",
    border="#DFE5E2",
    border_strong="#7D8A86",
    text="#12201C",
    text2="#43524D",
    text3="#5B6964",
    accent="#0B6B61",
    accent_soft="#DFF2EE",
    on_accent="#FFFFFF",
    success="#19723A",
    success_soft="#E1F3E7",
    warning="#875000",
    warning_soft="#FCF0D9",
    danger="#B0271F",
    danger_soft="#FBE7E5",
    info="#1C5BB0",
    info_soft="#E3EDFA",
    violet="#6338B0",
    violet_soft="#EEE8FA",
    focus="#0B6B61",
    scrim="#5912201C",
    shadow="#33101C18",
)

DARK: Final = Palette(
    bg="#0E1214",
    surface="#161C1F",
    surface2="#1D2428",
    sunken="#10161A",
    border="#2A343A",
    border_strong="#75848B",
    text="#EBF0F2",
    text2="#B9C4C9",
    text3="#95A2A8",
    accent="#4CCBBB",
    accent_soft="#10312E",
    on_accent="#04201C",
    success="#5BD189",
    success_soft="#11301E",
    warning="#F1B65A",
    warning_soft="#33260E",
    danger="#FF8E84",
    danger_soft="#3A1A18",
    info="#82B5FF",
    info_soft="#15263E",
    violet="#BBA1FF",
    violet_soft="#271E42",
    focus="#4CCBBB",
    scrim="#99000000",
    shadow="#80000000",
)


def sharpened(palette: Palette) -> Palette:
    """Return `palette` as high contrast asks for it: full-strength words and borders."""
    return replace(palette, border=palette.border_strong, text2=palette.text, text3=palette.text)


TONES: Final = {
    "neutral": ("text2", "sunken"),
    "accent": ("accent", "accent_soft"),
    "success": ("success", "success_soft"),
    "warning": ("warning", "warning_soft"),
    "danger": ("danger", "danger_soft"),
    "info": ("info", "info_soft"),
    "violet": ("violet", "violet_soft"),
}
"""Tone of a chip, tile or banner: the token of its words and the token of its ground."""

AVATARS: Final = (
    ("#8E75E0", "#5B3FA8"),
    ("#3E8E84", "#0B5B53"),
    ("#4A7FC9", "#1F4F94"),
    ("#B9703A", "#7F4417"),
    ("#B0568A", "#7A2A58"),
    ("#6B7D3C", "#465420"),
    ("#5E7480", "#37474F"),
)
"""Avatar grounds, light corner then dark corner: white words are legible on both themes."""

ON_AVATAR: Final = "#FFFFFF"


class Space:
    """Gaps and margins, in pixels."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 20


class Radius:
    """Corner radii, in pixels."""

    KEY: Final = 6
    CONTROL: Final = 8
    BLOCK: Final = 10
    CARD: Final = 12


class Type:
    """Text sizes at 100 %, in pixels."""

    CAPTION: Final = 11
    SECONDARY: Final = 12
    BODY: Final = 13
    READING: Final = 14
    SECTION: Final = 16
    TITLE: Final = 20


class Weight:
    """Font weights that the bundled font has."""

    REGULAR: Final = 400
    MEDIUM: Final = 500
    SEMIBOLD: Final = 600
    BOLD: Final = 700


class Height:
    """Control heights at 100 %, in pixels."""

    SMALL: Final = 28
    CONTROL: Final = 34
    LARGE: Final = 36
    TARGET: Final = 24


class Duration:
    """Animation times, in milliseconds; none when reduced motion is asked."""

    FAST: Final = 120
    NORMAL: Final = 160
    TURN: Final = 900
