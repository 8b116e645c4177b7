"""Lines of pages that answer no more, that answer, and that do not read."""

import asyncio

from desktop.services.video.gateway.providers import Role


async def test_a_dead_line_is_found(gate, monkeypatch):
    call = await gate.call()
    advisor = await gate.join("advisor", f"a-{call}")
    monkeypatch.setattr("desktop.services.video.gateway.line.PING", 0.05)
    monkeypatch.setattr("desktop.services.video.gateway.line.DEAD", 0.3)
    headers = {"Origin": gate.url}
    path = f"{gate.url}/ws/customer"
    dead = await gate.session.ws_connect(path, headers=headers, autoping=False)
    await dead.send_json({"type": "join", "token": f"i-{call}"})
    await advisor.happened("customer_away")  # it never answers a ping
    await dead.close()
    await advisor.quiet()


async def test_a_line_that_answers_lives(gate, monkeypatch):
    monkeypatch.setattr("desktop.services.video.gateway.line.PING", 0.05)
    call = await gate.call()
    advisor = await gate.join("advisor", f"a-{call}")
    line = gate.core.calls.get(call).seat(Role.ADVISOR).line
    answering = asyncio.ensure_future(advisor.closed())  # whoever reads answers pings
    given_up: set[float] = set()
    async with asyncio.timeout(5):
        while len(given_up) < 3:  # each answer puts the moment off
            if line._patience is not None:
                given_up.add(line._patience.when())
            await asyncio.sleep(0.01)
    answering.cancel()


async def test_a_page_that_does_not_read_is_cut_and_holds_nobody_up(gate, monkeypatch):
    monkeypatch.setattr("desktop.services.video.gateway.line.WAITING", 20)
    _, advisor, customer = await gate.both()
    await customer.say("lost")
    await advisor.happened("lost")
    seat = next(one for one in gate.core.calls).seats["customer", ""]
    for number in range(40):
        seat.line.tell({"type": "point", "id": number})
    await advisor.happened("customer_away")
