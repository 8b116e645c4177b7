"""The tables that pages give: one row a thing, hidden figures left out, nobody's name beside a figure."""

from dataclasses import replace
from datetime import date

from desktop.app.exported import care, learning, versions
from desktop.domain.authoring.comparing import compare
from desktop.domain.contacts import StepOffReason
from desktop.domain.ids import CheckInId, PersonId, StepOffId
from desktop.domain.learning.intervals import Share
from desktop.domain.learning.lessons import ChainLesson, GuideLesson, StepLesson
from desktop.domain.learning.outcomes import Beside, Outcome
from desktop.domain.scripts import Script, Step
from desktop.domain.team_totals import Missing, TeamPeriod, TeamTotals, TotalsLine
from desktop.domain.wellbeing import Audience, CheckIn, Moment, Named, OwnCheckIn
from desktop.ui.learning.state import LessonState
from tests.conftest import NOON

TOLD = Outcome(
    contacts=31,
    step_offs=33,
    reasons=((StepOffReason.EMOTION, 20),),
    helped=Share(26, 31),
    effort=Beside(here=Share(9, 12), others=Share(30, 60)),
    resolved=Beside(),
)
MONDAY = date(2026, 11, 16)
SUNDAY = date(2026, 11, 22)


def test_each_way_off_a_step_is_a_row_and_too_few_are_not_counted():
    chain = ChainLesson(
        id=StepOffId("s"), reason=StepOffReason.EMOTION, words="Dire pardon", outcome=None
    )
    step = StepLesson(step_id="explain", title="Expliquer", outcome=TOLD, chains=(chain,))
    quiet = StepLesson(step_id="greet", title="Accueillir", outcome=None)
    lesson = GuideLesson(script_id="bill", contacts=90, steps=(quiet, step))
    script = Script(id="bill", title="Facture", summary="", version=1, reasons=(), steps=())
    told = learning.lesson(LessonState(script=script, lesson=lesson))
    assert told is not None
    (sheet,) = told.sheets
    helped, effort, resolved, few = sheet.rows
    assert {len(row) for row in sheet.rows} == {len(sheet.columns)}
    assert helped[:3] == ("Expliquer", "Tous les écarts de l’étape", 31)
    assert helped[5:] == (83.9, 31, "de 67\u00a0% à 93\u00a0%", None, None)
    assert effort[5:] == (75.0, 12, "de 47\u00a0% à 91\u00a0%", 50.0, 60)
    assert resolved[5:] == (None, None, None, None, None)
    assert few[1:3] == ("Dire pardon", "trop peu pour le dire")
    assert set(few[3:]) == {None}


def test_nothing_is_given_before_it_was_read():
    assert learning.lesson(LessonState()) is None
    assert care.team_totals(TeamTotals()) is None
    assert care.own_check_ins([]) is None


def test_a_week_without_a_figure_says_why():
    period = TeamPeriod(first_day=MONDAY, last_day=SUNDAY, people=7, mood=3.5, load=2.0)
    shown = TotalsLine(first_day=MONDAY, last_day=SUNDAY, period=period)
    hidden = TotalsLine(first_day=MONDAY, last_day=SUNDAY, missing=Missing.HIDDEN)
    told = care.team_totals(TeamTotals(lines=(shown, hidden)))
    assert told is not None
    assert told.sheets[0].rows == (
        (MONDAY, SUNDAY, 7, 3.5, None, 2.0, None),
        (MONDAY, SUNDAY, None, None, None, None, "non montrée"),
    )


def test_own_check_ins_say_who_sees_and_who_read_them():
    one = CheckIn(
        id=CheckInId("i"),
        person_id=PersonId("lea"),
        at=NOON,
        moment=Moment.START,
        mood=2,
        words="Fatiguée",
        audience=Audience.LEAD,
    )
    own = OwnCheckIn(
        check_in=one,
        addressed_name="Camille Roux",
        readings=(Named(person_id=PersonId("camille"), name="Camille Roux", at=NOON),),
    )
    told = care.own_check_ins([own])
    assert told is not None
    (row,) = told.sheets[0].rows
    assert row[0] == NOON
    assert row[2:] == (2, None, None, "Fatiguée", "Camille Roux", "Camille Roux", None)


def test_two_versions_are_told_text_by_text():
    first = Step(id="a", title="Accueillir", intention="", say="Bonjour madame")
    later = replace(first, say="Bonjour Claire")
    last = Step(id="b", title="Conclure", intention="", say="Merci")
    before = Script(
        id="bill", title="Facture", summary="", version=1, reasons=("x",), steps=(first,)
    )
    after = replace(before, version=2, reasons=("x", "y"), steps=(later, last))
    told = versions.versions(compare(before, after), str.upper)
    assert told.title == "Facture, versions 1 et 2"
    (sheet,) = told.sheets
    assert sheet.columns[2:] == ("Version 1", "Version 2")
    assert sheet.rows == (
        (None, "Motifs", "X", "X, Y"),
        ("Accueillir", "Ce que l’on peut dire", "Bonjour madame", "Bonjour Claire"),
        ("Conclure", "L’étape", None, "Merci"),
    )
