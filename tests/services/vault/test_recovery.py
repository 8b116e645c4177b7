"""The recovery envelope: the organisation alone gives a lost store back."""

import json

import pytest

from desktop.admin.recovery import run_recover
from desktop.admin.screen import Screen
from desktop.domain.errors import StoreUnavailable, Trouble, WrongSecret
from desktop.services.store.local import LocalStore
from desktop.services.vault import envelopes
from desktop.services.vault.envelopes import BadRecoveryKey
from tests.services.vault.conftest import pems
from tests.services.vault.test_vault import NADIA, NAME, NEW, SERVER, WORD, made, names

KEY = bytes(range(32))


async def test_the_private_key_opens_the_store_itself(vault, clock, organisation):
    account = await made(vault, recovery_pem=organisation[1])
    key = envelopes.unseal(account.envelope.read_text(encoding="utf-8"), organisation[0])
    store = await LocalStore.open(account.store, clock, key)
    assert await names(store) == [NAME]
    await store.close()


@pytest.mark.parametrize("lost", ["password", "keyring"])
async def test_a_person_comes_back_with_the_administrators_code(
    vault, ring, tmp_path, organisation, capsys, lost
):
    account = await made(vault, recovery_pem=organisation[1])
    if lost == "keyring":
        ring.entries.clear()
    private = tmp_path / "private.pem"
    private.write_bytes(organisation[0])
    assert run_recover(account.envelope, private, None, Screen(as_json=True)) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["ok"]
    typed = told["code"].lower().replace("-", " ")
    await vault.recover(account, typed, NEW)
    store = await vault.open(account, NEW)
    assert await names(store) == [NAME]
    await store.close()


async def test_a_code_of_another_store_or_miscopied_changes_nothing(vault, organisation):
    account = await made(vault, recovery_pem=organisation[1])
    with pytest.raises(StoreUnavailable) as told:
        await vault.recover(account, envelopes.spelled(KEY), NEW)
    assert told.value.trouble is Trouble.KEY_WRONG
    code = envelopes.spelled(KEY)
    for wrong in ("", code[:-1], ("B" if code[0] == "A" else "A") + code[1:], code + code):
        with pytest.raises(BadRecoveryKey):
            await vault.recover(account, wrong, NEW)
    await (await vault.open(account, WORD)).close()


async def test_a_new_recovery_key_gets_its_envelope_at_the_next_opening(vault, organisation):
    account = await made(vault)
    assert not account.envelope.exists()
    private, public = pems()
    for pem, opener in ((organisation[1], organisation[0]), (public, private)):
        await (await vault.open(account, WORD, pem)).close()
        kept = account.envelope.read_text(encoding="utf-8")
        assert len(envelopes.unseal(kept, opener)) == 32
        await (await vault.open(account, WORD, pem)).close()
        assert account.envelope.read_text(encoding="utf-8") == kept


async def test_a_bad_recovery_key_makes_no_store(vault, tmp_path):
    for pem in (b"", b"-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----\n", pems()[0]):
        with pytest.raises(BadRecoveryKey):
            await vault.create(SERVER, "nadia.b", WORD, NADIA, pem)
    assert list(tmp_path.rglob("*.sqlite")) == []


def test_an_envelope_opens_for_its_addressee_alone(clock, organisation):
    sealed = envelopes.seal(KEY, organisation[1], "n1", clock)
    assert envelopes.unseal(sealed, organisation[0]) == KEY
    assert KEY.hex() not in sealed
    with pytest.raises(WrongSecret):
        envelopes.unseal(sealed, pems()[0])
    for name in ("store", "key", "nonce"):
        told = json.loads(sealed)
        told[name] = json.loads(envelopes.seal(KEY, organisation[1], "n2", clock))[name]
        with pytest.raises(WrongSecret):
            envelopes.unseal(json.dumps(told), organisation[0])


@pytest.mark.parametrize("envelope", ["", "{}", "[]", '{"from": "AA==", "nonce": 1}'])
def test_what_is_no_envelope_is_told(envelope, organisation):
    with pytest.raises(BadRecoveryKey) as told:
        envelopes.unseal(envelope, organisation[0])
    assert told.value.part == "envelope"


def test_the_command_says_what_is_wrong(tmp_path, clock, organisation, capsys):
    good, key, other = tmp_path / "e.json", tmp_path / "k.pem", tmp_path / "o.pem"
    good.write_text(envelopes.seal(KEY, organisation[1], "n", clock), encoding="utf-8")
    key.write_bytes(organisation[0])
    other.write_bytes(pems()[0])
    cases = (
        (tmp_path / "absent", key, "unreadable"),
        (good, other, "wrong_key"),
        (key, key, "bad_envelope"),
        (good, good, "bad_private"),
    )
    for envelope, private, code in cases:
        assert run_recover(envelope, private, None, Screen(as_json=True)) == 1
        told = json.loads(capsys.readouterr().out.splitlines()[-1])
        assert (told["ok"], told["code"]) == (False, code)
