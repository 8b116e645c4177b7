"""`backup` and `restore`: the whole shared database in one file, and back from it."""

from pathlib import Path
from typing import Any

from desktop.admin import words
from desktop.admin.databases import prepared
from desktop.admin.screen import USAGE, Screen
from desktop.admin.shared import Denied, carry_out
from desktop.services.store.shared import backups, people, restoring
from desktop.services.store.shared.acting import GROUPS, Connection, Names
from desktop.services.store.shared.addresses import connection_params
from desktop.services.store.shared.hindrances import DatabaseUnusable, Hindrance


def run_backup(url: str, place: Path, screen: Screen, *, tools: Path | None, force: bool) -> int:
    """Write the database into one file; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        if place.exists() and not force:
            raise Denied(
                f"{place} existe déjà. Ajoutez --force pour l’écraser.", USAGE, code="file"
            )
        restoring.check_reader(connection)
        dump = backups.tool("pg_dump", restoring.major(connection), tools)
        about = restoring.about(connection)
        roles = people.kept_roles(connection)
        with screen.progress(place.name) as advance:
            size = backups.write(
                place, about, roles, dump, connection_params(url), lambda done: advance(done, None)
            )
        without = [one["db_role"] for one in roles if one["verifier"] is None]
        screen.line(f"Sauvegarde\u00a0: {place} ({words.number(size // 1024)} Kio).")
        _list(without, "Sans mot de passe, ce nom ne pouvant pas les lire", screen)
        told = {"file": str(place), "bytes": size, "epoch": about["epoch"]}
        return told | {"roles": len(roles), "without_password": without}

    return carry_out(url, screen, work)


def run_restore(url: str, place: Path, screen: Screen, *, tools: Path | None) -> int:
    """Put a backup into an empty database, as a new epoch; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        from desktop.services.store.shared import install

        restoring.check_maker(connection)
        restoring.check_empty(connection)
        restore = backups.tool("pg_restore", restoring.major(connection), tools)
        with backups.opened(place) as archive, screen.progress(place.name) as advance:
            about, kept = backups.about(archive), backups.roles(archive)
            if about["schema"] > install.VERSION:
                detail = f"{about['schema']} > {install.VERSION}"
                raise DatabaseUnusable(Hindrance.NEWER_VERSION, detail)
            with prepared():
                install.make_roles(connection, about["prefix"])
            size, params = backups.size(archive), connection_params(url)
            with restoring.closed(connection, _groups(about["prefix"])):
                with restoring.lent(connection, about["prefix"]):
                    backups.pour(archive, restore, params, lambda done: advance(done, size))
                epoch = restoring.begin_epoch(connection)
                # This lets people in: not before the database is another one to their machines.
                with prepared():
                    install.init(connection)
                without = people.restore_roles(connection, kept)
        screen.line("La base est restaurée. Les postes la reliront du début.")
        _list(without, "Sans mot de passe, à redonner par person password", screen)
        told = {"epoch": epoch, "former_epoch": about["epoch"], "schema": install.VERSION}
        return told | {"roles": len(kept), "without_password": without}

    return carry_out(url, screen, work)


def _groups(prefix: str) -> list[str]:
    names = Names(prefix, "")
    return [names.role(name) for name in (*GROUPS.values(), "authenticator")]


def _list(roles: list[str], why: str, screen: Screen) -> None:
    if roles:
        screen.line(f"{why}\u00a0: {', '.join(roles)}")
