"""The page of guides from the keyboard: read, written from, picked between, restored, retired."""

import gc
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.services.store import authoring as rows
from desktop.ui.authoring.state import Outcome
from tests.services.authoring.world import CAMILLE, LEA, SACHA, carry, machine
from tests.ui.authoring.guides_page import press, publish, settled, unnamed, words


async def test_the_list_tells_use_version_and_who_published(page, desk):
    shown = await page()
    (line,) = shown.titles()
    assert line.startswith("Facture, Aucun contact en 90 jours, Version 12, fournie avec")
    await publish(desk)
    (line,) = shown.titles()
    assert "Version 13, publiée par Camille Durand aujourd’hui 11:00" in line
    assert "motif billing.higher" in [
        one.text() for one in shown.detail.reasons.findChildren(QWidget) if hasattr(one, "text")
    ]


async def test_the_guide_reads_with_its_variables_in_words(page):
    shown = await page()
    said = words(shown.detail.reading)
    assert "«\u202fBonjour ‹Comment l’appeler›, bienvenue.\u202f»" in said
    shown.model.show_own_words("bill", {"welcome": "Salut **{{client.prenom}}**"})
    await settled()
    assert "«\u202fSalut ‹Prénom du client›\u202f»" in words(shown.detail.reading)
    shown.model.show_own_words("other", {"welcome": "Pas ici"})
    assert not [one for one in words(shown.detail.reading) if "Pas ici" in one]


async def test_enter_leads_to_the_guide_and_its_button_opens_the_editor(page):
    shown = await page()
    press(Qt.Key.Key_Return)
    assert shown.detail.edit.hasFocus()
    press(Qt.Key.Key_Space)
    await settled()
    (draft,) = shown.asked
    assert (draft.script.id, draft.script.version, draft.person_id) == ("bill", 13, "camille")


async def test_the_editor_stands_in_the_place_of_the_list_until_escape(page):
    shown = await page()
    editor = QWidget()
    editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown.page.set_editor(editor)
    left = []
    shown.page.left_asked.connect(lambda: left.append(True))
    shown.page.left_asked.connect(shown.page.show_list)
    press(Qt.Key.Key_Escape)
    assert not left
    shown.page.show_editor()
    editor.setFocus()
    assert shown.page.editing
    press(Qt.Key.Key_Escape)
    assert left
    assert not shown.page.editing
    assert shown.view.list.view.hasFocus()


async def test_a_draft_waits_in_the_list_and_can_be_dropped_and_taken_back(page, desk):
    draft = await desk.authoring.draft_of(None, CAMILLE)
    typed = replace(draft, script=replace(draft.script, title="Colis égaré"))
    await desk.authoring.save(typed)
    await desk.authoring.save(await desk.authoring.draft_of("bill", CAMILLE))
    shown = await page()
    assert shown.titles()[0].startswith("Colis égaré, Brouillon, Nouveau guide")
    assert "Brouillon" in shown.titles()[1]
    shown.model.choose(draft.id)
    assert shown.detail.edit.text() == "Continuer d’écrire"
    assert not shown.detail.tabs.isVisible()
    shown.detail.drop.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    assert len(shown.titles()) == 1
    assert "Colis égaré" in shown.view.told.text()
    shown.view.told.button.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    assert shown.titles()[0].startswith("Colis égaré")
    assert not shown.view.told.isVisible()


async def test_versions_stand_side_by_side(page, desk):
    await publish(desk, say="Treize", note="Plus court")
    await publish(desk, say="Quatorze")
    shown = await page()
    await shown.to_versions()
    assert shown.timeline.list.hasFocus()
    state = shown.model.versions.state
    assert [one.version for one in state.timeline] == [14, 13, 12]
    assert (state.version(state.later).version, state.version(state.earlier).version) == (14, 13)
    shown.model.show_own_words("bill", {"welcome": "Salut"})
    assert not shown.detail.reading.isVisible(), "the text would lie over the versions"
    changed = shown.changed()
    assert changed == ["Treize", "Quatorze"]
    press(Qt.Key.Key_Down)
    await settled()
    assert "Plus court" in shown.timeline.note.text()
    said = words(shown.timeline.comparison)
    assert said[0] == "Étapes modifiées\u00a0: 1."
    assert "Sans changement\u00a0: Conclure." in said
    # Any two: the last beside the first.
    press(Qt.Key.Key_Up)
    await settled()
    shown.timeline.picked_earlier.emit("")
    await settled()
    changed = shown.changed()
    assert changed[-1] == "Quatorze"
    assert "bienvenue" in changed[0]


async def test_a_second_press_while_a_version_is_restored_does_nothing(page, desk):
    shown = await page()
    await publish(desk)
    before = await desk.authoring.versions("bill")
    for _ in range(2):
        shown.model.verbs.restore("bill", before[0].id)
    await settled()
    gc.collect()
    assert len(await desk.authoring.versions("bill")) == len(before) + 1


