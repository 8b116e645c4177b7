"""The tree of reasons as shipped, and files that are damaged."""

from pathlib import Path

from desktop.domain import reasons as tree
from desktop.services import reasons
from desktop.services.yaml_files import ProblemCode

ROOT = Path(__file__).parents[2]


async def test_the_shipped_tree_is_whole_in_both_languages():
    found, problems = await reasons.load(ROOT / "resources" / "reasons.yaml")
    assert problems == ()
    every = [one for code in tree.codes(found) if (one := tree.find(found, code))]
    assert len(every) == len(tree.codes(found))
    assert all({language for language, _ in one.labels} == {"fr", "en"} for one in every)
    assert all(one.label("fr").strip() and one.label("en").strip() for one in every)
    assert tree.label_of(found, "billing.higher") == "Facturation › Facture plus élevée que prévu"
    assert all(child.code.startswith(f"{one.code}.") for one in found for child in one.children)


def _load(folder: Path, text: str):
    path = folder / "reasons.yaml"
    path.write_text(text, encoding="utf-8")
    return reasons.load_now(path)


def test_two_neighbours_on_one_digit_are_refused(tmp_path):
    found, (problem,) = _load(
        tmp_path,
        "reasons:\n  - {code: a, key: 1, label: {fr: A}}\n  - {code: b, key: 1, label: {fr: B}}\n",
    )
    assert found == ()
    assert (problem.code, problem.line, problem.field) == (
        ProblemCode.DUPLICATE_ID,
        3,
        "reasons[1].key",
    )


def test_a_code_twice_and_a_key_out_of_range_are_refused(tmp_path):
    _, (twice,) = _load(
        tmp_path,
        "reasons:\n  - {code: a, key: 1, label: {fr: A}}\n  - {code: a, key: 2, label: {fr: B}}\n",
    )
    assert (twice.code, twice.values) == (ProblemCode.DUPLICATE_ID, ("a",))
    _, (beyond,) = _load(tmp_path, "reasons:\n  - {code: a, key: 10, label: {fr: A}}\n")
    assert (beyond.code, beyond.field, beyond.values) == (
        ProblemCode.OUT_OF_RANGE,
        "reasons[0].key",
        ("9",),
    )
