"""`init`, `upgrade`, `documents` and the shared database's `check`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.admin import words
from desktop.admin.screen import USAGE, Screen
from desktop.admin.shared import Denied, carry_out
from desktop.domain.errors import Invalid
from desktop.services.store.checking import Level
from desktop.services.store.shared import checking, documents
from desktop.services.store.shared.acting import Connection
from desktop.services.store.shared.documents import Document
from desktop.services.store.shared.hindrances import DatabaseUnusable, Hindrance

RESOURCES = Path(__file__).parents[2] / "resources"


def run_init(url: str, screen: Screen) -> int:
    """Prepare the database, or bring it to this version; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        from desktop.services.store.shared import install

        with prepared():
            before = install.version(connection)
            install.init(connection)
        pushed = documents.push(connection, starters())
        already = before == install.VERSION
        screen.line("La base était déjà prête." if already else "La base est prête.")
        _told_documents(pushed, screen)
        return {"schema": install.VERSION, "before": before, "documents": pushed}

    return carry_out(url, screen, work)


def run_upgrade(url: str, screen: Screen) -> int:
    """Bring a prepared database to this version; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        from desktop.services.store.shared import install

        with prepared():
            before = install.version(connection)
            install.upgrade(connection)
        pushed = documents.push(connection, starters())
        screen.line(f"La base est à la version {install.VERSION} (avant\u00a0: {before}).")
        _told_documents(pushed, screen)
        return {"schema": install.VERSION, "before": before, "documents": pushed}

    return carry_out(url, screen, work)


@contextmanager
def prepared() -> Iterator[None]:
    """Tell what the preparation refuses as what hinders the administrator."""
    from desktop.services.store.shared import install

    try:
        yield
    except install.NotPrepared:
        raise DatabaseUnusable(Hindrance.NOT_INITIALISED) from None
    except install.NewerDatabase as error:
        detail = f"{error.found} > {install.VERSION}"
        raise DatabaseUnusable(Hindrance.NEWER_VERSION, detail) from None
    except install.NotAllowed as error:
        raise DatabaseUnusable(Hindrance.MISSING_RIGHT, str(error)) from None
    except install.ServerTooOld:
        raise DatabaseUnusable(Hindrance.TOO_OLD_SERVER) from None
    except Invalid as error:
        raise DatabaseUnusable(Hindrance.NOT_OURS, error.why) from None


def starters(folder: Path = RESOURCES) -> list[Document]:
    """The guides and reasons that come with the application."""
    paths = [folder / "reasons.yaml", *sorted((folder / "scripts").glob("*.yaml"))]
    return [read_document(path) for path in paths]


def read_document(path: Path) -> Document:
    """A guide's or the reasons' file. Raises Denied where it is neither."""
    import yaml

    text = path.read_text(encoding="utf-8")
    try:
        told = yaml.safe_load(text)
    except yaml.YAMLError:
        told = None
    if isinstance(told, dict) and "reasons" in told and "steps" not in told:
        return Document(id="reasons", type="reasons", name=path.stem, text=text)
    if not isinstance(told, dict) or not isinstance(told.get("id"), str) or "steps" not in told:
        raise Denied(
            f"{path}\u00a0: ce n’est ni un guide ni un arbre de motifs.", USAGE, code="file"
        )
    version = told.get("version")
    return Document(
        id=told["id"],
        type="script",
        name=path.stem,
        text=text,
        version=version if isinstance(version, int) else None,
    )


def run_documents(url: str, paths: list[Path], screen: Screen, *, force: bool) -> int:
    """Put guides and reasons in; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        given = [read_document(path) for path in paths] if paths else starters()
        pushed = documents.push(connection, given, force=force, own=bool(paths))
        _told_documents(pushed, screen)
        return {"documents": pushed}

    return carry_out(url, screen, work)


def _told_documents(pushed: dict[str, list[str]], screen: Screen) -> None:
    screen.line(
        f"Guides et motifs\u00a0: {words.plural(len(pushed['new']), 'nouveau')}, "
        f"{words.plural(len(pushed['changed']), 'changé')}, "
        f"{words.plural(len(pushed['same']), 'inchangé')}."
    )
    if pushed["kept"]:
        screen.line(f"Laissés tels quels, car modifiés ici\u00a0: {', '.join(pushed['kept'])}.")


def run_check(url: str, screen: Screen) -> int:
    """Look the shared database over; answers the exit code."""
    broken = {"findings": [{"name": "database", "level": Level.FAIL, "detail": ""}]}

    def work(connection: Connection) -> dict[str, Any]:
        from desktop.services.store.shared import install

        with prepared():
            version = install.version(connection)
        if version == 0:
            raise DatabaseUnusable(Hindrance.NOT_INITIALISED)
        found = checking.check(connection, version, install.VERSION)
        sound = all(finding.level is not Level.FAIL for finding in found)
        for finding in found:
            mark = words.MARKS[finding.level]
            screen.line(f"{mark:>7}  {finding.name}  {finding.detail}".rstrip())
        screen.line(words.SOUND if sound else words.UNSOUND)
        return {"ok": sound, "findings": [asdict(finding) for finding in found]}

    return carry_out(url, screen, work, broken)
