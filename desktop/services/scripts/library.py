"""The guides on disk: each file is read by itself, so that a damaged one stops no other."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.domain.scripts import Script
from desktop.domain.wording import Variable, Wording
from desktop.services.scripts.sense import problems_of
from desktop.services.scripts.shape import ScriptShape, WordingShape, script_of
from desktop.services.scripts.shelf import Library
from desktop.services.yaml_files import Problem, ProblemCode, Reading, read, read_text


def read_folder(folder: Path, wording_file: Path, reasons: frozenset[str] | None) -> Library:
    """Every guide of the folder, in the order of its files' names."""
    readings = (read(path, ScriptShape) for path in sorted(folder.glob("*.yaml")))
    return _library(readings, wording_file, reasons)


def read_documents(
    documents: Sequence[tuple[str, str]], wording_file: Path, reasons: frozenset[str] | None
) -> Library:
    """Guides that came from the shared database, by name and text, in their order."""
    readings = (read_text(name, text, ScriptShape) for name, text in documents)
    return _library(readings, wording_file, reasons)


def _library(
    readings: Iterable[Reading[ScriptShape]], wording_file: Path, reasons: frozenset[str] | None
) -> Library:
    wording, found = read_wording(wording_file)
    scripts: list[Script] = []
    problems = list(found)
    for reading in readings:
        script, slips = _script(reading, dict(wording.fallbacks), reasons)
        problems += slips
        if script and any(other.id == script.id for other in scripts):
            code, file = ProblemCode.DUPLICATE_ID, reading.document.file
            problems.append(Problem(file=file, line=1, field="id", code=code, values=(script.id,)))
        elif script:
            scripts.append(script)
    return Library(scripts=tuple(scripts), problems=tuple(problems), wording=wording)


def read_script(
    path: Path, fallbacks: dict[str, str], reasons: frozenset[str] | None = None
) -> tuple[Script | None, tuple[Problem, ...]]:
    """One guide, or what keeps it from being used."""
    return _script(read(path, ScriptShape), fallbacks, reasons)


def read_script_text(
    name: str, text: str, fallbacks: dict[str, str], reasons: frozenset[str] | None = None
) -> tuple[Script | None, tuple[Problem, ...]]:
    """As `read_script`, of a text that problems call by this name."""
    return _script(read_text(name, text, ScriptShape), fallbacks, reasons)


def _script(
    reading: Reading[ScriptShape], fallbacks: dict[str, str], reasons: frozenset[str] | None
) -> tuple[Script | None, tuple[Problem, ...]]:
    if reading.model is None:
        return None, reading.problems
    script = script_of(reading.model)
    problems = problems_of(script, reading.document, fallbacks, reasons)
    if problems:
        return None, tuple(sorted(problems, key=lambda one: one.line))
    return script, ()


def read_wording(path: Path) -> tuple[Wording, tuple[Problem, ...]]:
    """The words that stand in for missing values; each variable of the list has its line."""
    reading = read(path, WordingShape)
    if reading.model is None:
        return Wording(), reading.problems
    shape, known = reading.model, {str(variable) for variable in Variable}
    place = ("fallbacks",)
    missing = sorted(known - shape.fallbacks.keys())
    unknown = sorted(shape.fallbacks.keys() - known)
    problems = [reading.document.problem(place, ProblemCode.MISSING, name) for name in missing]
    problems += [
        reading.document.problem((*place, name), ProblemCode.UNKNOWN_VARIABLE, name, "")
        for name in unknown
    ]
    return (
        Wording(
            company=shape.company,
            titles=tuple(shape.titles.items()),
            fallbacks=tuple(shape.fallbacks.items()),
        ),
        tuple(problems),
    )
