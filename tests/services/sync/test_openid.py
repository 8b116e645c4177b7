"""Sign-in in the browser, against a small provider: the good way, and each way that is not."""

import asyncio
import functools
import json
import time
from collections.abc import Iterator

import pytest

from desktop.domain.accounts import Account
from desktop.domain.errors import Invalid, SignInNeeded, WrongSignIn
from desktop.services.clock import Clock
from desktop.services.sync.loopback import Pages
from desktop.services.sync.openid import Browser, OpenIdTokens, sign_in
from desktop.services.sync.signing_in import sign_in as sign_in_at_server
from tests.rest_server import RestServer, RestSettings
from tests.services.sync.provider import CLIENT, Provider, new_key

PAGES = Pages(done="<p>done</p>", refused="<p>refused</p>")


@pytest.fixture(scope="module")
def key():
    return new_key()


@pytest.fixture
def provider(key) -> Iterator[Provider]:
    made = Provider(key)
    yield made
    made.stop()


async def signed_in(provider: Provider, browse=None, limit: float = 20.0) -> OpenIdTokens:
    browser = Browser(open=browse or provider.browse, pages=PAGES, limit=limit)
    return await sign_in(provider.issuer, CLIENT, browser, Clock())


async def why(provider: Provider, browse=None, limit: float = 20.0) -> WrongSignIn:
    with pytest.raises(SignInNeeded) as caught:
        await signed_in(provider, browse, limit)
    return caught.value.why


async def test_the_good_way(provider):
    tokens = await signed_in(provider)
    assert tokens.current()
    assert provider.token_calls == 1
    assert provider.asked["code_challenge_method"] == "S256"
    assert provider.asked["redirect_uri"].startswith("http://127.0.0.1:")
    assert "openid" in provider.asked["scope"].split()
    assert tokens.current() not in repr(tokens)


async def test_a_token_is_renewed_before_its_end(provider):
    provider.lifetime = 10
    tokens = await signed_in(provider)
    assert provider.token_calls == 1
    refused = await asyncio.to_thread(tokens.current)
    assert provider.token_calls == 2
    renewals = [asyncio.to_thread(tokens.renew, refused) for _ in range(2)]
    one, other = await asyncio.gather(*renewals)
    assert one == other
    assert provider.token_calls == 3, "each refresh token is used once, and the next one kept"


async def test_an_answer_to_another_question_is_none(provider):
    """A page of somebody else's that leads the browser here."""
    assert await why(provider, functools.partial(provider.browse, state="x")) is (
        WrongSignIn.BAD_ANSWER
    )


async def test_another_provider_than_the_one_asked(provider):
    other = functools.partial(provider.browse, iss="https://other.example")
    assert await why(provider, other) is WrongSignIn.BAD_ANSWER


async def test_the_person_says_no(provider):
    provider.refusal = "access_denied"
    assert await why(provider) is WrongSignIn.DENIED


async def test_the_provider_fails(provider):
    provider.refusal = "server_error"
    assert await why(provider) is WrongSignIn.BAD_ANSWER


async def test_nobody_comes_back(provider):
    assert await why(provider, lambda url: None, limit=0.2) is WrongSignIn.NO_ANSWER


async def test_the_person_gives_up(provider):
    opened = asyncio.Event()
    loop = asyncio.get_running_loop()
    task = loop.create_task(signed_in(provider, lambda url: opened.set()))
    await opened.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_replayed_code_is_refused(provider):
    def replayed(url: str) -> None:
        provider.browse(url)
        provider.codes.clear()

    assert await why(provider, replayed) is WrongSignIn.BAD_ANSWER


async def test_a_code_without_its_verifier_is_worth_nothing(provider):
    def stolen(url: str) -> None:
        provider.browse(url)
        provider.codes["code-0"] = provider.codes["code-0"] | {"code_challenge": "other"}

    assert await why(provider, stolen) is WrongSignIn.BAD_ANSWER


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"exp": int(time.time()) - 1_000_000}, WrongSignIn.EXPIRED_TOKEN),
        ({"iss": "https://other.example"}, WrongSignIn.BAD_ANSWER),
        ({"aud": "another-client"}, WrongSignIn.BAD_ANSWER),
        ({"nonce": "of-another-time"}, WrongSignIn.BAD_ANSWER),
        ({"azp": "another-client"}, WrongSignIn.BAD_ANSWER),
        ({"iat": int(time.time()) + 1_000_000}, WrongSignIn.BAD_ANSWER),
    ],
)
async def test_claims_that_do_not_hold(provider, claims, reason):
    provider.claims = claims
    assert await why(provider) is reason


async def test_a_token_signed_by_another_key(provider):
    provider.signing_key = new_key()
    assert await why(provider) is WrongSignIn.BAD_ANSWER


async def test_a_provider_that_is_none(provider):
    provider.document = lambda: {"issuer": provider.issuer}
    assert await why(provider) is WrongSignIn.NOT_A_SERVER
    provider.document = lambda: {"issuer": "https://other.example"}
    assert await why(provider) is WrongSignIn.BAD_ANSWER
    provider.stop()
    assert await why(provider) is WrongSignIn.NO_ANSWER


async def test_plain_http_is_for_this_machine_alone():
    with pytest.raises(Invalid):
        await sign_in("http://id.example", CLIENT, Browser(open=print, pages=PAGES), Clock())


async def test_from_the_browser_to_the_shared_database(provider, seeded):
    """The provider's token opens the second door, and its role claim says who it is."""
    provider.role = seeded.people["lea"].role
    settings = RestSettings(db_uri=seeded.authenticator(), jwt_secret=json.dumps(provider.keys()))
    server = RestServer(settings).start()
    try:
        tokens = await signed_in(provider)
        account = Account(server=server.url, issuer=provider.issuer, client_id=CLIENT)
        known = await sign_in_at_server(account, tokens, Clock())
        assert (known.person.id, known.person.sign_in) == ("person-lea", "lea")
        door = known.door()
        assert await asyncio.to_thread(door.call, "my_readings", {})
        door.close()
    finally:
        server.stop()
