"""`guides push`: the organisation's guides, reasons, standards and latitude, put where machines pull them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import yaml

from desktop.admin import words
from desktop.admin.screen import USAGE, Screen
from desktop.admin.shared import Denied, carry_out
from desktop.services import standards
from desktop.services.latitude.shape import read_policy
from desktop.services.reasons import load_now
from desktop.services.scripts.library import read_script, read_wording
from desktop.services.store.shared import documents
from desktop.services.store.shared.acting import Connection
from desktop.services.store.shared.documents import Document
from desktop.services.yaml_files import Problem

RESOURCES = Path(__file__).parents[2] / "resources"


def run_push(url: str, paths: list[Path], screen: Screen, *, force: bool) -> int:
    """Put guides and what goes with them in; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        given = [read_document(path) for path in paths] if paths else starters()
        pushed = documents.push(connection, given, force=force, own=bool(paths))
        tell(pushed, screen)
        return {"documents": pushed}

    return carry_out(url, screen, work)


def starters() -> list[Document]:
    """The guides, reasons, standards and latitude that come with the application."""
    beside = [RESOURCES / f"{name}.yaml" for name in ("reasons", "standards", "latitude")]
    return [
        read_document(path) for path in (*beside, *sorted((RESOURCES / "scripts").glob("*.yaml")))
    ]


def read_document(path: Path) -> Document:
    """A file of one of these. Raises Denied where it could not be used on a machine."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    kind = _kind(text)
    ident, version = kind, None
    if kind == "script":
        wording, _ = read_wording(RESOURCES / "wording.yaml")
        script, problems = read_script(path, dict(wording.fallbacks))
        ident, version = (script.id, script.version) if script else ("", None)
    else:
        _, problems = _READ[kind](path)
    if problems:
        raise Denied("\n".join(words.problem_words(one) for one in problems), USAGE, code="guide")
    return Document(id=ident, type=kind, name=path.stem, text=text, version=version)


def _kind(text: str) -> str:
    """What a file is, by what only such a file has; a guide where nothing says otherwise."""
    try:
        told = yaml.safe_load(text)
    except yaml.YAMLError:
        told = None
    if not isinstance(told, dict) or "steps" in told:
        return "script"
    return next((kind for field, kind in _KINDS.items() if field in told), "script")


_KINDS: Final = {"reasons": "reasons", "standards": "standards", "daily_cents": "latitude"}
_READ: Final[dict[str, Callable[[Path], tuple[object, tuple[Problem, ...]]]]] = {
    "reasons": load_now,
    "standards": standards.load_now,
    "latitude": read_policy,
}


def tell(pushed: dict[str, list[str]], screen: Screen) -> None:
    """What became of each document."""
    screen.line(
        f"Guides, motifs, standards et latitude\u00a0: {words.plural(len(pushed['new']), 'ajouté')}, "
        f"{words.plural(len(pushed['changed']), 'changé')}, "
        f"{words.plural(len(pushed['same']), 'inchangé')}."
    )
    if pushed["kept"]:
        screen.line(f"Laissés tels quels, car modifiés ici\u00a0: {', '.join(pushed['kept'])}.")
