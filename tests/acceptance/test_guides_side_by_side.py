"""Two leads publish the same guide from the same version, one of them without a line: both are kept."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop.app.places import RESOURCES
from desktop.domain.ids import ContactId, PersonId
from desktop.domain.people import Person
from desktop.domain.sync import Phase
from desktop.services.authoring import Authoring
from desktop.services.scripts import Scripts
from desktop.services.store import people
from desktop.services.store.shared.addresses import connection_params
from desktop.services.store.shared.sql_door import SqlDoor
from desktop.ui.authoring.viewmodel import GuidesViewModel
from desktop.ui.scripts.state import GuideContext
from desktop.ui.scripts.viewmodel import GuideViewModel
from tests.acceptance.desks import Desk, sql_desk, until
from tests.services.sync.lines import Line

GUIDE = "bill-higher"


@dataclass
class Page:
    """The page of guides at a desk, with one guide in front."""

    desk: Desk
    person: Person
    authoring: Authoring
    model: GuidesViewModel

    @classmethod
    async def of(cls, desk: Desk) -> "Page":
        """Of this desk, read once."""
        person = await desk.store.read(people.one, PersonId(f"person-{desk.person}"))
        assert person is not None
        shelf = Scripts(RESOURCES / "scripts", desk.store, desk.clock)
        authoring = Authoring(desk.store, desk.clock, desk.changes, shelf)
        model = GuidesViewModel(authoring, desk.changes, person)
        made = cls(desk, person, authoring, model)
        model.load()
        await until(lambda: model.state.rows)
        model.choose(GUIDE)
        return made

    async def publish(self, title: str) -> str:
        """Publish the guide under another title; the answer is the version's id."""
        draft = await self.authoring.draft_of(GUIDE, self.person)
        script = replace(draft.script, title=title)
        version = await self.authoring.publish(replace(draft, script=script))
        self.desk.engine.wake()
        return version.id

    def heads(self) -> set[str]:
        """Ids of the versions that stand side by side."""
        guide = self.model.state.row.guide
        return {one.id for one in guide.standing.heads}

    def title(self) -> str:
        """Title in force."""
        return self.model.state.row.guide.script.title

    def rivals(self) -> tuple[str, ...]:
        """Names of whose versions stand beside the one in force: what the banner tells."""
        return self.model.state.row.summary.other_names


async def in_contact(desk: Desk) -> GuideViewModel:
    """A contact that follows the guide as it is now."""
    model = GuideViewModel(Scripts(RESOURCES / "scripts", desk.store, desk.clock))
    model.show(GuideContext(contact_id=ContactId("k1")))
    await until(lambda: model.state.suggested or model.state.others)
    model.choose(GUIDE)
    assert model.state.run is not None
    return model


async def shared_by(*desks: Desk) -> None:
    """Everything went, then came."""
    for desk in (*desks, *desks):
        await desk.drained()


async def test_both_are_kept_shown_and_one_is_picked(seeded, tmp_path: Path, postgres):
    seeded.add_person("nora", "lead", "team-rhone")
    nora, lea = sql_desk(seeded, tmp_path, "nora"), sql_desk(seeded, tmp_path, "lea")
    async with AsyncExitStack() as stack:
        line = stack.enter_context(Line("127.0.0.1", int(postgres.superuser["port"])))
        params = connection_params(seeded.people["camille"].dsn) | {"port": str(line.port)}
        camille = Desk(tmp_path / "camille.sqlite", "camille", SqlDoor(params, limit=1.0))
        for desk in (camille, nora, lea):
            await stack.enter_async_context(desk.running())
            await desk.drained()
        hers, theirs, read = [await Page.of(desk) for desk in (camille, nora, lea)]
        contact = await in_contact(lea)
        began = contact.state.script

        line.dead.set()
        first = await hers.publish("Facture, dit Camille")
        await until(lambda: camille.engine.status.phase is Phase.OFFLINE)
        await until(lambda: hers.title() == "Facture, dit Camille")
        second = await theirs.publish("Facture, dit Nora")
        await shared_by(nora, lea)
        await until(lambda: read.title() == "Facture, dit Nora")
        assert (theirs.rivals(), read.rivals()) == ((), ())
        line.dead.clear()

        await shared_by(camille, nora, lea)
        pages = (hers, theirs, read)
        for page in pages:
            await until(partial(_stand, page, {first, second}))
        assert len({(page.title(), page.rivals()) for page in pages}) == 1
        assert hers.rivals() in (("Camille",), ("Nora",))

        loser = next(one for one in (first, second) if one != _in_force(theirs))
        theirs.model.verbs.settle(GUIDE, loser)
        await until(lambda: len(theirs.heads()) == 1)
        picked = theirs.title()
        nora.engine.wake()
        await shared_by(nora, camille, lea)
        for page in pages:
            await until(partial(_reads, page, picked))
            assert (page.heads(), page.rivals()) == (theirs.heads(), ())
        assert seeded.run("select count(*) from vav.script_versions") == [(3,)]

        contact.reload()
        await until(lambda: GUIDE in _offered(contact, picked))
        assert contact.state.script == began
        fresh = await in_contact(lea)
        assert fresh.state.script.title == picked


def _stand(page: Page, heads: set[str]) -> bool:
    return page.heads() == heads


def _reads(page: Page, title: str) -> bool:
    return page.title() == title


def _in_force(page: Page) -> str:
    return page.model.state.row.guide.standing.in_force.id


def _offered(model: GuideViewModel, title: str) -> list[str]:
    return [one.id for one in (*model.state.suggested, *model.state.others) if one.title == title]
