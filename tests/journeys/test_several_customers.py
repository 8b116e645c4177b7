"""Several customers open: each keeps their own words and place; nothing lands on another."""

import json
from pathlib import Path

from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.ids import CustomerId
from tests.journeys.hands import (
    arrive,
    in_front,
    note,
    open_customer,
    rows,
    saved,
    within,
    write_note,
)

FIRST = "Claire Moreau"


def _another(file: Path) -> str:
    """Somebody whose name is theirs alone."""
    found = rows(
        file,
        "SELECT given_name || ' ' || family_name AS name FROM customers WHERE given_name <> ''"
        " GROUP BY name HAVING count(*) = 1 AND name <> ? ORDER BY length(name) DESC LIMIT 1",
        FIRST,
    )
    return str(found[0][0])


async def _follow(hands: Driver, desk: Desk, guide: int, steps: int) -> str:
    """Open one of the guides and go on some steps; the answer is the step where one stands."""
    model = desk.models.guide
    await hands.press("Ctrl+1")
    await hands.until(lambda: model.state.suggested or model.state.others, "les guides")
    await hands.press(str(guide))
    await hands.until(lambda: model.state.run is not None, "le guide")
    for _ in range(steps):
        await hands.press("F3")
    assert model.state.run is not None
    return model.state.run.step_id


def _place(desk: Desk) -> tuple[str, str]:
    run = desk.models.guide.state.run
    return ("", "") if run is None else (run.script_id, run.step_id)


def test_each_customer_keeps_their_words_and_their_place(play, store_file: Path) -> None:
    second = _another(store_file)

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        one = await open_customer(hands, desk, FIRST)
        await _follow(hands, desk, 1, 2)
        first_place = _place(desk)
        await write_note(hands, desk, "Note de Claire")
        two = await open_customer(hands, desk, second)
        assert note(desk) == ""
        assert _place(desk) == ("", "")
        await _follow(hands, desk, 2, 1)
        second_place = _place(desk)
        await write_note(hands, desk, "Note de l’autre")
        assert first_place != second_place

        await hands.press("Ctrl+Tab")
        await hands.until(lambda: in_front(desk) == FIRST, "Claire devant")
        assert (note(desk), _place(desk)) == ("Note de Claire", first_place)
        await hands.press("Ctrl+Shift+Tab")
        await hands.until(lambda: in_front(desk) == second, "l’autre devant")
        assert (note(desk), _place(desk)) == ("Note de l’autre", second_place)

        # Typing on without waiting: each letter goes to whoever is in front when it is typed.
        await hands.press("Ctrl+2")
        desk.views.wrap_up.take_focus()
        desk.models.customers.open(CustomerId(one))
        for letter in "abcdefghij":
            desk.views.wrap_up.form.note.area.insertPlainText(letter)
            await hands.settle()
        await hands.until(lambda: in_front(desk) == FIRST, "Claire devant")
        await saved(hands, desk)
        notes = {
            customer: json.loads(body)["note"]
            for customer, body in rows(store_file, "SELECT customer_id, body FROM drafts")
        }
        assert set(notes) == {one, two}
        assert notes[two].startswith("Note de l’autre")
        assert notes[one].startswith("Note de Claire")
        written = notes[one].removeprefix("Note de Claire")
        assert notes[two].removeprefix("Note de l’autre") + written == "abcdefghij"

    play(story)


def test_one_who_is_open_comes_to_the_front_from_anywhere(play) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await open_customer(hands, desk, FIRST)
        await hands.until(lambda: within(desk.views.guide), "le guide")
        await hands.press("Alt+1")
        await hands.until(lambda: desk.window.page() == "day", "ma journée")
        await open_customer(hands, desk, FIRST)
        await hands.until(lambda: desk.window.page() == "customer", "la page du client")
        assert len(desk.models.customers.state.tabs) == 1
        await hands.until(lambda: within(desk.views.workspace), "le clavier à sa place")

    play(story)
