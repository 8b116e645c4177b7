// The seconds that a press has rung, drawn and in figures, and what is known of who is free.

import { announce, button, el } from "./dom.js";
import { t } from "./words.js";

const PATIENCE = 15;
const SAID = [5, 10];
const SVG = "http://www.w3.org/2000/svg";

/**
 * A screen that counts from now on. `cancel()`: the customer gave up; `callMe()`: they would rather be called back.
 * Gives {element, free(on), words(), stop()}: `free` is told whether anybody of the team is available.
 */
export function ring({ cancel, callMe }) {
  const began = performance.now();
  let free = true;
  let last = -1;
  const heading = el("h1");
  const lead = el("p", { class: "lead" });
  const figure = el("b");
  const unit = el("span");
  const { svg, ran } = drawn();
  const circle = el(
    "div",
    { class: "ring", role: "timer", "aria-live": "off" },
    svg,
    el("span", { class: "seconds" }, figure, unit),
  );
  const call = button(t("sos_call_me"), "phone", { class: "primary", hidden: true, on: { click: callMe } });
  const give = button(t("sos_cancel"), "x", { id: "cancel", on: { click: cancel } });
  const element = el(
    "div",
    { class: "screen middle" },
    heading,
    circle,
    lead,
    el("div", { class: "choices" }, call, give),
  );

  function words() {
    heading.textContent = t(free ? "sos_ringing" : "sos_waiting");
    lead.textContent = t(last > PATIENCE ? "sos_longer" : free ? "sos_ringing_text" : "sos_waiting_text");
    unit.textContent = t("sos_of");
    call.querySelector("span").textContent = t("sos_call_me");
    give.querySelector("span").textContent = t("sos_cancel");
    figure.textContent = t("sos_seconds", { n: Math.max(last, 0) });
  }

  function tick() {
    const seconds = Math.floor((performance.now() - began) / 1000);
    if (seconds === last) return;
    last = seconds;
    ran.setAttribute("stroke-dashoffset", String(Math.max(0, PATIENCE - seconds - 1)));
    words();
    if (SAID.includes(seconds)) announce(t("sos_seconds_said", { n: seconds }));
  }

  const ticking = setInterval(tick, 100);
  tick();
  announce(t("sos_ringing_text"));

  return {
    element,
    free(on) {
      if (on === free) return;
      free = on;
      circle.dataset.free = on ? "yes" : "no";
      call.hidden = on;
      words();
      announce(`${heading.textContent}. ${lead.textContent}`);
    },
    words,
    stop: () => clearInterval(ticking),
  };
}

function drawn() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 160 160");
  svg.setAttribute("aria-hidden", "true");
  const [way, ran] = ["way", "ran"].map((name) => {
    const made = document.createElementNS(SVG, "circle");
    for (const [key, value] of Object.entries({ class: name, cx: 80, cy: 80, r: 74, pathLength: PATIENCE })) {
      made.setAttribute(key, value);
    }
    svg.append(made);
    return made;
  });
  ran.setAttribute("stroke-dasharray", String(PATIENCE));
  ran.setAttribute("stroke-dashoffset", String(PATIENCE));
  return { svg, way, ran };
}
