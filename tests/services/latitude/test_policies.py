"""The policy: the file's, the shared database's over it, and a broken one told."""

from pathlib import Path

import pytest
from sqlalchemy import insert

from desktop.services.latitude.policies import Policies
from desktop.services.latitude.shape import read_policy
from desktop.services.store.replica_tables import documents
from desktop.services.yaml_files import ProblemCode

ROOT = Path(__file__).parents[3]
OURS = ROOT / "resources" / "latitude.yaml"


async def share(store, text: str) -> None:
    row = {"id": "latitude", "type": "latitude", "name": "maison", "version": 1, "text": text}
    await store.write(lambda c: c.execute(insert(documents), row))


async def test_ours_is_whole(store):
    policy, problems = await Policies(store, OURS).policy()
    assert problems == ()
    assert (policy.daily, policy.ceiling, policy.currency) == (5000, 2500, "EUR")
    assert 2 <= len(policy.kinds) <= 9
    assert [kind.code for kind in policy.kinds if not kind.costs] == ["word"]
    assert all(cents <= policy.ceiling for kind in policy.kinds for cents in kind.usual)
    assert all(kind.label("fr") and kind.label("en") for kind in policy.kinds)


async def test_the_shared_databases_stands_over_it(store):
    policies = Policies(store, OURS)
    await policies.policy()
    await share(store, OURS.read_text("utf-8").replace("daily_cents: 5000", "daily_cents: 8000"))
    assert (await policies.policy())[0].daily == 5000
    assert (await policies.policy(again=True))[0].daily == 8000


async def test_a_broken_one_is_told_and_not_replaced(store):
    await share(store, "daily_cents: beaucoup\nkinds: []\n")
    policy, problems = await Policies(store, OURS).policy()
    assert policy is None
    assert {one.file for one in problems} == {"maison"}
    assert ProblemCode.WRONG_TYPE in {one.code for one in problems}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("daily_cents: 5000", "daily_cents: 50.0"), ProblemCode.WRONG_TYPE),
        (("daily_cents: 5000", "daily_cents: -1"), ProblemCode.OUT_OF_RANGE),
        (("contact_cents: 2500", "ceiling: 2500"), ProblemCode.MISSING),
        (("code: fees", "code: bill"), ProblemCode.DUPLICATE_ID),
        (("code: fees", "code: Frais !"), ProblemCode.BAD_ID),
        (("usual_cents: [300,", "usual_cents: [0,"), ProblemCode.OUT_OF_RANGE),
        (("costs: false", "cost: false"), ProblemCode.UNKNOWN_FIELD),
        (("currency: EUR", "currency: USD"), ProblemCode.BAD_ID),
        (("kinds:", "kinds: ["), ProblemCode.NOT_YAML),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, change, code):
    path = tmp_path / "latitude.yaml"
    text = OURS.read_text("utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change), "utf-8")
    policy, problems = read_policy(path)
    assert policy is None
    assert code in {one.code for one in problems}
    assert all(one.file == "latitude.yaml" for one in problems)


def test_no_file_at_all_is_told_too(tmp_path):
    policy, problems = read_policy(tmp_path / "none.yaml")
    assert policy is None
    assert [one.code for one in problems] == [ProblemCode.UNREADABLE]
