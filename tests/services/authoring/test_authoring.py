"""Guides as leads write them, over a real store: drafts, versions, what is in force, what is refused."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import func, insert, select, update

from desktop.domain.authoring.guides import Origin
from desktop.domain.changes import Kind
from desktop.domain.errors import Gone, Incomplete, Invalid
from desktop.domain.scripts import Script
from desktop.services.store import tables
from desktop.services.store.replica_tables import documents
from desktop.services.store.script_tables import script_drafts, script_versions
from tests.services.authoring.world import BILL, CAMILLE, LEA, SACHA, carry


async def publish(desk, person=CAMILLE, title="Facture haute", note="", **more):
    draft = await desk.authoring.draft_of("bill", person, **more)
    draft = replace(draft, script=replace(draft.script, title=title))
    return await desk.authoring.publish(draft, note)


async def in_force(desk) -> Script:
    return (await desk.scripts.library(again=True)).script("bill")


async def rows(desk, table):
    return await desk.store.read(
        lambda connection: connection.scalar(select(func.count()).select_from(table))
    )


async def test_a_version_is_a_fact_and_takes_its_draft_along(desk, clock):
    draft = await desk.authoring.draft_of("bill", CAMILLE)
    assert (draft.script.title, draft.script.version, draft.based_on) == ("Facture", 13, "")
    await desk.authoring.save(draft)
    assert desk.kinds() == [Kind.DRAFT]
    clock.advance(minutes=5)
    made = await desk.authoring.publish(draft, "  Plus court ")
    assert (made.version, made.note, made.person_id, made.at) == (
        13,
        "Plus court",
        "camille",
        clock.at,
    )
    assert desk.kinds() == [Kind.SCRIPT, Kind.DRAFT]
    assert await rows(desk, script_drafts) == 0
    lines = await desk.store.read(
        lambda connection: [
            (one.kind, json.loads(one.body)["id"])
            for one in connection.execute(select(tables.outbox))
        ]
    )
    assert lines == [("script_version", made.id)]
    # What was typed last comes too late: it must not bring the draft back.
    await desk.authoring.save(draft)
    assert await rows(desk, script_drafts) == 0
    with pytest.raises(Gone):
        await desk.authoring.publish(draft)


async def test_a_published_version_is_what_advisors_get(desk):
    assert (await in_force(desk)).version == 12
    made = await publish(desk)
    now = await in_force(desk)
    assert (now.version, now.title) == (13, "Facture haute")
    (summary,) = await desk.authoring.guides()
    assert (summary.guide.version_id, summary.guide.origin) == (made.id, Origin.VERSION)
    assert summary.published_name == "Camille Durand"


async def test_a_contact_keeps_the_version_that_it_began_with(desk):
    await publish(desk, title="Treize")
    await publish(desk, title="Quatorze")
    assert (await in_force(desk)).title == "Quatorze"
    library = await desk.scripts.at("bill", 13)
    assert library.at("bill", 13).title == "Treize"
    assert library.at("bill", 12).title == "Facture"
    assert library.at("bill", 14).title == "Quatorze"
    # What is not known reads as the guide does now, and asks for nothing twice.
    assert (await desk.scripts.at("bill", 99)).at("bill", 99).title == "Quatorze"
    assert (await desk.scripts.at("nothing", 1)).at("nothing", 1) is None


async def test_only_leads_write(desk, tmp_path):
    path = tmp_path / "scripts" / "10_bill.yaml"
    for verb, given in (
        (desk.authoring.draft_of, ("bill", LEA)),
        (desk.authoring.retire, ("bill", LEA)),
        (desk.authoring.settle, ("bill", "x", LEA)),
        (desk.authoring.restore, ("bill", "", LEA)),
        (desk.authoring.read_file, (path, LEA)),
    ):
        with pytest.raises(Invalid, match="person"):
            await verb(*given)
    draft = replace(await desk.authoring.draft_of("bill", CAMILLE), person_id=LEA.id)
    with pytest.raises(Invalid, match="person"):
        await desk.authoring.publish(draft)
    assert await rows(desk, script_versions) == 0


@pytest.mark.parametrize(
    ("wrong", "error", "field"),
    [
        ({"title": " "}, Incomplete, "title"),
        ({"reasons": ()}, Incomplete, "reasons"),
        ({"steps": ()}, Incomplete, "steps"),
        ({"summary": "Pour {{client.nom_entier}}"}, Invalid, "summary"),
        ({"title": "x" * 61}, Invalid, "title"),
    ],
)
async def test_what_is_not_valid_is_not_published(desk, wrong, error, field):
    draft = await desk.authoring.draft_of("bill", CAMILLE)
    draft = replace(draft, script=replace(draft.script, **wrong))
    await desk.authoring.save(draft)
    with pytest.raises(error) as refused:
        await desk.authoring.publish(draft)
    assert refused.value.field == field
    assert await desk.authoring.drafts(CAMILLE) == (draft,)
    assert await rows(desk, script_versions) == 0
    assert await rows(desk, tables.outbox) == 0


async def test_a_draft_is_kept_as_it_was_typed_however_incomplete(desk, clock):
    fresh = await desk.authoring.draft_of(None, CAMILLE)
    await desk.authoring.save(fresh)
    typed = replace(fresh, script=replace(fresh.script, title="Un\ud83d mot", reasons=("", "x")))
    clock.advance(seconds=1)
    await desk.authoring.save(typed)
    (kept,) = await desk.authoring.drafts(CAMILLE)
    assert kept == replace(typed, updated_at=clock.at)
    assert await desk.authoring.drafts(SACHA) == ()
    assert desk.kinds() == [Kind.DRAFT]
    await desk.authoring.drop(kept.id)
    assert await desk.authoring.drafts(CAMILLE) == ()


async def test_a_damaged_draft_still_shows_its_words(desk):
    draft = await desk.authoring.draft_of("bill", CAMILLE)
    await desk.authoring.save(draft)
    spoil = update(script_drafts).values(text="{ Bonjour", settles="no")
    await desk.store.write(lambda connection: connection.execute(spoil) and None)
    (kept,) = await desk.authoring.drafts(CAMILLE)
    assert (kept.script.id, kept.script.summary, kept.settles) == ("bill", "{ Bonjour", ())


async def test_the_draft_under_way_is_gone_on_with(desk):
    draft = await desk.authoring.draft_of("bill", CAMILLE)
    await desk.authoring.save(draft)
    assert (await desk.authoring.draft_of("bill", CAMILLE)).id == draft.id
    assert (await desk.authoring.draft_of("bill", SACHA)).id != draft.id
    assert (await desk.authoring.draft_of("bill", CAMILLE, from_version="")).id != draft.id


async def test_a_new_guide_is_offered_once_published(desk):
    draft = await desk.authoring.draft_of(None, CAMILLE)
    known = await desk.scripts.library()
    whole = replace(known.script("bill"), id="", version=1, title="Colis égaré")
    made = await desk.authoring.publish(replace(draft, script=whole))
    assert made.version == 1
    assert made.script_id.startswith("colis-egare-")
    library = await desk.scripts.library(again=True)
    assert [one.id for one in library.scripts] == ["bill", made.script_id]


async def test_a_guide_is_retired_and_brought_back(desk):
    await desk.authoring.retire("bill", CAMILLE)
    assert await in_force(desk) is None
    (summary,) = await desk.authoring.guides()
    assert summary.guide.retired
    assert summary.guide.script.title == "Facture"
    assert (await desk.scripts.at("bill", 12)).at("bill", 12).version == 12
    await desk.authoring.retire("bill", SACHA, retired=False)
    assert (await in_force(desk)).version == 14


async def test_an_old_version_is_restored(desk):
    first = await publish(desk, title="Treize")
    await publish(desk, title="Quatorze")
    made = await desk.authoring.restore("bill", first.id, SACHA)
    now = await in_force(desk)
    assert (now.title, now.version) == ("Treize", 15)
    came = await desk.authoring.restore("bill", "", SACHA)
    assert ((await in_force(desk)).title, came.based_on) == ("Facture", made.id)
    timeline = await desk.authoring.versions("bill")
    assert [one.version for one in timeline] == [16, 15, 14, 13, 12]
    assert [one.in_force for one in timeline] == [True, False, False, False, False]
    assert (timeline[1].name, timeline[-1].origin) == ("Sacha Morel", Origin.FILE)


async def test_a_damaged_version_stops_no_guide(desk):
    await publish(desk, title="Treize")
    made = await publish(desk, title="Quatorze")
    spoil = update(script_versions).where(script_versions.c.id == made.id)
    await desk.store.write(
        lambda connection: connection.execute(spoil.values(text="steps: [")) and None
    )
    library = await desk.scripts.library(again=True)
    assert library.script("bill").title == "Treize"
    assert [one.file for one in library.problems] == ["bill (14)"]
    (summary,) = await desk.authoring.guides()
    assert summary.guide.damaged
    assert summary.guide.number == 14
    assert await desk.authoring.script_of("bill", made.id) is None
    with pytest.raises(Gone):
        await desk.authoring.draft_of("bill", CAMILLE, from_version=made.id)
    # What is written next stands on the readable one, and replaces the damaged one.
    assert (await publish(desk, title="Quinze")).version == 15
    assert (await in_force(desk)).title == "Quinze"
    assert (await desk.scripts.library()).problems == ()


async def test_what_the_administrator_pushes_with_a_higher_number_is_in_force(desk):
    await publish(desk)
    put = insert(documents).prefix_with("OR REPLACE")

    async def push(number):
        text = BILL.replace("version: 12", f"version: {number}").replace("Facture", "Poussé")
        row = {"id": "bill", "type": "script", "name": "bill", "version": number, "text": text}
        await desk.store.write(lambda connection: connection.execute(put, row) and None)

    await push(13)
    assert (await in_force(desk)).title == "Facture haute"
    await push(20)
    assert ((await in_force(desk)).title, (await in_force(desk)).version) == ("Poussé", 20)
    (summary,) = await desk.authoring.guides()
    assert summary.guide.origin is Origin.DOCUMENT
    assert (await publish(desk)).version == 21
    assert (await in_force(desk)).title == "Facture haute"


async def test_how_guides_served_is_counted_and_few_are_hidden(desk, clock):
    def contact(n, days, **more):
        at = int(clock.at.timestamp() * 1000) - days * 86_400_000
        return {
            "id": f"k{n}", "customer_id": "c", "person_id": "lea", "channel": "phone",
            "script_id": "bill", "started_at": at, "ended_at": at, "resolution": None, **more,
        }  # fmt: skip

    made = [contact(n, 40, resolution="resolved" if n < 4 else "partial") for n in range(5)]
    made += [contact(n, 2) for n in range(5, 8)] + [contact(8, 91), contact(9, 1, script_id="x")]
    answers = [
        {"id": f"a{n}", "customer_id": "c", "contact_id": f"k{n}", "at": 1, "effort": 3 + n % 2}
        for n in range(4)
    ]

    def write(connection):
        connection.execute(insert(tables.contacts), made)
        connection.execute(insert(tables.answers), answers)

    await desk.store.write(write)
    (summary,) = await desk.authoring.guides()
    use = summary.use
    assert (use.last_30, use.last_90) == (3, 8)
    assert (use.resolved.count, use.resolved.total, use.resolved.percent) == (4, 5, 80)
    assert (use.easy.count, use.easy.total, use.easy.percent) == (2, 4, None)


async def test_two_leads_write_from_the_same_version_and_one_is_picked(desk, other, clock):
    first = await publish(desk, title="De Camille")
    clock.advance(minutes=1)
    second = await publish(other, SACHA, title="De Sacha")
    assert (first.version, second.version) == (13, 13)
    await carry(desk, other)
    await carry(other, desk)
    for one in (desk, other):
        # Both machines say the same: the first stays in force, the other is kept and shown.
        assert (await in_force(one)).title == "De Camille"
        (summary,) = await one.authoring.guides()
        assert summary.guide.standing.others == (replace(second, text=""),)
        assert summary.other_names == ("Sacha Morel",)
        heads = [each.id for each in await one.authoring.versions("bill") if each.head]
        assert set(heads) == {first.id, second.id}
    clock.advance(minutes=1)
    picked = await desk.authoring.settle("bill", second.id, CAMILLE)
    assert (picked.based_on, picked.settles, picked.version) == (second.id, (first.id,), 14)
    await carry(desk, other)
    for one in (desk, other):
        assert (await in_force(one)).title == "De Sacha"
        (summary,) = await one.authoring.guides()
        assert summary.guide.standing.others == ()
    with pytest.raises(Gone):
        await other.authoring.settle("bill", first.id, SACHA)


async def test_a_pick_can_be_a_new_text_from_either(desk, other):
    first = await publish(desk, title="De Camille")
    second = await publish(other, SACHA, title="De Sacha")
    await carry(other, desk)
    made = await publish(desk, title="De nous deux", from_version=second.id)
    assert (made.based_on, made.settles) == (second.id, (first.id,))
    (summary,) = await desk.authoring.guides()
    assert summary.guide.standing.others == ()
    assert summary.guide.script.title == "De nous deux"


async def test_going_on_with_one_settles_nothing_in_silence(desk, other):
    await publish(desk, title="De Camille")
    await publish(other, SACHA, title="De Sacha")
    await carry(other, desk)
    made = await publish(desk, title="Suite")
    assert made.settles == ()
    (summary,) = await desk.authoring.guides()
    assert summary.guide.script.title == "Suite"
    assert len(summary.guide.standing.others) == 1


async def test_picking_a_retired_version_keeps_it_retired(desk, other):
    gone = await desk.authoring.retire("bill", CAMILLE)
    await publish(other, SACHA, title="De Sacha")
    await carry(other, desk)
    assert (await desk.authoring.settle("bill", gone.id, CAMILLE)).retired
    assert await in_force(desk) is None


async def test_who_publishes_late_is_told_what_came_before(desk, other):
    draft = await desk.authoring.draft_of("bill", CAMILLE)
    assert await desk.authoring.overtaken(draft) == ()
    made = await publish(other, SACHA, title="De Sacha")
    await carry(other, desk)
    assert [one.id for one in await desk.authoring.overtaken(draft)] == [made.id]
    fresh = await desk.authoring.draft_of("bill", CAMILLE)
    assert await desk.authoring.overtaken(fresh) == ()
