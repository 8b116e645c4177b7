"""`init`, `upgrade` and the shared database's `check`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from desktop.admin import words
from desktop.admin.guides import starters, tell
from desktop.admin.screen import Screen
from desktop.admin.shared import carry_out
from desktop.domain.errors import Invalid
from desktop.services.store.checking import Level
from desktop.services.store.shared import checking, documents, restoring
from desktop.services.store.shared.acting import Connection
from desktop.services.store.shared.hindrances import DatabaseUnusable, Hindrance


def run_init(url: str, screen: Screen) -> int:
    """Prepare the database, or bring it to this version; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        from desktop.services.store.shared import install

        restoring.check_finished(connection)
        with prepared():
            before = install.version(connection)
            install.init(connection)
        pushed = documents.push(connection, starters())
        already = before == install.VERSION
        screen.line("La base était déjà prête." if already else "La base est prête.")
        tell(pushed, screen)
        return {"schema": install.VERSION, "before": before, "documents": pushed}

    return carry_out(url, screen, work)


def run_upgrade(url: str, screen: Screen) -> int:
    """Bring a prepared database to this version; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        from desktop.services.store.shared import install

        restoring.check_finished(connection)
        with prepared():
            before = install.version(connection)
            install.upgrade(connection)
        pushed = documents.push(connection, starters())
        screen.line(f"La base est à la version {install.VERSION} (avant\u00a0: {before}).")
        tell(pushed, screen)
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
    except install.InUse:
        raise DatabaseUnusable(Hindrance.BUSY) from None
    except install.ServerTooOld:
        raise DatabaseUnusable(Hindrance.TOO_OLD_SERVER) from None
    except Invalid as error:
        raise DatabaseUnusable(Hindrance.NOT_OURS, error.why) from None


def run_check(url: str, screen: Screen) -> int:
    """Look the shared database over; answers the exit code."""
    broken = {"findings": [{"name": "database", "level": Level.FAIL, "detail": ""}]}

    def work(connection: Connection) -> dict[str, Any]:
        from desktop.services.store.shared import install

        restoring.check_finished(connection)
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
