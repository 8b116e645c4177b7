"""The application's link over real lines: who may have one, what it follows, and whom it asks in."""

import aiohttp
import pytest

from tests.services.video.gateway.counter import linked, unheard
from tests.services.video.gateway.gate import KEY, OTHER


@pytest.mark.parametrize("key", ["", "z" * 43])
async def test_a_link_needs_a_key(counter, key):
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await counter.session.ws_connect(
            f"{counter.url}/api/link", headers={"Authorization": f"Bearer {key}"}
        )
    assert refused.value.status == 401


async def test_a_link_of_another_protocol_is_turned_away(counter):
    headers = {"Authorization": f"Bearer {KEY}"}
    socket = await counter.session.ws_connect(f"{counter.url}/api/link", headers=headers)
    who = {"id": "anne", "name": "Anne", "team": "t", "role": "advisor"}
    await socket.send_json({"type": "hello", "protocol": 2, "person": who, "available": True})
    frame = await socket.receive(timeout=5)
    assert (frame.type, socket.close_code) == (aiohttp.WSMsgType.CLOSE, 4001)


async def test_a_link_follows_its_call_and_comes_back_where_it_was(counter):
    anne = await linked(counter, "anne")
    call = await counter.call()
    await anne.say("watch", call=call, since=0)
    assert (await anne.hear("happened"))["happening"]["what"] == "created"
    await anne.socket.close()
    await counter.post(call, "offered", by="copy")
    again = await linked(counter, "anne")
    await again.say("watch", call=call, since=1)
    told = await again.hear("happened")
    assert (told["call"], told["happening"]["n"], told["happening"]["by"]) == (call, 2, "copy")
    foreign = await linked(counter, "anne", key=OTHER)
    await foreign.say("watch", call=call, since=0)
    assert await unheard(foreign) == []


async def test_a_colleague_is_rung_and_joins_as_the_third(counter):
    anne = await linked(counter, "anne")
    lead = await linked(counter, "lead", role="lead")
    call = await counter.call()
    await anne.say("watch", call=call, since=0)
    assert await counter.post(call, "third", person="lead") == (200, {})
    invited = await lead.hear("invited")
    third = await counter.join("third", invited["token"])
    assert third.told[0]["role"] == "third"
    assert (await anne.happened("third_here"))["person"] == "lead"
    assert (await counter.post(call, "third", person="anne"))[0] == 409
    for body in ({"person": "nobody"}, {"person": 7}):
        status, _ = await counter.post(call, "third", **body)
        assert status in (400, 404, 409)


async def test_a_provider_without_a_third_says_so(counter):
    await linked(counter, "lead")
    call = await counter.call()
    counter.provider.third = False
    assert await counter.post(call, "third", person="lead") == (409, {"error": "taken"})


async def test_declining_reaches_who_asked(counter):
    anne = await linked(counter, "anne")
    lead = await linked(counter, "lead")
    call = await counter.call()
    await anne.say("watch", call=call, since=0)
    await counter.post(call, "third", person="lead")
    await lead.hear("invited")
    await lead.say("decline", call=call)
    assert await anne.hear("declined") == {"type": "declined", "call": call, "person": "lead"}
