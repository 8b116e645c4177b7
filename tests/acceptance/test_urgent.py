"""What cannot wait: an incivility and a check-in shared by name reach the lead within 15 s."""

from desktop.domain.contacts import Incivility, IncivilityType
from desktop.domain.ids import CheckInId, ContactId, CustomerId, IncivilityId, PersonId
from desktop.domain.wellbeing import Audience, CheckIn, Moment
from tests.acceptance.desks import add_customers, sql_desk, until

LIMIT = 15.0


async def test_an_incivility_and_a_shared_check_in_reach_the_lead_in_time(seeded, tmp_path):
    add_customers(seeded, 1)
    lea, camille = sql_desk(seeded, tmp_path), sql_desk(seeded, tmp_path, "camille")
    async with lea.running(), camille.running():
        await lea.drained()
        await camille.drained()
        await report(lea)
        slept = lea.clock.monotonic()
        await until(lambda: seeded.run("select count(*) from vav.incivilities") == [(1,)])
        assert lea.clock.monotonic() == slept, "it left at once, and not at the next round"
        waited = await camille.clock.ring()
        await until(lambda: camille.asked("SELECT id FROM incivilities"))
        assert waited <= LIMIT
        assert await camille.asked("SELECT id FROM waiting_check_ins") == [("k1",)]
        assert await camille.asked("SELECT id FROM check_ins") == [], "its content is not here"


async def report(desk) -> None:
    async with desk.store.unit() as unit:
        unit.record(
            Incivility(
                id=IncivilityId("i1"),
                contact_id=ContactId("contact-under-way"),
                customer_id=CustomerId("c1"),
                person_id=PersonId("person-lea"),
                at=desk.clock.now(),
                type=next(iter(IncivilityType)),
                gravity=2,
                words="invented",
            )
        )
        unit.record(
            CheckIn(
                id=CheckInId("k1"),
                person_id=PersonId("person-lea"),
                at=desk.clock.now(),
                moment=next(iter(Moment)),
                mood=2,
                energy=2,
                load=4,
                words="invented",
                audience=Audience.LEAD,
                addressed_to=PersonId("person-camille"),
            )
        )
    desk.engine.wake()
