"""Gets a call's link to its customer: by a message, or shown here; the gateway hears of it."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

from desktop.config.video import MessageService, VideoSettings
from desktop.domain.errors import NotSent, Unsent, VideoFailed
from desktop.domain.video.happenings import Delivery
from desktop.services.clock import Clock
from desktop.services.gateways.messages import Message, Messages
from desktop.services.video.call import Call
from desktop.services.video.plan import Plan
from desktop.services.video.sealing import digest

log = logging.getLogger(__name__)

BY_MESSAGE: Final = frozenset((Delivery.SMS, Delivery.EMAIL))
TRIES: Final = 5
"""To say that a message left; the customer opens the link all the same."""


class Sending:
    """In the video thread, but for `closed`, which anybody may ask."""

    def __init__(
        self, plan: Plan, clock: Clock, spawn: Callable[[Coroutine[Any, Any, None]], None]
    ) -> None:
        self._plan = plan
        self._clock = clock
        self._spawn = spawn
        self._messages = Messages(clock, plan.secret)
        self._found: set[Delivery] = set()
        self._lacking: frozenset[Delivery] = frozenset()

    def closed(self, delivery: Delivery) -> Unsent | None:
        """Why this way cannot be taken, as far as the last look knew; None: it can."""
        if delivery not in BY_MESSAGE:
            return None
        if service_of(self._plan.settings, delivery) is None:
            return Unsent.NOT_CONFIGURED
        return Unsent.NO_SECRET if delivery in self._lacking else None

    def look(self) -> None:
        """Whether the secrets are there; a keyring may take its time, and is not asked twice."""
        services = {one: service_of(self._plan.settings, one) for one in BY_MESSAGE}
        for delivery, service in services.items():
            if service is None or not service.wants_secret or delivery in self._found:
                continue
            if self._plan.secret(service.secret):
                self._found.add(delivery)
        self._lacking = frozenset(
            one
            for one, service in services.items()
            if service is not None and service.wants_secret and one not in self._found
        )

    async def send(self, call: Call, delivery: Delivery, to: str) -> None:
        """Send or note it. Raises NotSent, VideoFailed."""
        if delivery not in BY_MESSAGE:
            await self._offered(call, delivery)
            return
        service = service_of(self._plan.settings, delivery)
        if service is None:
            raise NotSent(Unsent.NOT_CONFIGURED)
        if not call.link:
            raise VideoFailed("taken")
        text = self._plan.text(delivery, call.link)
        # The same message asked for again has the same key, until one has left for certain.
        told = "\n".join((call.id, call.link, delivery, to, str(call.sent)))
        key = digest(told)[:32]
        message = Message(delivery=delivery, to=to, text=text, link=call.link, key=key)
        await self._messages.send(service, message)
        call.sent += 1
        self._spawn(self._say_offered(call, delivery))

    async def close(self) -> None:
        """Give up what is under way."""
        await self._messages.close()

    async def _say_offered(self, call: Call, delivery: Delivery) -> None:
        for attempt in range(TRIES):
            try:
                await self._offered(call, delivery)
            except VideoFailed as error:
                if error.code != "no_answer":
                    return
                await self._clock.sleep(2**attempt)
            else:
                return

    @staticmethod
    async def _offered(call: Call, delivery: Delivery) -> None:
        await call.door.api.ask("POST", f"/api/calls/{call.id}/offered", {"by": delivery.value})


def service_of(settings: VideoSettings, delivery: Delivery) -> MessageService | None:
    """What sends such a message; None: nothing was configured."""
    return settings.sms if delivery is Delivery.SMS else settings.email
