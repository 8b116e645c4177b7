"""What the page asks of the service behind it."""

from datetime import date, datetime
from typing import Protocol

from desktop.domain.contacts import Channel
from desktop.domain.day import EstimateAnswer
from desktop.domain.mirror.series import Mirror
from desktop.domain.people import Person


class MirrorsPort(Protocol):
    """The mirror of a person's team, and that person's own estimates beside the answers."""

    def now(self) -> datetime:
        """Now, in the zone in which weeks are cut."""

    async def of(
        self,
        person: Person,
        *,
        first: date,
        last: date,
        reason: str = "",
        channel: Channel | None = None,
    ) -> Mirror:
        """Both halves over the weeks from `first` to `last`, Mondays both."""

    async def own_pairs(
        self, person: Person, first: date, last: date
    ) -> tuple[EstimateAnswer, ...]:
        """One's own estimates whose answers may be seen, oldest or newest first."""
