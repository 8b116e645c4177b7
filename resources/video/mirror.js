// The customer’s own view of what they show, with what the advisor points at drawn over it.

import { board, paint } from "./drawing.js";
import { button, el, icon } from "./dom.js";
import { float, floats } from "./floating.js";
import { t } from "./words.js";

/**
 * The mirror of one share. `kind`: "camera" or "screen"; `values()`: names for words; `onFlip()` for the camera,
 * `onStop()`: show it no longer. Gives {element, show(stream), point(message), clear(), flips(bool), close()}.
 */
export function makeMirror({ kind, values, onFlip, onStop, onTrouble }) {
  const video = el("video", { autoplay: true, playsinline: true, "aria-label": t("c_you") });
  video.muted = true;
  const canvas = el("canvas", { "aria-hidden": "true" });
  const picture = el("div", { class: "mirror-picture" }, video, canvas);
  const size = () => ({ width: video.videoWidth, height: video.videoHeight });
  let drawn = board(canvas, size);
  let small = null;

  const label = el("p", { class: "on-picture mirror-label" }, icon("eye"), el("span", { text: t(`c_mirror_${kind}`, values()) }));
  const flip = button(t("c_flip"), "switch-camera", { hidden: true, on: { click: onFlip } });
  const floating = button(t("c_float"), "picture-in-picture-2", { on: { click: openSmall } });
  const why = el("p", { class: "mirror-why" });
  const tools = el("div", { class: "mirror-tools" }, kind === "screen" ? [why, floating] : flip);
  const element = el("figure", { class: "mirror", "data-kind": kind }, picture, label, tools);

  function words() {
    floating.hidden = kind !== "screen" || !floats() || small !== null;
    why.textContent = small ? t("c_float_on") : floats() ? t("c_float_why") : t("c_float_none");
  }

  async function openSmall() {
    floating.disabled = true;
    try {
      small = await float(me, () => {
        small = null;
        words();
      });
    } catch {
      onTrouble(t("c_float_failed"));
    }
    floating.disabled = false;
    words();
  }

  /** The board belongs to the window it stands in: it is made anew after each move, with its shapes. */
  function moved() {
    const kept = drawn.shapes();
    drawn.close();
    drawn = board(canvas, size);
    for (const shape of kept) drawn.add(shape);
    video.play().catch(() => {});
  }

  video.addEventListener("resize", () => drawn.repaint());
  video.addEventListener("loadeddata", () => drawn.repaint());

  const me = {
    element,
    values,
    stop: onStop,
    show(stream) {
      if (video.srcObject === stream) return;
      video.srcObject = stream;
      video.play().catch(() => {});
    },
    /** A `point` of the protocol; true when it is one. */
    point: (message) => drawn.add(message),
    clear: () => drawn.clear(),
    flips(can) {
      flip.hidden = !can;
    },
    /** Move the picture to another window's body; gives what brings it home. */
    leaveFor(body) {
      body.append(picture);
      moved();
      return () => {
        element.prepend(picture);
        moved();
      };
    },
    /** Paint picture and shapes on a canvas of the picture's size. */
    paintOn(target) {
      const { width, height } = size();
      if (!width || !height) return;
      const scale = Math.min(1, 960 / width);
      const box = { width: Math.round(width * scale), height: Math.round(height * scale) };
      if (target.width !== box.width || target.height !== box.height) Object.assign(target, box);
      const over = document.createElement("canvas");
      Object.assign(over, box);
      paint(over.getContext("2d"), drawn.shapes(), box, size());
      const ctx = target.getContext("2d");
      ctx.drawImage(video, 0, 0, box.width, box.height);
      ctx.drawImage(over, 0, 0);
    },
    close() {
      small?.();
      drawn.close();
      video.srcObject = null;
      element.remove();
    },
  };
  words();
  return me;
}
