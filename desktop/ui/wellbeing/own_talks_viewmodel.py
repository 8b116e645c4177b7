"""What somebody's lead says of talks about their check-ins, as it comes: each word of it once."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.people import Person
from desktop.domain.talks import TalkState
from desktop.services.changes import Changes
from desktop.services.talks import Talks
from desktop.ui.kit import tasks
from desktop.ui.kit.told import Told


class OwnTalksViewModel(QObject):
    """`arrived` gives the name of who planned a talk, or says that it was held."""

    arrived = Signal(str)

    def __init__(
        self,
        talks: Talks,
        changes: Changes,
        person: Person,
        keep: Callable[[Sequence[str]], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._talks = talks
        self._person = person
        self._keep = keep
        self._told = Told()
        self._quiet = False
        self._latest = tasks.Latest(self)
        self.destroyed.connect(changes.listen(self._heard))

    def begin(self, told: Sequence[str] | None) -> None:
        """Start with what was told before; None on a machine that never told any, which says nothing
        of what is there already.
        """
        self._told.begin(told or ())
        self._quiet = told is None
        self._latest.run(self._load())

    async def _load(self) -> None:
        stands = (await self._talks.of_author(self._person)).values()
        fresh = self._told.fresh(
            one.talk.id for one in stands if one.talk.state is not TalkState.DROPPED
        )
        tell, self._quiet = not self._quiet, False
        for name in dict.fromkeys(one.name for one in stands if tell and one.talk.id in fresh):
            self.arrived.emit(name)
        if fresh or not tell:
            await self._keep(self._told.kept())

    def _heard(self, changed: Changed) -> None:
        if changed.kind is Kind.CHECK_IN:
            self._latest.run(self._load())
