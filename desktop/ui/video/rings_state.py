"""What rings, who is there, and whether one's own name is among them: one frozen picture."""

from dataclasses import dataclass

from desktop.domain.video.ringing import Colleague, Invited, Ring
from desktop.ui.video.state import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class RingsState:
    """`rings` and `invitations` oldest first; none is shown while one is in a call."""

    available: bool = False
    """The person wants customers' buttons to ring here; off at each sign-in."""
    busy: bool = False
    """A call is under way: nothing rings meanwhile."""
    rings: tuple[Ring, ...] = ()
    taking: str = ""
    """The press that is being answered."""
    invitations: tuple[Invited, ...] = ()
    joined: Invited | None = None
    """The colleague's call that one is in."""
    page: str = ""
    """Address of the page of the call that one joined."""
    colleagues: tuple[Colleague, ...] = ()
    problem: Problem | None = None

    @property
    def ring(self) -> Ring | None:
        """The one that a key takes."""
        return None if self.busy or not self.rings else self.rings[0]

    @property
    def invitation(self) -> Invited | None:
        """The one that a key accepts."""
        return None if self.busy or not self.invitations else self.invitations[0]
