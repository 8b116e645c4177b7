"""The map of branches: lanes that never lie on one another, keys, clicks, and its words."""

import pytest
from hypothesis import given
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.domain.scripts import Reaction
from desktop.ui.authoring.editor.map import BranchMap
from desktop.ui.authoring.editor.map_plan import plan
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.kit import theme
from tests.domain.authoring.samples import GUIDE, guide, scripts, step
from tests.ui.authoring.editor.stage import Stage, draft, settled

Key = Qt.Key


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


def test_ways_of_a_guide_as_lines():
    found = plan(GUIDE)
    assert [(one.origin, one.target, one.labels, one.lane) for one in found.links] == [
        (0, 1, ("",), 0),
        (1, 3, ("Calme",), 1),
        (1, 2, ("En colère", ""), 0),
        (2, 3, ("",), 0),
    ]
    assert [node.end for node in found.nodes] == [False, False, False, True]
    assert found.nodes[0].law


def test_a_way_back_goes_at_the_left_and_a_lost_step_is_marked():
    back = (Reaction(id="r", label="Revenir", to="a"), Reaction(id="s", label="Finir", to="d"))
    found = plan(guide(step("a"), step("b", reactions=back), step("c"), step("d")))
    assert (found.left, found.right) == (1, 1)
    assert [node.reached for node in found.nodes] == [True, True, False, True]


@given(scripts())
def test_no_two_ways_lie_on_one_another(script):
    links = [one for one in plan(script).links if one.lane]
    for n, one in enumerate(links):
        for other in links[n + 1 :]:
            if (one.lane, one.downward) == (other.lane, other.downward):
                low = max(min(one.origin, one.target), min(other.origin, other.target))
                high = min(max(one.origin, one.target), max(other.origin, other.target))
                assert low >= high


@pytest.fixture
async def stage(qapp):
    made = Stage()
    await settled()
    made.model.select("welcome")
    made.view.map.setFocus()
    yield made
    made.leave()


async def test_keys_walk_the_map(stage):
    stage.press(Key.Key_Down)
    assert stage.model.state.step_id == "look"
    stage.press(Key.Key_Right)
    assert stage.model.state.step_id == "end", "where the first reaction leads"
    stage.press(Key.Key_Left)
    assert stage.model.state.step_id == "look"
    stage.press(Key.Key_End)
    stage.press(Key.Key_Home)
    assert stage.model.state.step_id == "welcome"
    stage.press(Key.Key_Return)
    assert stage.view.form.step.title.control.hasFocus()


async def test_a_click_goes_to_a_step(stage):
    branches = stage.view.map
    row = branches.height() // len(GUIDE.steps)
    spot = QPoint(branches.width() // 2, row * 2 + row // 2)
    QTest.mouseClick(branches, Qt.MouseButton.LeftButton, pos=spot)
    assert stage.model.state.step_id == "offer"


async def test_the_map_says_itself_in_words(stage):
    words = stage.view.map.accessibleDescription()
    assert words.startswith("Étapes\u00a0: 4")
    assert "Calme → 4, Conclure" in words
    assert "on peut finir ici" in words
    assert "demandée par la loi" in words
    stage.model.select("look")
    stage.view.form.step.title.edited.emit("")
    assert "2, sans titre, à reprendre" in stage.view.map.accessibleDescription()


def test_it_can_be_painted_at_any_size_in_both_themes(qapp):
    branches = BranchMap()
    for mode in ("light", "dark"):
        theme.apply(qapp, mode)
        branches.show_state(EditorState())
        assert not branches.grab().isNull()
        branches.show_state(EditorState(draft=draft(), step_id="look"))
        assert not branches.grab().isNull()
    theme.apply(qapp, "light")
    branches.deleteLater()
