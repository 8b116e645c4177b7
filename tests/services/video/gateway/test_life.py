"""A call from its making to its end: what each side hears, and what the log holds."""

import base64
import json

from desktop.domain.video.happenings import Happening
from desktop.domain.video.progress import Progress, followed
from desktop.services.video.sealing import opened
from tests.services.video.gateway.gate import SEAL


async def test_a_call_from_the_key_to_the_answer(gate, clock):
    call = await gate.call(asked_ago_ms=200)
    assert (await gate.post(call, "offered", by="qr"))[0] == 200
    advisor = await gate.join("advisor", f"a-{call}")
    welcome = advisor.told[0]
    assert welcome["role"] == "advisor"
    assert welcome["media"]["ice"] == [{"role": "advisor", "at": gate.core.now()}]
    await advisor.say("offer", gen=7, sdp="v=0 offer")
    await advisor.say("candidate", gen=7, candidate={"candidate": "a"})
    await advisor.quiet()

    customer = await gate.join("customer", f"i-{call}")
    hello = customer.told[0]
    assert (hello["advisor"], hello["company"], hello["step"]) == (
        "Sonia Leroy",
        "Exemple",
        "opened",
    )
    assert hello["minutes_left"] == 10
    await customer.say("consent", lang="en")
    media = await customer.hear("media")
    assert media["offer"] == {"gen": 7, "sdp": "v=0 offer"}
    assert media["candidates"] == [{"candidate": "a"}]
    assert await advisor.hear("peer") == {"type": "peer", "here": True, "fresh": False}
    await customer.say("answer", gen=7, sdp="v=0 answer")
    assert (await advisor.hear("answer"))["sdp"] == "v=0 answer"
    await customer.say("face")
    await customer.say("via", via="direct")
    assert (await advisor.happened("via"))["via"] == "direct"
    assert [(one.lang, one.spoken) for one in gate.core.calls] == [("en", "fr")]
    clock.advance(seconds=90)
    await advisor.say("bye")
    assert await customer.hear("ended") == {"type": "ended", "reason": "done"}
    assert await advisor.closed() == 4003
    await customer.say("effort", effort=2, words="Très clair")
    await customer.hear("thanks")

    log = await gate.log(call)
    assert [one["what"] for one in log] == [
        *("created", "offered", "advisor_here", "opened", "consented", "face", "via", "ended"),
        "answer",
    ]
    assert [one["n"] for one in log] == list(range(1, 10))
    assert log[-2]["at"] - log[0]["at"] == 90_200
    sealed = base64.b64decode(log[-1]["sealed"])
    assert json.loads(opened(base64.b64decode(SEAL), call, sealed) or b"") == {
        "effort": 2,
        "words": "Très clair",
    }
    progress = followed(Progress(), [Happening.of_json(one) for one in log])
    assert progress.face_at is not None
    assert progress.ended_at is not None
    assert "answer" not in [one.get("happening", {}).get("what") for one in advisor.told]
