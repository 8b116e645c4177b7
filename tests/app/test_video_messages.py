"""What a customer reads who gets a link: from whom, the link whole, one SMS long, in both languages."""

import pytest
from PySide6.QtCore import QLocale

from desktop.app import language
from desktop.app.video.facade import texts
from desktop.domain.video.happenings import Delivery

LINK = f"https://visio.banque-populaire.example/v#{'T' * 43}"
GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)


@pytest.fixture(params=["fr", "en"])
def spoken(request, qapp):
    before = QLocale()
    installed = language.speak(qapp, request.param)
    yield request.param
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.mark.parametrize("company", ["", "Lumio", "Banque du Centre"])
def test_an_sms_is_one_message_of_plain_signs(spoken, company):
    told = texts(company)(Delivery.SMS, LINK)
    assert told.endswith(LINK)
    assert told.startswith(company)
    assert set(told) <= GSM
    assert len(told) <= 160


def test_an_email_says_from_whom_and_for_how_long(spoken):
    told = texts("Lumio")(Delivery.EMAIL, LINK)
    assert told.endswith("\n\nLumio")
    assert f"\n\n{LINK}\n\n" in told
    assert ("dix minutes" in told) == (spoken == "fr")


def test_what_stands_in_a_companys_name_is_never_a_template():
    assert "{link}" in texts("A {link} B")(Delivery.SMS, LINK)
