// The first screen: who calls, what will and will not be seen, one button, and a way to say no.

import { canShow } from "./devices.js";
import { button, el, icon } from "./dom.js";
import { t } from "./words.js";

/** Up to two letters of a name. */
export function initials(name) {
  const parts = name.trim().split(/[\s-]+/).filter(Boolean);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => [...(part ?? "")][0] ?? "");
  return letters.join("").toLocaleUpperCase();
}

function promise(iconName, text) {
  return el("li", {}, icon(iconName), el("span", { text }));
}

/** `values`: {advisor, company}; `onStart` and `onRefuse` are called once each at most. */
export function welcomeScreen({ values, onStart, onRefuse }) {
  const start = button(t("c_start"), "video", { class: "violet big", on: { click: () => once(onStart) } });
  const refuse = button(t("c_no_thanks"), null, { class: "quiet", on: { click: () => once(onRefuse) } });

  function once(then) {
    if (start.disabled) return;
    start.disabled = true;
    refuse.disabled = true;
    then();
  }

  return el(
    "section",
    { class: "screen welcome" },
    el(
      "div",
      { class: "who" },
      el("span", { class: "avatar", "aria-hidden": "true", text: initials(values.advisor) }),
      el("h1", { text: t("c_calls", values) }),
      values.company ? el("p", { class: "company", text: values.company }) : null,
    ),
    canShow()
      ? null
      : el("p", { class: "note", "data-tone": "warning" }, icon("info"), el("span", { text: t("c_plain_http", values) })),
    el(
      "ul",
      { class: "promises" },
      promise("eye-off", t("c_unseen", values)),
      promise("video-off", t("c_off")),
      promise("hand", t("c_leave_any_time")),
    ),
    el("div", { class: "answers" }, start, refuse),
    el("p", { class: "aside", text: t("c_nothing_to_install") }),
  );
}
