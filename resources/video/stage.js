// The call as the customer sees it: the face, what is shown, and the buttons, always with a stop.

import { canShow, canShowScreen } from "./devices.js";
import { announce, button, el, icon } from "./dom.js";
import { t } from "./words.js";
import { initials } from "./welcome.js";

const SHOWN = {
  camera: ["camera", "c_camera_shown", "c_stop_camera", "c_stop_camera_name"],
  screen: ["monitor-up", "c_screen_shown", "c_stop_screen", "c_stop_screen_name"],
  sound: ["mic", "c_heard", "c_stop_sound", "c_stop_sound_name"],
};

/** A face in a frame: a video over a card with the name, which is seen while there is no picture. */
function makeFace(name, label) {
  const video = el("video", { autoplay: true, playsinline: true, "aria-label": label, hidden: true });
  // Sound has an element of its own, so that the picture may always begin by itself.
  video.muted = true;
  const line = el("p", { class: "face-line" });
  const card = el(
    "div",
    { class: "face-card" },
    el("span", { class: "avatar", "aria-hidden": "true", text: initials(name) }),
    el("p", { class: "face-name", text: name }),
    line,
  );
  const badge = el("p", { class: "on-picture face-badge", text: name, hidden: true });
  const element = el("div", { class: "face" }, card, video, badge);
  return {
    element,
    video,
    say(text, waits = false) {
      line.replaceChildren(...(waits ? [icon("loader-circle", "icon turning")] : []), text);
    },
    show(seen) {
      video.hidden = !seen;
      card.hidden = seen;
      badge.hidden = !seen;
    },
  };
}

/** `values()`: {advisor, company}; `on`: {camera, screen, sound, stop, unshare(kind), enableSound}. */
export function makeStage({ values, on }) {
  const name = values().advisor;
  const face = makeFace(name, t("c_face_of", values()));
  const audio = el("audio", { autoplay: true });
  const state = el("p", { class: "on-picture stage-state", hidden: true });
  const muted = el("p", { class: "on-picture stage-muted", hidden: true }, icon("mic-off"), el("span", { text: t("c_muted", values()) }));
  const pictures = el("div", { class: "pictures" }, face.element, el("div", { class: "stage-states" }, state, muted));
  const trouble = makeTrouble();
  const soundButton = button(t("c_enable_sound"), "volume-2", { class: "primary sound-on", hidden: true, on: { click: on.enableSound } });
  const shown = el("ul", { class: "shown", "aria-label": t("c_you") });
  const controls = makeControls(on);
  const element = el(
    "section",
    { class: "stage" },
    el("h1", { class: "unseen", "data-focus": true, text: t("c_calls", values()) }),
    pictures,
    trouble.element,
    soundButton,
    shown,
    controls.element,
    audio,
  );
  let third = null;

  function setShown(kinds) {
    const pressed = new Set(kinds);
    const rows = kinds.map((kind) => {
      const [iconName, words, stop, stopName] = SHOWN[kind];
      const end = button(t(stop), "x", { "aria-label": t(stopName), class: "unshare", on: { click: () => on.unshare(kind) } });
      return el("li", { "data-kind": kind }, el("span", { class: "live" }), icon(iconName), el("span", { class: "words", text: t(words) }), end);
    });
    if (rows.length === 0) rows.push(el("li", { class: "nothing" }, icon("eye-off"), el("span", { text: t("c_nothing_shown") })));
    shown.replaceChildren(...rows);
    controls.press(pressed);
    element.toggleAttribute("data-showing", pressed.has("camera") || pressed.has("screen"));
  }

  setShown([]);
  face.say(t("c_connecting"), true);
  return {
    element,
    face,
    audio,
    pictures,
    trouble: trouble.say,
    setShown,
    setMuted(is) {
      muted.hidden = !is;
    },
    /** Words over the picture while the line is away; "" when it is there. */
    setState(text) {
      if (state.textContent === text && state.hidden === !text) return;
      state.replaceChildren(...(text ? [icon("loader-circle", "icon turning"), text] : []));
      state.hidden = !text;
    },
    askForSound(needed) {
      soundButton.hidden = !needed;
    },
    /** The picture of a third person (a card until it comes); no name: nobody. */
    setThird(who, track) {
      third?.element.remove();
      third = null;
      if (!who) return;
      third = makeFace(who, t("c_third_of", { name: who }));
      third.element.classList.add("third");
      if (track) third.video.srcObject = new MediaStream([track]);
      third.show(Boolean(track));
      pictures.append(third.element);
    },
  };
}

function makeControls(on) {
  const make = (kind, iconName) =>
    button(t(`c_${kind}`), iconName, { class: "control", "aria-pressed": "false", on: { click: on[kind] } });
  const shares = new Map();
  if (canShow()) shares.set("camera", make("camera", "camera"));
  if (canShowScreen()) shares.set("screen", make("screen", "monitor-up"));
  if (canShow()) shares.set("sound", make("sound", "mic"));
  const stop = button(t("c_stop"), "phone-off", { class: "control danger", on: { click: on.stop } });
  return {
    element: el("div", { class: "controls", role: "group", "aria-label": t("c_controls") }, [...shares.values()], stop),
    press(kinds) {
      for (const [kind, one] of shares) one.setAttribute("aria-pressed", String(kinds.has(kind)));
    },
  };
}

/** Words about something that did not work, until they are closed. */
function makeTrouble() {
  const words = el("span");
  const close = button(t("c_close"), "x", { class: "quiet", on: { click: () => say("") } });
  const element = el("div", { class: "note trouble-note", "data-tone": "warning", hidden: true }, icon("circle-alert"), words, close);
  function say(text) {
    words.textContent = text;
    element.hidden = !text;
    if (text) announce(text);
  }
  return { element, say };
}
