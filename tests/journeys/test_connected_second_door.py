"""The second door: the browser says who one is, the same functions answer over HTTPS."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.app import connecting
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.config import Settings
from desktop.domain.sign_in_file import SignInFile, written
from desktop.ui.shell.connect_state import Hindrance, Phase
from tests.journeys.company import Company, at_desk, screen, settle_server, synced
from tests.journeys.hands import open_customer, write_note
from tests.rest_server import RestServer, RestSettings, token
from tests.services.sync.provider import CLIENT, Provider, new_key

PHRASE = "une phrase bien longue"


@dataclass(slots=True)
class SecondDoor:
    """The provider, and the settings of a desk that comes through it."""

    provider: Provider
    settings: Settings


@pytest.fixture
def door(company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecondDoor]:
    provider = Provider(new_key())
    provider.role = company.database.people["lea"].role
    secret = json.dumps(provider.keys())
    rest = RestSettings(db_uri=company.database.authenticator(), jwt_secret=secret)
    server = RestServer(rest).start()
    file = tmp_path / "bureau.toml"
    told = SignInFile(
        server="", database="", name="", api=server.url, issuer=provider.issuer, client_id=CLIENT
    )
    file.write_text(written(told), encoding="utf-8")
    monkeypatch.setattr(connecting, "open_browser", provider.browse)
    yield SecondDoor(provider, replace(company.settings, server="", sign_in=file))
    server.stop()
    provider.stop()


def test_the_browser_lets_one_in(play, company: Company, door: SecondDoor) -> None:
    async def story(hands: Driver, session: Session) -> None:
        view = await screen(hands, session)
        await hands.until(view.form.browser.isVisible, "la porte du navigateur")
        door.provider.refusal = "access_denied"
        view.form.fields.passphrase.field.setFocus()
        await hands.type(PHRASE)
        await hands.press("Return")
        await hands.until(
            lambda: view._viewmodel.state.hindrance is Hindrance.DENIED, "le refus dit"
        )
        door.provider.refusal = ""
        view.form.browser.setFocus()
        await hands.press("Space")
        desk = await at_desk(hands, session)
        assert desk.person.name == "Lea"
        await synced(hands, desk)
        await open_customer(hands, desk, "Claire Moreau")
        await write_note(hands, desk, "Geste accepté")
        await hands.press("F8", "1", "4", "Ctrl+Return")
        await settle_server(lambda: company.count("contact") == 1, 25)
        await synced(hands, desk)

    play(story, door.settings)


def test_waiting_for_the_browser_can_be_given_up(
    play, company: Company, door: SecondDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "open_browser", lambda _address: None)

    async def story(hands: Driver, session: Session) -> None:
        view = await screen(hands, session)
        await hands.until(view.form.browser.isVisible, "la porte du navigateur")
        view.form.fields.passphrase.field.setFocus()
        await hands.type(PHRASE)
        await hands.press("Return")
        await hands.until(view.waiting.isVisible, "l’attente")
        await hands.press("Escape")
        await hands.until(lambda: view._viewmodel.state.phase is Phase.FORM, "le formulaire")
        assert view.form.fields.passphrase.text() == PHRASE

    play(story, door.settings)


def test_a_token_of_the_administrators_is_enough_for_a_pilot(play, company: Company) -> None:
    rest = RestSettings(db_uri=company.database.authenticator())
    server = RestServer(rest).start()

    async def story(hands: Driver, session: Session) -> None:
        view = await screen(hands, session)
        view.form.fields.token.field.setFocus()
        await hands.type(token(company.database.people["lea"].role))
        view.form.fields.passphrase.field.setFocus()
        await hands.type(PHRASE)
        await hands.press("Return")
        desk = await at_desk(hands, session)
        await synced(hands, desk)

    try:
        play(story, replace(company.settings, server=server.url))
    finally:
        server.stop()
