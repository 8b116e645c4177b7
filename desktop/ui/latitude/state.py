"""What the bar, the form and the contact show of latitude: one frozen picture."""

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.ids import ContactId
from desktop.domain.latitude.policy import Policy
from desktop.domain.latitude.requests import Asked, InContact, RequestState
from desktop.domain.latitude.spending import Standing, Verdict, decide
from desktop.domain.people import Person
from desktop.services.yaml_files import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class LatitudeState:
    """Everything is empty until it was read once."""

    policy: Policy | None = None
    problems: tuple[Problem, ...] = ()
    """What keeps the policy from being used; there is none then."""
    standing: Standing | None = None
    contact_id: ContactId | None = None
    """The contact in front."""
    here: InContact = InContact()  # noqa: RUF009 - frozen: one for all
    own: tuple[Asked, ...] = ()
    """One's own requests, the newest first."""
    lead: Person | None = None
    """Whom one asks beyond the policy; None: nobody."""
    now: datetime | None = None
    busy: bool = False
    failed: bool = False
    """The last thing asked for was not written: it can be asked again."""

    @property
    def granted(self) -> Asked | None:
        """What a lead granted in the contact in front, and is no gesture yet."""
        waiting = (one for one in self.here.requests if one.state is RequestState.GRANTED)
        return next(waiting, None)

    def verdict(self, cents: int) -> Verdict:
        """Whether a gesture of that many cents is within the policy, in the contact in front."""
        return Verdict.WITHIN if self.standing is None else decide(cents, self.standing)


def written(state: LatitudeState, *, failed: bool = False) -> LatitudeState:
    """The same once a write has ended."""
    return replace(state, busy=False, failed=failed)
