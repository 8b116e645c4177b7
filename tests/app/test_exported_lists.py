"""The lead's tabs and one's own reports as CSV: a row a thing, nothing that no screen shows."""

import csv
from io import StringIO
from zoneinfo import ZoneInfo

from desktop.app.exported import incivilities, team
from desktop.domain.care import FollowUp, FollowUpBy, FollowUpKind, OwnIncivility, TeamIncivility
from desktop.domain.contacts import Incivility, IncivilityType
from desktop.domain.exports import BOM, csv_text
from desktop.domain.ids import (
    ContactId,
    CustomerId,
    GestureRequestId,
    IncivilityId,
    PersonId,
    StoryId,
)
from desktop.domain.latitude.facts import GestureAnswer, GestureRequest
from desktop.domain.latitude.requests import Asked
from desktop.domain.stories import Story, StoryState, TeamStory
from tests.conftest import NOON

PARIS = ZoneInfo("Europe/Paris")
AT = NOON.astimezone(PARIS).strftime("%Y-%m-%d %H:%M:%S")
LEA, CAMILLE = PersonId("lea"), PersonId("camille")
FOLLOWED = FollowUpBy(
    follow_up=FollowUp(
        id="f", incivility_id=IncivilityId("i"), lead_id=CAMILLE, at=NOON,
        kind=FollowUpKind.TALK, words="On s’est vues",
    ),
    name="Camille Roux",
)  # fmt: skip


def lines(exported, *, comma=True):
    """The rows under the header, as a spreadsheet reads them."""
    text = csv_text(exported.sheets, PARIS, comma=comma)
    assert text.startswith(BOM)
    header, *rows = csv.reader(StringIO(text.removeprefix(BOM), newline=""), delimiter=";")
    assert {len(row) for row in rows} == {len(header)}
    return rows


def request(cents=1250, words="=1+1", **beside):
    made = GestureRequest(
        id=GestureRequestId("r"), contact_id=ContactId("k"), customer_id=CustomerId("c"),
        person_id=LEA, at=NOON, lead_id=CAMILLE, kind="bill", cents=cents, words=words,
    )  # fmt: skip
    return Asked(request=made, person_name="Léa Bertin", lead_name="Camille Roux", **beside)


def answered(*, granted, words=""):
    return GestureAnswer(
        id="a", request_id=GestureRequestId("r"), lead_id=CAMILLE, at=NOON, granted=granted,
        words=words,
    )  # fmt: skip


def test_requests_with_their_sum_their_words_and_their_answer():
    asked = [
        request(customer_name="Claire Moreau"),
        request(0, '-5 ; « pas "plus" »\nmerci', answer=answered(granted=False, words="+tard")),
        request(300, "", answer=answered(granted=True), made=True),
    ]
    told = team.requests(asked, {"bill": "Remise sur la facture"}.__getitem__)
    who = [AT, "Léa Bertin"]
    bill = "Remise sur la facture"
    assert lines(told) == [
        [*who, "Claire Moreau", bill, "12,5", "'=1+1", "Demandé", "", ""],
        [*who, "", bill, "", '\'-5 ; « pas "plus" »\nmerci', "Décliné", AT, "'+tard"],
        [*who, "", bill, "3", "", "Offert", AT, ""],
    ]
    assert lines(told, comma=False)[0][4] == "12.5"
    assert team.requests([], str) is None


def story(words, state=None, *, signed=True):
    made = Story(id=StoryId("s"), person_id=LEA, at=NOON, words=words, signed=signed)
    return TeamStory(story=made, author="Léa Bertin", state=state, at=NOON)


def test_a_story_has_the_name_of_who_signed_it_alone():
    told = team.stories(
        [
            story("@Elle a souri"),
            story("Bravo", StoryState.PUBLISHED, signed=False),
            story("Merci", StoryState.DECLINED),
        ]
    )
    assert lines(told) == [
        [AT, "'@Elle a souri", "Léa Bertin", "à lire", ""],
        [AT, "Bravo", "", "publiée", AT],
        [AT, "Merci", "Léa Bertin", "pas publiée", AT],
    ]
    assert team.stories([]) is None


def test_an_unsigned_story_names_nobody_anywhere():
    told = team.stories([story("Bravo", StoryState.PUBLISHED, signed=False)])
    assert "Léa" not in repr(told)
    assert LEA not in csv_text(told.sheets, PARIS, comma=True)


def test_incivilities_say_what_the_list_says_and_nothing_of_the_customer():
    one = TeamIncivility(
        id="i", person_id=LEA, name="Léa Bertin", at=NOON, type=IncivilityType.INSULT, gravity=2,
        words="+ A crié", warned=True, ended=True, followed=(FOLLOWED,),
    )  # fmt: skip
    bare = TeamIncivility(
        id="j", person_id=LEA, name="Léa Bertin", at=NOON, type=IncivilityType.THREAT, gravity=3
    )
    told = incivilities.of_team([bare, one])
    assert told.title == "Incivilités vécues dans l’équipe"
    assert lines(told) == [
        [AT, "Léa Bertin", "Menaces", "grave", "", "", "", ""],
        [
            AT, "Léa Bertin", "Insultes", "sérieuse", "'+ A crié",
            "Échange terminé après un avertissement", AT,
            "Un échange, Camille Roux\u00a0: On s’est vues",
        ],
    ]  # fmt: skip
    assert incivilities.of_team([]) is None


def test_ones_own_reports_have_no_name_and_no_customer():
    report = Incivility(
        id=IncivilityId("i"), contact_id=ContactId("k"), customer_id=CustomerId("claire"),
        person_id=LEA, at=NOON, type=IncivilityType.INSULT, gravity=1, warned=True,
    )  # fmt: skip
    told = incivilities.own([OwnIncivility(report=report, followed=(FOLLOWED, FOLLOWED))])
    both = "Un échange, Camille Roux\u00a0: On s’est vues"
    assert lines(told) == [
        [AT, "Insultes", "légère", "", "Vous avez prévenu", AT, f"{both} / {both}"]
    ]
    assert "claire" not in csv_text(told.sheets, PARIS, comma=True)
    assert incivilities.own([]) is None
