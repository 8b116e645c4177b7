// The button's page: one press rings the team; then a face, or the truth and a number to call back.

import { announce, button, el, focusOn, icon, show } from "./dom.js";
import { offerWayBack } from "./sos_after.js";
import { callbackForm, checked } from "./sos_callback.js";
import { ring } from "./sos_ring.js";
import { lang, onLang, setLang, t } from "./words.js";
import { keptSecret, wire } from "./wire.js";

/** Nine figures and more are a telephone; a customer's number has fewer, or letters. */
const PHONE = /^\+?(?:[\s().-]*\d){9,15}$/;
const CUSTOMER = "./customer.js";
const STYLES = "/static/customer.css";
const main = document.getElementById("main");
const top = document.getElementById("top");
const place = { id: location.pathname.split("/").pop(), title: "", company: "" };
const prefilled = (new URLSearchParams(location.hash.slice(1)).get("n") ?? "").trim().slice(0, 40);

/** What the customer typed, kept as the screens change. */
const typed = { who: prefilled, phone: "", name: "", when: "" };
const state = { screen: "ready", trouble: "", slowUntil: 0, running: null, waiting: null };

let line = null;

function heard(message) {
  switch (message.type) {
    case "place":
      Object.assign(place, { title: message.title, company: message.company });
      head();
      break;
    case "ringing":
      if (state.running) state.running.free(message.free);
      break;
    case "taken":
      // Given up in the same moment: the gateway hears so, and ends the call.
      if (state.screen === "ringing") taken(message);
      break;
    case "nobody":
      if (state.screen === "ringing") go("nobody");
      break;
    case "slow_down":
      slowed(message.seconds);
      break;
    case "noted":
      if (state.waiting) go("noted");
      break;
    case "not_noted":
      state.waiting?.refused(message.why);
      break;
  }
}

function moved(now) {
  if (now === "lost" && state.screen === "ringing") {
    state.trouble = t("sos_cut");
    go("ready");
  }
  if (now === "open") state.waiting?.resend();
  connected();
}

/** Show one of the screens in the place of the one that is there. */
function go(screen, { focus = true } = {}) {
  state.running?.stop();
  state.running = null;
  state.waiting = null;
  state.screen = screen;
  document.title = [t("sos_title"), place.company].filter(Boolean).join(" · ");
  show(main, SCREENS[screen](), { focus });
  connected();
}

const SCREENS = { ready, ringing, nobody: () => callback("nobody"), back: () => callback("back"), noted, taken: opening };

function ready() {
  const trouble = state.trouble;
  state.trouble = "";
  const who = el("input", {
    id: "who",
    name: "who",
    value: typed.who,
    maxlength: "40",
    inputmode: "tel",
    autocomplete: "tel",
    enterkeyhint: "go",
    "aria-describedby": "who-hint",
    on: { input: () => { typed.who = who.value; } },
  });
  const given = prefilled && typed.who === prefilled;
  return el(
    "form",
    { class: "screen", novalidate: true, on: { submit: press } },
    el("h1", { text: t("sos_heading") }),
    el(
      "ul",
      { class: "facts", role: "list" },
      fact("clock", t("sos_promise")),
      fact("eye-off", t("sos_one_way")),
    ),
    note(trouble),
    el(
      "div",
      { class: "field" },
      el("label", { for: "who" }, t("sos_who"), " ", el("span", { class: "aside", text: t("sos_optional") })),
      who,
      el("p", { id: "who-hint", class: "hint", text: t(given ? "sos_who_given" : "sos_who_hint") }),
    ),
    button(t("sos_press"), "video", { id: "press", class: "violet big", type: "submit" }),
  );
}

function fact(name, words) {
  return el("li", {}, icon(name), el("span", { text: words }));
}

function note(words) {
  return el("p", { id: "trouble", class: "note", "data-tone": "warning", hidden: !words }, icon("circle-alert"), el("span", { text: words }));
}

function trouble(words) {
  const found = document.getElementById("trouble");
  if (!found) return;
  found.hidden = !words;
  found.querySelector("span").textContent = words;
  if (words) announce(words);
}

function press(event) {
  event.preventDefault();
  if (state.slowUntil > performance.now()) return;
  const said = typed.who.trim();
  const who = said ? { [PHONE.test(said) ? "phone" : "number"]: said } : {};
  if (!line?.send({ type: "press", lang: lang(), who })) return;
  if (who.phone && !typed.phone) typed.phone = said;
  go("ringing");
  prepare();
}

function ringing() {
  state.running = ring({
    cancel() {
      line.send({ type: "cancel" });
      go("ready");
      announce(t("sos_cancelled"));
    },
    callMe() {
      line.send({ type: "cancel" });
      go("back");
    },
  });
  return state.running.element;
}

