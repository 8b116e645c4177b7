"""Notes: what would harm a customer warns, what the trade writes every day does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.note_check import words_to_avoid
from desktop.domain.note_words import Sensitive

K = Sensitive

WARNED = [
    ("Cliente dépressive, rappeler le soir", "dépressive", K.HEALTH),
    ("Elle est en arrêt maladie depuis mai", "arrêt maladie", K.HEALTH),
    ("Son mari a un CANCER", "CANCER", K.HEALTH),
    ("la cliente est enceinte de 6 mois", "est enceinte", K.HEALTH),
    ("Personne handicapée, rampe à prévoir", "handicapée", K.HEALTH),
    ("Hospitalisée à Angers", "Hospitalisée", K.HEALTH),
    ("Ne pas appeler pendant le ramadan", "ramadan", K.RELIGION),
    ("Client juif pratiquant", "juif", K.RELIGION),
    ("Témoin de Jéhovah", "Témoin de Jéhovah", K.RELIGION),
    ("c'est un gilet jaune", "gilet jaune", K.POLITICS),
    ("vote à l'extrême droite", "vote à", K.POLITICS),
    ("Délégué CGT", "CGT", K.UNION),
    ("Il est syndiqué", "syndiqué", K.UNION),
    ("membre d’un syndicat", "syndicat", K.UNION),
    ("Monsieur d’origine maghrébine", "d’origine maghrébine", K.ORIGIN),
    ("fort accent africain", "accent africain", K.ORIGIN),
    ("vit en couple homosexuel", "homosexuel", K.SEXUAL_LIFE),
    ("sort de prison", "prison", K.OFFENCE),
    ("a déjà été condamné", "été condamné", K.OFFENCE),
    ("quel connard", "connard", K.INSULT),
    ("gros con", "con", K.INSULT),
    ("cliente hystérique", "hystérique", K.JUDGEMENT),
    ("Le client est très agressif", "agressif", K.JUDGEMENT),
    ("elle est un peu folle", "folle", K.JUDGEMENT),
    ("carte 4970 1012 3456 7890 ? non : 4111 1111 1111 1111", "4111 1111 1111 1111", K.NUMBER),
    ("NIR 1 85 05 78 006 084 91", "1 85 05 78 006 084 91", K.NUMBER),
    ("mot de passe : Soleil2024", "mot de passe : Soleil2024", K.NUMBER),
]

QUIET = [
    "Geste de 5 € × 3 mois proposé, accepté. Rappel de contrôle le 2 décembre après 17 h.",
    "Vend son enceinte connectée, veut la facture",
    "Habite 12 place de l’Église, 49000 Angers",
    "Le syndic n’a pas donné accès au local ; syndicat de copropriété prévenu",
    "Box noire remplacée par une box blanche, écran noir au démarrage",
    "Appels vers l’étranger facturés hors forfait",
    "En protestant contre la hausse, il demande un geste",
    "Passage en FO, débit 1 Gb/s, prise à côté de la porte",
    "La panne est pénible, elle dure depuis lundi",
    "Une remise exceptionnelle ; contrat confirmé, conseil donné",
    "Nous a traités de voleurs, puis s’est calmé",
    "Pas d’origine du défaut trouvée, panne d’origine inconnue",
    "C’est fou ce que la facture a monté",
    "Forfait détenu depuis 2016, numéro conservé",
    "Mise à l’accent sur la qualité",
    "Téléphone : 06 39 98 12 34, contrat 77-20418, dossier 58214",
    "Madame Lebon, rue du Général Leclerc, est satisfaite",
    "Opération réalisée, intervention du technicien demain",
    "Rappeler sur la ligne de gauche, oreille droite",
]


@pytest.mark.parametrize(("note", "words", "kind"), WARNED)
def test_warns_with_the_very_words(note, words, kind):
    found = {(note[w.span[0] : w.span[1]], w.kind) for w in words_to_avoid(note)}
    assert (words, kind) in found


@pytest.mark.parametrize("note", QUIET)
def test_says_nothing_of_everyday_notes(note):
    assert words_to_avoid(note) == ()


@pytest.mark.parametrize(("note", "words", "kind"), WARNED)
def test_accents_and_capitals_do_not_hide_a_word(note, words, kind):
    bare = "".join(s for s in unicodedata.normalize("NFD", note) if not unicodedata.combining(s))
    for form in (bare, note.upper(), unicodedata.normalize("NFD", note)):
        assert kind in {w.kind for w in words_to_avoid(form)}


@given(st.text(max_size=300))
def test_any_text_is_taken_and_spans_lie_inside_in_order(note):
    end = 0
    for warning in words_to_avoid(note):
        start, stop = warning.span
        assert end <= start < stop <= len(note)
        end = stop


@given(st.sampled_from(WARNED), st.text(alphabet=" .,;œß€\nİ", max_size=12))
def test_spans_stay_right_after_signs_that_fold_to_several(case, before):
    note, words, kind = case
    full = f"{before} {note}"
    assert (words, kind) in {(full[w.span[0] : w.span[1]], w.kind) for w in words_to_avoid(full)}


def test_each_sentence_has_its_warnings_in_the_place_where_they_stand():
    note = "Cliente déçue. Elle est dépressive ! Geste accepté.\nSon fils est en prison."
    found = [note[slice(*w.span)] for w in words_to_avoid(note)]
    assert found == ["dépressive", "prison"]
