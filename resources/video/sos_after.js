// After a call that began at a button: back to the button, with nothing of the former customer.

import { button } from "./dom.js";
import { t } from "./words.js";
import { keepSecret } from "./wire.js";

/** Screens of the customer's page (`body[data-screen]`) after which nothing of the call is left. */
const LAST = ["thanks", "bye", "gone", "refused", "expired", "used", "unknown", "no_link"];

/** Watch the customer's page in `main`, and offer the way back once it is over. */
export function offerWayBack(main) {
  const look = () => {
    if (!LAST.includes(document.body.dataset.screen) || document.getElementById("finish")) return;
    const screen = main.lastElementChild;
    screen?.append(
      button(t("sos_finish"), null, {
        id: "finish",
        on: {
          click() {
            keepSecret("/ws/customer", "");
            location.reload();
          },
        },
      }),
    );
  };
  new MutationObserver(look).observe(main, { childList: true });
  look();
}
