"""A lead's check-ins: those shared with them by name, opened one by one, answered."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone, RefusedByServer, SignInNeeded, Unreachable
from desktop.domain.ids import CheckInId
from desktop.domain.people import Person
from desktop.domain.wellbeing import OpenedCheckIn, SharedCheckIn
from desktop.services.changes import Changes
from desktop.services.wellbeing import CheckIns
from desktop.ui.kit import tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedState:
    """The list, the one that is open, and the words under way for each."""

    waiting: tuple[SharedCheckIn, ...] = ()
    """Not answered yet, the oldest first."""
    answered: tuple[SharedCheckIn, ...] = ()
    now: datetime | None = None
    """When it was read, in the workstation's zone; None before."""
    open_id: CheckInId | None = None
    opened: OpenedCheckIn | None = None
    gone: bool = False
    """The author no longer shares the one that was asked for."""
    unread: bool = False
    """The server, which alone has it, does not answer."""
    drafts: dict[CheckInId, str] = field(default_factory=dict)
    sending: bool = False

    @property
    def draft(self) -> str:
        """The reply under way to the one that is open."""
        return self.drafts.get(self.open_id, "") if self.open_id else ""


class SharedViewModel(QObject):
    """Nothing is opened but by `open`: moving in the list reads nothing."""

    changed = Signal()
    replied = Signal(str)
    """Name of the author who was just answered."""

    def __init__(self, check_ins: CheckIns, changes: Changes, lead: Person) -> None:
        super().__init__()
        self._check_ins = check_ins
        self._lead = lead
        self._list = tasks.Latest(self)
        self._opening = tasks.Latest(self)
        self.state = SharedState()
        unlisten = changes.listen(self._heard)
        self.destroyed.connect(unlisten)

    def load(self) -> None:
        """Read the list."""
        self._list.run(self._load())

    def open(self, check_in_id: CheckInId) -> None:
        """Read one; its author will see it."""
        self._opening.run(self._open(check_in_id))

    def retry(self) -> None:
        """Ask the server once more for the one that was asked for."""
        if self.state.open_id is not None:
            self.open(self.state.open_id)

    def close(self) -> None:
        """Go back to the list; words under way are kept."""
        self._opening.cancel()
        self._set(replace(self.state, open_id=None, opened=None, gone=False, unread=False))

    def write(self, words: str) -> None:
        """Keep the reply under way."""
        if self.state.open_id is not None:
            drafts = {**self.state.drafts, self.state.open_id: words}
            self._set(replace(self.state, drafts=drafts))

    def send(self) -> None:
        """Answer the author, when there is something to say."""
        state = self.state
        if state.open_id and state.draft.strip() and not state.sending and not state.gone:
            self._set(replace(state, sending=True))
            tasks.run(self._send(state.open_id, state.draft), self)

    async def _load(self) -> None:
        lines = await self._check_ins.shared_with(self._lead)
        waiting = tuple(line for line in lines if line.answered_at is None)
        answered = tuple(line for line in lines if line.answered_at is not None)
        now = self._check_ins.now()
        self._set(replace(self.state, waiting=waiting, answered=answered, now=now))
        here = {line.id for line in lines}
        if self.state.opened is not None and self.state.open_id not in here:
            self._set(replace(self.state, opened=None, gone=True))

    async def _open(self, check_in_id: CheckInId) -> None:
        try:
            opened = await self._check_ins.open(self._lead, check_in_id)
        except Gone:
            self._show(check_in_id, gone=True)
            self.load()
        except (Unreachable, SignInNeeded, RefusedByServer):
            self._show(check_in_id, unread=True)
        else:
            self._show(check_in_id, opened)

    def _show(
        self,
        check_in_id: CheckInId,
        opened: OpenedCheckIn | None = None,
        *,
        gone: bool = False,
        unread: bool = False,
    ) -> None:
        shown = replace(self.state, open_id=check_in_id, opened=opened, gone=gone, unread=unread)
        self._set(shown)

    async def _send(self, check_in_id: CheckInId, words: str) -> None:
        author = self.state.opened.author.name if self.state.opened else ""
        try:
            reply = await self._check_ins.reply(self._lead, check_in_id, words)
        except Gone:
            state = replace(self.state, sending=False)
            here = state.open_id == check_in_id
            self._set(replace(state, opened=None, gone=True) if here else state)
            return
        except BaseException:
            self._set(replace(self.state, sending=False))
            raise
        drafts = {known: text for known, text in self.state.drafts.items() if known != check_in_id}
        state = replace(self.state, drafts=drafts, sending=False)
        if state.open_id == check_in_id and state.opened is not None:
            # Not opened anew: that would be one more reading for the author to see.
            opened = replace(state.opened, replies=(*state.opened.replies, reply))
            state = replace(state, opened=opened)
        self._set(state)
        await self._load()
        self.replied.emit(author)

    def _heard(self, changed: Changed) -> None:
        if changed.kind is Kind.CHECK_IN and self.state.now is not None:
            self.load()

    def _set(self, state: SharedState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
