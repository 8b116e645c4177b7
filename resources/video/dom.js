// Elements from words and attributes; text only, never markup.

import { ICONS } from "./icons.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element. `props`: `class`, `text`, `on: {event: listener}`, `hidden`, booleans and any attribute;
 * null, undefined and false are left out. Children: elements or text, empty ones left out.
 */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") made.textContent = value;
    else if (name === "on") {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((one) => one !== null && one !== undefined && one !== false));
  return made;
}

/** An icon by its name in icons.js; decoration, hidden from screen readers. */
export function icon(name, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  for (const [tag, attributes] of ICONS[name]) {
    const shape = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    svg.append(shape);
  }
  return svg;
}

/** A button with an icon and words; `props` as of `el`. */
export function button(words, iconName, props = {}) {
  return el(
    "button",
    { type: "button", ...props },
    iconName ? icon(iconName) : null,
    el("span", { text: words }),
  );
}

/** Put `next` in the place of what `parent` shows, and the focus where its reader should begin. */
export function show(parent, next, { focus = true } = {}) {
  parent.replaceChildren(next);
  if (focus) focusOn(next.querySelector("[data-focus], h1, h2") ?? next);
}

/** Focus a thing that is not in the tab order itself, such as a heading. */
export function focusOn(target) {
  if (!target.matches("button, input, textarea, select, a[href]")) target.tabIndex = -1;
  target.focus({ preventScroll: false });
}

/** Say something to screen readers, in the page's live region `#said`. */
export function announce(words) {
  const said = document.getElementById("said");
  if (!said) return;
  said.textContent = "";
  // Two turns: the same words twice are heard twice.
  setTimeout(() => {
    said.textContent = words;
  }, 30);
}
