"""Messages to customers against a real service on loopback that times out, cuts, refuses."""

from collections.abc import Sequence
from urllib.parse import parse_qs

import pytest

from desktop.config.video import MessageService
from desktop.domain.errors import NotSent, Unsent
from desktop.domain.video.happenings import Delivery
from desktop.services.gateways.http import Http
from desktop.services.gateways.messages import LIMIT, Message, Messages
from tests.conftest import FakeClock
from tests.services.gateways.message_server import YES, serving

OK = (200, YES)
TEXT = 'Bonjour "Léa" \\ {secret} {to}\n</x>&b=1'
LINK = "https://visio.example/v#tOkEn"


class SleepingClock(FakeClock):
    def __init__(self):
        super().__init__()
        self.waits = []

    async def sleep(self, seconds):
        self.waits.append(seconds)


@pytest.fixture
def clock():
    return SleepingClock()


class Impatient(Http):
    """Gives up soon on a service that is about to be silent; one that answers may take its time."""

    turns: Sequence[object] = ()

    def _ask(self, method, url, **content):
        silent = bool(self.turns) and self.turns[0] in ("hang", "late")
        self._limit = 0.6 if silent else LIMIT
        return super()._ask(method, url, **content)


@pytest.fixture
def http():
    return Impatient(limit=LIMIT)


@pytest.fixture
async def messages(clock, http):
    made = Messages(clock, lambda name: {"sms": "s3cret"}.get(name, ""), lambda: http)
    yield made
    await made.close()


def service(at, **rest):
    given = {
        "url": at.url,
        "secret": "sms",
        "headers": (("Authorization", "Bearer {secret}"),),
        "template": {"to": ["{to}"], "message": {"text": "{text}", "n": 3}, "id": "{key}"},
        "success_path": "messages.0.status",
        "success_values": ("queued", "sent"),
    }
    return MessageService(**given | rest)


def message(to="06 39 98 12 34", delivery=Delivery.SMS, text=TEXT):
    return Message(delivery=delivery, to=to, text=text, link=LINK, key="once")


async def failed(messages, at, told=None, **rest):
    with pytest.raises(NotSent) as error:
        await messages.send(service(at, **rest), told or message())
    return error.value.why, error.value.code


async def test_a_message_leaves_whole_whatever_is_in_it(messages):
    with serving(OK) as at:
        await messages.send(service(at), message())
    ((method, path, headers, _),) = at.asked
    assert (method, path) == ("POST", "/send")
    assert (headers["authorization"], headers["idempotency-key"]) == ("Bearer s3cret", "once")
    assert at.bodies == [
        {"to": ["+33639981234"], "message": {"text": TEXT, "n": 3}, "id": "once"},
    ]


async def test_a_form_leaves_whole_too(messages):
    form = {"to": "{to}", "body": "{text} {link}"}
    with serving((201, "")) as at:
        await messages.send(
            service(at, body="form", template=form, success_path="", method="PUT"),
            message("Lea@Banque.Example", Delivery.EMAIL),
        )
    ((method, _, headers, body),) = at.asked
    assert method == "PUT"
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qs(body.decode()) == {"to": ["lea@banque.example"], "body": [f"{TEXT} {LINK}"]}


@pytest.mark.parametrize(
    "first", ["hang", "late", "cut", "sent_then_cut", (500, {}), (502, "x"), (503, {})]
)
async def test_a_service_that_fails_once_is_asked_again_and_sends_one(messages, clock, http, first):
    with serving(first, OK) as at:
        http.turns = at.turns
        await messages.send(service(at), message())
    assert at.keys == ["once", "once"]
    assert list(at.sent) == ["once"]
    assert clock.waits == [0.5]


@pytest.mark.parametrize(
    ("turn", "why", "code"),
    [
        ("cut", Unsent.NO_ANSWER, "cut"),
        ((500, {"message": "Léa +33639981234"}), Unsent.NO_ANSWER, "500"),
        ((503, {}), Unsent.BUSY, "503"),
    ],
)
async def test_a_service_that_goes_on_failing_is_told_after_three_tries(
    messages, clock, turn, why, code
):
    with serving(turn) as at:
        assert await failed(messages, at) == (why, code)
    assert at.keys == ["once"] * 3
    assert clock.waits == [0.5, 1.0]


