// Arrows, circles and a pointer on a picture: where they are, how they look, how they are drawn.
//
// A point is [u, v], 0 to 1 of the picture itself, so that it falls on the same thing whatever the
// window: the picture stands whole in its box (`object-fit: contain`), with bands on two sides.
// Shapes: arrow [tail, head], circle [corner, opposite corner], pointer [place]. Ids make a shape
// that is still being drawn replace itself.

const INK = "#6338B0";
const HALO = "#FFFFFF";
/** A pointer stays a moment, then fades; in milliseconds. */
const STAY = 1500;
const FADE = 700;
/** The line takes 50 messages a second; a hand does not need more than these. */
const PACE = 40;
const SMALL = 0.015;
const STEP = 0.02;
const STEP_FINE = 0.004;

/** Where the picture stands in its box: `{x, y, width, height}`, in the box's units; null without one. */
export function place(box, size) {
  if (!size || !(size.width > 0) || !(size.height > 0) || !(box.width > 0) || !(box.height > 0)) return null;
  const scale = Math.min(box.width / size.width, box.height / size.height);
  const width = size.width * scale;
  const height = size.height * scale;
  return { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height };
}

/** The point of the picture under (x, y) of the box; null on the bands, unless `held` to the edge. */
export function toPicture(x, y, box, size, { held = false } = {}) {
  const at = place(box, size);
  if (at === null) return null;
  const u = (x - at.x) / at.width;
  const v = (y - at.y) / at.height;
  if (!held && (u < 0 || u > 1 || v < 0 || v > 1)) return null;
  return [kept(u), kept(v)];
}

/** Where the point [u, v] of the picture is in the box: [x, y]. */
export function toBox(u, v, box, size) {
  const at = place(box, size);
  return at === null ? null : [at.x + u * at.width, at.y + v * at.height];
}

function kept(value) {
  return Math.round(Math.min(Math.max(value, 0), 1) * 1e4) / 1e4;
}

/** Whether this is a shape that can be painted: what comes by the line is looked at first. */
export function sound(shape) {
  const points = shape && shape.points;
  if (!Array.isArray(points) || points.length === 0 || points.length > 64) return false;
  if (!["arrow", "circle", "pointer"].includes(shape.shape)) return false;
  return points.every(
    (one) => Array.isArray(one) && one.length === 2 && one.every((n) => Number.isFinite(n) && n >= 0 && n <= 1),
  );
}

/** A shape from one place alone, for a click and for the keyboard. */
export function standing(shape, [u, v]) {
  if (shape === "pointer") return [[u, v]];
  if (shape === "circle") return [[kept(u - 0.07), kept(v - 0.07)], [kept(u + 0.07), kept(v + 0.07)]];
  const tail = [u < 0.2 ? u + 0.14 : u - 0.14, v > 0.8 ? v - 0.14 : v + 0.14];
  return [tail.map(kept), [u, v]];
}

/**
 * Paints `shapes` on a canvas of `box` (CSS pixels; the context is scaled already) over a picture of
 * `size`. `now` as performance.now(). Returns whether something still fades: paint again.
 */
export function paint(ctx, shapes, box, size, now = performance.now()) {
  ctx.clearRect(0, 0, box.width, box.height);
  const at = place(box, size);
  if (at === null) return false;
  const thick = Math.min(Math.max(at.width / 160, 3), 7);
  let fading = false;
  for (const shape of shapes) {
    const points = shape.points.map(([u, v]) => [at.x + u * at.width, at.y + v * at.height]);
    let clear = 1;
    if (shape.shape === "pointer") {
      clear = shown(shape, now);
      if (clear <= 0) continue;
      fading = true;
    }
    ctx.save();
    ctx.globalAlpha = clear;
    ctx.lineCap = "round";
    ctx.lineJoin = "round";
    for (const [colour, width] of [[HALO, thick + 4], [INK, thick]]) {
      ctx.strokeStyle = colour;
      ctx.fillStyle = colour;
      ctx.lineWidth = width;
      PAINTERS[shape.shape](ctx, points, thick, colour === HALO);
    }
    ctx.restore();
  }
  return fading;
}

/** How much of a pointer is to be seen, 1 to 0. */
function shown(shape, now) {
  const age = now - (shape.at ?? now);
  return age <= STAY ? 1 : 1 - (age - STAY) / FADE;
}

const PAINTERS = {
  arrow(ctx, points, thick) {
    const [head, tail] = [points[points.length - 1], points[0]];
    const angle = Math.atan2(head[1] - tail[1], head[0] - tail[0]);
    const barb = thick * 4.5;
    ctx.beginPath();
    ctx.moveTo(...tail);
    ctx.lineTo(...head);
    for (const turn of [-0.5, 0.5]) {
      ctx.moveTo(...head);
      ctx.lineTo(head[0] - barb * Math.cos(angle + turn), head[1] - barb * Math.sin(angle + turn));
    }
    ctx.stroke();
  },
  circle(ctx, points) {
    const [[x1, y1], [x2, y2]] = [points[0], points[points.length - 1]];
    ctx.beginPath();
    ctx.ellipse((x1 + x2) / 2, (y1 + y2) / 2, Math.abs(x2 - x1) / 2, Math.abs(y2 - y1) / 2, 0, 0, 2 * Math.PI);
    ctx.stroke();
  },
  pointer(ctx, points, thick, halo) {
    const [x, y] = points[points.length - 1];
    ctx.beginPath();
    ctx.arc(x, y, thick * 2 + (halo ? 2.5 : 0), 0, 2 * Math.PI);
    ctx.fill();
  },
};

