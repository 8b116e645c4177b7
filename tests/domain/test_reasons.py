"""The tree of reasons: labels, keys, and codes that nobody knows."""

from desktop.domain import reasons
from desktop.domain.reasons import Reason

TREE = (
    Reason(
        code="billing",
        key=1,
        labels=(("fr", "Facturation"), ("en", "Billing")),
        children=(
            Reason(code="billing.payment", key=3, labels=(("fr", "Paiement"), ("en", "Payment"))),
        ),
    ),
    Reason(code="other", key=8, labels=(("fr", "Autre"),)),
)


def test_labels_follow_the_language_then_the_first_one():
    assert reasons.label_of(TREE, "billing.payment") == "Facturation › Paiement"
    assert reasons.label_of(TREE, "billing.payment", "en") == "Billing › Payment"
    assert reasons.label_of(TREE, "other", "en") == "Autre"


def test_an_unknown_code_stands_for_itself():
    assert reasons.label_of(TREE, "old.code") == "old.code"
    assert reasons.find(TREE, "old.code") is None
    assert Reason(code="bare", key=1, labels=()).label() == "bare"


def test_the_tree_is_walked_by_code():
    assert reasons.codes(TREE) == ("billing", "billing.payment", "other")
    assert reasons.find(TREE, "billing.payment") == TREE[0].children[0]
    assert reasons.family("billing.payment") == "billing"
