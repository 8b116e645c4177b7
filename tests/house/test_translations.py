"""The English of the screen: complete, up to date with the French in the code, and English."""

import re
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from string import Formatter

import pytest
import yaml
from PySide6.QtCore import QTranslator

from tests.house.source import ROOT, calls, sources

TS = ROOT / "resources" / "i18n" / "en.ts"
QM = TS.with_suffix(".qm")

SAME = frozenset(
    {
        *("Actions", "Alt", "Cause", "Contact", "Contacts", "Ctrl", "Effort (CES)", "English"),
        *("Box Fibre Confort", "Guides", "Question", "Suggestion", "Type", "Version", "Effort"),
        *("Versions", "Guides (*.yaml *.yml)", "Version {n}", "Check-ins", "{0} contacts", "Pause"),
        *("{n} point", "{n} points", "{title} · page {page}", "e-mail", "Signature"),
        *("{guide}, version {n}", "Moment"),
        *(
            "Français",
            "Guide",
            "NPS",
            "Note",
            "Pages",
            "Photo",
            "QR code",
            "SHA-256",
            "SMS",
            "Satisfaction",
            "Tab",
            "Vis-à-Vis",
        ),
        *("Vis-à-Vis, version {version}", "religion", "stable", "{n} pts"),
    }
)
"""What is the same in both languages, and each language's own name."""

NAMES = frozenset({"Vis-à-Vis", "Français"})
"""Accented words that are right in English."""

FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|au|aux|un|une|est|sont|pas|plus|vous|votre|vos|nous|pour|par|dans|avec"
    r"|sur|sans|qui|cette|elle|il|client|dossier|appel|rappel|motif|écart)\b",
    re.IGNORECASE,
)
TYPOGRAPHY = re.compile(r"[«»\u202f]|\s[:;!?]|\.\.\.|['\"]")
"""French marks and spaces, and what a typewriter has for an ellipsis or a quotation mark."""


@dataclass(frozen=True)
class Message:
    """One text of the code, and its English."""

    context: str
    source: str
    english: str
    state: str = ""

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r} → {self.english!r} {self.state}".rstrip()


def messages(path: Path) -> tuple[Message, ...]:
    """What a .ts file holds, in its order."""
    return tuple(
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
            message.find("translation").get("type", ""),
        )
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    )


