"""« Mes mots »: kept as typed, in force when said so, shared with a name and withdrawn again."""

import json

import pytest
from sqlalchemy import insert, select

from desktop.domain.authoring.problems import Code
from desktop.domain.changes import Kind
from desktop.domain.errors import Invalid
from desktop.domain.ids import PersonId
from desktop.domain.instants import to_millis
from desktop.domain.own_words import Place, problem
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.own_words import OwnWording
from desktop.services.store import rows, tables
from desktop.services.store.own_words import MOST
from desktop.services.store.script_tables import own_words

LEA, SONIA = PersonId("lea"), PersonId("sonia")
STEP = Place("bill", "explain")
NAMES = {LEA: "Léa Blanc", SONIA: "Sonia Kadri"}
FALLBACKS = {"client.appel": "Madame, Monsieur"}


@pytest.fixture
async def heard(store):
    people = [Person(id=one, name=name, role=Role.ADVISOR) for one, name in NAMES.items()]
    await store.write(
        lambda connection: connection.execute(
            insert(tables.people), [rows.to_row(one) for one in people]
        )
    )
    return []


@pytest.fixture
def words(store, clock, heard):
    changes = Changes()
    changes.listen(heard.append)
    return OwnWording(store, clock, changes)


async def keep(words, person, text, *, shared=False):
    return await words.keep(person, STEP, text, shared=shared, fallbacks=FALLBACKS)


async def test_ones_own_are_found_however_many_wrote_since(words, store, clock):
    await keep(words, LEA, "D’accord, regardons.")
    others = [
        {"id": f"w{n}", "person_id": f"p{n}", "at": to_millis(clock.now()) + 1 + n, "words": "Oui.",
         "script_id": STEP.script_id, "step_id": STEP.step_id, "shared": True}
        for n in range(MOST)
    ]  # fmt: skip
    await store.write(lambda connection: connection.execute(insert(own_words), others))
    found = (await words.of_step(LEA, STEP)).own
    assert found
    assert found.words == "D’accord, regardons."


async def test_words_are_ones_own_and_the_newest_count(words, clock, heard, store):
    assert (await words.of_step(LEA, STEP)).own is None
    await keep(words, LEA, " Bonjour {{client.appel}} ")
    clock.advance(minutes=1)
    await keep(words, LEA, "D’accord, regardons.")
    found = await words.of_step(LEA, STEP)
    assert (found.own.words, found.own.shared, found.colleagues) == (
        "D’accord, regardons.",
        False,
        (),
    )
    assert (await words.of_step(LEA, Place("bill", "welcome"))).own is None
    assert (await words.of_step(SONIA, STEP)) == (await words.of_step(PersonId("x"), STEP))
    assert {one.kind for one in heard} == {Kind.SCRIPT}
    lines = await store.read(
        lambda connection: connection.execute(
            select(tables.outbox.c.kind, tables.outbox.c.body).order_by(tables.outbox.c.line)
        ).all()
    )
    assert [(kind, json.loads(body)["words"]) for kind, body in lines] == [
        ("own_words", "Bonjour {{client.appel}}"),
        ("own_words", "D’accord, regardons."),
    ]


async def test_going_back_to_the_guide_is_a_fact_too(words, clock):
    first = await keep(words, LEA, "Bonjour", shared=True)
    clock.advance(minutes=1)
    await words.go_back(LEA, STEP)
    assert (await words.of_step(LEA, STEP)).own is None
    assert (await words.of_step(SONIA, STEP)).colleagues == ()
    clock.advance(minutes=1)
    await words.restore(LEA, STEP, first.words, shared=first.shared)
    assert (await words.of_step(LEA, STEP)).own.shared is True


async def test_colleagues_see_what_is_shared_with_its_name_until_it_is_not(words, clock):
    await keep(words, SONIA, "C’est à nous de réparer.", shared=True)
    (hers,) = (await words.of_step(LEA, STEP)).colleagues
    assert (hers.name, hers.words) == ("Sonia Kadri", "C’est à nous de réparer.")
    assert (await words.of_step(SONIA, STEP)).colleagues == (), "one's own is no colleague's"
    clock.advance(minutes=1)
    await keep(words, SONIA, "C’est à nous de réparer.")
    assert (await words.of_step(LEA, STEP)).colleagues == ()


async def test_what_is_typed_is_kept_and_in_force_for_nobody(words):
    await words.begin(LEA, STEP, "Je comm")
    await words.begin(LEA, STEP, "Je commence {{clie")
    found = await words.of_step(LEA, STEP)
    assert (found.own, found.begun) == (None, "Je commence {{clie")
    assert (await words.of_step(SONIA, STEP)).begun is None
    await keep(words, LEA, "Je commence.")
    assert (await words.of_step(LEA, STEP)).begun is None
    await words.begin(LEA, STEP, "Encore")
    await words.drop(LEA, STEP)
    assert (await words.of_step(LEA, STEP)).begun is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  ", Code.EMPTY),
        ("x" * 901, Code.TOO_LONG),
        ("Bonjour {{client.prenm}}", Code.UNKNOWN_VARIABLE),
        ("Bonjour {{client.prenom", Code.BAD_BRACES),
        ("Bonjour **vous", Code.BAD_EMPHASIS),
        ("Voir https://a.example", Code.MARKUP),
        ("Chez {{client.nom}} hier", Code.HOLE),
    ],
)
async def test_variables_are_checked_as_in_a_guide(words, text, code):
    with pytest.raises(Invalid) as refused:
        await keep(words, LEA, text)
    assert (refused.value.field, refused.value.why) == ("words", code)
    assert (await words.of_step(LEA, STEP)).own is None


def test_variables_are_welcome():
    assert problem("Bonjour {{client.appel}}, ici {{conseiller.prenom|moi}}.", FALLBACKS) is None
