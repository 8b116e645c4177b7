"""Bugs to plant in the desktops or their server; each must be found."""

import json
from enum import StrEnum
from typing import Any

from tests.sync.desktop import Desktop
from tests.sync.server import TWICE, UNMARKED, Server


class Bug(StrEnum):
    """What is planted to be found."""

    MARKED_BEFORE_REPLY = "marked_before_reply"
    GIVES_UP = "gives_up_after_three_tries"
    CURSOR_BEFORE_ROWS = "cursor_before_rows"
    NO_DEDUPE = "no_server_dedupe"
    NO_TOMBSTONES = "no_tombstone_check"


SYMPTOMS = {
    # What the server answered is not heeded: what it calls gone stays here.
    Bug.MARKED_BEFORE_REPLY: "lost: |differs: ",
    Bug.GIVES_UP: "lost: ",
    Bug.CURSOR_BEFORE_ROWS: "differs: ",
    Bug.NO_DEDUPE: "doubled: ",
    Bug.NO_TOMBSTONES: "erased, and there again: |undecided: ",
}
"""What the machine says when it finds each of them."""

SPOILS = {Bug.NO_DEDUPE: TWICE, Bug.NO_TOMBSTONES: UNMARKED}
"""What makes a server have it."""


def plant(bug: Bug | None, desk: Desktop) -> None:
    """Give a desktop the bug, where it is a desktop's; after each of its starts."""
    if bug is Bug.MARKED_BEFORE_REPLY:

        def mark(function: str, params: dict[str, Any]) -> None:
            if function == "push":
                for fact in params["facts"]["facts"]:
                    desk.rows("UPDATE outbox SET state = 'applied' WHERE op_id = ?", fact["op_id"])

        desk.line.before = mark
    if bug is Bug.CURSOR_BEFORE_ROWS:

        def keep(function: str, answer: dict[str, Any]) -> None:
            if function == "pull" and not answer["reset"]:
                kept = json.dumps(answer["cursor"])
                desk.rows("DELETE FROM meta WHERE name = 'cursor'")
                desk.rows("INSERT INTO meta (name, value) VALUES ('cursor', ?)", kept)

        desk.line.after = keep


def give_up(bug: Bug | None, desk: Desktop) -> None:
    """After a push: what was tried three times is thought done."""
    if bug is Bug.GIVES_UP:
        desk.rows("UPDATE outbox SET state = 'applied' WHERE state = 'waiting' AND attempts >= 3")


def spoil(bug: Bug, server: Server) -> None:
    """Give a server the bug, where it is a server's."""
    if bug in SPOILS:
        server.spoil(SPOILS[bug])