def run(tool: str, *arguments: str | Path) -> None:
    """Run one of Qt's own tools."""
    found = shutil.which(tool, path=sysconfig.get_path("scripts")) or shutil.which(tool)
    assert found, f"{tool} is not installed"
    subprocess.run([found, *map(str, arguments)], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture(scope="module")
def kept() -> tuple[Message, ...]:
    return messages(TS)


def unfinished(kept: Sequence[Message]) -> list[str]:
    """Messages without English, or of which the French has gone."""
    return [str(one) for one in kept if one.state or not one.english.strip()]


def apart(kept: Sequence[Message], written: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """What only the file or only the code has."""
    return {(one.context, one.source) for one in kept} ^ written


def holders(text: str) -> list[tuple[str | None, ...]]:
    """What `str.format` will fill, whatever its order; braces that it leaves count as well."""
    found: list[tuple[str | None, ...]] = [(brace,) for brace in re.findall(r"\{\{|\}\}", text)]
    found += [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    return sorted(found, key=repr)


def misfilled(kept: Sequence[Message]) -> list[str]:
    """Messages of which the English fills in other values than the French."""
    return [str(one) for one in kept if holders(one.source) != holders(one.english)]


def french(kept: Sequence[Message]) -> Iterator[str]:
    """Messages of which the English has something French left in it."""
    for one in kept:
        plain = re.sub(r"“(?:de|que)”|\{.*?\}", "x", one.english)
        words = (word.strip("“”.,:;!?()") for word in plain.split())
        accented = {word for word in words if re.search("[À-ÿŒœ]", word)} - NAMES
        worded = re.search(r"\w{3}", plain) and one.english not in SAME
        untouched = worded and one.source == one.english
        if accented or untouched or FRENCH.search(plain) or TYPOGRAPHY.search(plain):
            yield str(one)


def unheard(kept: Sequence[Message], path: Path) -> list[str]:
    """Messages that the compiled file does not give as the .ts file has them."""
    translator = QTranslator()
    assert translator.load(str(path))
    return [
        str(one) for one in kept if translator.translate(one.context, one.source) != one.english
    ]


def test_every_message_has_its_english(kept):
    assert unfinished(kept) == []


def test_the_file_holds_what_the_code_says(kept, tmp_path):
    """`make translations` where this fails, then fill in what is unfinished."""
    fresh = tmp_path / "fresh.ts"
    run("pyside6-lupdate", "-extensions", "py", "desktop", "-silent", "-ts", fresh)
    written = {(one.context, one.source) for one in messages(fresh)}
    assert apart(kept, written) == set()


def test_no_text_escapes_the_tool(kept):
    """What the syntax tree has and `lupdate` does not would stay French for ever."""
    written = {
        (call.args[0].value, call.args[1].value)
        for source in sources()
        for name, call in calls(source)
        if name == "QCoreApplication.translate"
    }
    assert apart(kept, written) == set()


def test_the_compiled_file_is_fresh(kept, tmp_path):
    fresh = tmp_path / "fresh.qm"
    run("pyside6-lrelease", TS, "-silent", "-qm", fresh)
    assert QM.read_bytes() == fresh.read_bytes()
    assert unheard(kept, QM) == []


def test_both_languages_fill_in_the_same(kept):
    assert misfilled(kept) == []


def test_the_english_is_english(kept):
    assert list(french(kept)) == []


def test_reasons_have_both_languages():
    def labels(reasons) -> Iterator[dict[str, str]]:
        for reason in reasons:
            yield reason["label"]
            yield from labels(reason.get("children", ()))

    tree = yaml.safe_load((ROOT / "resources" / "reasons.yaml").read_text(encoding="utf-8"))
    found = [Message("reasons", each.get("fr", ""), each["en"]) for each in labels(tree["reasons"])]
    assert unfinished(found) == []
    assert list(french(found)) == []
    assert all(one.source for one in found)


GOOD = Message("Search", "Rien pour «\u202f{text}\u202f»", "Nothing for “{text}”")


@pytest.mark.parametrize(
    "english",
    [
        "Rien pour “{text}”",
        "Nothing for «\u202f{text}\u202f»",
        "Nothing: répondez “{text}”",
        "Nothing for “{text}” !",
        "Nothing for “{text}”...",
        'Nothing for "{text}"',
        "Nothing for “{text}” in the dossier",
        GOOD.source,
    ],
)
def test_french_left_behind_is_seen(english):
    assert list(french([GOOD])) == []
    assert list(french([replace(GOOD, english=english)])) != []


@pytest.mark.parametrize("english", ["Nothing", "Nothing for “{name}”", "{text}{text}", "{{text}}"])
def test_other_values_are_seen(english):
    assert misfilled([GOOD]) == []
    assert misfilled([replace(GOOD, english=english)]) != []


def test_what_lacks_is_seen():
    assert unfinished([GOOD]) == []
    assert unfinished([replace(GOOD, english="")]) != []
    assert unfinished([replace(GOOD, state="unfinished")]) != []
    assert unfinished([replace(GOOD, state="vanished")]) != []
    assert apart([GOOD], {(GOOD.context, GOOD.source)}) == set()
    assert apart([GOOD], set()) != set()
    assert apart([], {(GOOD.context, GOOD.source)}) != set()


def test_a_stale_compiled_file_is_seen(kept):
    assert unheard([replace(kept[0], english="Something else")], QM) != []
    assert unheard([replace(kept[0], source="Nouveau")], QM) != []
