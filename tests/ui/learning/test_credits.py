"""Authors are asked whether they want to be named, once, and may change their minds."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.learning.credits import Authored
from desktop.services.changes import Changes
from desktop.services.learning import Learning
from desktop.services.scripts.shelf import Library
from desktop.ui.kit import theme
from desktop.ui.learning.credits_card import CreditsCard
from desktop.ui.learning.credits_viewmodel import CreditsViewModel
from tests.services.test_learning import FACTS, GUIDE, LEA, SONIA
from tests.ui.learning.stage import TABLES
from tests.ui.scripts.stage import settled


class FakeScripts:
    """A library with the one guide of `tests/services/test_learning.py`."""

    async def library(self, *, again: bool = False) -> Library:
        return Library(scripts=(GUIDE,))


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


@pytest.fixture
async def stage(qapp, store, clock):
    from sqlalchemy import insert

    from desktop.services.store import rows

    def fill(connection):
        for fact in FACTS:
            connection.execute(insert(TABLES[type(fact)]), [rows.to_row(fact)])

    await store.write(fill)
    changes = Changes()
    learning = Learning(store, clock, changes)
    made = []

    async def of(person) -> SimpleNamespace:
        model = CreditsViewModel(learning, FakeScripts(), changes, person)
        card = CreditsCard(model)
        model.load()
        await settled()
        made.append((model, card))
        return SimpleNamespace(model=model, card=card, clock=clock)

    yield of
    for pair in made:
        for one in pair:
            one.deleteLater()
            QApplication.sendPostedEvents(one, QEvent.Type.DeferredDelete)


async def test_an_author_says_yes_and_later_no(stage):
    hers = await stage(SONIA)
    (row,) = hers.model.rows
    assert isinstance(row, Authored)
    assert not hers.card.isHidden()
    hers.card.choices["sug"].picked.emit(True)
    await settled()
    assert hers.model.rows[0].agreed is True
    assert hers.card.later == {}, "what is answered is not put off"
    hers.clock.advance(minutes=1)
    hers.card.choices["sug"].picked.emit(False)
    await settled()
    assert hers.model.rows[0].agreed is False
    assert not hers.card.isHidden(), "one may still change it"


async def test_put_off_it_is_asked_tomorrow(stage):
    hers = await stage(SONIA)
    hers.card.later["sug"].click()
    await settled()
    assert hers.card.isHidden()
    hers.clock.advance(days=1)
    hers.model.load()
    await settled()
    assert not hers.card.isHidden()


async def test_who_is_no_author_is_asked_nothing(stage):
    theirs = await stage(LEA)
    assert theirs.model.rows == ()
    assert theirs.card.isHidden()
