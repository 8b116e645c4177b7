"""Who answers in the browser is who comes in, whoever's name stood there before."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.app.gate import ServerGate
from desktop.app.known_servers import KnownServers
from desktop.domain.accounts import Account
from desktop.domain.errors import WrongSecret
from desktop.domain.ids import CustomerId
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.customers import Customers
from desktop.services.outbox import Outbox
from desktop.services.people import People
from desktop.services.store import meta
from desktop.services.store.local import LocalStore
from desktop.services.sync.https_door import GivenToken, Tokens
from desktop.services.vault import Vault
from desktop.ui.shell.connect_state import Given, Hindered, Hindrance, KeyLost
from tests.rest_server import RestServer, RestSettings, token
from tests.services.vault.rings import FakeRing
from tests.shared_database import SharedDatabase

TAKEN = pytest.mark.parametrize("place", [True], indirect=True)
"""With a plain file to take over."""
LEAS, KARIMS = "la phrase de Léa", "la phrase de Karim"


@dataclass(slots=True)
class Place:
    """A desk with a keyring, at a second door."""

    gate: ServerGate
    plain: Path
    vault: Vault
    server: str
    who: str = "lea"

    async def come_in(self, name: str, phrase: str = "", *, remember: bool = False) -> str:
        given = Given(server=self.server, sign_in=name, passphrase=phrase, remember=remember)
        entered = await self.gate.in_browser(given)
        await entered.store.close()
        return str(entered.person.id)

    async def opens(self, name: str, phrase: str) -> bool:
        account = await self.vault.account(self.server, name)
        assert account is not None
        try:
            await (await self.vault.open(account, phrase)).close()
        except WrongSecret:
            return False
        return True


async def written_plain(path: Path, author: str = "Léa") -> Path:
    store = await LocalStore.open(path, Clock())
    person = await People(store).begin(author)
    notes = Customers(store, Clock(), Changes())
    await notes.pin(CustomerId("c1"), person, "Après 17 h")
    await store.close()
    return path


@pytest.fixture
def place(
    seeded: SharedDatabase, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Place]:
    server = RestServer(RestSettings(db_uri=seeded.authenticator())).start()
    ring = FakeRing()
    vault = Vault(tmp_path / "people", Clock(), lambda: ring, cost=2**4, room=0)
    plain = tmp_path / "plain.sqlite"

    async def browse(_account: Account) -> Tokens:
        return GivenToken(token(seeded.people[made.who].role))

    taken = plain if getattr(request, "param", False) else None
    servers = KnownServers(tmp_path / "servers.json")
    made = Place(ServerGate(vault, servers, Clock(), browse, taken), plain, vault, server.url)
    yield made
    server.stop()


async def test_another_at_this_desk_gets_nothing_by_what_was_remembered(place: Place) -> None:
    assert await place.come_in("lea", LEAS, remember=True) == "person-lea"
    place.who = "karim"
    with pytest.raises(Hindered) as caught:
        await place.come_in("lea")
    assert caught.value.why is Hindrance.PASSPHRASE_MISSING
    assert await place.vault.account(place.server, "karim") is None
    assert await place.come_in("lea", KARIMS) == "person-karim"
    assert await place.opens("karim", KARIMS)
    assert not await place.opens("karim", LEAS)


async def test_what_was_remembered_of_who_comes_in_opens_theirs(place: Place) -> None:
    await place.come_in("lea", LEAS, remember=True)
    place.who = "karim"
    await place.come_in("karim", KARIMS, remember=True)
    assert await place.come_in("lea") == "person-karim"
    assert not await place.opens("karim", LEAS)
    assert await place.opens("karim", KARIMS)
    assert await place.come_in("") == "person-karim"


async def test_a_mistyped_phrase_does_not_take_the_place_of_the_right_one(place: Place) -> None:
    await place.come_in("lea", LEAS, remember=True)
    with pytest.raises(KeyLost):
        await place.come_in("lea", "la frase de Léa")
    assert await place.opens("lea", LEAS)
    assert await place.come_in("lea") == "person-lea"


async def test_what_is_typed_and_not_to_be_kept_is_kept_no_more(place: Place) -> None:
    await place.come_in("lea", LEAS, remember=True)
    assert await place.come_in("lea") == "person-lea", "nothing was typed: it stays"
    assert await place.come_in("lea", LEAS) == "person-lea"
    account = await place.vault.account(place.server, "lea")
    assert account is not None
    assert await place.vault.remembered(account) is None


@TAKEN
async def test_what_was_written_in_a_plain_file_becomes_theirs(place: Place) -> None:
    await written_plain(place.plain)
    assert await place.come_in("lea", LEAS) == "person-lea"
    assert not place.plain.exists()
    account = await place.vault.account(place.server, "lea")
    assert account is not None
    store = await place.vault.open(account, LEAS)
    query = "SELECT person_id, words FROM pinned_notes"
    rows = await store.read(lambda c: c.exec_driver_sql(query).all())
    assert [tuple(row) for row in rows] == [("person-lea", "Après 17 h")]
    assert await Outbox(store, Changes()).by_kind() == {"pinned_note": 1}
    await store.close()
    assert await place.come_in("lea", LEAS) == "person-lea", "the file is gone, and no hindrance"


@TAKEN
async def test_a_plain_file_that_cannot_be_taken_over_stays(place: Place) -> None:
    with pytest.raises(Hindered) as caught:
        await place.come_in("lea", LEAS)
    assert caught.value.why is Hindrance.NOT_ADOPTED, "a file was named that is not there"
    store = await LocalStore.open(place.plain, Clock())
    await store.write(lambda c: meta.put(c, "demo_now", "1"))
    await store.close()
    with pytest.raises(Hindered) as caught:
        await place.come_in("lea", LEAS)
    assert caught.value.why is Hindrance.NOT_ADOPTED
    assert place.plain.exists()
