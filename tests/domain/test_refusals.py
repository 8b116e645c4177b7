"""A step of the law that was refused: the reason given outlives the draft, as a step-off."""

from dataclasses import replace

from desktop.domain import drafts
from desktop.domain.contacts import GuideRun, StepOffReason
from desktop.domain.ids import ContactId, CustomerId, PersonId, PromiseId, StepOffId
from tests.conftest import NOON


def test_the_reason_of_a_refusal_becomes_a_step_off_at_its_step():
    draft = drafts.begin(
        contact_id=ContactId("c"), customer_id=CustomerId("k"), person_id=PersonId("p"), at=NOON
    )
    run = GuideRun(
        script_id="bill", version=3, step_id="end", declined=(("rights", "Déjà dit hier"),)
    )
    draft = replace(draft, guide=run)
    assert drafts.refusals(draft) == (("rights", "Déjà dit hier"),)
    closing = drafts.close(
        draft, at=NOON, promise_id=PromiseId("x"), refusal_ids=(StepOffId("r1"),)
    )
    (refused,) = closing.step_offs
    assert (refused.id, refused.contact_id, refused.customer_id) == ("r1", "c", "k")
    assert (refused.script_id, refused.step_id, refused.reason, refused.words) == (
        "bill",
        "rights",
        StepOffReason.OTHER,
        "Déjà dit hier",
    )
    assert drafts.refusals(replace(draft, guide=None)) == ()
