"""Carries out a command on the shared database: opens it, does the work, tells what hindered it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from desktop.admin import shared_words, words
from desktop.admin.screen import OK, TROUBLE, USAGE, Screen
from desktop.domain.errors import Refused
from desktop.services.store.shared.acting import Connection
from desktop.services.store.shared.addresses import BadAddress
from desktop.services.store.shared.backups import NotABackup, ToolFailed
from desktop.services.store.shared.hindrances import DatabaseUnusable, connect, told

Work = Callable[[Connection], dict[str, Any]]


class Denied(Refused):
    """Ends a command with words, an exit code, and what a program is told beside them."""

    def __init__(self, told: str, exit_code: int = TROUBLE, **beside: Any) -> None:
        super().__init__(told)
        self.told = told
        self.exit_code = exit_code
        self.beside = beside


def carry_out(url: str, screen: Screen, work: Work, failed: dict[str, Any] | None = None) -> int:
    """Do some work on the shared database; answers the exit code.

    What the work answers is the result for a program; `ok` is true in it unless it says
    otherwise. `failed` stands in it beside the error, where there is one.
    """
    ended = partial(_ended, screen, failed or {})
    try:
        connection = connect(url)
        try:
            with told():
                result = work(connection)
        finally:
            connection.close()
    except KeyboardInterrupt:
        return ended(words.STOPPED, TROUBLE, {"code": "stopped"})
    except BadAddress as error:
        return ended(shared_words.address_words(error), USAGE, {"code": error.why})
    except DatabaseUnusable as error:
        beside = {"code": error.hindrance, "detail": error.detail}
        return ended(shared_words.hindrance_words(error), TROUBLE, beside)
    except ToolFailed as error:
        return ended(shared_words.tool_words(error), TROUBLE, {"code": error.why})
    except NotABackup as error:
        return ended(shared_words.backup_words(error), TROUBLE, {"code": "not_a_backup"})
    except Denied as error:
        return ended(error.told, error.exit_code, error.beside)
    except OSError as error:
        told_file = f"{error.filename}\u00a0: {error.strerror}."
        return ended(told_file, TROUBLE, {"code": "file"})
    screen.result({"ok": True} | result)
    return OK if result.get("ok", True) else TROUBLE


def _ended(
    screen: Screen, failed: dict[str, Any], told: str, code: int, beside: dict[str, Any]
) -> int:
    screen.remark(told)
    screen.result({"ok": False, "error": told} | failed | beside)
    return code
