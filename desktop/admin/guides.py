"""`guides push`: the organisation's guides and reasons, put where every machine pulls them."""

from pathlib import Path
from typing import Any

import yaml

from desktop.admin import words
from desktop.admin.screen import USAGE, Screen
from desktop.admin.shared import Denied, carry_out
from desktop.services.reasons import load_now
from desktop.services.scripts.library import read_script, read_wording
from desktop.services.store.shared import documents
from desktop.services.store.shared.acting import Connection
from desktop.services.store.shared.documents import Document

RESOURCES = Path(__file__).parents[2] / "resources"


def run_push(url: str, paths: list[Path], screen: Screen, *, force: bool) -> int:
    """Put guides and reasons in; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        given = [read_document(path) for path in paths] if paths else starters()
        pushed = documents.push(connection, given, force=force, own=bool(paths))
        tell(pushed, screen)
        return {"documents": pushed}

    return carry_out(url, screen, work)


def starters() -> list[Document]:
    """The guides and reasons that come with the application."""
    paths = [RESOURCES / "reasons.yaml", *sorted((RESOURCES / "scripts").glob("*.yaml"))]
    return [read_document(path) for path in paths]


def read_document(path: Path) -> Document:
    """A guide's or the reasons' file. Raises Denied where it could not be used on a machine."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    try:
        told = yaml.safe_load(text)
    except yaml.YAMLError:
        told = None
    if isinstance(told, dict) and "reasons" in told and "steps" not in told:
        _, problems = load_now(path)
        found = Document(id="reasons", type="reasons", name=path.stem, text=text)
    else:
        wording, _ = read_wording(RESOURCES / "wording.yaml")
        script, problems = read_script(path, dict(wording.fallbacks))
        ident, version = (script.id, script.version) if script else ("", None)
        found = Document(id=ident, type="script", name=path.stem, text=text, version=version)
    if problems:
        raise Denied("\n".join(words.problem_words(one) for one in problems), USAGE, code="guide")
    return found


def tell(pushed: dict[str, list[str]], screen: Screen) -> None:
    """What became of each document."""
    screen.line(
        f"Guides et motifs\u00a0: {words.plural(len(pushed['new']), 'ajouté')}, "
        f"{words.plural(len(pushed['changed']), 'changé')}, "
        f"{words.plural(len(pushed['same']), 'inchangé')}."
    )
    if pushed["kept"]:
        screen.line(f"Laissés tels quels, car modifiés ici\u00a0: {', '.join(pushed['kept'])}.")
