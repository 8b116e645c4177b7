"""What can be wrong in one text of a guide: variables, marks, and words that would leave a hole."""

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from desktop.domain.authoring.problems import Code
from desktop.domain.wording import Variable, groups_in, names_in, without_variables

Slip = tuple[Code, tuple[str, ...]]

_MARKUP: Final = re.compile(r"<[A-Za-z/!]|https?://|www\.|mailto:|\]\(|`|^#|!\[")
_APART: Final = r"\{\{\s*([^{}|]*?)\s*\}\}"
"""A variable that has no words of its own to fall back on."""
_VOCATIVE: Final = re.compile(r"^[ \u00a0\u202f]*(?:[,.;:!?\u2026\u00bb)]|\*\*|$)")
_CLINGING: Final = re.compile(
    r"\b(?:à|de|du|des|au|aux|chez|pour|par|avec|sans|sur|et|ou|que|le|la|les|un|une|"
    r"votre|vos|notre|nos|ce|cette|est|contacte[zr]?|appelle[zr]?)\s$",
    re.IGNORECASE,
)
_KNOWN: Final = frozenset(str(variable) for variable in Variable)


def slips(text: str, fallbacks: Mapping[str, str]) -> Iterator[Slip]:
    """What is wrong in one text; `fallbacks` are the words that stand in for a missing value."""
    for name in names_in(text):
        if name not in _KNOWN:
            yield Code.UNKNOWN_VARIABLE, (name, nearest(name, _KNOWN))
    if re.search(r"[{}]", without_variables(text)):
        yield Code.BAD_BRACES, ()
    groups = groups_in(text)
    outside = re.sub(r"\[[^\[\]]*\]", "", text)
    if "[" in outside or "]" in outside or any(not names_in(group) for group in groups):
        yield Code.BAD_GROUP, ()
    if text.count("**") % 2 or "*" in text.replace("**", ""):
        yield Code.BAD_EMPHASIS, ()
    markup = _MARKUP.search(text)
    if markup:
        yield Code.MARKUP, (markup[0],)
    if re.search(r"['’]\*{0,2}\{\{", text):
        yield Code.ELISION, ()
    yield from _holes(outside, fallbacks)


def _holes(text: str, fallbacks: Mapping[str, str]) -> Iterator[Slip]:
    """A variable with nothing to fall back on must stand where a sentence can do without it."""
    for match in re.finditer(_APART, text):
        if fallbacks.get(match[1], ""):
            continue
        before, after = text[: match.start()], text[match.end() :]
        if not _VOCATIVE.match(after) or _CLINGING.search(before):
            yield Code.HOLE, (match[1],)


def nearest(name: str, known: Collection[str]) -> str:
    """The known name that looks most like this one; empty when none does."""
    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=0.5)), "")
