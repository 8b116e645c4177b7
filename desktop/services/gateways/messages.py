"""Sends a message to a customer through the company's HTTP gateway: once, or says why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop.config.video import PLACEHOLDER, MessageService
from desktop.domain import emails, phones
from desktop.domain.drafts import cleaned
from desktop.domain.errors import Invalid, NotSent, SignInNeeded, Unreachable, Unsent
from desktop.domain.video.happenings import Delivery
from desktop.services.clock import Clock
from desktop.services.gateways.http import Answer, Http
from desktop.services.transport.thread import NetThread

TRIES: Final = 3
FIRST_WAIT: Final = 0.5
"""Seconds before the second try; twice that before the third, unless the service says."""
LONGEST_WAIT: Final = 5.0
"""Seconds that a service may ask us to wait while an advisor looks on."""
LIMIT: Final = 5.0
"""Seconds for one try."""
_ONCE: Final = "Idempotency-Key"
_BUSY: Final = frozenset((429, 503))


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What goes to whom; one key sends one message, however often it is tried."""

    delivery: Delivery
    """SMS or EMAIL."""
    to: str
    text: str
    """In the customer's language, the link within it."""
    link: str
    key: str


class Messages:
    """Tries from a thread of its own, so that a slow service holds nothing up."""

    def __init__(
        self, clock: Clock, secret: Callable[[str], str], make: Callable[[], Http] | None = None
    ) -> None:
        self._clock = clock
        self._secret = secret
        self._thread = NetThread("messages")
        self._http = (make or _http)()

    async def send(self, service: MessageService, message: Message) -> None:
        """Send it, tried three times with one key. Raises NotSent."""
        ask = _Ask(service, message, await self._thread.run(self._secret, service.secret))
        for attempt in range(TRIES):
            failed: NotSent | None
            try:
                answer = await self._thread.run(ask.by, self._http)
            except SignInNeeded as error:
                raise NotSent(Unsent.NO_ANSWER, error.why) from None
            except Unreachable as error:
                failed, wait = NotSent(Unsent.NO_ANSWER, error.silence), None
            else:
                failed, wait = _failed(service, answer), answer.retry_after
            if failed is None:
                return
            last = attempt == TRIES - 1 or failed.why not in (Unsent.NO_ANSWER, Unsent.BUSY)
            if last or (wait or 0) > LONGEST_WAIT:
                raise failed
            await self._clock.sleep(FIRST_WAIT * 2**attempt if wait is None else wait)

    async def close(self) -> None:
        """Cut what is under way, and let the thread go."""
        self._http.interrupt()
        self._thread.submit(self._http.close)
        await self._thread.end(1.0)


def _http() -> Http:
    return Http(limit=LIMIT)


def address(delivery: Delivery, to: str) -> str:
    """A phone in E.164, or an e-mail address. Raises NotSent."""
    try:
        return emails.normalise(to) if delivery is Delivery.EMAIL else phones.normalise(to)
    except Invalid:
        raise NotSent(Unsent.BAD_ADDRESS) from None


class _Ask:
    """One question, the same at each try."""

    def __init__(self, service: MessageService, message: Message, secret: str) -> None:
        if service.wants_secret and not (secret and secret.isascii() and secret.isprintable()):
            raise NotSent(Unsent.NO_SECRET)
        values = {
            "to": address(message.delivery, message.to),
            "text": cleaned(message.text),
            "link": message.link,
            "key": message.key,
            "secret": secret,
        }
        self._service = service
        self._headers = {name: _filled(text, values) for name, text in service.headers}
        if _ONCE.lower() not in {name.lower() for name in self._headers}:
            self._headers[_ONCE] = message.key
        if not all(text.isascii() and text.isprintable() for text in self._headers.values()):
            raise NotSent(Unsent.REFUSED, "header")
        self._body = _filled(service.template, values)

    def by(self, http: Http) -> Answer:
        """Ask, from the thread."""
        content: dict[str, Any] = {"form" if self._service.body == "form" else "json": self._body}
        try:
            return http.send(
                self._service.method, self._service.url, headers=self._headers, **content
            )
        finally:
            # A service that answers twice would answer the next question before it is asked.
            http.close()


def _filled(template: Any, values: Mapping[str, str]) -> Any:
    """The same structure with its texts filled in: what a value holds is never read as a template."""
    if isinstance(template, str):
        return PLACEHOLDER.sub(lambda found: values[found[1]], template)
    if isinstance(template, Mapping):
        return {name: _filled(one, values) for name, one in template.items()}
    if isinstance(template, list):
        return [_filled(one, values) for one in template]
    return template


def _failed(service: MessageService, answer: Answer) -> NotSent | None:
    """What an answer says; None: it left."""
    code = str(answer.status)
    if answer.status in service.success:
        return _unconfirmed(service, answer.json, code)
    if answer.status in _BUSY:
        return NotSent(Unsent.BUSY, code)
    return NotSent(Unsent.NO_ANSWER if answer.status >= 500 else Unsent.REFUSED, code)


def _unconfirmed(service: MessageService, body: Any, code: str) -> NotSent | None:
    if not service.success_path:
        return None
    found, there = _at(body, service.success_path)
    if not there or isinstance(found, dict | list):
        return NotSent(Unsent.MISREAD, code)
    said = service.success_values
    well = any(_same(found, one) for one in said) if said else found not in (None, "", False)
    return None if well else NotSent(Unsent.REFUSED, code)


def _same(found: Any, expected: str | int | bool) -> bool:  # noqa: FBT001 - a value of the settings
    if isinstance(found, bool) or isinstance(expected, bool):
        return found is expected
    return found is not None and str(found) == str(expected)


def _at(body: Any, path: str) -> tuple[Any, bool]:
    """What stands at `messages.0.status`, and whether anything does."""
    for part in path.split("."):
        if isinstance(body, dict) and part in body:
            body = body[part]
        elif isinstance(body, list) and part.isdecimal() and int(part) < len(body):
            body = body[int(part)]
        else:
            return None, False
    return body, True
