"""« J’attends le client » on screen: of the contact in front and of the past, taken back, told by others."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.loop import Loop
from desktop.domain.awaiting import Awaiting, still
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Channel
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import ContactId
from desktop.domain.timeline import Entry, EntryKind
from desktop.services.awaiting import CustomerWaits
from desktop.services.changes import Changes
from desktop.ui.awaiting.viewmodel import AwaitingViewModel
from tests.services.latitude.people import CLAIRE, LEA, SONIA, draft, settle_in
from tests.ui.contacts.conftest import settled


def pytest_asyncio_loop_factories(config, item):
    """Timers of Qt and coroutines on one loop, as in the application."""
    application = QApplication.instance() or QApplication([])
    return {"qt": lambda: Loop(application)}


class Front:
    """Whose contact is in front."""

    def __init__(self, begun):
        self.draft = begun


@pytest.fixture
def front(clock):
    return Front(replace(draft(LEA, clock.at), channel=Channel.EMAIL))


@pytest.fixture
async def service(store, clock):
    await settle_in(store)
    return CustomerWaits(store, clock, Changes())


@pytest.fixture
async def model(qapp, service, front) -> AsyncIterator[AwaitingViewModel]:
    made = AwaitingViewModel(service, LEA.id, lambda: front.draft)
    made.follow(front.draft)
    await settled()
    yield made
    await settled()
    made.deleteLater()


async def test_the_same_key_says_it_and_that_the_customer_answered(model, front, service):
    said = []
    model.said.connect(said.append)
    model.turn()
    await settled()
    assert still(model.waits)
    model.turn()
    await settled()
    assert [one.begins for one in said] == [True, False]
    assert (len(model.waits), still(model.waits)) == (1, False)


async def test_pressed_twice_at_once_it_is_said_once(model, service):
    model.turn()
    model.turn()
    await settled()
    assert len(await service.of_contact(ContactId("k1"))) == 1


async def test_it_is_taken_back(model):
    said, back = [], []
    model.said.connect(said.append)
    model.taken_back.connect(lambda mark, gone: back.append((mark, gone)))
    model.turn()
    await settled()
    model.take_back(said[0])
    await settled()
    assert (back, model.waits) == ([(said[0], True)], ())


async def test_another_contact_in_front_shows_its_own(model, front, clock):
    model.turn()
    await settled()
    first = front.draft
    front.draft = draft(LEA, clock.at, "k2")
    model.follow(front.draft)
    assert model.waits == ()
    await settled()
    assert model.waits == ()
    front.draft = first
    model.follow(first)
    await settled()
    assert still(model.waits)


async def test_what_a_colleague_says_is_heard(model, service):
    changes = []
    model.changed.connect(lambda: changes.append(model.waits))
    await service.say_of(ContactId("k1"), CLAIRE.id, SONIA.id, begins=True)
    await settled()
    assert still(model.waits)
    service.changes.tell(Changed(kind=Kind.GESTURE))
    await settled()
    assert len(changes) == 1


async def test_of_a_contact_of_the_past_the_file_is_told(model, clock):
    entry = Entry(kind=EntryKind.CONTACT, id="old", at=clock.at, channel=Channel.EMAIL)
    known = []
    model.known.connect(lambda contact_id, waits: known.append((contact_id, still(waits))))
    model.turn_of(entry, CLAIRE.id)
    await settled()
    assert known == [("old", True)]
    assert model.waits == ()
    # It was said meanwhile: nothing is said twice.
    model.turn_of(entry, CLAIRE.id)
    await settled()
    assert known == [("old", True)]


async def test_what_cannot_be_written_is_told_and_may_be_said_again(model, service, monkeypatch):
    failed: list[bool] = []
    model.failed.connect(lambda: failed.append(True))

    async def full(*_args, **_more) -> Awaiting:
        raise StoreUnavailable(Trouble.DISK_FULL, "s.sqlite")

    with monkeypatch.context() as patch:
        patch.setattr(service, "say_in", full)
        model.turn()
        await settled()
    assert (failed, model.waits) == ([True], ())
    model.turn()
    await settled()
    assert still(model.waits)