async def test_an_old_version_is_restored_or_written_from(page, desk):
    await publish(desk, say="Treize")
    await publish(desk, say="Quatorze")
    shown = await page()
    await shown.to_versions()
    assert not shown.timeline.restore.isVisible()
    press(Qt.Key.Key_Down)
    await settled()
    shown.timeline.draft.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    assert shown.asked[0].script.steps[0].say == "Treize"
    assert shown.asked[0].script.version == 15
    shown.timeline.restore.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    assert "15" in shown.view.told.text()
    assert (await desk.scripts.library(again=True)).script("bill").steps[0].say == "Treize"


async def test_two_leads_published_at_once_and_one_is_picked_by_keys(
    page, desk, store, clock, tmp_path_factory
):
    other = await machine(
        await type(store).open(tmp_path_factory.mktemp("o") / "s.sqlite", clock),
        clock,
        tmp_path_factory.mktemp("g"),
    )
    await publish(desk, say="De Camille")
    clock.advance(minutes=1)
    await publish(other, SACHA, say="De Sacha")
    await carry(other, desk)
    await other.store.close()
    shown = await page()
    assert "À départager" in shown.titles()[0]
    assert "Sacha Morel" in shown.detail.banners.conflict.text()
    assert "«\u202fDe Camille\u202f»" in words(shown.detail.reading)
    shown.detail.banners.conflict.button.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    state = shown.model.versions.state
    mine, theirs = (one for one in state.timeline if one.head)
    both = shown.changed()
    assert sorted(both) == ["De Camille", "De Sacha"]
    place = next(n for n, one in enumerate(state.timeline) if one.name == "Sacha Morel")
    shown.timeline.list.setCurrentIndex(shown.timeline.list.model().index(place, 0))
    await settled()
    shown.timeline.settle.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    assert "À départager" not in shown.titles()[0]
    assert "14" in shown.view.told.text()
    assert {mine.version, theirs.version} == {13}
    assert (await desk.scripts.library(again=True)).script("bill").steps[0].say == "De Sacha"


async def test_a_guide_is_retired_and_the_same_key_takes_it_back(page):
    shown = await page()
    shown.detail.retire.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    assert "Retiré" in shown.titles()[0]
    assert shown.detail.retire.text() == "Remettre en service"
    shown.view.told.button.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    assert "Retiré" not in shown.titles()[0]
    assert shown.model.state.told.outcome is Outcome.BACK


async def test_an_advisor_reads_and_finds_no_button_that_writes(page, desk):
    await publish(desk)
    await publish(desk, say="Quatorze")
    shown = await page(LEA)
    await shown.to_versions()
    press(Qt.Key.Key_Down)
    await settled()
    detail, timeline = shown.detail, shown.timeline
    writing = (shown.view.new, shown.view.take_in, detail.edit, detail.retire, detail.drop)
    for button in (*writing, timeline.restore, timeline.settle, timeline.draft):
        assert not button.isVisible()
    assert detail.export.isEnabled()
    shown.detail.turn(0)
    assert detail.export.isVisible()


async def test_what_changed_meanwhile_is_told_and_read_again(page, desk):
    made = await publish(desk)
    shown = await page()
    await desk.authoring.restore("bill", "", CAMILLE)
    shown.model.verbs.settle("bill", made.id)
    await settled()
    assert shown.model.state.told.outcome is Outcome.GONE
    assert shown.model.state.row.guide.number == 14


async def test_a_damaged_version_shows_and_the_one_before_stands_in(page, desk, monkeypatch):
    made = await publish(desk)
    read = desk.scripts.read_version

    async def damaged(one):
        return (None, ()) if one.id == made.id else await read(one)

    monkeypatch.setattr(desk.scripts, "read_version", damaged)
    shown = await page()
    assert "Illisible ici" in shown.titles()[0]
    assert shown.detail.banners.damaged.isVisible()
    await shown.to_versions()
    assert shown.model.versions.state.unreadable
    assert "ne se lit pas" in " ".join(words(shown.timeline))


async def test_a_store_that_does_not_answer_is_told_and_asked_again(page, monkeypatch):
    shown = await page()

    def fails(*_given):
        raise StoreUnavailable(Trouble.DAMAGED, "x")

    monkeypatch.setattr(rows, "uses", fails)
    shown.model.load()
    await settled()
    assert shown.view.failure.isVisible()
    assert shown.titles()
    monkeypatch.undo()
    shown.view.failure.button.setFocus()
    press(Qt.Key.Key_Space)
    await settled()
    assert not shown.view.failure.isVisible()


async def test_everything_has_a_name_and_nothing_is_cut_in_a_small_window(page, desk, window):
    await publish(desk, note="Plus court")
    shown = await page()
    await shown.to_versions()
    assert unnamed(shown.page) == []
    window.resize(1024, 680)
    await settled()
    assert shown.view.panes.back.isVisible()
    assert shown.timeline.width() <= shown.page.width()
    press(Qt.Key.Key_Escape)
    assert shown.view.list.view.isVisible()
    assert unnamed(shown.page) == []