@pytest.mark.parametrize(
    ("turn", "why", "code"),
    [
        ((400, {"error": "Léa n’existe pas"}), Unsent.REFUSED, "400"),
        ((401, {}), Unsent.REFUSED, "401"),
        ((404, ""), Unsent.REFUSED, "404"),
        ((204, ""), Unsent.REFUSED, "204"),
        ((200, {"messages": [{"status": "rejected Léa"}]}), Unsent.REFUSED, "200"),
        ((200, {"messages": [{"status": None}]}), Unsent.REFUSED, "200"),
        ((200, {"messages": []}), Unsent.MISREAD, "200"),
        ((200, {"messages": [{"status": {}}]}), Unsent.MISREAD, "200"),
        ((200, []), Unsent.MISREAD, "200"),
        ("nonsense", Unsent.MISREAD, "200"),
    ],
)
async def test_a_refusal_is_told_at_once_without_its_words(messages, turn, why, code):
    with serving(turn) as at:
        assert await failed(messages, at) == (why, code)
    assert len(at.asked) == 1


async def test_a_silent_service_is_given_up_after_three_tries(messages, http):
    with serving("hang") as at:
        http.turns = at.turns
        why, code = await failed(messages, at)
    # Whichever of both watches is first says it.
    assert (why, code in ("timeout", "cut"), at.keys) == (Unsent.NO_ANSWER, True, ["once"] * 3)


async def test_a_second_answer_to_one_question_is_not_taken_for_the_next_ones(messages):
    with serving("twice", (400, {})) as at:
        await messages.send(service(at), message())
        assert await failed(messages, at) == (Unsent.REFUSED, "400")


async def test_a_busy_service_is_waited_for_as_it_asks(messages, clock):
    with serving((429, {}), OK, headers={"Retry-After": "2"}) as at:
        await messages.send(service(at), message())
    assert clock.waits == [2.0]


async def test_nobody_waits_for_a_service_that_asks_for_minutes(messages, clock):
    with serving((429, {}), headers={"Retry-After": "120"}) as at:
        assert await failed(messages, at) == (Unsent.BUSY, "429")
    assert (clock.waits, len(at.asked)) == ([], 1)


async def test_a_message_goes_nowhere_else(messages):
    with serving(OK) as other, serving((307, ""), headers={"Location": other.url}) as at:
        assert await failed(messages, at) == (Unsent.REFUSED, "307")
    assert other.asked == []


async def test_nobody_there_is_no_answer(messages):
    with serving(OK) as at:
        pass
    assert await failed(messages, at) == (Unsent.NO_ANSWER, "no_line")


@pytest.mark.parametrize(
    ("to", "delivery"),
    [
        ("12", Delivery.SMS),
        ("lea@banque.example", Delivery.SMS),
        ("+33639981234\r\nX: y", Delivery.SMS),
        ("0639981234", Delivery.EMAIL),
        ("lea@banque.example, eve@other.example", Delivery.EMAIL),
        ("lea@banque.example\nBcc: eve@other.example", Delivery.EMAIL),
    ],
)
async def test_a_wrong_address_is_asked_of_nobody(messages, to, delivery):
    with serving(OK) as at:
        assert await failed(messages, at, message(to, delivery)) == (Unsent.BAD_ADDRESS, "")
    assert at.asked == []


@pytest.mark.parametrize("secret", ["", "a\r\nX-Other: b", "clé"])
async def test_without_a_usable_secret_nothing_leaves(clock, secret):
    messages = Messages(clock, lambda _: secret)
    with serving(OK) as at:
        assert await failed(messages, at) == (Unsent.NO_SECRET, "")
    assert at.asked == []
    await messages.close()


async def test_a_key_cannot_write_a_header(messages):
    told = Message(delivery=Delivery.SMS, to="0639981234", text="", link="", key="a\r\nB: c")
    with serving(OK) as at:
        assert await failed(messages, at, told) == (Unsent.REFUSED, "header")
    assert at.asked == []


@pytest.mark.parametrize(
    ("found", "expected", "well"),
    [
        (0, (0,), True),
        (0, ("0",), True),
        (False, (0,), False),
        (True, (True,), True),
        (1, (), True),
    ],
)
async def test_values_of_an_answer_are_compared_as_they_are_written(
    messages, found, expected, well
):
    with serving((200, {"ok": found})) as at:
        rest = {"success_path": "ok", "success_values": expected}
        if well:
            await messages.send(service(at, **rest), message())
        else:
            assert await failed(messages, at, **rest) == (Unsent.REFUSED, "200")
