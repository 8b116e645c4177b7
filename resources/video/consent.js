// One question at a time over the page, in plain words, answered by yes or no; no by Escape too.

import { button, el, focusOn, icon } from "./dom.js";
import { t } from "./words.js";

let shown = null;

/**
 * Ask. `iconName`, `title`, `lines` and `yes` (words of the button that agrees); `content`: an element between
 * the words and the buttons. Gives true or false; false as well when the page withdraws the question.
 */
export function ask({ iconName, title, lines, yes, yesIcon = "check", content = null }) {
  withdraw();
  return new Promise((resolve) => {
    const heading = el("h2", { id: "ask-title", text: title });
    const agree = button(yes, yesIcon, { class: "violet", on: { click: () => settle(true) } });
    const decline = button(t("c_no"), null, { on: { click: () => settle(false) } });
    const dialog = el(
      "dialog",
      { class: "ask", "aria-labelledby": "ask-title", "aria-describedby": "ask-lines" },
      el("div", { class: "ask-head" }, el("span", { class: "ask-icon" }, icon(iconName)), heading),
      el("div", { id: "ask-lines", class: "ask-lines" }, lines.map((text) => el("p", { text }))),
      content,
      el("div", { class: "ask-buttons" }, agree, decline),
    );
    const before = document.activeElement;
    let done = false;

    function settle(answer) {
      if (done) return;
      done = true;
      shown = null;
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(answer);
    }

    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      settle(false);
    });
    // Some browsers close without `cancel` on a second Escape.
    dialog.addEventListener("close", () => settle(false));
    shown = { settle };
    document.body.append(dialog);
    dialog.showModal();
    // On the question, not on an answer: a key already on its way agrees to nothing.
    focusOn(heading);
  });
}

/** Take the open question back, if there is one: its answer is no. */
export function withdraw() {
  shown?.settle(false);
}
