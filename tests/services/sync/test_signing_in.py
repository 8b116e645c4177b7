"""Signing in against a real shared database: who it is, and each failure by its own reason."""

from dataclasses import replace

import pytest

from desktop.domain.accounts import Account
from desktop.domain.errors import SignInNeeded, WrongSignIn
from desktop.domain.people import Role
from desktop.services.clock import Clock
from desktop.services.sync.https_door import GivenToken
from desktop.services.sync.signing_in import change_password, sign_in
from tests.rest_server import token
from tests.shared_database import PASSWORD, SharedDatabase


@pytest.fixture
def account(seeded: SharedDatabase, postgres) -> Account:
    server = f"postgresql://127.0.0.1:{postgres.superuser['port']}/{seeded.name}"
    return at(server)


async def test_somebody_signs_in(account, seeded):
    signed_in = await sign_in(account, PASSWORD, Clock())
    assert (signed_in.person.id, signed_in.person.role) == ("person-lea", Role.ADVISOR)
    assert signed_in.person.team_id == "team-rhone"
    assert signed_in.branch_id == "branch-lyon"
    assert signed_in.lead_id == "person-camille"
    assert abs(signed_in.clock_offset_ms) < 60_000
    door = signed_in.door()
    assert door.call("hello", {"client": {"protocol": 1}})["person"]["id"] == "person-lea"
    door.close()
    assert PASSWORD not in repr(signed_in)


def at(server: str) -> Account:
    return Account(server=server, name="lea")


async def why(account: Account, password: str = PASSWORD) -> WrongSignIn:
    with pytest.raises(SignInNeeded) as caught:
        await sign_in(account, password, Clock())
    return caught.value.why


async def test_each_failure_has_its_reason(account, postgres):
    port = postgres.superuser["port"]
    assert await why(account, "wrong") is WrongSignIn.WRONG_PASSWORD
    assert await why(replace(account, name="nobody")) is WrongSignIn.WRONG_PASSWORD
    assert await why(replace(account, name="ex")) is WrongSignIn.DISABLED
    assert await why(at("postgresql://nowhere.invalid/vav")) is WrongSignIn.UNKNOWN_SERVER
    assert await why(at("")) is WrongSignIn.UNKNOWN_SERVER
    assert await why(at("postgresql://127.0.0.1:1/vav")) is WrongSignIn.NO_ANSWER
    unknown = at(f"postgresql://127.0.0.1:{port}/nowhere")
    assert await why(unknown) in {WrongSignIn.NOT_A_SERVER, WrongSignIn.WRONG_PASSWORD}


async def test_a_database_that_is_not_a_shared_one(account, postgres):
    with postgres.connect() as connection:
        connection.execute(f"create role postgres_lea login password '{PASSWORD}'")
        foreign = account.server.rpartition("/")[0] + "/postgres"
        try:
            assert await why(replace(account, server=foreign)) is WrongSignIn.NOT_A_SERVER
        finally:
            connection.execute("drop role postgres_lea")


async def test_a_server_that_takes_newer_applications_alone(account, seeded):
    seeded.run(
        "create or replace function vav.lowest_protocol() returns int language sql immutable"
        " as 'select 2'"
    )
    assert await why(account) is WrongSignIn.TOO_OLD


async def test_a_one_time_password_is_changed(account, seeded):
    seeded.run("update vav.people set must_change = true where sign_in = 'lea'")
    signed_in = await sign_in(account, PASSWORD, Clock())
    assert signed_in.must_change
    signed_in = await change_password(signed_in, "another-horse", Clock())
    assert not signed_in.must_change
    assert await why(account) is WrongSignIn.WRONG_PASSWORD
    assert (await sign_in(account, "another-horse", Clock())).person.name == "Lea"


async def test_somebody_signs_in_at_the_second_door(seeded, rest):
    account = Account(server=rest.url)
    given = GivenToken(token(f"{seeded.name}_lea"))
    signed_in = await sign_in(account, given, Clock())
    assert (signed_in.person.id, signed_in.person.sign_in) == ("person-lea", "lea")
    signed_in.door().close()
    with pytest.raises(SignInNeeded) as caught:
        await sign_in(account, GivenToken(token(f"{seeded.name}_lea", expires=1)), Clock())
    assert caught.value.why is WrongSignIn.EXPIRED_TOKEN
    with pytest.raises(SignInNeeded) as caught:
        await sign_in(account, GivenToken(token(f"{seeded.name}_ex")), Clock())
    assert caught.value.why is WrongSignIn.DISABLED
