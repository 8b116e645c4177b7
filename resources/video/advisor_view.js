// What the advisor sees during a call: the state in words, the stage, and the commands below it.

import { bar } from "./advisor_bar.js";
import { stage } from "./advisor_stage.js";
import { button, el, icon } from "./dom.js";
import { t } from "./words.js";

/** Tone, icon and words of where the call stands. */
export function standing(state) {
  if (state.phase === "joining") return ["violet", "loader-circle", t("a.joining")];
  if (!state.line) return ["warning", "wifi-off", t("a.line.lost")];
  if (state.way === "lost" || state.way === "failed") return ["warning", "wifi-off", t("a.lost")];
  if (state.role === "third") return ["violet", "users", t("a.third.live")];
  const seen = state.step === "face" || state.way === "connected" || state.way === "back";
  if (seen && !state.here) return ["warning", "clock", t("a.away")];
  if (seen) return ["violet", "eye-off", t(state.shares.length ? "a.live.shown" : "a.live")];
  if (state.step === "consented") return ["violet", "loader-circle", t("a.consented")];
  if (state.step === "opened") return ["violet", "check", t("a.opened")];
  return ["neutral", "clock", t("a.waiting")];
}

/** The view of one call; `does` are the session's verbs and `devices()`. */
export function callView({ devices, does }) {
  const chip = el("span", { class: "chip standing", role: "status" });
  const chips = el("span", { class: "chips" });
  const notes = el("div", { class: "notes", role: "status" });
  const scene = stage({ devices, does });
  const commands = bar({ does });
  const element = el(
    "div",
    { class: "call" },
    el("header", { class: "head" }, chip, chips),
    scene.element,
    notes,
    commands.element,
  );
  let told = "";
  let hushed = new Set();

  function render(state) {
    element.dataset.showing = state.large;
    const [tone, name, words] = standing(state);
    if (told !== words + tone) {
      told = words + tone;
      chip.dataset.tone = tone;
      const drawn = icon(name, name === "loader-circle" ? "icon turning" : "icon");
      chip.replaceChildren(drawn, el("span", { text: words }));
    }
    chips.replaceChildren(
      ...state.shares.map((one) => mark(one === "camera" ? "camera" : "monitor-up", t(`a.shows.${one}`))),
      ...(state.third.length && state.role !== "third" ? [mark("users", t("a.third.here"))] : []),
    );
    notes.replaceChildren(...notices(state));
    scene.render(state);
    commands.render(state);
  }

  function mark(name, words) {
    return el("span", { class: "chip mark", title: words, role: "img", "aria-label": words }, icon(name));
  }

  /** What to know now, the passing first; what lasts can be put away, until it is another. */
  function notices(state) {
    const found = [];
    const note = (key, tone, name, ...acts) => {
      found.push(el("p", { class: "note", "data-tone": tone }, icon(name), el("span", { text: t(key) }), acts));
    };
    const lasting = (key, tone, name, ...acts) => {
      if (!hushed.has(key)) note(key, tone, name, ...acts, away(key));
    };
    if (state.silent) {
      found.push(button(t("a.sound.allow"), "volume-2", { class: "violet small", on: { click: does.hearAll } }));
    }
    if (state.photo) note(`a.photo.${state.photo}`, "info", "camera");
    const { why } = devices;
    if (why.microphone) lasting(`a.mic.${why.microphone}`, "warning", "mic-off", retry("microphone"));
    if (why.camera && !state.frozen) lasting(`a.own.${why.camera}`, "warning", "video-off", retry("camera"));
    if (state.large === "screen") lasting("a.draw.screen", "info", "info");
    return found;
  }

  function retry(kind) {
    return button(t("a.retry"), "refresh-cw", { class: "small", on: { click: () => does.retry(kind) } });
  }

  function away(key) {
    const click = () => {
      hushed.add(key);
      does.again();
    };
    return button("", "x", { class: "quiet small", "aria-label": t("a.close"), on: { click } });
  }

  return {
    element,
    render,
    picture: scene.picture,
    draw: scene.draw,
    wipe: scene.wipe,
    hear: scene.hear,
    hearAll: scene.hearAll,
    close() {
      scene.close();
      hushed = new Set();
    },
  };
}
