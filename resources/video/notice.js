// Screens that say what happened and what to do, when there is no call to show.

import { button, el, icon } from "./dom.js";
import { t } from "./words.js";

/** Kind of notice → its icon and tone; its words are `c_<kind>` and `c_<kind>_more`. */
const KINDS = {
  loading: ["loader-circle", "plain"],
  refused: ["check", "plain"],
  thanks: ["heart", "accent"],
  bye: ["check", "accent"],
  used: ["link-2-off", "warning"],
  expired: ["clock", "warning"],
  unknown: ["link-2-off", "warning"],
  no_link: ["link-2-off", "warning"],
  taken: ["info", "plain"],
  gone: ["phone-off", "plain"],
  old: ["circle-alert", "warning"],
  offline: ["wifi-off", "warning"],
  broken: ["circle-alert", "warning"],
};

/** Kinds that a reload may mend. */
const RELOADS = new Set(["broken"]);

/** The screen of a notice; `more` replaces its second sentence. */
export function noticeScreen(kind, { values = {}, more = "" } = {}) {
  const [name, tone] = KINDS[kind];
  const waits = kind === "loading";
  return el(
    "section",
    { class: "screen notice", "data-notice": kind },
    el("span", { class: "notice-icon", "data-tone": tone }, icon(name, waits ? "icon turning" : "icon")),
    el("h1", { text: t(`c_${kind}`, values) }),
    waits ? null : el("p", { text: more || t(`c_${kind}_more`, values) }),
    RELOADS.has(kind)
      ? button(t("c_reload"), "refresh-cw", { class: "primary", on: { click: () => location.reload() } })
      : null,
  );
}
