"""A lead over a real server: hears of an incivility, reads a check-in online, finds it withdrawn."""

from datetime import timedelta
from functools import partial

from desktop.app import pages
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.ids import CheckInId
from desktop.services import care, talks
from tests.access.world import NOW, SqlDoor, check_in, fact
from tests.journeys.company import Company, call, sign_in, synced


def incivility(person: str, contact_id: str, at: int) -> dict:
    """A report from another desk."""
    return (
        fact(
            "incivility",
            at=at,
            contact_id=contact_id,
            customer_id="claire",
            person_id=f"person-{person}",
            type="insult",
            gravity=2,
            words="A haussé le ton.",
        )
        | {}
    )


def shared(at: int) -> dict:
    """What Léa shares with Camille by name."""
    return check_in("lea", "lead", "camille", at=at, id="ci-1", words="Une semaine difficile")


def test_a_lead_hears_of_an_incivility_and_sees_it_once(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "camille")
        await synced(hands, desk)
        now = int(desk.models.services.clock.now().timestamp() * 1000)
        told = incivility("yanis", "contact-1", now)
        told["body"]["at"] = now
        answers = company.push("yanis", call("yanis", "claire", id="contact-1"), told)
        assert answers == ["applied", "applied"]
        desk.models.sync.send_now()
        care = desk.models.care
        await hands.until(lambda: care.unseen, "l’incivilité")
        said = [toast.text() for toast in desk.window.toasts.toasts()]
        assert "Yanis vient de vivre une incivilité." in said
        await hands.press(pages.KEYS[pages.SHARED])
        banner = desk.views.shared.care
        assert (banner.isVisible(), banner.text()) == (
            True,
            "Yanis vient de vivre une incivilité.",
        )
        banner.button.setFocus()
        await hands.press("Return")
        await hands.until(desk.linked.caring.overlay.isVisible, "la fiche")
        assert "Yanis" in desk.linked.caring.overlay.words()
        await hands.press("Return")
        await hands.until(lambda: not care.unseen, "« C’est vu »")
        assert not banner.isVisible()
        desk.window.sign_out_asked.emit()
        before = desk.models.sync.state.status.last_success
        desk = await sign_in(hands, session, "camille")
        # Not the exchange of before, which the store knows of.
        await hands.until(
            lambda: desk.models.sync.state.status.last_success != before, "un échange"
        )
        await synced(hands, desk)
        assert desk.models.care.unseen == ()

    play(story, company.settings)


def test_a_check_in_is_read_online_and_gone_once_withdrawn(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "camille")
        assert company.push("lea", shared(NOW)) == ["applied"]
        desk.models.sync.send_now()
        model = desk.models.shared
        await hands.until(lambda: model.state.waiting, "le check-in")
        await hands.press(pages.KEYS[pages.SHARED])
        await hands.press("Return")
        await hands.until(lambda: model.state.opened, "sa lecture")
        assert model.state.opened.check_in.words == "Une semaine difficile"
        readings = company.database.run("select lead_id from vav.check_in_readings")
        assert readings == [("person-camille",)]

        company.shut()
        model.close()
        model.open(CheckInId("ci-1"))
        await hands.until(lambda: model.state.unread, "« lecture en ligne seulement »")
        company.reopen()
        withdrawn = fact(
            "check_in_share",
            check_in_id="ci-1",
            person_id="person-lea",
            audience="nobody",
            addressed_to=None,
        )
        withdrawn["body"]["at"] = NOW + 1000
        assert company.push("lea", withdrawn) == ["applied"]
        model.retry()
        await hands.until(lambda: model.state.gone, "« retiré par son auteur »")

    play(story, company.settings)


def test_its_author_sees_who_read_it_and_when(play, company: Company) -> None:
    assert company.push("lea", shared(NOW)) == ["applied"]
    SqlDoor(company.database).call("camille", "read_checkin", id="ci-1")

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        await hands.press(pages.KEYS[pages.MINE])
        mine = desk.models.mine
        await hands.until(lambda: mine.state.items and mine.state.items[0].readings, "la lecture")
        (reading,) = mine.state.items[0].readings
        assert reading.name == "Camille"

    play(story, company.settings)


def _arrived(company: Company, kind: str) -> bool:
    return company.count(kind) == 1


def test_what_a_lead_does_reaches_the_server(play, company: Company, monkeypatch) -> None:
    """What followed, a talk and a private note: each of them once, as facts of the lead."""
    for module in (care, talks):
        monkeypatch.setattr(module, "UNDO", timedelta(0))

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "camille")
        await synced(hands, desk)
        now = int(desk.models.services.clock.now().timestamp() * 1000)
        told = incivility("yanis", "contact-1", now)
        told["body"]["at"] = now
        pushed = (call("yanis", "claire", id="contact-1"), told)
        assert company.push("yanis", *pushed) == ["applied", "applied"]
        assert company.push("lea", shared(NOW)) == ["applied"]
        desk.models.sync.send_now()
        team = desk.views.team
        await hands.until(lambda: team.tabs.badge(1) == 1, "l’incivilité à suivre")
        await hands.press(pages.KEYS[pages.SHARED], "Ctrl+PgDown")
        await hands.press("Return", "1", "Ctrl+Return")
        await hands.until(lambda: team.tabs.badge(1) == 0, "la suite notée")
        await hands.press("Ctrl+PgUp", "Return")
        panel = desk.views.shared.detail.talk
        await hands.until(lambda: desk.models.shared.state.opened, "le check-in ouvert")
        panel.day.setFocus()
        await hands.type("demain")
        await hands.press("Return")
        await hands.until(lambda: panel.drop.isVisible(), "l’échange prévu")
        panel.note.setFocus()
        await hands.type("Fatigue du soir")
        panel.day.setFocus()
        for kind in ("follow_up", "talk", "talk_note"):
            desk.models.sync.send_now()
            await hands.until(partial(_arrived, company, kind), kind)
        await hands.press("Ctrl+PgDown", "Ctrl+PgDown")
        assert team.current == "totals"

    play(story, company.settings)
