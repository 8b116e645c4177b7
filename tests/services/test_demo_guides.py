"""What the demonstration's lead wrote can be read, and waits in their list."""

from pathlib import Path

from desktop.domain.people import Role
from desktop.services.authoring import Authoring
from desktop.services.changes import Changes
from desktop.services.demo import company, guides
from desktop.services.demo.company import Making
from desktop.services.scripts import Scripts
from desktop.services.store import authoring, people
from desktop.services.store import demo as kept

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


async def test_the_versions_of_the_demonstration_are_valid_and_in_a_line(store, clock):
    import random

    made = Making(now=clock.now(), zone=clock.zone(), chance=random.Random(1))
    world = company.read(RESOURCES / "demo")
    told = guides.read(RESOURCES / "demo")
    scripts = Scripts(RESOURCES / "scripts", store, clock)
    came = {one.id: one for one in (await scripts.library()).scripts}
    versions = list(guides.versions(made, world, told["written"], came))
    await store.write(kept.put, [world.team], made.new_id)
    await store.write(kept.put, [world.lead], made.new_id)
    await store.write(kept.put, versions, made.new_id)
    await store.write(authoring.save, guides.draft(made, world, told["draft"]))
    lead = await store.read(people.one, world.lead.id)
    assert lead.role is Role.LEAD
    desk = Authoring(store, clock, Changes(), scripts)
    moved = next(one for one in await desk.guides() if one.guide.id == told["written"]["script"])
    assert moved.guide.version_id == versions[-1].id
    assert not moved.guide.standing.others
    assert (await scripts.library()).problems == ()
    (draft,) = await desk.drafts(lead)
    assert (draft.script.title, len(draft.script.steps)) == ("Colis égaré", 2)
