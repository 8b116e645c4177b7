"""Two leads, an advisor, and the authoring of one machine of theirs."""

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import insert, select

from desktop.domain.changes import Kind
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.services.authoring import Authoring
from desktop.services.changes import Changes
from desktop.services.scripts import Scripts
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.services.store.script_tables import script_versions

CAMILLE = Person(id=PersonId("camille"), name="Camille Durand", role=Role.LEAD)
SACHA = Person(id=PersonId("sacha"), name="Sacha Morel", role=Role.LEAD)
LEA = Person(id=PersonId("lea"), name="Léa Bernard", role=Role.ADVISOR)

BILL = """\
id: bill
version: 12
title: Facture
summary: Un guide
reasons: [billing.higher]
steps:
  - id: welcome
    title: Accueillir
    intention: Accueillir bien
    say: Bonjour {{client.appel}}, bienvenue.
  - id: conclude
    title: Conclure
    intention: Conclure bien
    say: Merci.
"""
WORDING = Path(__file__).parents[3] / "resources" / "wording.yaml"


@dataclass
class Machine:
    """One store, and what works over it."""

    store: object
    authoring: Authoring
    scripts: Scripts
    told: list = field(default_factory=list)

    def kinds(self) -> list[Kind]:
        """What was told since the last time."""
        told = [one.kind for one in self.told]
        self.told.clear()
        return told


def write_folder(folder: Path) -> Path:
    """A folder of guides with one in it."""
    scripts = folder / "scripts"
    scripts.mkdir(exist_ok=True)
    (scripts / "10_bill.yaml").write_text(BILL, encoding="utf-8")
    (folder / "wording.yaml").write_bytes(WORDING.read_bytes())
    return scripts


async def machine(store, clock, folder: Path) -> Machine:
    """A machine with people in its store."""
    people = [to_row(one) for one in (CAMILLE, SACHA, LEA)]
    await store.write(lambda connection: connection.execute(insert(tables.people), people) and None)
    changes = Changes()
    scripts = Scripts(write_folder(folder), store, clock)
    made = Machine(store, Authoring(store, clock, changes, scripts), scripts)
    changes.listen(made.told.append)
    return made


async def carry(origin, target) -> None:
    """What sync does: the versions of one store come to another."""
    rows = await origin.store.read(
        lambda connection: [
            dict(row) for row in connection.execute(select(script_versions)).mappings()
        ]
    )
    put = insert(script_versions).prefix_with("OR REPLACE")
    await target.store.write(lambda connection: connection.execute(put, rows) and None)
