// The advisor's page: waits made ready without a token, and lives one call after the other.
//
// The desktop drives it through `window.visavis`; in a browser of its own it stands alone.

import { Devices } from "./advisor_devices.js";
import { panel } from "./advisor_panel.js";
import { PATH, Session } from "./advisor_session.js";
import { callView } from "./advisor_view.js";
import { announce, button, el, icon, show } from "./dom.js";
import { lang, setLang, t } from "./words.js";
import { keptSecret } from "./wire.js";

const app = document.getElementById("app");
const asked = new URLSearchParams(location.search);
// In the desktop's column the card around the page has the one button that ends the call.
document.documentElement.classList.toggle("inside", asked.has("inside"));
let session = null;
let view = null;
let chosen = null; // the open panel of devices
let said = "";
const ENDS = ["done", "no_show", "refused", "network", "advisor_gone", "left", "failed"];

const devices = new Devices(() => {
  if (session) session.tracks();
  if (chosen) chosen.refresh();
  if (view && session) {
    view.hear();
    view.render(session.state);
  }
});

// Language and theme -----------------------------------------------------------------------------------

const DARK = "(prefers-color-scheme: dark)";
const darkRules = [...document.styleSheets]
  .flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText.includes("prefers-color-scheme: dark"));

/** Light, dark, or as the system says: the rules for dark are made to hold always, or never. */
function dress(theme) {
  document.documentElement.style.colorScheme = theme === "dark" || theme === "light" ? theme : "";
  for (const rule of darkRules) rule.media.mediaText = { dark: "all", light: "not all" }[theme] || DARK;
}

// Faces of the page ------------------------------------------------------------------------------------

function idle() {
  leave();
  show(app, quiet("video", t("a.idle")), { focus: false });
}

function quiet(drawn, title, words = "", ...more) {
  return el(
    "div",
    { class: "quiet-page" },
    el("span", { class: "disc" }, icon(drawn)),
    el("h1", { text: title }),
    words ? el("p", { text: words }) : null,
    ...more,
  );
}

/** Own picture and devices before a call: nothing leaves this machine. */
async function tryOut() {
  leave();
  chosen = panel(devices, { picture: true });
  const done = button(t("a.close"), "check", { class: "violet", on: { click: closePreview } });
  const page = el(
    "div",
    { class: "preview" },
    el("h1", { text: t("a.preview") }),
    el("p", { class: "hint", text: t("a.preview.hint") }),
    chosen.element,
    done,
  );
  show(app, page);
  await devices.open();
}

function closePreview() {
  history.replaceState(null, "", location.pathname + location.search);
  idle();
}

function leave() {
  closePanel();
  if (session) session.drop();
  session = null;
  if (view) view.close();
  view = null;
  devices.stop();
}

function closePanel() {
  if (chosen) chosen.close();
  chosen = null;
  document.querySelector("dialog.devices")?.remove();
}

function chooseDevices() {
  if (chosen) return;
  chosen = panel(devices, { picture: false });
  const done = button(t("a.done"), "check", { class: "violet", on: { click: () => dialog.close() } });
  const dialog = el("dialog", { class: "devices", "aria-label": t("a.devices") }, el("h2", { text: t("a.devices") }), chosen.element, done);
  dialog.addEventListener("close", closePanel);
  document.body.append(dialog);
  dialog.showModal();
}

// A call ------------------------------------------------------------------------------------------------

const does = {
  mute: () => session?.mute(),
  camera: () => session?.camera(),
  devices: chooseDevices,
  photo: (source) => session?.photo(source),
  end: () => session?.end(),
  tool: (name) => session?.tool(name),
  clear() {
    view?.wipe();
    session?.clear();
  },
  point: (shape) => session?.point(shape),
  enlarge: (source) => session?.enlarge(source),
  retry: (kind) => devices.turnOn(kind),
  silent: (silent) => session?.set({ silent }),
  hearAll: () => view?.hearAll(),
  again: () => session?.set({}),
};

/** Begins the call of this token in the place of whatever was here; without one the former is resumed. */
function begin(token = "") {
  leave();
  history.replaceState(null, "", location.pathname + location.search);
  if (!window.isSecureContext) {
    show(app, quiet("triangle-alert", t("a.void"), t("a.void.unsafe")));
    return;
  }
  session = new Session({
    token,
    devices,
    onPicture: (name, track) => view?.picture(name, track),
    onPoint: (shape) => view?.draw(shape),
    onClear: (source) => view?.wipe(source),
    onChange: changed,
  });
  build();
  devices.open();
}

function build() {
  view?.close();
  view = callView({ devices, does });
  view.render(session.state);
  show(app, view.element, { focus: false });
}

function changed(state) {
  if (!view) return;
  if (state.phase === "ended" || state.phase === "void") {
    over(state);
    return;
  }
  // The gateway tells the language before the first picture: the words are set anew.
  if (state.lang && state.lang !== lang() && !asked.get("lang")) {
    setLang(state.lang);
    build();
  }
  view.render(state);
  const words = view.element.querySelector(".standing").textContent;
  if (words !== said) announce(words);
  said = words;
}

function over(state) {
  closePanel();
  const kept = view;
  view = null;
  const voided = state.phase === "void";
  const ended = ENDS.includes(state.reason) ? state.reason : "done";
  const words = t(voided ? `a.void.${state.reason}` : `a.ended.${ended}`);
  show(app, quiet(voided ? "link-2-off" : "phone-off", t(voided ? "a.void" : "a.ended"), words));
  kept.close();
  announce(words);
}

// The outside --------------------------------------------------------------------------------------------

/** What the address asks for: a preview, a call, or nothing yet. */
function follow() {
  const word = location.hash.slice(1);
  if (word === "preview") tryOut();
  else if (word) begin(word);
}

addEventListener("hashchange", follow);
addEventListener("keydown", (event) => {
  if (!session || !view || !event.ctrlKey || !event.shiftKey || event.altKey) return;
  const verb = { KeyM: does.mute, KeyO: does.camera, KeyH: does.end }[event.code];
  if (!verb || event.repeat) return;
  event.preventDefault();
  verb();
});
addEventListener("pagehide", () => devices.stop());

window.visavis = {
  begin: (token) => (token === "preview" ? tryOut() : begin(token)),
  idle,
  preview: tryOut,
  mute: does.mute,
  camera: does.camera,
  end: does.end,
  tool: does.tool,
  clear: does.clear,
  photo: does.photo,
  theme: dress,
  /** Names of devices that the application remembers, and those chosen now. */
  remember: (named) => devices.remember(named),
  chosen: () => devices.chosen(),
  stats: () => session?.media?.stats(),
};

document.documentElement.dataset.started = "yes";
dress(asked.get("theme"));
if (["fr", "en"].includes(asked.get("lang"))) setLang(asked.get("lang"));
document.title = t("a.page");
if (location.hash.length > 1) follow();
else if (keptSecret(PATH)) begin();
else idle();