/** Gives a canvas the pixels of its box, and returns the box in CSS pixels. */
function fit(canvas) {
  const box = { width: canvas.clientWidth, height: canvas.clientHeight };
  const view = canvas.ownerDocument.defaultView || window;
  const ratio = view.devicePixelRatio || 1;
  const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  canvas.getContext("2d").setTransform(ratio, 0, 0, ratio, 0, 0);
  return box;
}

/**
 * The shapes over one picture, painted when they change and while they fade. `size` gives the picture's
 * own `{width, height}`. Returns `{add(shape), clear(), repaint(), shapes(), close()}`; `add` takes the
 * protocol's `point` and leaves aside what is none.
 */
export function board(canvas, size) {
  const shapes = new Map();
  let frame = 0;
  const view = canvas.ownerDocument.defaultView || window;
  const repaint = () => {
    if (frame === 0) frame = view.requestAnimationFrame(draw);
  };
  const draw = () => {
    frame = 0;
    const now = performance.now();
    for (const [id, one] of shapes) {
      if (one.shape === "pointer" && shown(one, now) <= 0) shapes.delete(id);
    }
    const box = fit(canvas);
    if (paint(canvas.getContext("2d"), [...shapes.values()], box, size(), now)) repaint();
  };
  const watch = new view.ResizeObserver(repaint);
  watch.observe(canvas);
  return {
    add(shape) {
      if (!sound(shape)) return false;
      // One pointer at a time, and no heap of shapes that nobody clears.
      if (shape.shape === "pointer") {
        for (const [id, one] of shapes) if (one.shape === "pointer") shapes.delete(id);
      }
      shapes.set(shape.id, { id: shape.id, shape: shape.shape, points: shape.points, at: performance.now() });
      if (shapes.size > 40) shapes.delete(shapes.keys().next().value);
      repaint();
      return true;
    },
    clear() {
      shapes.clear();
      repaint();
    },
    repaint,
    shapes: () => [...shapes.values()],
    close() {
      watch.disconnect();
      if (frame !== 0) view.cancelAnimationFrame(frame);
    },
  };
}

let made = 0;
const SELF = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16)).join("");

function newId() {
  made += 1;
  return `${SELF}-${made}`;
}

/**
 * Draws by mouse, pen, finger and keys. `shape()` names the tool in hand ("" for none), `size()` the
 * picture's size; `onShape({id, shape, points})` hears each shape, again and again while it is drawn.
 * On the canvas the arrow keys move a cross (Shift: finer), Enter places the shape there; `onCross(point
 * or null)` lets the page show the cross. Returns `{release()}`.
 */
export function capture(canvas, { shape, size, onShape, onCross = () => {} }) {
  let drawn = null;
  let said = 0;
  let cross = null;
  let pending = 0;
  let hovered = null;

  const under = (event, held) => {
    const box = canvas.getBoundingClientRect();
    return toPicture(event.clientX - box.left, event.clientY - box.top, box, size(), { held });
  };
  const say = (now) => {
    clearTimeout(pending);
    pending = 0;
    const wait = PACE - (performance.now() - said);
    if (!now && wait > 0) {
      pending = setTimeout(() => say(true), wait);
      return;
    }
    if (drawn === null) return;
    said = performance.now();
    onShape({ id: drawn.id, shape: drawn.shape, points: pointsOf(drawn) });
  };
  const pointsOf = ({ shape: kind, from, to }) => {
    if (kind === "pointer") return [to];
    const moved = Math.hypot(to[0] - from[0], to[1] - from[1]) > SMALL;
    return moved ? [from, to] : standing(kind, from);
  };

  /** A mouse points without a button; a finger has to touch. */
  const hover = (event) => {
    if (shape() !== "pointer" || event.pointerType !== "mouse") return;
    hovered = under(event, false);
    if (hovered !== null && pending === 0) pending = setTimeout(point, PACE - (performance.now() - said));
  };
  const point = () => {
    pending = 0;
    if (hovered === null || shape() !== "pointer") return;
    said = performance.now();
    onShape({ id: `${SELF}-hover`, shape: "pointer", points: [hovered] });
  };

  const listen = {
    pointerdown(event) {
      const at = event.button === 0 && shape() ? under(event, false) : null;
      if (at === null) return;
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      drawn = { id: newId(), shape: shape(), from: at, to: at };
      if (drawn.shape === "pointer") say(true);
    },
    pointermove(event) {
      if (drawn === null) {
        hover(event);
        return;
      }
      drawn.to = under(event, true) || drawn.to;
      say(false);
    },
    pointerup(event) {
      if (drawn === null) return;
      drawn.to = under(event, true) || drawn.to;
      say(true);
      drawn = null;
    },
    pointercancel() {
      clearTimeout(pending);
      drawn = null;
    },
    keydown(event) {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!shape()) return;
      if (way !== undefined) {
        event.preventDefault();
        const step = event.shiftKey ? STEP_FINE : STEP;
        const [u, v] = cross || [0.5, 0.5];
        cross = cross === null ? [u, v] : [kept(u + way[0] * step), kept(v + way[1] * step)];
        onCross(cross);
        if (shape() === "pointer") onShape({ id: `${SELF}-keys`, shape: "pointer", points: [cross] });
      } else if (event.key === "Enter") {
        event.preventDefault();
        cross = cross || [0.5, 0.5];
        onCross(cross);
        onShape({ id: newId(), shape: shape(), points: standing(shape(), cross) });
      }
    },
    blur() {
      cross = null;
      onCross(null);
    },
  };
  for (const [name, step] of Object.entries(listen)) canvas.addEventListener(name, step);
  canvas.style.touchAction = "none";
  return {
    release() {
      clearTimeout(pending);
      for (const [name, step] of Object.entries(listen)) canvas.removeEventListener(name, step);
    },
  };
}
