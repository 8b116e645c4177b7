"""Two advisors at the company's gateway: a customer's button, a third person, a call back."""

import hashlib
from dataclasses import replace

import pytest

from desktop.config.video import VideoSettings
from desktop.domain.errors import VideoFailed
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.domain.video.happenings import EndReason
from desktop.domain.video.progress import Step
from desktop.domain.video.ringing import CallBack, People, Quiet, Ring
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore
from desktop.services.video.client import Video
from desktop.services.video.gateway.config import GatewayConfig, Key, Place
from desktop.services.video.gateway.running import Running
from desktop.services.video.thread import VideoThread
from tests.services.video.customer import opened
from tests.services.video.fake_gateway import KEY
from tests.services.video.world import LEA, draft, plan, until, until_kept

MARC = Person(id=PersonId("marc"), name="Marc Petit", role=Role.LEAD)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
async def company(tmp_path, clock):
    """The gateway that stands alone, on loopback."""
    config = GatewayConfig(
        keys=(Key(name="desks", sha256=hashlib.sha256(KEY.encode()).hexdigest()),),
        data=tmp_path / "gateway",
        company="Banque",
        places=(Place(id="lyon-1", team="Rhône", title="Agence de Lyon"),),
    )
    running, thread = Running(config, clock), VideoThread()
    await thread.run(running.start)
    yield running.url
    await thread.end(running.stop, 3)


class Desk:
    def __init__(self, store, video):
        self.store, self.video = store, video
        self.calls, self.heard = [], []
        video.listen(self.calls.append)
        video.listen_rings(self.heard.append)

    def of(self, kind):
        return [one for one in self.heard if isinstance(one, kind)]


@pytest.fixture
async def desks(tmp_path, clock, company):
    made = []
    for person in (LEA, MARC):
        folder = tmp_path / person.id
        folder.mkdir()
        store = await LocalStore.open(folder / "store.sqlite", clock)
        video = Video(
            store,
            clock,
            Changes(),
            replace(plan(folder), settings=VideoSettings(gateway=company, company="Banque")),
        )
        made.append(Desk(store, video))
        await video.start(person, "Rhône")
    await until(lambda: all(len(desk.video.colleagues) == 1 for desk in made))
    yield made
    for desk in made:
        await desk.video.close()
        await desk.store.close()


async def test_a_button_rings_and_the_first_talks(desks, clock, company):
    lea, marc = desks
    for desk in desks:
        await desk.video.set_available(True)
    await until(
        lambda: all(
            any(one.available for told in desk.of(People) for one in told.colleagues)
            for desk in desks
        )
    )
    async with opened(f"{company}/sos/lyon-1", "/ws/sos/lyon-1") as button:
        await button.hear("place")
        await button.say(type="press", lang="fr", who={"phone": "0639981234"})
        await until(lambda: lea.of(Ring) and marc.of(Ring))
        assert await lea.video.take(lea.of(Ring)[0])
        assert not await marc.video.take(marc.of(Ring)[0])
        await until(lambda: marc.of(Quiet))
        press = lea.of(Ring)[0].press
        live = await lea.video.begin(draft(clock), LEA, pressed=clock.monotonic(), press=press)
        taken = await button.hear("taken")
        async with opened(f"{company}/v#{taken['invite']}") as customer:
            await customer.hear("welcome")
            await customer.say(type="consent", lang="fr")
            await customer.hear("media")
            await customer.say(type="face")
            await until(lambda: lea.calls[-1].progress.step is Step.CONNECTED)
            await lea.video.end(live.asked.id)
    found = await until_kept(lea.store, lambda one: one.calls)
    assert (found.calls[0].place, found.calls[0].end_reason) == ("lyon-1", EndReason.DONE)
    assert found.calls[0].delivery == "sos"


async def test_nobody_takes_it_and_the_lead_keeps_the_call_back(desks, company):
    lea, marc = desks
    async with opened(f"{company}/sos/lyon-1", "/ws/sos/lyon-1") as button:
        await button.hear("place")
        await button.say(type="callback", phone="06 39 98 12 34", name="Claire", when="demain 9h")
        await button.hear("noted")
        await until(lambda: marc.of(CallBack))
    assert lea.of(CallBack) == []
    assert marc.of(CallBack)[0].phone == "06 39 98 12 34"


async def test_a_colleague_is_not_asked_where_two_only_fit(desks, clock):
    lea, _marc = desks
    live = await lea.video.begin(draft(clock), LEA, pressed=clock.monotonic())
    assert not live.third
    with pytest.raises(VideoFailed) as told:
        await lea.video.invite(live.asked.id, "marc")
    assert told.value.code == "taken"
    await lea.video.end(live.asked.id)
    await until_kept(lea.store, lambda one: one.calls)


async def test_who_goes_is_not_there_any_more(desks):
    lea, marc = desks
    await marc.video.close()
    await until(lambda: lea.video.colleagues == ())
