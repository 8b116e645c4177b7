"""A rejected fact has a screen: what it was, why, and three ways out of it."""

import json
from pathlib import Path

import pytest

from desktop.domain.errors import Incomplete
from desktop.domain.outbox import LineState
from desktop.services.changes import Changes
from desktop.services.outbox import Outbox
from tests.acceptance.conftest import Office


async def test_a_rejected_fact_has_a_screen(office: Office, tmp_path: Path) -> None:
    lea = await office.desk("lea")
    outbox = Outbox(lea.store, Changes())
    await lea.poison("c0")
    await lea.contact("c0", "after it")
    await lea.drain()

    (shown,) = await outbox.attention()
    assert (shown.state, shown.why) == (LineState.REJECTED, "not_author")
    assert (shown.customer_id, shown.customer_name) == ("c0", "Client 0")
    assert shown.words == "poison"
    assert await outbox.by_kind() == {"contact": 1}
    assert [row["note"] for row in office.server.run("select note from vav.contacts")] == [
        "after it"
    ]

    await outbox.retry(shown.op_id)
    assert await outbox.attention() == ()
    await lea.drain()
    assert [one.op_id for one in await outbox.attention()] == [shown.op_id]

    with pytest.raises(Incomplete):
        await outbox.give_up(shown.op_id)
    file = tmp_path / "kept.json"
    assert await outbox.export(file) == 1
    (kept,) = json.loads(file.read_text(encoding="utf-8"))["facts"]
    assert (kept["op_id"], kept["body"]["note"]) == (shown.op_id, "poison")
    await outbox.give_up(shown.op_id)
    assert await outbox.attention() == ()
