"""« Dévier d’une touche »: by a digit, by « Essayer », whether it helped, and what the step learned."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.contacts import Helped, StepOffReason
from desktop.domain.scripts import EarlierStepOff
from desktop.ui.contacts.state import Stage
from desktop.ui.scripts.useful import UsefulStepOffs, count_words
from tests.journeys.hands import another, arrive, follow, open_customer, rows, saved, seen, tab_to

FIRST = "Claire Moreau"
KEPT = (
    "SELECT reason, helped, earlier_id, step_id FROM step_offs WHERE contact_id = ? ORDER BY at, id"
)


async def _follow(hands: Driver, desk: Desk, customer: str) -> tuple[EarlierStepOff, ...]:
    """Follow the guide of bills with somebody; the answer is what was tried at its first step."""
    await open_customer(hands, desk, customer)
    await follow(hands, desk, "bill-higher")
    guide = desk.models.guide
    await hands.until(lambda: guide.state.earlier, "les écarts utiles")
    return guide.state.earlier


def _counted(earlier: tuple[EarlierStepOff, ...]) -> EarlierStepOff:
    """The first that is offered with its count."""
    return next(one for one in earlier if one.count and one.here)


def test_a_step_off_by_a_key_teaches_the_step(play, store_file: Path) -> None:
    second = another(store_file, FIRST)

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        guide, contact = desk.models.guide, desk.models.contact
        before = await _follow(hands, desk, FIRST)
        tried = _counted(before)
        step_id = guide.state.step.id
        (card,) = desk.views.guide.findChildren(UsefulStepOffs)
        assert count_words(tried) in seen(card)

        await hands.press("F4", "3")
        button = await tab_to(hands, lambda one: _tries(one, tried))
        assert tried.words in button.accessibleName()
        await hands.press("Space")
        draft = contact.state.draft
        assert [one.reason for one in draft.step_offs] == [
            list(StepOffReason)[2],
            tried.reason,
        ]
        assert [one.earlier_id for one in draft.step_offs] == [None, tried.id]
        assert {one.step_id for one in draft.step_offs} == {step_id}
        await saved(hands, desk)
        assert guide.state.earlier == before

        contact_id = draft.contact_id
        await hands.press("F8", "1", "4", "2", "1", "Ctrl+Return")
        await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")
        assert rows(store_file, KEPT, contact_id) == [
            (list(StepOffReason)[2].value, "no", None, step_id),
            (tried.reason.value, "yes", tried.id, step_id),
        ]

        after = await _follow(hands, desk, second)
        (now,) = [one for one in after if one.id == tried.id]
        assert now.count == tried.count + 1
        assert (now.helped.n, now.helped.favourable) == (
            tried.helped.n + 1,
            tried.helped.favourable + 1,
        )
        assert count_words(now) in seen(card)

    play(story)


def _tries(widget: QWidget, tried: EarlierStepOff) -> bool:
    name = widget.accessibleName()
    return name.startswith("Essayer") and tried.words in name


def test_it_is_judged_on_its_card_while_the_contact_goes_on(play) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        contact = desk.models.contact
        (first, *_) = await _follow(hands, desk, FIRST)
        await hands.press("F4", *["Down"] * len(StepOffReason))
        overlay = desk.views.guide.step_off_overlay()
        assert overlay.earlier.hasFocus()
        await hands.press("Return")
        assert not overlay.isVisible()
        (taken,) = contact.state.draft.step_offs
        assert (taken.earlier_id, taken.helped) == (first.id, None)
        (card,) = desk.views.guide.walk.page.step_off_cards()
        await hands.press("Ctrl+1")
        await tab_to(hands, card.isAncestorOf)
        await hands.press("1")
        assert contact.state.draft.step_offs[0].helped is Helped.YES
        assert card.choice.value is Helped.YES
        here = QApplication.focusWidget()
        assert here is not None
        assert card.isAncestorOf(here)

    play(story)
