// What a customer leaves when nobody is free: a number, and when it suits them.

import { announce, button, el, icon } from "./dom.js";
import { t } from "./words.js";

const FEWEST = 9;

/** What a phone number looks like: `missing` (no figures), `odd` (too few or other letters) and how it is shown. */
export function checked(phone) {
  const figures = phone.replace(/\D/g, "");
  const french = /^0\d{9}$/.test(figures) && !phone.trim().startsWith("+");
  return {
    missing: figures.length < 3,
    odd: figures.length < FEWEST || figures.length > 15 || /[^\d\s+().\-/]/.test(phone.trim()),
    shown: french ? figures.replace(/(\d\d)(?=\d)/g, "$1\u00a0") : phone.trim(),
  };
}

/**
 * The form. `why`: `nobody` (15 s ran) or `back` (the customer would rather); `typed`: {phone, name, when}, kept up to date;
 * `send(message)`: false when the line is cut; `again()`: ring once more.
 * Gives {element, resend(), refused(why)}.
 */
export function callbackForm({ why, typed, send, again }) {
  let doubted = "";
  let pending = null;
  const trouble = el("p", { id: "phone-trouble", class: "trouble", hidden: true });
  const phone = field("phone", "sos_phone", { type: "tel", autocomplete: "tel", maxlength: "40", required: true }, "phone-trouble");
  const name = field("name", "sos_name", { autocomplete: "name", maxlength: "80" });
  const when = field("when", "sos_when", { autocomplete: "off", maxlength: "120" }, "when-hint");
  const said = el("p", { class: "note", "data-tone": "warning", hidden: true }, icon("circle-alert"), el("span"));
  const go = button(t("sos_send"), "phone", { id: "send", class: "primary big", type: "submit" });
  const element = el(
    "form",
    { class: "screen", novalidate: true, on: { submit } },
    el("h1", { text: t(why === "nobody" ? "sos_nobody" : "sos_back_heading") }),
    el("p", { class: "lead", text: t(why === "nobody" ? "sos_nobody_text" : "sos_back_text") }),
    el("div", { class: "field" }, ...phone, trouble),
    el("div", { class: "field" }, ...name),
    el("div", { class: "field" }, ...when, el("p", { id: "when-hint", class: "hint", text: t("sos_when_hint") })),
    said,
    el(
      "div",
      { class: "choices" },
      go,
      button(t("sos_again"), "video", { on: { click: again } }),
    ),
    el("p", { class: "fine", text: t("sos_privacy") }),
  );

  function field(id, label, attributes, describedBy = null) {
    const input = el("input", {
      id,
      name: id,
      value: typed[id],
      "aria-describedby": describedBy,
      on: { input: () => { typed[id] = input.value; } },
      ...attributes,
    });
    const aside = attributes.required ? null : el("span", { class: "aside", text: t("sos_optional") });
    return [el("label", { for: id }, t(label), aside ? " " : null, aside), input];
  }

  function amiss(words) {
    trouble.replaceChildren(icon("circle-alert"), el("span", { text: words }));
    trouble.hidden = false;
    phone[1].setAttribute("aria-invalid", "true");
    phone[1].focus();
    announce(words);
  }

  function submit(event) {
    event.preventDefault();
    const found = checked(typed.phone);
    if (found.missing) return amiss(t("sos_phone_missing"));
    // A number that looks odd is asked about once: the customer knows better.
    if (found.odd && doubted !== typed.phone) {
      doubted = typed.phone;
      return amiss(t("sos_phone_odd"));
    }
    trouble.hidden = true;
    phone[1].removeAttribute("aria-invalid");
    go.disabled = true;
    pending = { type: "callback", phone: typed.phone.trim(), name: typed.name.trim(), when: typed.when.trim() };
    leave();
  }

  function leave() {
    tell(t(send(pending) ? "sos_sending" : "sos_unsent"));
  }

  function tell(words) {
    said.hidden = false;
    said.querySelector("span").textContent = words;
    announce(words);
  }

  return {
    element,
    /** The line is back: what nobody said to be noted is said again; twice is noted once. */
    resend() {
      if (pending) leave();
    },
    refused(reason) {
      pending = null;
      go.disabled = false;
      said.hidden = true;
      if (reason === "phone") amiss(t("sos_phone_missing"));
      else tell(t(`sos_not_noted_${reason}`));
    },
  };
}
