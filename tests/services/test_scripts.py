"""Guides on disk: what ships is whole, and every slip is named by file, line and field."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import wording
from desktop.domain.reasons import codes
from desktop.services import reasons
from desktop.services.scripts import ScriptLibrary, Scripts
from desktop.services.scripts.library import read_script, read_wording
from desktop.services.yaml_files import MAX_BYTES, ProblemCode

RESOURCES = Path(__file__).parents[2] / "resources"
WORDING, _ = read_wording(RESOURCES / "wording.yaml")
FALLBACKS = dict(WORDING.fallbacks)
HOLES = re.compile(r"[{}\[\]]| {2}| [,.]|,\s*[,.;!?]|^[ ,]|\( *\)|\*{4}")

GOOD = """\
id: bill
version: 2
title: Facture
summary: Un guide
reasons: [billing.higher]
steps:
  - id: welcome
    title: Accueillir
    intention: Accueillir bien
    say: Bonjour {{client.appel}}, bienvenue.
    questions:
      - {id: when, text: Depuis quand}
    checks:
      - {id: who, label: Identité}
    reactions:
      - {id: calm, label: Calme, to: conclude}
      - {id: other, label: Autre}
  - id: conclude
    title: Conclure
    intention: Conclure bien
    say: Merci.
    law:
      why: Il le faut
      reference: art. 1
