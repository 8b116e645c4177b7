"""What followed an incivility: noted by key by the lead, read by its author, and by no one else."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import insert

from desktop.domain.care import FollowUpKind
from desktop.domain.contacts import Incivility, IncivilityType
from desktop.domain.ids import ContactId, IncivilityId, TeamId
from desktop.services.care import Care, FollowUps
from desktop.services.changes import Changes
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.ui.wellbeing.incivilities_view import IncivilitiesView
from desktop.ui.wellbeing.incivilities_viewmodel import IncivilitiesViewModel
from desktop.ui.wellbeing.own_incivilities_view import OwnIncivilitiesView
from desktop.ui.wellbeing.own_incivilities_viewmodel import OwnIncivilitiesViewModel
from tests.ui.wellbeing.conftest import CAMILLE, LEA, NOE, press, settled, show

CONTROL = Qt.KeyboardModifier.ControlModifier
TEAM = TeamId("t")
LEAD, LEA_, NOE_ = (replace(one, team_id=TEAM) for one in (CAMILLE, LEA, NOE))


class Desk:
    """Both sides over one store."""

    def __init__(self, store, clock) -> None:
        self.store, self.clock, self.changes = store, clock, Changes()
        self.follow_ups = FollowUps(store, clock, self.changes)
        self.care = Care(store, clock)

    def lead(self, person=LEAD):
        return IncivilitiesViewModel(self.care, self.follow_ups, self.changes, person)

    def own(self, person=LEA_):
        async def keep(ids):
            made.kept = list(ids)

        made = OwnIncivilitiesViewModel(self.follow_ups, self.changes, person, keep)
        made.heard = []
        made.arrived.connect(made.heard.append)
        return made

    async def report(self, person=LEA_, contact="c1", **fields):
        made = Incivility(
            id=IncivilityId(self.clock.new_id()),
            contact_id=ContactId(contact),
            customer_id=None,
            person_id=person.id,
            at=self.clock.now(),
            type=IncivilityType.INSULT,
            gravity=2,
            words="A haussé le ton.",
            warned=True,
            **fields,
        )
        async with self.store.unit() as unit:
            unit.record(made)
        self.clock.advance(minutes=5)
        return made


@pytest.fixture
async def desk(qapp, store, clock):
    def put(connection):
        connection.execute(insert(tables.teams), [{"id": TEAM, "name": "Loire"}])
        connection.execute(insert(tables.people), [to_row(one) for one in (LEAD, LEA_, NOE_)])

    await store.write(put)
    return Desk(store, clock)


async def test_a_lead_notes_what_followed_by_key_and_the_author_hears_of_it(desk, window):
    await desk.report()
    own, lead = desk.own(), desk.lead()
    own.begin(())
    view = IncivilitiesView(lead)
    await show(window, view)
    view.take_focus()
    assert lead.state.waiting == 1
    await press(Qt.Key.Key_Return)
    await press(Qt.Key.Key_1)
    await press("Vu ensemble à 16 h")
    noted = []
    lead.noted.connect(noted.append)
    await press(Qt.Key.Key_Return, modifier=CONTROL)
    await settled()
    assert lead.state.waiting == 0
    assert [one.kind for one in noted] == [FollowUpKind.TALK]
    assert own.heard == ["Camille Durand"]
    assert len(own.state.unread) == 1


async def test_what_was_noted_comes_back_into_the_form(desk, window):
    await desk.report()
    lead = desk.lead()
    lead.load()
    await settled()
    noted = []
    lead.noted.connect(noted.append)
    lead.set_kind(FollowUpKind.MEASURE)
    lead.write("Alerte posée")
    lead.note()
    await settled()
    lead.take_back(noted[0])
    await settled()
    assert lead.state.waiting == 1
    assert (lead.state.draft.kind, lead.state.draft.words) == (
        FollowUpKind.MEASURE,
        "Alerte posée",
    )


async def test_what_followed_is_asked_for_first(desk, window):
    await desk.report()
    lead = desk.lead()
    view = IncivilitiesView(lead)
    await show(window, view)
    view.detail.words.setFocus()
    await press(Qt.Key.Key_Return, modifier=CONTROL)
    assert lead.state.asked
    assert view.detail.kind.holds_focus()


async def test_words_stay_with_the_one_that_they_are_about(desk, window):
    first, second = await desk.report(), await desk.report(NOE_, "c2")
    lead = desk.lead()
    view = IncivilitiesView(lead)
    await show(window, view)
    lead.choose(first.id)
    lead.write("pour Léa")
    lead.choose(second.id)
    assert view.detail.words.text() == ""
    lead.choose(first.id)
    assert view.detail.words.text() == "pour Léa"


async def test_reading_ones_own_takes_the_mark_away_and_keeps_it_in_sight(desk, window):
    report = await desk.report()
    await desk.follow_ups.note(LEAD, report.id, FollowUpKind.MESSAGE, "Courrier envoyé")
    own = desk.own()
    own.begin(())
    await settled()
    assert (own.heard, len(own.state.unread)) == ([], 1)
    view = OwnIncivilitiesView(own)
    await show(window, view)
    assert own.state.unread == frozenset()
    assert own.kept == list(own.state.fresh)
    assert len(own.kept) == 1


async def test_a_colleague_and_another_lead_see_nothing(desk, window):
    """By attack: the view-models of who has nothing to see here, over the same store."""
    report = await desk.report()
    await desk.follow_ups.note(LEAD, report.id, FollowUpKind.TALK, "Confidentiel")
    colleague, other = desk.own(NOE_), desk.lead(replace(LEAD, id=NOE.id, team_id=TeamId("u")))
    colleague.begin(())
    other.load()
    await settled()
    assert (colleague.state.items, colleague.state.unread) == ((), frozenset())
    assert other.state.items == ()


async def test_what_came_before_is_read_by_a_visit_and_not_told_whatever_comes_between(
    desk, window
):
    report = await desk.report()
    await desk.follow_ups.note(LEAD, report.id, FollowUpKind.TALK, "")
    own = desk.own()
    own.begin(())
    own.load()
    await settled()
    assert own.heard == []
    own.visit()
    own.load()
    await settled()
    assert own.state.unread == frozenset()
    assert len(own.state.fresh) == 1
