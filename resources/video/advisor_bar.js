// The commands of a call: drawing tools while something is shown, and the bar that is always there.

import { button, el, icon } from "./dom.js";
import { t } from "./words.js";

const TOOLS = { arrow: "arrow-up-right", circle: "circle", pointer: "mouse-pointer-2" };
/** Keys of the page itself, as other video programs have them; the desktop has its own. */
const KEYS = { mute: "Ctrl+Maj+M", camera: "Ctrl+Maj+O", end: "Ctrl+Maj+H" };

/** `does`: mute, camera, devices, photo(source), end, tool(name), clear. */
export function bar({ does }) {
  const tools = Object.entries(TOOLS).map(([name, drawn]) =>
    round(drawn, { "data-tool": name, on: { click: () => does.tool(name) } }, t(`a.tool.${name}`)),
  );
  const wipe = round("eraser", { "data-do": "clear", on: { click: does.clear } }, t("a.clear"));
  const drawing = el("div", { class: "tools", role: "toolbar", "aria-label": t("a.draw"), hidden: true }, tools, wipe);

  const mute = round("mic", { "data-do": "mute", on: { click: does.mute } });
  const camera = round("video", { "data-do": "camera", on: { click: does.camera } });
  const devices = round("settings", { "data-do": "devices", on: { click: does.devices } }, t("a.devices"));
  const photo = round(
    "camera",
    { "data-do": "photo", "aria-haspopup": "menu", "aria-expanded": "false", on: { click: ask } },
    t("a.photo"),
  );
  const end = el("button", { type: "button", class: "danger end", "data-do": "end", on: { click: does.end } });
  const sources = ["camera", "screen"].map((one) =>
    button(t(`a.photo.${one}`), one === "camera" ? "camera" : "monitor-up", {
      class: "quiet",
      role: "menuitem",
      "data-source": one,
      on: { click: () => take(one) },
    }),
  );
  const menu = el("div", { class: "menu", role: "menu", "aria-label": t("a.photo.of"), hidden: true }, sources);
  const element = el(
    "footer",
    { class: "commands" },
    drawing,
    el("div", { class: "bar", role: "toolbar", "aria-label": t("a.bar") }, mute, camera, photo, devices, end, menu),
  );
  let state = null;

  /** A photo is of what is shown: where that is one thing, it is asked for at once. */
  function ask() {
    if (state.shares.length === 1) {
      does.photo(state.shares[0]);
      return;
    }
    open(menu.hidden);
    if (!menu.hidden) sources[state.large === "screen" ? 1 : 0].focus();
  }

  function take(source) {
    open(false);
    photo.focus();
    does.photo(source);
  }

  function open(yes) {
    menu.hidden = !yes;
    photo.setAttribute("aria-expanded", String(yes));
  }

  menu.addEventListener("keydown", (event) => {
    const place = sources.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      sources[(place + step + sources.length) % sources.length].focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      open(false);
      photo.focus();
    }
  });
  menu.addEventListener("focusout", (event) => {
    if (!menu.contains(event.relatedTarget) && event.relatedTarget !== photo) open(false);
  });

  function render(next) {
    state = next;
    const third = state.role === "third";
    drawing.hidden = !state.large;
    for (const one of tools) one.setAttribute("aria-pressed", String(one.dataset.tool === state.tool));
    face(mute, state.muted ? "mic-off" : "mic", keyed(t(state.muted ? "a.unmute" : "a.mute"), KEYS.mute));
    face(camera, state.frozen ? "video-off" : "video", keyed(t(state.frozen ? "a.camera.on" : "a.camera.off"), KEYS.camera));
    mute.setAttribute("aria-pressed", String(state.muted));
    camera.setAttribute("aria-pressed", String(state.frozen));
    photo.hidden = third;
    photo.disabled = !state.shares.length || !state.here || state.photo === "consented";
    named(photo, t(state.shares.length ? "a.photo" : "a.photo.nothing"));
    if (photo.disabled) open(false);
    const words = t(third ? "a.leave" : "a.end");
    if (end.dataset.words !== words) {
      end.dataset.words = words;
      end.title = keyed(words, KEYS.end);
      end.replaceChildren(icon("phone-off"), el("span", { text: words }));
    }
  }

  return { element, render };
}

function keyed(words, key) {
  return t("a.keys", { words, key: document.documentElement.lang === "en" ? key.replace("Maj", "Shift") : key });
}

/** A round button with an icon alone: its words are its name and its tip. */
function round(drawn, props, words = "") {
  const made = el("button", { type: "button", class: "round", ...props }, icon(drawn));
  made.dataset.icon = drawn;
  if (words) named(made, words);
  return made;
}

function face(made, drawn, words) {
  if (made.dataset.icon !== drawn) {
    made.dataset.icon = drawn;
    made.replaceChildren(icon(drawn));
  }
  named(made, words);
}

function named(made, words) {
  made.title = words;
  made.setAttribute("aria-label", words);
}
