"""Whatever is missing, a filled sentence reads as if it had never been there."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import wording
from desktop.domain.customers import Civility, Contract, ContractStatus, Customer
from desktop.domain.ids import ContractId, CustomerId
from desktop.domain.wording import Span, Variable, Wording

WORDS = Wording(
    company="Lumio",
    titles=(("mme", "Madame"), ("m", "Monsieur")),
    fallbacks=(
        ("client.ville", "votre commune"),
        ("client.contrat", "contrat"),
        ("entreprise", "notre service"),
    ),
)
FALLBACKS = dict(WORDS.fallbacks)
CLAIRE = Customer(
    id=CustomerId("1"),
    civility=Civility.MADAM,
    given_name="Claire",
    family_name="Moreau",
    city="Angers",
    since=date(2016, 3, 1),
)


def fill(text: str, **known: str) -> str:
    names = {
        "prenom": "client.prenom",
        "appel": "client.appel",
        "ville": "client.ville",
        "contrat": "client.contrat",
        "numero": "client.contrat_numero",
    }
    return wording.fill(text, {names[key]: value for key, value in known.items()}, FALLBACKS)


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        (
            "Bonjour {{client.appel}}, oui.",
            {"appel": "Madame Moreau"},
            "Bonjour Madame Moreau, oui.",
        ),
        ("Bonjour {{client.appel}}, oui.", {}, "Bonjour, oui."),
        ("Bonjour {{client.appel}}\u202f!", {}, "Bonjour\u202f!"),
        ("{{client.appel}}, je vous écoute.", {}, "Je vous écoute."),
        ("Oui. {{client.appel}}, je suis là.", {}, "Oui. Je suis là."),
        ("Oui, {{client.appel}}, bien sûr.", {}, "Oui, bien sûr."),
        ("Oui, {{client.appel}}.", {}, "Oui."),
        ("Merci, {{client.prenom}}", {}, "Merci"),
        ("**{{client.appel}}, merci.** Au revoir.", {}, "**Merci.** Au revoir."),
        ("Un **{{client.prenom}}** mot", {}, "Un mot"),
        ("Voici (**{{client.prenom}}**) tout", {}, "Voici tout"),
        ("Le \u00ab\u202f{{client.prenom}}\u202f\u00bb nom", {}, "Le nom"),
        ("Votre {{client.contrat}} est prêt.", {}, "Votre contrat est prêt."),
        ("{{entreprise}} répond.", {}, "Notre service répond."),
        ("Pour {{client.prenom|vous}}.", {}, "Pour vous."),
        ("Pour {{client.prenom|vous}}.", {"prenom": "Zoé"}, "Pour Zoé."),
        ("Votre box[, numéro {{client.contrat_numero}},] est là.", {}, "Votre box est là."),
        (
            "Votre box[, numéro {{client.contrat_numero}},] est là.",
            {"numero": "77-1"},
            "Votre box, numéro 77-1, est là.",
        ),
        ("Près de {{client.ville}}.", {"ville": "Angers"}, "Près d’Angers."),
        ("Près de {{client.ville}}.", {"ville": "Brest"}, "Près de Brest."),
        ("Près de {{client.ville}}.", {"ville": "Le Mans"}, "Près du Mans."),
        ("À {{client.ville}}, à {{client.ville}}.", {"ville": "Les Ulis"}, "Aux Ulis, aux Ulis."),
        ("À {{client.ville}}, à {{client.ville}}.", {"ville": "Le Mans"}, "Au Mans, au Mans."),
        ("Que {{client.prenom|on}} vienne.", {"prenom": "Élodie"}, "Qu’Élodie vienne."),
        ("Un\nmot {{client.prenom}},\nun autre.\n\nFin.", {}, "Un mot, un autre.\n\nFin."),
        (
            "Oui {{client.prenom}}.",
            {"prenom": "{{client.nom}} [a] **b** <i>"},
            "Oui client.nom a b i.",
        ),
    ],
)
def test_sentences_close_up_around_what_is_missing(text, known, expected):
    assert fill(text, **known) == expected


HOLES = re.compile(r"[{}\[\]\ue000]| {2}| [,.]|,\s*[,.;!?]|^[ ,]|\( *\)|\*{4}|[ ,]$")
PIECES = st.sampled_from(
    [
        "Bonjour {{client.appel}}, nous sommes là.",
        "{{client.prenom}}, **merci**\u202f!",
        "Votre {{client.contrat}}[, numéro {{client.contrat_numero}},] suit à {{client.ville}}.",
        "Est-ce clair, {{client.appel}}\u202f?",
        "{{conseiller.prenom|Votre conseiller}} de {{entreprise}} vous répond.",
        "**{{client.appel}}, vraiment**, [depuis {{client.depuis}},] c'est gentil.",
        "Voici, {{client.nom}}, (**{{client.prenom}}**) la suite\u00a0: rien.",
    ]
)
VALUE = st.text(st.characters(codec="utf-8", exclude_characters=" ,.;!?()"), max_size=12)


@given(st.lists(PIECES, min_size=1, max_size=4), st.dictionaries(st.sampled_from(Variable), VALUE))
def test_no_hole_nor_brace_is_ever_shown(pieces, values):
    customer = Customer(
        id=CustomerId("1"),
        given_name=values.get(Variable.GIVEN_NAME, ""),
        family_name=values.get(Variable.FAMILY_NAME, ""),
        city=values.get(Variable.CITY, ""),
        address_as=values.get(Variable.ADDRESS_AS, ""),
    )
    known = wording.values_for(WORDS, customer, (), values.get(Variable.ADVISOR, ""))
    shown = wording.fill(" ".join(pieces), known, FALLBACKS)
    assert HOLES.search(shown) is None, shown
    assert shown.count("**") % 2 == 0


def test_values_come_from_the_customer_the_contract_and_the_advisor():
    ended = Contract(
        id=ContractId("1"),
        customer_id=CLAIRE.id,
        number="1",
        product="Ancienne",
        status=ContractStatus.ENDED,
    )
    box = Contract(
        id=ContractId("2"),
        customer_id=CLAIRE.id,
        number="77-20418",
        product="Box Fibre Confort",
        monthly_cents=3999,
        committed_until=date(2027, 6, 30),
    )
    values = wording.values_for(WORDS, CLAIRE, (ended, box), "Sonia Keller")
    assert values == {
        "client.prenom": "Claire",
        "client.nom": "Moreau",
        "client.nom_complet": "Claire Moreau",
        "client.appel": "Madame Moreau",
        "client.ville": "Angers",
        "client.depuis": "2016",
        "client.contrat": "Box Fibre Confort",
        "client.contrat_numero": "77-20418",
        "client.contrat_prix": "39,99\u00a0€",
        "client.engagement": "30/06/2027",
        "conseiller.prenom": "Sonia",
        "conseiller.nom": "Keller",
        "entreprise": "Lumio",
    }
    assert wording.main_contract((ended,)) is ended
    assert wording.main_contract(()) is None


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"address_as": "Docteur"}, "Docteur"),
        ({"civility": Civility.SIR, "family_name": "Petit"}, "Monsieur Petit"),
        ({"preferred_name": "Jo"}, "Jo"),
        ({"given_name": "Jo"}, None),
    ],
)
def test_the_way_of_address_is_the_customers_own_first(more, expected):
    values = wording.values_for(WORDS, Customer(id=CustomerId("1"), **more))
    assert values.get("client.appel") == expected


def test_nobody_yet_still_knows_the_company():
    assert wording.values_for(WORDS, None) == {"entreprise": "Lumio"}


def test_a_customer_known_by_number_alone_is_not_named_by_it():
    assert "client.nom_complet" not in wording.values_for(
        WORDS, Customer(id=CustomerId("1"), number="88")
    )


def test_spans_are_paragraphs_of_runs():
    assert wording.spans("Un **mot** fort.\n\nSuite") == (
        (Span(text="Un "), Span(text="mot", strong=True), Span(text=" fort.")),
        (Span(text="Suite"),),
    )
    assert wording.spans("  ") == ()
