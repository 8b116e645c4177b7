"""An engine that says what it is told to, and an outbox of a few lines."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop.domain.customer_file import CustomerField
from desktop.domain.errors import Gone
from desktop.domain.ids import PersonId
from desktop.domain.outbox import Attention, Conflict, LineState
from desktop.domain.people import Person, Role
from desktop.domain.sync import Phase, SyncStatus

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
LEA = Person(id=PersonId("lea"), name="Léa Bertin", role=Role.ADVISOR)


class FakeEngine:
    def __init__(self, **status):
        self.status = SyncStatus(**{"phase": Phase.UP_TO_DATE, **status})
        self.listeners = []
        self.asked = []

    def listen(self, listener):
        self.listeners.append(listener)
        return lambda *_gone: self.listeners.remove(listener)

    def tell(self, **status):
        self.status = SyncStatus(**status)
        for listener in tuple(self.listeners):
            listener(self.status)

    async def resume(self):
        self.asked.append("resume")

    def confirm_deletions(self):
        self.asked.append("confirm")

    def refuse_deletions(self):
        self.asked.append("refuse")


CONFLICT = Attention(
    op_id="c",
    kind="customer_edit",
    state=LineState.CONFLICT,
    at=NOW - timedelta(hours=3),
    customer_name="Claire Moreau",
    conflict=Conflict(
        field=CustomerField.PHONE,
        mine="06 39 98 12 34",
        theirs="06 39 98 55 01",
        base="06 39 98 00 00",
        version=3,
        by="Yanis Kaddour",
        at=NOW - timedelta(hours=2),
    ),
)
REJECTED = Attention(
    op_id="r",
    kind="contact",
    state=LineState.REJECTED,
    at=NOW - timedelta(days=1),
    customer_name="Paul Lenoir",
    why="22001",
    words="Rappel demandé",
)
HELD = Attention(
    op_id="h", kind="step_off", state=LineState.HELD, at=NOW - timedelta(days=2), words=None
)


class FakeReview:
    """Takes lines away as they are dealt with; `failing` raises in the place of the next verb."""

    def __init__(self, *lines):
        self.lines = list(lines)
        self.asked = []
        self.failing = None

    def _take(self, op_id, *told):
        if self.failing is not None:
            raise self.failing
        self.asked.append((*told, op_id))
        if all(line.op_id != op_id for line in self.lines):
            raise Gone
        self.lines = [line for line in self.lines if line.op_id != op_id]

    async def attention(self):
        return tuple(self.lines)

    async def retry(self, op_id):
        self._take(op_id, "retry")

    async def correct(self, op_id, words):
        self._take(op_id, "correct", words)

    async def give_up(self, op_id):
        self._take(op_id, "give_up")

    async def pick(self, op_id, person, *, mine):
        self._take(op_id, "mine" if mine else "theirs", person.id)

    async def export(self, path):
        if self.failing is not None:
            raise self.failing
        path.write_text("{}", encoding="utf-8")
        self.lines = [_exported(line) for line in self.lines]
        return len(self.lines)


def _exported(line):
    return replace(line, exported=True)
