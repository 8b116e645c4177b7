"""Where a stroke falls: the same thing of the picture on both sides, whatever the windows and their bands."""

from typing import Any

import pytest

from tests.video.browser import Held
from tests.video.served import Served
from tests.video.sides import Tabs

pytestmark = pytest.mark.video

BOXES = [(280, 400), (1280, 800), (320, 64), (801, 601)]
SIZES = [(640, 480), (1280, 720), (720, 1280), (1, 1000)]


@pytest.fixture
def page(gateway: Served, tabs: Tabs) -> Held:
    opened = tabs(f"{gateway.url}/a", viewport={"width": 600, "height": 500})
    opened.evaluate(
        "import('/static/drawing.js').then((all) => { window.drawing = all; return 1; })"
    )
    return opened


def asked(page: Held, script: str, **given: Any) -> Any:
    return page.evaluate(f"(given) => {{ const d = window.drawing; {script} }}", given)


def test_a_point_goes_to_the_picture_and_back(page):
    for box in BOXES:
        for size in SIZES:
            far = asked(
                page,
                """const box = { width: given.box[0], height: given.box[1] };
                const size = { width: given.size[0], height: given.size[1] };
                let far = 0;
                for (const u of [0, 0.25, 0.5, 1]) for (const v of [0, 0.1, 0.75, 1]) {
                  const [x, y] = d.toBox(u, v, box, size);
                  const [a, b] = d.toPicture(x, y, box, size, { held: true });
                  far = Math.max(far, Math.abs(a - u), Math.abs(b - v));
                }
                return far;""",
                box=box,
                size=size,
            )
            assert far <= 1e-4, (box, size)


def test_two_windows_agree_on_the_same_thing(page):
    """A tall telephone's picture: bands left and right here, none there."""
    script = """const size = { width: 720, height: 1280 };
      const at = d.toPicture(given.x, given.y, { width: 1280, height: 800 }, size);
      return [at, at && d.toBox(...at, { width: 360, height: 640 }, size)];"""
    # The picture stands 450 wide in the middle of 1280: from 415 to 865.
    assert asked(page, script, x=415, y=0) == [[0, 0], [0, 0]]
    assert asked(page, script, x=640, y=400) == [[0.5, 0.5], [180, 320]]
    assert asked(page, script, x=865, y=800) == [[1, 1], [360, 640]]
    assert asked(page, script, x=200, y=400) == [None, None], "the band is no picture"


def test_what_is_no_shape_is_left_aside(page):
    bad = [
        None,
        {},
        {"id": "1", "shape": "arrow", "points": []},
        {"id": "1", "shape": "script", "points": [[0, 0]]},
        {"id": "1", "shape": "arrow", "points": [[0, 2]]},
        {"id": "1", "shape": "arrow", "points": [["0", 0]]},
        {"id": "1", "shape": "arrow", "points": [[0, 0]] * 65},
    ]
    for shape in bad:
        assert asked(page, "return d.sound(given.shape);", shape=shape) is False, shape
    good = {"id": "1", "shape": "arrow", "points": [[0, 0], [1, 1]]}
    assert asked(page, "return d.sound(given.shape);", shape=good) is True


BOARD = """document.body.innerHTML = '';
  const canvas = document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.id = 'ink';
  canvas.setAttribute('aria-label', 'ink');
  Object.assign(canvas.style, { position: 'fixed', left: '0', top: '0', width: '400px', height: '400px' });
  document.body.append(canvas);
  const size = () => ({ width: 200, height: 100 });
  window.said = [];
  window.tool = given.tool;
  window.board = d.board(canvas, size);
  d.capture(canvas, { shape: () => window.tool, size, onShape: (one) => { window.said.push(one); window.board.add(one); } });"""


def test_drawing_by_mouse_has_one_id_and_ends_at_the_edge(page):
    asked(page, BOARD, tool="arrow")
    mouse = page.mouse
    # The picture is 400 by 200, from 100 down to 300.
    mouse.move(100, 50)
    mouse.down()
    mouse.up()
    assert page.evaluate("said") == [], "on a band nothing begins"
    mouse.move(100, 150)
    mouse.down()
    mouse.move(300, 250, steps=3)
    mouse.move(300, 390)
    mouse.up()
    said = page.evaluate("said")
    assert len({one["id"] for one in said}) == 1
    assert said[-1]["points"] == [[0.25, 0.25], [0.75, 1]]
    assert len(page.evaluate("board.shapes()")) == 1
    page.evaluate("board.clear()")
    assert page.evaluate("board.shapes()") == []


def test_drawing_by_finger(page):
    asked(page, BOARD, tool="circle")
    page.evaluate(
        """for (const [type, x, y] of [['pointerdown', 100, 150], ['pointermove', 200, 200], ['pointerup', 200, 200]]) {
          document.getElementById('ink').setPointerCapture = () => {};
          document.getElementById('ink').dispatchEvent(new PointerEvent(type,
            { pointerId: 7, pointerType: 'touch', button: 0, clientX: x, clientY: y, bubbles: true }));
        }"""
    )
    assert page.evaluate("said.at(-1)")["points"] == [[0.25, 0.25], [0.5, 0.5]]


def test_drawing_by_keys(page):
    asked(page, BOARD, tool="arrow")
    page.focus("#ink")
    for key in ("ArrowLeft", "ArrowLeft", "ArrowUp", "Shift+ArrowUp", "Enter"):
        page.keyboard.press(key)
    shape = page.evaluate("said.at(-1)")
    # The first key shows the cross in the middle.
    assert shape["points"][-1] == [0.48, 0.476]
    page.evaluate("tool = 'pointer'; 0")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("said.at(-1)") == {
        "id": page.evaluate("said.at(-1).id"),
        "shape": "pointer",
        "points": [[0.5, 0.476]],
    }


def test_a_pointer_fades_and_an_arrow_stays(page):
    asked(page, BOARD, tool="arrow")
    both = page.evaluate(
        "board.add({ id: 'a', shape: 'arrow', points: [[0.1, 0.1], [0.5, 0.5]] });"
        "board.add({ id: 'p', shape: 'pointer', points: [[0.8, 0.8]] });"
        "board.shapes()"
    )
    assert len(both) == 2
    page.until("board.shapes().length === 1", seconds=8)
    assert page.evaluate("board.shapes()[0].id") == "a"


def test_ink_is_where_the_shape_is(page):
    asked(page, BOARD, tool="arrow")
    asked(
        page,
        "window.board.add({ id: 'a', shape: 'circle', points: [[0.25, 0.25], [0.75, 0.75]] });",
    )
    ink = """(() => { const c = document.getElementById('ink'), r = c.width / 400;
      const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
      let [l, t, R, b] = [1e9, 1e9, -1, -1];
      for (let y = 0; y < c.height; y++) for (let x = 0; x < c.width; x++)
        if (d[(y * c.width + x) * 4 + 3] > 128) { l = Math.min(l, x); R = Math.max(R, x); t = Math.min(t, y); b = Math.max(b, y); }
      return R < 0 ? null : [l / r, t / r, R / r, b / r]; })()"""
    left, top, right, bottom = page.until(ink)
    assert left == pytest.approx(100, abs=5)
    assert right == pytest.approx(300, abs=5)
    assert top == pytest.approx(150, abs=5)
    assert bottom == pytest.approx(250, abs=5)