"""


def _slips(folder: Path, text: str, known: frozenset[str] | None = None):
    path = folder / "bill.yaml"
    path.write_text(text, encoding="utf-8")
    return read_script(path, FALLBACKS, known)


@pytest.fixture(scope="module")
def shipped():
    tree, _ = reasons.load_now(RESOURCES / "reasons.yaml")
    return frozenset(codes(tree))


async def test_all_that_ships_is_valid(shipped):
    library = await ScriptLibrary.load(RESOURCES / "scripts", reasons=shipped)
    assert library.problems == ()
    assert len(library.scripts) >= 4
    assert {"billing.higher", "technical.internet", "contract.cancel", "contract.move"} <= {
        code for script in library.scripts for code in script.reasons
    }
    assert all(5 <= len(script.steps) <= 7 for script in library.scripts)
    assert {step.law.reference for script in library.scripts for step in script.steps if step.law}
    assert library.script("nothing") is None


async def test_all_that_ships_reads_well_whatever_is_known():
    library = await ScriptLibrary.load(RESOURCES / "scripts")
    full = dict.fromkeys(map(str, wording.Variable), "Angers")
    for script in library.scripts:
        for step in script.steps:
            texts = [step.say, step.intention, *(one.text for one in step.questions)]
            texts += [one.label for one in step.checks]
            texts += [one.label for one in step.reactions]
            for text in texts:
                for values in ({}, full):
                    shown = wording.fill(text, values, FALLBACKS)
                    assert HOLES.search(shown) is None, (script.id, step.id, shown)
                    assert "'" not in shown, "the typographic apostrophe is ours"
                    assert re.search(r"[^\u202f][;!?]|\u00ab[^\u202f]", shown) is None, shown


def test_a_good_guide_is_read_whole(tmp_path):
    script, problems = _slips(tmp_path, GOOD)
    assert problems == ()
    welcome, conclude = script.steps
    assert (script.id, script.version, script.reasons) == ("bill", 2, ("billing.higher",))
    assert [one.to for one in welcome.reactions] == ["conclude", ""]
    assert (welcome.questions[0].text, welcome.checks[0].label) == ("Depuis quand", "Identité")
    assert (welcome.law, conclude.law.why) == (None, "Il le faut")


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "field", "values"),
    [
        ("title: Facture\n", "", "missing", 1, "title", ()),
        ("title: Facture", "title: 12", "wrong_type", 3, "title", ("string",)),
        ("version: 2", "version: '2'", "wrong_type", 2, "version", ("int",)),
        ("version: 2", "version: 0", "out_of_range", 2, "version", ("1",)),
        ("summary:", "sumary:", "unknown_field", 4, "sumary", ()),
        ("version: 2", "version: 2\nversion: 3", "repeated_field", 3, "version", ()),
        ("    say: Merci.\n", "", "missing", 18, "steps[1].say", ()),
        ("say: Merci.", "say: ''", "empty", 21, "steps[1].say", ()),
        ("id: conclude\n", "id: La Fin\n", "bad_id", 18, "steps[1].id", ()),
        ("to: conclude", "to: end", "unknown_step", 16, "steps[0].reactions[0].to", ("end",)),
        ("id: conclude\n", "id: welcome\n", "duplicate_id", 18, "steps[1].id", ("welcome",)),
        ("id: other", "id: calm", "duplicate_id", 17, "steps[0].reactions[1].id", ("calm",)),
        (
            "client.appel",
            "client.apel",
            "unknown_variable",
            10,
            "steps[0].say",
            ("client.apel", "client.appel"),
        ),
        ("say: Merci.", "say: Merci }}.", "bad_braces", 21, "steps[1].say", ()),
        ("say: Merci.", "say: Merci [ici].", "bad_group", 21, "steps[1].say", ()),
        ("say: Merci.", "say: Merci **beaucoup.", "bad_emphasis", 21, "steps[1].say", ()),
        ("say: Merci.", "say: Merci <b>ici</b>.", "markup", 21, "steps[1].say", ("<b",)),
        ("say: Merci.", "say: Voir https://a.example", "markup", 21, "steps[1].say", ("https://",)),
        ("say: Merci.", "say: Près d’{{client.ville}}", "elision", 21, "steps[1].say", ()),
        ("say: Merci.", "say: Chez {{client.nom}}.", "hole", 21, "steps[1].say", ("client.nom",)),
        ("say: Merci.", "say: '{{client.nom}} a dit'", "hole", 21, "steps[1].say", ("client.nom",)),
        ("why: Il le faut", "why: <p>", "markup", 23, "steps[1].law.why", ("<p",)),
        ("[billing.higher]", "[billing.odd]", "unknown_reason", 5, "reasons[0]", ("billing.odd",)),
    ],
)
def test_a_slip_is_named_by_line_and_field(tmp_path, old, new, code, line, field, values):
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    script, problems = _slips(tmp_path, text, frozenset({"billing.higher"}))
    assert script is None
    found = [(one.file, one.line, one.field, one.code, one.values) for one in problems]
    assert ("bill.yaml", line, field, ProblemCode(code), values) in found


def test_a_step_that_nothing_leads_to_is_named(tmp_path):
    lonely = "  - {id: lonely, title: Seul, intention: Rien, say: Rien}\n"
    text = GOOD.replace("      - {id: other, label: Autre}\n", "").replace(
        "  - id: conclude", f"{lonely}  - id: conclude"
    )
    _, (problem,) = _slips(tmp_path, text)
    assert (problem.code, problem.line, problem.values) == (
        ProblemCode.UNREACHABLE_STEP,
        17,
        ("lonely",),
    )


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (b"id: [", ProblemCode.NOT_YAML, 1),
        (b"id: a\ntitle: b: c\n", ProblemCode.NOT_YAML, 2),
        (b"\xff\xfe\x00", ProblemCode.WRONG_ENCODING, 1),
        (b"", ProblemCode.WRONG_TYPE, 0),
        (b"- 1\n", ProblemCode.WRONG_TYPE, 0),
        (b"#" * (MAX_BYTES + 1), ProblemCode.TOO_LARGE, 0),
        (b"id: &a [*a]\n", ProblemCode.NOT_YAML, 1),
        (b"id: &a x\ntitle: *a\n", ProblemCode.NOT_YAML, 1),
        (b"[" * 3000 + b"]" * 3000, ProblemCode.NOT_YAML, 1),
        (b"id: !!python/object/apply:os.getcwd []\n", ProblemCode.NOT_YAML, 1),
    ],
)
def test_a_damaged_file_is_a_problem_and_no_error(tmp_path, raw, code, line):
    path = tmp_path / "bill.yaml"
    path.write_bytes(raw)
    script, problems = read_script(path, FALLBACKS)
    assert script is None
    assert problems[0].code is code
    assert problems[0].line in {line, line + 1}


SHIPPED = [path.read_text(encoding="utf-8") for path in (RESOURCES / "scripts").glob("*.yaml")]


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(SHIPPED),
    st.lists(
        st.tuples(st.integers(0, 150), st.sampled_from(["", "x: [", "- 1", "  id: a", "\t&a"]))
    ),
)
def test_no_slip_of_the_pen_raises(tmp_path_factory, text, slips):
    lines = text.split("\n")
    for place, slip in slips:
        lines[place % len(lines)] = slip
    path = tmp_path_factory.mktemp("guides") / "bill.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    script, problems = read_script(path, FALLBACKS)
    assert (script is None) == bool(problems)
    assert all(0 <= one.line <= len(lines) + 1 for one in problems)


async def test_a_damaged_guide_stops_no_other(tmp_path):
    folder = tmp_path / "scripts"
    folder.mkdir()
    (tmp_path / "wording.yaml").write_bytes((RESOURCES / "wording.yaml").read_bytes())
    (folder / "a.yaml").write_text("id: [", encoding="utf-8")
    (folder / "b.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "c.yaml").write_text(GOOD, encoding="utf-8")
    library = await ScriptLibrary.load(folder)
    assert [script.id for script in library.scripts] == ["bill"]
    assert [(one.file, one.code) for one in library.problems] == [
        ("a.yaml", ProblemCode.NOT_YAML),
        ("c.yaml", ProblemCode.DUPLICATE_ID),
    ]


def test_the_wording_covers_every_variable_and_no_other(tmp_path):
    path = tmp_path / "wording.yaml"
    text = (RESOURCES / "wording.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("client.nom:", "client.nam:"), encoding="utf-8")
    _, problems = read_wording(path)
    assert [(one.code, one.values[0]) for one in problems] == [
        (ProblemCode.MISSING, "client.nom"),
        (ProblemCode.UNKNOWN_VARIABLE, "client.nam"),
    ]


async def test_the_service_reads_once_and_anew_when_asked(tmp_path, store, clock):
    folder = tmp_path / "scripts"
    folder.mkdir()
    service = Scripts(folder, store, clock)
    assert (await service.library()).scripts == ()
    (folder / "b.yaml").write_text(GOOD, encoding="utf-8")
    assert (await service.library()).scripts == ()
    assert [one.id for one in (await service.library(again=True)).scripts] == ["bill"]
    assert await service.earlier("bill", "welcome") == ()