function slowed(seconds) {
  state.slowUntil = performance.now() + seconds * 1000;
  if (state.screen === "ringing") go("ready");
  trouble(t("sos_slow", { n: seconds }));
  connected();
  count();
}

/** Say each second how long the customer still has to wait. */
function count() {
  const left = Math.ceil((state.slowUntil - performance.now()) / 1000);
  const words = document.querySelector("#trouble span");
  if (left > 0) {
    if (words) words.textContent = t("sos_slow", { n: left });
    setTimeout(count, 1000);
    return;
  }
  if (words) trouble(t("sos_slow_over"));
  connected();
}

/** What can be pressed now, and what is said of the line. */
function connected() {
  const open = line?.isOpen() ?? false;
  const pressing = document.getElementById("press");
  if (pressing) {
    pressing.disabled = !open || state.slowUntil > performance.now();
    pressing.querySelector("span").textContent = t(open ? "sos_press" : "sos_connecting");
  }
  let lost = document.getElementById("lost");
  if (!lost) {
    lost = el("p", { id: "lost", class: "chip", "data-tone": "warning", role: "status", hidden: true });
    top.append(lost);
  }
  const away = !open && Boolean(place.title) && state.screen !== "taken";
  if (away && lost.hidden) lost.replaceChildren(icon("wifi-off"), el("span", { text: t("sos_lost") }));
  lost.hidden = !away;
}

function callback(why) {
  state.waiting = callbackForm({
    why,
    typed,
    send: (message) => line.send(message),
    again: () => go("ready"),
  });
  return state.waiting.element;
}

function noted() {
  return el(
    "div",
    { class: "screen middle" },
    el("span", { class: "badge" }, icon("check")),
    el("h1", { text: t("sos_noted") }),
    el("p", { class: "noted", text: t("sos_noted_text", { phone: checked(typed.phone).shown }) }),
    typed.when ? el("p", { class: "noted lead", text: t("sos_noted_when", { when: typed.when }) }) : null,
    el("p", { class: "lead", text: t("sos_noted_leave") }),
    button(t("sos_finish"), null, {
      on: {
        click() {
          // The next customer at a counter finds nothing of this one.
          Object.assign(typed, { who: prefilled, phone: "", name: "", when: "" });
          go("ready");
        },
      },
    }),
  );
}

/** Fetch the customer's page while it rings: the face is not to be waited for twice. */
function prepare() {
  import(CUSTOMER).catch(() => {});
  if (!styles()) document.head.append(el("link", { rel: "preload", as: "style", href: STYLES }));
}

function styles() {
  return document.querySelector(`link[href="${STYLES}"]`);
}

/** The customer's styles, before anything of that page is shown; a page without them still works. */
function styled() {
  styles()?.remove();
  return new Promise((done) => {
    document.head.append(el("link", { rel: "stylesheet", href: STYLES, on: { load: done, error: done } }));
  });
}

async function taken({ invite, advisor }) {
  state.advisor = advisor;
  go("taken");
  line.close();
  await begin(invite);
}

/** Become the customer's page, in place; pressing the button was to agree. */
async function begin(token) {
  try {
    const [{ startCall }] = await Promise.all([import(CUSTOMER), styled()]);
    document.body.classList.remove("sos");
    startCall({ token, consented: true });
    offerWayBack(main);
  } catch {
    // A file that did not come: the page of its own may have it.
    location.replace(`/v#${token}`);
  }
}

function opening() {
  return el(
    "div",
    { class: "screen middle" },
    icon("loader-circle", "icon turning"),
    el("h1", { text: t("sos_taken", { name: state.advisor }) }),
    el("p", { class: "lead", text: t("sos_taken_text") }),
  );
}

function head() {
  const where = el(
    "p",
    { class: "brand" },
    icon("video"),
    el(
      "span",
      {},
      el("b", { text: place.company || place.title || t("sos_title") }),
      place.company && place.title ? el("span", { class: "place", text: place.title }) : null,
    ),
  );
  const other = lang() === "fr" ? "en" : "fr";
  const language = button(t("language"), "globe", {
    class: "quiet language",
    lang: other,
    on: {
      click() {
        setLang(other);
        focusOn(top.querySelector("button"));
      },
    },
  });
  const lost = document.getElementById("lost");
  const held = top.contains(document.activeElement);
  top.replaceChildren(where, language, ...(lost ? [lost] : []));
  if (held) focusOn(language);
}

onLang(() => {
  if (!line || state.screen === "taken") return;
  head();
  if (state.screen === "ringing") state.running.words();
  else go(state.screen, { focus: false });
});
document.documentElement.dataset.started = "yes";
if (keptSecret("/ws/customer")) {
  // A reload in the middle of a call: it goes on.
  begin("");
} else {
  head();
  go("ready", { focus: false });
  line = wire(`/ws/sos/${place.id}`, { onMessage: heard, onState: moved });
}
