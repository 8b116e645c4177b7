"""Remembers the keys seen in one run on disk, so that memory does not grow with the file."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import sqlcipher3.dbapi2

from desktop.domain.errors import StoreUnavailable, Trouble


class SeenKeys:
    """Ids of the rows of one run, each with the line and the fingerprint that it first had."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="vis-a-vis-")
        path = Path(self._folder.name) / "seen.sqlite"
        self._connection = sqlcipher3.dbapi2.connect(str(path), isolation_level=None)
        for words in (
            "PRAGMA cipher_log_level = none",
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "PRAGMA cache_size = -4000",
            "CREATE TABLE seen (id BLOB PRIMARY KEY, line INTEGER, digest TEXT) WITHOUT ROWID",
            "BEGIN",
        ):
            self._connection.execute(words)

    def __enter__(self) -> "SeenKeys":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()
        self._folder.cleanup()

    def first(self, rows: Sequence[tuple[str, int, str]]) -> list[tuple[int, str]]:
        """For each row of id, line and fingerprint: the first line and fingerprint of its id."""
        keyed = [(bytes.fromhex(ident.replace("-", "")), *rest) for ident, *rest in rows]
        try:
            self._connection.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", keyed)
            marks = ", ".join("?" * len(keyed))
            found = self._connection.execute(
                f"SELECT id, line, digest FROM seen WHERE id IN ({marks})",
                [key for key, *_ in keyed],
            ).fetchall()
        except sqlcipher3.dbapi2.OperationalError as error:
            raise StoreUnavailable(Trouble.DISK_FULL, self._folder.name, str(error)) from error
        known = {ident: (line, digest) for ident, line, digest in found}
        return [known[key] for key, *_ in keyed]
