"""Files of guides from the keyboard: a wrong one is told line by line, a good one is written whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.ui.authoring.files import WrongFile
from desktop.ui.authoring.state import Outcome
from tests.services.authoring.world import BILL, CAMILLE
from tests.ui.authoring.guides_page import press, settled, unnamed, words


async def test_a_wrong_file_tells_every_line_and_changes_nothing(page, desk, tmp_path):
    shown = await page()
    path = tmp_path / "wrong.yaml"
    path.write_text(BILL.replace("say: Merci.", "dire: Merci."), encoding="utf-8")
    shown.view.take_in.setFocus()
    press(Qt.Key.Key_Space)
    (dialog,) = shown.view.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    shown.window.activateWindow()
    await settled()
    (told,) = shown.window.findChildren(WrongFile)
    assert told.isVisible()
    said = words(told)
    assert "wrong.yaml, ligne 11, steps[1].say" in said
    assert "wrong.yaml, ligne 14, steps[1].dire" in said
    assert unnamed(told) == []
    press(Qt.Key.Key_Escape)
    assert not told.isVisible()
    assert await desk.authoring.drafts(CAMILLE) == ()
    path.write_text(BILL.replace("Facture", "De loin"), encoding="utf-8")
    shown.model.verbs.read_file(path)
    await settled()
    assert shown.asked[-1].script.title == "De loin"
    assert [one.script.title for one in await desk.authoring.drafts(CAMILLE)] == ["De loin"]


async def test_a_guide_is_written_to_a_file_and_a_bad_folder_is_told(page, tmp_path):
    shown = await page()
    shown.detail.export.setFocus()
    press(Qt.Key.Key_Space)
    (dialog,) = shown.view.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "copy.yaml"))
    dialog.close()
    shown.window.activateWindow()
    await settled()
    assert "title: Facture" in (tmp_path / "copy.yaml").read_text(encoding="utf-8")
    assert "copy.yaml" in shown.view.told.text()
    script = shown.model.state.row.script
    shown.model.verbs.write_file(script, tmp_path / "nowhere" / "copy.yaml")
    await settled()
    assert shown.model.state.told.outcome is Outcome.NOT_WRITTEN
