"""How many pages one source address may load: several whole ones at once, and a flood of none."""

from tests.services.video.gateway.gate import Gate


async def test_a_few_pages_load_whole_and_a_flood_is_slowed_down(gate: Gate):
    async def status(path: str) -> int:
        async with gate.session.get(f"{gate.url}{path}") as answer:
            if answer.status == 429:
                assert int(answer.headers["Retry-After"]) >= 1
            return answer.status

    # Ten people behind one address, each with a page and its files.
    for _ in range(10):
        assert await status("/v") == 200
        assert {await status("/static/wire.js") for _ in range(25)} == {200}
    assert [await status("/v") for _ in range(51)].count(200) == 50
    assert await status("/static/wire.js") == 200
