"""Léa's, Karim's and Zoé's desks, and the server between them."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.services.store.shared.sql_door import sql_door
from tests.shared_database import PASSWORD, SharedDatabase
from tests.sync.desktop import Desktop
from tests.sync.server import Server


@dataclass(slots=True)
class Office:
    """Desks that are made when somebody sits down."""

    server: Server
    folder: Path
    desks: list[Desktop] = field(default_factory=list)

    async def desk(self, name: str) -> Desktop:
        """A desk of this person, which holds what concerns them."""
        database = self.server.database
        url = database.dsn("nobody", "nothing").replace("nobody:nothing@", "")
        desk = Desktop(
            len(self.desks), self.folder, f"person-{name}", sql_door(url, name, PASSWORD)
        )
        self.desks.append(desk)
        await desk.start()
        await desk.pull_all()
        return desk

    async def close(self) -> None:
        """Everybody goes home."""
        for desk in self.desks:
            await desk.stop()
            desk.line.door.close()


@pytest.fixture
def server(shared: SharedDatabase) -> Iterator[Server]:
    """Three customers at Lyon, and Léa and Karim; at Lille Zoé and nobody to serve."""
    made = Server(shared)
    shared.add_person("zoe", "advisor", shared.add_team("Nord", "branch-lille"))
    made.begin()
    yield made
    made.close()


@pytest.fixture
async def office(server: Server, tmp_path: Path) -> AsyncIterator[Office]:
    """The desks of a test."""
    made = Office(server, tmp_path)
    yield made
    await made.close()
