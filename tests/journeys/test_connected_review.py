"""« À voir » over a real server: a conflict picked by key, a refused fact corrected and sent again."""

import pytest

from desktop.app import pages
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.customer_file import CustomerField
from desktop.domain.ids import CustomerId
from desktop.domain.outbox import LineState
from tests.access.world import NOW, fact
from tests.journeys.company import Company, settle_server, sign_in, synced
from tests.journeys.hands import open_customer, write_note


def edit(person: str, value: str) -> dict:
    """Another desk changes Claire's phone."""
    made = fact(
        "customer_edit",
        customer_id="claire",
        person_id=f"person-{person}",
        field="phone",
        value=value,
        former="+33639980001",
        based_on=0,
    )
    made["body"]["at"] = NOW
    return made


@pytest.mark.parametrize(
    ("digit", "phone"), [("1", "+33639987777"), ("2", "+33639985501")], ids=["mine", "theirs"]
)
def test_a_conflict_is_picked_by_its_digit(play, company: Company, digit: str, phone: str) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        await open_customer(hands, desk, "Claire Moreau")
        company.shut()
        customers = desk.models.services.customers
        await customers.edit(
            CustomerId("claire"), desk.person, {CustomerField.PHONE: "06 39 98 77 77"}
        )
        company.reopen()
        assert company.push("yanis", edit("yanis", "+33639985501")) == ["applied"]
        desk.models.sync.send_now()
        await hands.until(lambda: desk.models.sync.state.status.conflicts, "le conflit")
        assert desk.window.topbar.badge.text() == "1 à voir"

        await hands.press(pages.KEYS[pages.REVIEW])
        review = desk.models.review
        await hands.until(lambda: review.state.line, "la ligne")
        assert review.state.line.state is LineState.CONFLICT
        assert review.state.line.conflict.by == "Yanis"
        await hands.press(digit, "Return")
        await hands.until(lambda: not review.state.lines, "le choix")
        await settle_server(lambda: _phone(company) == phone)
        await synced(hands, desk)
        await hands.until(lambda: desk.window.topbar.badge.text() == "À jour", "le badge")

    play(story, company.settings)


def _phone(company: Company) -> str:
    ((phone,),) = company.database.run("select phone from vav.customers where id = 'claire'")
    return str(phone)


def test_a_refused_fact_is_corrected_and_goes(play, company: Company) -> None:
    company.database.run(
        "alter table vav.contacts add constraint short check (length(note) < 20) not valid"
    )

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        await open_customer(hands, desk, "Claire Moreau")
        await write_note(hands, desk, "Une note bien trop longue pour ce serveur")
        await hands.press("F8", "1", "4", "Ctrl+Return")
        await hands.until(lambda: desk.models.sync.state.status.rejected, "le refus")
        assert desk.window.topbar.badge.text() == "1 à voir"
        await hands.press(pages.KEYS[pages.REVIEW])
        review = desk.models.review
        await hands.until(lambda: review.state.line, "la ligne")
        assert review.state.line.state is LineState.REJECTED
        assert review.state.line.customer_name == "Claire Moreau"
        await hands.press("Return", "Ctrl+A")
        await hands.type("Note courte")
        await hands.press("Ctrl+Return")
        await hands.until(lambda: not review.state.lines, "le renvoi")
        await settle_server(lambda: company.count("contact") == 1)
        await synced(hands, desk)
        assert company.database.run("select note from vav.contacts") == [("Note courte",)]

    play(story, company.settings)
