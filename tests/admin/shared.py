"""Runs the administrator's commands on a shared database, as a person and as a program would."""

import json

from typer.testing import CliRunner

from desktop.admin.command import app


class Admin:
    """The command line on one database."""

    def __init__(self, url: str) -> None:
        self.url = url

    def run(self, *words: object):
        """A command as a person gives it."""
        return CliRunner().invoke(app, ["--database", self.url, *map(str, words)])

    def json(self, *words: object, code: int = 0) -> dict:
        """What a command tells a program."""
        result = self.run(*words, "--json")
        assert result.exception is None or isinstance(result.exception, SystemExit), (
            result.exception
        )
        assert result.exit_code == code, (result.stdout, result.stderr)
        lines = result.stdout.splitlines()
        assert len(lines) == 1, lines
        told = json.loads(lines[-1])
        assert told["ok"] is (code == 0)
        return told


def plain(words: str) -> str:
    """Without the no-break spaces of French typography."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")
