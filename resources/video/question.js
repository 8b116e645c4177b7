// The one question after a call: effort from 1 to 7 and a free word, both as one likes, or neither.

import { button, el } from "./dom.js";
import { t } from "./words.js";

const LONGEST = 500;
const SCALE = [1, 2, 3, 4, 5, 6, 7];

function figure(value, draft) {
  const words = value === 1 ? t("c_effort_1") : value === 7 ? t("c_effort_7") : "";
  return el(
    "label",
    { class: "figure" },
    el("input", {
      type: "radio",
      name: "effort",
      value: String(value),
      checked: draft.effort === value,
      on: { change: () => (draft.effort = value) },
    }),
    el("span", { class: "figure-number", text: String(value) }),
    words ? el("span", { class: "figure-words", text: words }) : null,
  );
}

/**
 * The question's screen. `reason`: an EndReason; `values`: names; `draft`: {effort, words}, kept up to date with what
 * is picked and written; `onAnswer({effort, words})`, once.
 */
export function questionScreen({ reason, values, draft, onAnswer }) {
  const said = ["network", "advisor_gone"].includes(reason) ? t(`c_ended_${reason}`, values) : t("c_ended_done");
  const scale = el(
    "fieldset",
    { class: "scale" },
    el("legend", { text: t("c_effort") }),
    el("div", { class: "figures" }, SCALE.map((value) => figure(value, draft))),
  );
  const left = el("p", { class: "hint", id: "words-hint" });
  const box = el("textarea", { id: "words", rows: "3", maxlength: String(LONGEST), "aria-describedby": "words-hint" });
  box.value = draft.words;
  const count = () => {
    draft.words = box.value;
    left.textContent = t("c_words_hint", { left: LONGEST - box.value.length });
  };
  box.addEventListener("input", count);
  count();
  const trouble = el("p", { class: "trouble", role: "alert" });
  const send = button(t("c_send"), "check", { class: "primary", type: "submit" });
  const skip = button(t("c_skip"), null, { class: "quiet", on: { click: () => answer({ effort: null, words: "" }) } });

  function answer(given) {
    send.disabled = true;
    skip.disabled = true;
    trouble.textContent = "";
    send.lastChild.textContent = t("c_sending");
    onAnswer(given);
  }

  function submit(event) {
    event.preventDefault();
    const words = draft.words.trim();
    if (draft.effort === null && !words) {
      trouble.textContent = t("c_choose");
      return;
    }
    answer({ effort: draft.effort, words });
  }

  const form = el(
    "form",
    { class: "question", novalidate: true, on: { submit } },
    scale,
    el("div", { class: "field" }, el("label", { for: "words", text: t("c_words") }), box, left),
    trouble,
    el("div", { class: "question-buttons" }, send, skip),
    el("p", { class: "aside", text: t("c_answer_hidden", values) }),
  );
  return el(
    "section",
    { class: "screen" },
    el("div", { class: "lead" }, el("h1", { text: t("c_ended") }), el("p", { text: `${said} ${t("c_one_question")}` })),
    form,
  );
}
