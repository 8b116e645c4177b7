"""Two leads write from the same guide over a real server: both versions stay, one is picked."""

from functools import partial

from desktop.app import pages
from desktop.app.guides import GuidesPart
from desktop.app.places import RESOURCES
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.authoring.state import Outcome
from desktop.ui.kit.overlay import open_on
from tests.access.world import NOW, fact
from tests.journeys.company import Company, sign_in, synced
from tests.journeys.hands import within

GUIDE = "bill-higher"


def _version(version_id: str, title: str, at: int) -> dict:
    """What somebody published at another desk: the guide that ships, under another title."""
    whole = (RESOURCES / "scripts" / "10_bill_higher.yaml").read_text(encoding="utf-8")
    before = "title: Facture plus élevée que prévu"
    assert before in whole
    text = whole.replace(before, f"title: {title}").replace("version: 12", "version: 13")
    told = fact(
        "script_version",
        id=version_id,
        script_id=GUIDE,
        version=13,
        person_id="person-hugo",
        text=text,
        based_on="",
    )
    told["body"]["at"] = at
    return told


def test_two_leads_write_at_once_and_one_picks(play, company: Company) -> None:
    ((team,),) = company.database.run("select team_id from vav.people where id = 'person-camille'")
    company.database.add_person("hugo", "lead", team)

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "camille")
        await synced(hands, desk)
        (part,) = (one for one in desk.parts if isinstance(one, GuidesPart))
        # Camille publishes, and Hugo, at another desk, had not seen hers.
        draft = await part.authoring.draft_of(GUIDE, desk.person)
        mine = await part.authoring.publish(draft, "La mienne")
        assert company.push("hugo", _version("sv-hugo", "Facture de Hugo", NOW)) == ["applied"]
        desk.models.sync.send_now()
        await hands.until(lambda: company.count("script_version") == 2, "les deux versions")
        await hands.press(pages.KEYS[pages.GUIDES])
        model = part.model
        await hands.until(lambda: model.state.rows, "la liste")
        model.choose(GUIDE)

        def heads() -> list[str]:
            row = model.state.row
            return [one.id for one in row.guide.standing.heads] if row and row.guide else []

        await hands.until(lambda: heads() == ["sv-hugo", mine.id], "les deux, celle de Hugo devant")
        part.view.show_versions()
        versions = model.versions
        await hands.until(lambda: versions.state.comparison is not None, "leur comparaison")
        timeline = part.view.detail.timeline
        versions.pick(mine.id)
        await hands.until(lambda: versions.state.later == mine.id, "la mienne devant")
        assert timeline.settle.isVisible()
        timeline.settle.setFocus()
        assert within(timeline)
        await hands.press("Space")
        await hands.until(lambda: len(heads()) == 1, "le choix")
        told = model.state.told
        assert told is not None
        assert told.outcome is Outcome.SETTLED
        picked = model.state.row
        assert picked is not None
        assert picked.script is not None
        assert picked.script.title == "Facture plus élevée que prévu"
        desk.models.sync.send_now()
        await hands.until(partial(_sent, company, 3), "le choix envoyé")
        ids = {one.id for one in versions.state.timeline}
        assert {"sv-hugo", mine.id} <= ids, "both stay in the history"

    play(story, company.settings)


def _sent(company: Company, count: int) -> bool:
    return company.count("script_version") == count


def test_who_writes_is_told_of_a_version_that_comes_by_sync(play, company: Company) -> None:
    ((team,),) = company.database.run("select team_id from vav.people where id = 'person-camille'")
    company.database.add_person("hugo", "lead", team)

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "camille")
        await synced(hands, desk)
        (part,) = (one for one in desk.parts if isinstance(one, GuidesPart))
        assert part.editor is not None
        part.edit(await part.authoring.draft_of(GUIDE, desk.person))
        banner = part.editor.view.meanwhile
        await hands.until(part.editor.view.isVisible, "l’éditeur")
        assert not banner.isVisible()
        assert company.push("hugo", _version("sv-hugo", "Facture de Hugo", NOW)) == ["applied"]
        desk.models.sync.send_now()
        await hands.until(banner.isVisible, "le bandeau")
        assert "Version 13, publiée par " in banner.text()
        assert banner.button is not None
        banner.button.setFocus()
        await hands.press("Space")
        await hands.until(lambda: open_on(desk.window) is not None, "la comparaison")
        found = part.editor.model.meanwhile.comparison
        assert found is not None
        assert [one.part.value for one in found.fields] == ["title"]

    play(story, company.settings)
