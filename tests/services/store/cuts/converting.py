"""A process that converts a plain store: `python -m … FOLDER careful|careless`."""

import sys
from pathlib import Path

from desktop.domain.ids import PersonId
from desktop.services.store import converting
from desktop.services.store.identity import Identity

KEY = bytes(range(32))
OWNER = Identity(server="https://s.example", person_id=PersonId("p1"))


def be_careless() -> None:
    """As it would be without a sync before the copy takes its name."""
    connect = converting._connect

    def connected(path, key=None):
        connection = connect(path, key)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    converting._connect = connected
    converting._copy = careless_copy
    converting._sync = lambda path: None


def careless_copy(source, fresh, key, copy=converting._copy):
    class Careless:
        """The attached file syncs as little as the main one."""

        def execute(self, statement, *given):
            done = source.execute(statement, *given)
            if statement.startswith("ATTACH"):
                source.execute("PRAGMA sealed.synchronous = OFF")
            return done

    copy(Careless(), fresh, key)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if sys.argv[2] == "careless":
        be_careless()
    plain, sealed = folder / "plain.sqlite", folder / "vault" / "store.sqlite"
    converting.convert(plain, sealed, KEY, OWNER)
    converting.wipe(plain, sealed, KEY)
