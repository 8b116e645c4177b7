"""What these screens need of the outside: the facade of video."""

from collections.abc import Callable
from typing import Protocol

from desktop.domain.contacts import Draft
from desktop.domain.errors import Unsent
from desktop.domain.people import Person
from desktop.domain.video.calls import VideoPhoto
from desktop.domain.video.happenings import Delivery, EndReason
from desktop.domain.video.readiness import Readiness
from desktop.domain.video.ringing import Colleague, Heard, Invited, Ring
from desktop.services.video.live import Live

Forget = Callable[[], None]
"""Stops a listener."""


class Video(Protocol):
    """The facade of video: each verb may raise VideoFailed, `send` NotSent."""

    @property
    def readiness(self) -> Readiness:
        """The newest known."""

    @property
    def colleagues(self) -> tuple[Colleague, ...]:
        """Who else of the team is signed in at the gateway."""

    async def check(self) -> Readiness:
        """Look again."""

    async def begin(self, draft: Draft, person: Person, *, pressed: float, press: str = "") -> Live:
        """Ask for a call; `pressed` is the monotonic clock at the key, `press` a customer's."""

    async def send(self, call_id: str, delivery: Delivery, to: str = "") -> None:
        """Send the link, or note that it was shown; the call is offered from then on."""

    async def renew(self, call_id: str) -> Live:
        """Another invitation; the former is void."""

    async def page_again(self, call_id: str) -> Live:
        """Another address of the advisor's page."""

    async def end(self, call_id: str, reason: EndReason = EndReason.DONE) -> None:
        """End it."""

    async def invite(self, call_id: str, person_id: str) -> None:
        """Ask a colleague to join."""

    async def join(self, invited: Invited) -> str:
        """Join a colleague's call; the address of the page."""

    async def decline(self, invited: Invited) -> None:
        """Say no to a colleague."""

    def can_send(self, delivery: Delivery) -> Unsent | None:
        """Why this way is closed here; None: it is open."""

    def listen(self, callback: Callable[[Live], None]) -> Forget:
        """Hear of each change of a call."""

    def listen_rings(self, callback: Callable[[Heard], None]) -> Forget:
        """Hear rings, what became of them, calls back, colleagues."""

    async def set_available(self, on: bool) -> None:  # noqa: FBT001 - as the facade has it
        """Say whether customers' buttons ring here."""

    async def take(self, ring: Ring) -> bool:
        """Answer a ring; False: a colleague was first."""

    async def photos(self, call_id: str) -> tuple[VideoPhoto, ...]:
        """Photos of a call, whenever it was."""
