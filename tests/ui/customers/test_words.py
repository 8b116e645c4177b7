"""What screens say of a customer, word for word, with French spaces."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.alerts import Alert, AlertKind
from desktop.domain.contacts import Channel, PromiseKind, PromiseState, Resolution
from desktop.domain.customers import Civility, Contract, ContractStatus, Customer
from desktop.domain.ids import ContractId, CustomerId
from desktop.domain.timeline import Entry, EntryKind
from desktop.domain.trends import Measure, Recommendation, Trend
from desktop.ui.customers import words
from desktop.ui.customers.identity import contact_facts
from desktop.ui.customers.measure import recommendation_words, word_of
from desktop.ui.kit.labels import label
from desktop.ui.kit.labels_customers import CHANNEL_ICONS, FEELING_ICONS, feeling_words
from desktop.ui.kit.names import short_name
from tests.services.claire import NOW, claire
from tests.ui.customers.conftest import reason_label

NB, NN = "\u00a0", "\u202f"


def alert(kind: AlertKind, **rest) -> Alert:
    return Alert(kind=kind, at=NOW + timedelta(days=rest.pop("days_from_now", 0)), **rest)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            alert(AlertKind.PROMISE_LATE, count=1, promise=PromiseKind.CALLBACK, days_from_now=-2),
            f"promesse de rappel{NB}: échue depuis 2{NB}jours",
        ),
        (
            alert(AlertKind.PROMISE_DUE, count=1, promise=PromiseKind.PROMISE, days_from_now=1),
            f"promesse{NB}: demain",
        ),
        (alert(AlertKind.PROMISE_DUE, count=3), "3 promesses, la première aujourd’hui"),
        (
            alert(AlertKind.INCIVILITY, count=1, days_from_now=-3),
            f"incivilité signalée il y a 3{NB}jours",
        ),
        (
            alert(AlertKind.CASE_DUE, count=1, words="Facture", days_from_now=1),
            f"dossier «{NN}Facture{NN}»{NB}: demain",
        ),
        (
            alert(AlertKind.CASE_DUE, count=1, words="Facture", days_from_now=-2),
            f"dossier «{NN}Facture{NN}»{NB}: échéance passée il y a 2{NB}jours",
        ),
        (
            alert(AlertKind.REPEATED, count=2, days=10, reason="billing.gap"),
            f"2 contacts en 10 jours{NB}: Écart",
        ),
        (
            alert(AlertKind.REPEATED, count=3, days=1, reason="billing.gap"),
            f"3 contacts en un jour{NB}: Écart",
        ),
        (alert(AlertKind.EFFORT_RISING, change=1.5), "effort en hausse (+1,5)"),
        (
            alert(AlertKind.LAST_ADVISOR, name="Sonia Kadri", days_from_now=-1),
            "dernier échange avec Sonia Kadri, hier",
        ),
    ],
)
def test_alerts_are_said(given, said):
    assert words.alert_words(given, reason_label, NOW) == said


@pytest.mark.parametrize(
    ("customer", "name"),
    [
        (claire(), "Claire Moreau"),
        (Customer(id=CustomerId("x"), number="23317894"), "Client 23317894"),
        (Customer(id=CustomerId("x"), number="1", family_name="Moreau"), "Moreau"),
    ],
)
def test_a_customer_without_a_name_is_a_number(customer, name):
    assert words.customer_name(customer) == name


def test_numbers_places_and_names_are_short():
    assert words.number_words(claire()) == f"Nº 4{NN}018{NN}277"
    assert words.number_words(replace(claire(), number="0012")) == "Nº 0012"
    assert words.place_words(claire()) == "Angers (49)"
    assert words.place_words(replace(claire(), city="")) == "49000"
    assert short_name("Sonia Kadri") == "Sonia K."
    assert short_name("Zohari") == "Zohari"


@pytest.mark.parametrize(
    ("changes", "line", "state"),
    [
        ({"starts": date(2021, 3, 1)}, "Nº 77 · depuis mars 2021", ("actif", "success")),
        (
            {"committed_until": date(2027, 6, 30), "remark": "hausse +5 €"},
            "Nº 77 · engagement → 06/2027",
            ("hausse +5 €", "text2"),
        ),
        (
            {"committed_until": date(2020, 6, 30), "status": ContractStatus.ENDED},
            "Nº 77",
            ("terminé", "text3"),
        ),
    ],
)
def test_contracts_are_said(changes, line, state):
    contract = Contract(
        id=ContractId("c"), customer_id=CustomerId("x"), number="77", product="Box", **changes
    )
    assert words.contract_words(contract, NOW.date()) == line
    assert words.contract_state(contract) == state


def entry(kind: EntryKind = EntryKind.CONTACT, **rest) -> Entry:
    return Entry(kind=kind, id="e", at=NOW - timedelta(days=1), advisor="Sonia Kadri", **rest)


@pytest.mark.parametrize(
    ("given", "title", "line"),
    [
        (
            entry(channel=Channel.CALL_IN, reason="billing.gap", resolution=Resolution.RESOLVED),
            "Appel entrant",
            "Écart",
        ),
        (
            entry(channel=Channel.EMAIL, resolution=Resolution.NOT_RESOLVED, note="Une\nnote"),
            "E-mail · non résolu",
            "Une note",
        ),
        (
            entry(channel=Channel.CALL_IN, abandoned=True),
            "Appel entrant · abandonné avant réponse",
            "",
        ),
        (
            entry(channel=Channel.CHAT, reason="billing.gap", note="x", words="Bravo"),
            "Messagerie",
            f"Écart · «{NN}Bravo{NN}»",
        ),
        (
            entry(EntryKind.PROMISE, promise=PromiseKind.CALLBACK, promise_state=PromiseState.KEPT),
            "Rappel promis · tenue",
            "",
        ),
        (entry(EntryKind.NOTE, note="Le soir"), "Note épinglée", "Le soir"),
    ],
)
def test_entries_are_said(given, title, line):
    assert words.entry_title(given) == title
    assert words.entry_line(given, reason_label) == line
    assert words.entry_when(given, NOW) == "Hier 09:46 · Sonia K."


def test_every_channel_and_feeling_has_its_sign_and_word():
    assert {label(one) for one in Channel}.isdisjoint({""})
    assert set(CHANNEL_ICONS) == set(Channel)
    assert {feeling_words(n) for n in FEELING_ICONS} == {
        "Satisfaction 1 sur 5, très faible",
        "Satisfaction 2 sur 5, faible",
        "Satisfaction 3 sur 5, moyenne",
        "Satisfaction 4 sur 5, bonne",
        "Satisfaction 5 sur 5, très bonne",
    }


@pytest.mark.parametrize(
    ("civility", "said"),
    [
        (Civility.MADAM, ("promotrice", "neutre", "détractrice")),
        (Civility.SIR, ("promoteur", "neutre", "détracteur")),
        (Civility.NONE, ("recommande", "neutre", "ne recommande pas")),
    ],
)
def test_recommendation_agrees_with_the_customer(civility, said):
    assert tuple(recommendation_words(word, civility) for word in Recommendation) == said


@pytest.mark.parametrize(
    ("measure", "change", "said", "tone"),
    [
        (Measure.SATISFACTION, -0.5, "−0,5 en 3 mois", "warning"),
        (Measure.SATISFACTION, 0.5, "+0,5 en 3 mois", "success"),
        (Measure.EFFORT, 0.5, "+0,5 en 3 mois", "warning"),
        (Measure.EFFORT, -0.5, "−0,5 en 3 mois", "success"),
        (Measure.EFFORT, 0.0, "stable", "text2"),
        (Measure.EFFORT, None, "", "text2"),
    ],
)
def test_a_change_is_amber_or_green_and_never_red(measure, change, said, tone):
    trend = Trend(measure=measure, value=3.0, count=4, change=change)
    assert word_of(trend, Civility.NONE) == (said, tone)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, f"«{NN}Madame Moreau, Claire{NN}»"),
        ({"preferred_name": "Claire Moreau"}, f"«{NN}Madame Moreau{NN}»"),
        ({"preferred_name": "Moreau"}, f"«{NN}Madame Moreau{NN}»"),
        ({"address_as": ""}, f"«{NN}Claire{NN}»"),
        ({"address_as": "", "preferred_name": ""}, None),
    ],
)
def test_how_to_address_them_is_said_once(changes, said):
    facts = {fact.icon: fact.text for fact in contact_facts(replace(claire(), **changes))}
    assert facts.get("user") == said
    assert facts["phone"] == "06 39 98 12 78"


def test_a_contact_names_its_guide_in_the_version_that_it_followed():
    assert words.guide_words("Facture", 2) == "Facture, version 2"
    assert words.guide_words("Facture", None) == "Facture"
    assert words.guide_words("", 3) == "Un guide qui n’est plus connu ici, version 3"
