"""The order of answers, and the pieces that are marked in them."""

import pytest

from desktop.domain.ids import CustomerId
from desktop.domain.ranking import Candidate, marked_words, rank
from desktop.domain.search import Field, readings


def someone(given: str, family: str, **others) -> Candidate:
    return Candidate(
        customer_id=CustomerId(f"{given} {family}"), given_name=given, family_name=family, **others
    )


def found(text: str, *candidates: Candidate, corrections=None):
    return rank(readings(text)[0], candidates, corrections or {})


def marked(match, field: Field) -> list[str]:
    shown = getattr(match, field.value)
    return [shown[start : start + length] for start, length in match.marked(field)]


def test_whole_names_come_before_beginnings_and_places():
    names = [
        match.name
        for match in found(
            "martin",
            someone("Zoé", "Durand", city="Saint-Martin"),
            someone("Anne", "Martinez"),
            someone("Paul", "Martin"),
            someone("Bob", "Petit", email="martin4@poste.example"),
        )
    ]
    assert names == ["Paul Martin", "Anne Martinez", "Zoé Durand", "Bob Petit"]


def test_the_order_of_names_does_not_matter_but_the_pair_does():
    pair = (someone("Claire", "Moreau"), someone("Clairette", "Moreaux"))
    for text in ("claire moreau", "Moreau Claire", "MOREAU CLAIRE"):
        assert found(text, *pair)[0].name == "Claire Moreau"


def test_a_whole_contract_comes_before_a_piece_of_a_phone():
    matches = found(
        "7720418",
        someone("Anne", "Petit", phone="+33677204180"),
        someone("Bob", "Petit", contracts=(("78-1", "Box"), ("77-20418", "Mobile"))),
    )
    assert [match.name for match in matches] == ["Bob Petit", "Anne Petit"]
    assert (matches[0].contract, matches[0].product) == ("77-20418", "Mobile")
    assert marked(matches[0], Field.CONTRACT) == ["77-20418"]


@pytest.mark.parametrize(
    ("text", "field", "pieces"),
    [
        ("lebœuf", Field.NAME, ["Lebœuf"]),
        ("leboe", Field.NAME, ["Lebœu"]),
        ("helene", Field.NAME, ["Hélène"]),
        ("saint malo", Field.PLACE, ["Saint", "Malo"]),
        ("st malo", Field.PLACE, ["Saint", "Malo"]),
        ("35400", Field.PLACE, ["35400"]),
        ("9812", Field.PHONE, ["98 12"]),
        ("06 39", Field.PHONE, ["06 39"]),
        ("+33 6 39", Field.PHONE, ["06 39"]),
        ("h.leboeuf@", Field.EMAIL, ["h.leboeuf@"]),
        ("4018", Field.NUMBER, ["4018"]),
    ],
)
def test_pieces_that_answer_are_marked(text, field, pieces):
    (match,) = found(
        text,
        someone(
            "Hélène",
            "Lebœuf",
            phone="+33639981234",
            email="h.leboeuf@poste.example",
            postcode="35400",
            city="Saint-Malo",
            number="4018277",
        ),
    )
    assert marked(match, field) == pieces


def test_compound_names_typed_in_one_word():
    (match,) = found("legoff", someone("Anne", "Le Goff"))
    assert marked(match, Field.NAME) == ["Le Goff"]
    (match,) = found("jeanpi", someone("Jean-Pierre", "Petit"))
    assert marked(match, Field.NAME) == ["Jean-Pi"]


def test_corrected_words_are_marked_whole_and_told():
    corrections = {"moro": ("moreau", "moret")}
    matches = found(
        "moro claire",
        someone("Claire", "Moret"),
        someone("Claire", "Moreau"),
        corrections=corrections,
    )
    assert [match.name for match in matches] == ["Claire Moreau", "Claire Moret"]
    assert marked(matches[0], Field.NAME) == ["Moreau", "Claire"]
    assert marked_words(matches[:1], corrections) == ["Moreau"]


def test_the_second_phone_is_shown_when_it_answers():
    (match,) = found("05 36 49", someone("A", "B", phone="+33639981234", phone2="+33536491111"))
    assert match.phone == "05 36 49 11 11"
    assert marked(match, Field.PHONE) == ["05 36 49"]
