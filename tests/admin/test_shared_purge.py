"""Retention rules: what is older goes, here and on every machine; the rest stays."""

import pytest

from desktop.services.store.shared import purging
from tests.admin.shared import Admin, plain
from tests.admin.world import pulled
from tests.house.source import ROOT

DAY = 86_400_000

RULES = """
rules:
  - {kind: contact, keep_months: 36}
  - {kind: check_in, keep_days: 90}
  - {kind: promise, keep_months: 12}
"""


@pytest.fixture
def admin(seeded):
    return Admin(seeded.dsn())


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_text(RULES)
    return path


@pytest.fixture
def aged(seeded):
    """Contacts, check-ins and promises of several ages, in days."""
    seeded.run(
        """insert into vav.customers (id, branch_id) values ('c1', 'branch-lyon');
        insert into vav.contacts (id, customer_id, person_id, channel, started_at, ended_at)
        select 'k' || d, 'c1', 'person-lea', 'chat', t, t
        from (select d, vav.now_ms() - d * 86400000::bigint as t from unnest(array[1, 1000, 1200, 2000]) d) s;
        insert into vav.check_ins (id, person_id, at, moment, audience)
        select 'i' || d, 'person-lea', vav.now_ms() - d * 86400000::bigint, 'end', 'nobody'
        from unnest(array[1, 89, 91]) d;
        insert into vav.check_in_shares (id, check_in_id, person_id, at, audience)
        values ('s1', 'i91', 'person-lea', vav.now_ms(), 'nobody');
        insert into vav.promises (id, contact_id, customer_id, person_id, at, kind, due_at, state)
        select s || d, 'k1', 'c1', 'person-lea', vav.now_ms() - d * 86400000::bigint, 'callback', 0, s
        from unnest(array[1, 500]) d, unnest(array['open', 'kept']) s"""
    )
    return seeded


def ids(database, table):
    return {row[0] for row in database.run(f"select id from vav.{table}")}


def test_a_dry_run_says_what_would_go(admin, aged, rules):
    told = admin.json("purge", "--rules", rules)
    assert told["dry_run"] is True
    assert [(one["kind"], one["rows"]) for one in told["rules"]] == [
        ("contact", 2), ("check_in", 2), ("promise", 1),
    ]  # fmt: skip
    assert len(ids(aged, "contacts")) == 4
    shown = plain(admin.run("purge", "--rules", rules).stdout)
    assert "2  contact, avant le" in shown
    assert "--yes" in shown


def test_what_was_kept_long_enough_goes_everywhere(admin, aged, rules):
    cursor = pulled(aged, "lea")["cursor"]
    told = admin.json("purge", "--rules", rules, "--yes")
    assert [one["rows"] for one in told["rules"]] == [2, 2, 1]
    assert ids(aged, "contacts") == {"k1", "k1000"}
    assert ids(aged, "check_ins") == {"i1", "i89"}
    assert ids(aged, "check_in_shares") == set()
    assert ids(aged, "promises") == {"open1", "open500", "kept1"}
    rows = pulled(aged, "lea", cursor)["rows"]
    assert {row["id"] for row in rows if row["body"] is None} >= {
        "k1200",
        "k2000",
        "i91",
        "kept500",
    }
    again = admin.json("purge", "--rules", rules, "--yes")
    assert [one["rows"] for one in again["rules"]] == [0, 0, 0]
    assert aged.run("select count(*) from vav.audit where action = 'purged'") == [(3,)]


def test_a_purge_that_is_cut_has_told_the_trail(admin, aged, rules, monkeypatch):
    whole = purging._batch

    def cut(*words):
        if aged.run("select count(*) from vav.contacts") == [(3,)]:
            raise KeyboardInterrupt
        return whole(*words)

    monkeypatch.setattr(purging, "BATCH", 1)
    monkeypatch.setattr(purging, "_batch", cut)
    assert admin.json("purge", "--rules", rules, "--yes", code=1)["code"] == "stopped"
    assert len(ids(aged, "contacts")) == 3
    assert aged.run("select kind from vav.audit where action = 'purged'") == [("contact",)]


def test_the_documented_example_is_read(admin, aged, tmp_path):
    words = (ROOT / "docs" / "admin.md").read_text(encoding="utf-8")
    example = words.partition("```yaml\n")[2].partition("```")[0]
    path = tmp_path / "rules.yaml"
    path.write_text(example)
    assert admin.json("purge", "--rules", path)["rules"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("rules: []", "champ rules"),
        ("rules:\n  - {kind: customer, keep_days: 90}", "rules[0].kind"),
        ("rules:\n  - {kind: contact, keep_days: 3}", "nombre hors limites"),
        ("rules:\n  - {kind: contact}", "keep_days ou keep_months"),
        ("rules:\n  - {kind: contact, keep_days: 90, keep_months: 3}", "keep_days ou keep_months"),
        ("rules:\n  - {kind: audit, keep_days: 90}", "rules[0].kind"),
        ("rules: [", "ce n’est pas du YAML"),
    ],
)
def test_wrong_rules_are_told_and_nothing_goes(admin, aged, tmp_path, words, told):
    path = tmp_path / "rules.yaml"
    path.write_text(words)
    answer = admin.json("purge", "--rules", path, "--yes", code=2)
    assert told in plain(answer["error"])
    assert len(ids(aged, "contacts")) == 4
