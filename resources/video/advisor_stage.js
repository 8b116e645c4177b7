// The pictures of a call: the customer's large when they show something, else one's own; drawing on it.

import { board, capture, toBox } from "./drawing.js";
import { el, icon } from "./dom.js";
import { t } from "./words.js";

const SOURCES = ["camera", "screen"];

/** The stage; `does.point(shape)`, `does.enlarge(source)` and `does.silent(bool)` are called. */
export function stage({ devices, does }) {
  const shown = Object.fromEntries(SOURCES.map((one) => [one, player({ class: "customer" })]));
  const canvases = Object.fromEntries(SOURCES.map((one) => [one, el("canvas", { class: "ink" })]));
  const sizes = Object.fromEntries(
    SOURCES.map((one) => [one, () => ({ width: shown[one].videoWidth, height: shown[one].videoHeight })]),
  );
  const boards = Object.fromEntries(SOURCES.map((one) => [one, board(canvases[one], sizes[one])]));
  const cross = el("span", { class: "cross", hidden: true, "aria-hidden": "true" });
  const coming = el("p", { class: "coming" }, icon("loader-circle", "icon turning"), el("span", { text: t("a.picture.coming") }));
  const mirror = player({ class: "mirror" });
  const card = el("div", { class: "veil" }, el("span", { class: "disc" }, icon("video-off")), el("p", {}));
  const muted = el("span", { class: "chip muted", hidden: true }, icon("mic-off"), el("span", { text: t("a.muted") }));
  const self = el("figure", { class: "self" }, mirror, card, muted);
  const colleague = el("figure", { class: "colleague", hidden: true }, player({}));
  const choice = el(
    "div",
    { class: "choice", role: "group", "aria-label": t("a.large"), hidden: true },
    SOURCES.map((one) =>
      el("button", {
        type: "button",
        class: "small",
        "data-source": one,
        text: t(`a.large.${one}`),
        on: { click: () => does.enlarge(one) },
      }),
    ),
  );
  const sounds = new Map();
  const element = el(
    "section",
    { class: "stage" },
    SOURCES.flatMap((one) => [shown[one], canvases[one]]),
    cross,
    coming,
    self,
    colleague,
    choice,
  );
  mirror.setAttribute("aria-label", t("a.view.self"));
  colleague.firstChild.setAttribute("aria-label", t("a.view.colleague"));
  let state = { tool: "", large: "", role: "advisor", shares: [] };

  const hands = SOURCES.map((one) => {
    shown[one].setAttribute("aria-label", t(`a.view.customer.${one}`));
    canvases[one].setAttribute("aria-label", t("a.draw.here"));
    shown[one].addEventListener("resize", () => {
      boards[one].repaint();
      arrived();
    });
    return capture(canvases[one], {
      shape: () => state.tool,
      size: sizes[one],
      onShape(shape) {
        boards[one].add(shape);
        does.point(shape);
      },
      onCross(point) {
        const canvas = canvases[one];
        const at = point && toBox(...point, { width: canvas.clientWidth, height: canvas.clientHeight }, sizes[one]());
        cross.hidden = !at;
        if (at) [cross.style.left, cross.style.top] = at.map((value) => `${value}px`);
      },
    });
  });

  /** One's own picture steps aside from the hand: what is under it can be drawn on. */
  element.addEventListener("pointermove", (event) => {
    if (!state.large) return;
    const at = self.getBoundingClientRect();
    const over =
      event.clientX > at.left - 8 && event.clientX < at.right + 8 && event.clientY > at.top - 8 && event.clientY < at.bottom + 8;
    if (over) self.classList.toggle("aside");
  });

  /** A picture is there once it has a size: until then it is announced. */
  function arrived() {
    coming.hidden = !state.large || shown[state.large].videoWidth > 0;
  }

  function render(next) {
    state = next;
    for (const one of SOURCES) {
      const large = state.large === one;
      shown[one].hidden = !large;
      canvases[one].hidden = !large;
      canvases[one].tabIndex = large && state.tool ? 0 : -1;
      canvases[one].dataset.tool = state.tool;
      const pick = choice.querySelector(`[data-source="${one}"]`);
      pick.setAttribute("aria-pressed", String(large));
    }
    choice.hidden = state.shares.length < 2;
    if (!state.large) cross.hidden = true;
    element.dataset.large = state.large || "self";
    const { camera } = devices.tracks;
    play(mirror, camera);
    mirror.hidden = !camera;
    card.hidden = Boolean(camera) || (!state.frozen && !devices.why.camera);
    card.lastChild.textContent = state.frozen ? t("a.own.off") : "";
    muted.hidden = !state.muted;
    arrived();
  }

  return {
    element,
    render,
    /** Shows or hears what the others send; null takes it away. */
    picture(name, given) {
      const track = given instanceof MediaStream ? given.getTracks()[0] || null : given;
      if (SOURCES.includes(name)) play(shown[name], track);
      else if (track && track.kind === "audio") hear(name, track);
      else if (!track && sounds.has(name)) hear(name, null);
      else if (name === "third" || name === "advisor") {
        play(colleague.firstChild, track);
        colleague.hidden = !track;
      }
    },
    draw: (shape) => boards[shape.on]?.add(shape),
    wipe(source) {
      for (const one of SOURCES) if (!source || source === one) boards[one].clear();
    },
    hear: tune,
    hearAll() {
      does.silent(false);
      for (const one of sounds.values()) one.play().catch(() => does.silent(true));
    },
    close() {
      for (const one of hands) one.release();
      for (const one of Object.values(boards)) one.close();
      for (const one of [mirror, colleague.firstChild, ...Object.values(shown), ...sounds.values()]) {
        one.srcObject = null;
      }
      sounds.clear();
    },
  };

  function hear(name, track) {
    if (!sounds.has(name)) sounds.set(name, new Audio());
    const element = sounds.get(name);
    element.srcObject = track ? new MediaStream([track]) : null;
    if (!track) return;
    tune();
    element.play().catch((error) => {
      if (error.name === "NotAllowedError") does.silent(true);
    });
  }

  /** Everybody is heard by the loudspeaker that was chosen. */
  function tune() {
    const id = devices.current("speaker");
    for (const one of sounds.values()) if (one.setSinkId && one.sinkId !== id) one.setSinkId(id).catch(() => {});
  }
}

function player(props) {
  const video = el("video", { autoplay: true, playsinline: true, ...props });
  video.muted = true; // sound has elements of its own
  return video;
}

function play(video, track) {
  const shown = video.srcObject && video.srcObject.getVideoTracks()[0];
  if ((shown || null) === (track || null)) return;
  video.srcObject = track ? new MediaStream([track]) : null;
}
