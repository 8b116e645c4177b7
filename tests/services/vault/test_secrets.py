"""The company's secrets: kept in the keyring, read from the environment where there is none."""

import pytest

from desktop.domain.errors import NoPlaceForKey
from desktop.services.vault.ring import SERVICE
from desktop.services.vault.secrets import BadSecret, BadSecretName, Secrets, is_name, variable
from tests.services.vault.rings import FakeForgetfulRing, FakeLockedRing, FakeRing

GATEWAY = "video-gateway:https://visio.banque.example"


def test_what_is_kept_is_given_back_and_listed_by_name_alone():
    ring = FakeRing()
    secrets = Secrets(ring)
    secrets.put("sms", "s3cret")
    secrets.put(GATEWAY, "k3y")
    assert (secrets.get("sms"), secrets.get(GATEWAY), secrets.get("email")) == ("s3cret", "k3y", "")
    assert secrets.names() == ("sms", GATEWAY)
    assert ring.entries[SERVICE, GATEWAY] == "k3y"


def test_what_is_forgotten_is_gone():
    secrets = Secrets(FakeRing())
    secrets.put("turn", "a")
    assert secrets.forget("turn")
    assert not secrets.forget("turn")
    assert (secrets.get("turn"), secrets.names()) == ("", ())


def test_the_environment_goes_over_the_ring():
    secrets = Secrets(FakeRing(), {"VISAVIS_SECRET_SMS": " from outside\n"})
    secrets.put("sms", "kept")
    assert secrets.get("sms") == "from outside"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("sms", "VISAVIS_SECRET_SMS"),
        (GATEWAY, "VISAVIS_SECRET_VIDEO_GATEWAY_HTTPS___VISIO_BANQUE_EXAMPLE"),
    ],
)
def test_a_variable_has_letters_digits_and_low_lines(name, told):
    assert variable(name) == told


@pytest.mark.parametrize("ring", [None, FakeLockedRing(), FakeForgetfulRing()])
def test_without_a_ring_nothing_is_kept_and_the_environment_serves(ring):
    secrets = Secrets(ring, {"VISAVIS_SECRET_EMAIL": "e"})
    with pytest.raises(NoPlaceForKey):
        secrets.put("sms", "s3cret")
    assert (secrets.get("sms"), secrets.get("email"), secrets.names()) == ("", "e", ())


@pytest.mark.parametrize(
    "name", ["", "secrets", "a b", "../x", "video-gateway:", "video-gateway:x", "É"]
)
def test_what_is_no_name_is_refused(name):
    assert not is_name(name)
    with pytest.raises(BadSecretName):
        Secrets(FakeRing()).put(name, "s")


@pytest.mark.parametrize("secret", ["", "a\nb", "a\r", "clé", "\x00"])
def test_what_no_header_can_hold_is_no_secret(secret):
    with pytest.raises(BadSecret) as told:
        Secrets(FakeRing()).put("sms", secret)
    assert str(told.value) == "sms"
