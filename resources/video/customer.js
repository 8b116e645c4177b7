// The customer’s page: one call from the link to the answer, screen after screen.

import { makeCall } from "./call.js";
import { announce, button, el, icon, show } from "./dom.js";
import { noticeScreen } from "./notice.js";
import { questionScreen } from "./question.js";
import { welcomeScreen } from "./welcome.js";
import { keptSecret, wire } from "./wire.js";
import { lang, onLang, setLang, t } from "./words.js";

const PATH = "/ws/customer";
const STYLES = ["/static/style.css", "/static/customer.css"];
/** Before this many milliseconds a page that has no line yet is only slow. */
const PATIENCE = 6000;
/** Steps (domain/video/progress.py) at which the customer has agreed already. */
const AGREED = ["consented", "connected", "lost"];

/** Whether this browser has what a call needs. */
function isAble() {
  return Boolean(
    window.RTCPeerConnection && window.WebSocket && window.HTMLDialogElement?.prototype.showModal && Element.prototype.replaceChildren,
  );
}

/**
 * Begin a call in the page's `<main>`. `token`: of the link, or "" to resume; `consented`: the customer agreed already
 * (they pressed their own button). Used by this page and by the button's page.
 */
export function startCall({ token, consented = false }) {
  for (const href of STYLES) {
    if (!document.querySelector(`link[href="${href}"]`)) {
      document.head.append(el("link", { rel: "stylesheet", href }));
    }
  }
  document.body.classList.add("customer");
  makeHeader();
  if (!isAble()) return new Screens().notice("old");
  if (!token && !keptSecret(PATH)) return new Screens().notice("no_link");
  return new Customer(token, consented);
}

/** What `<main>` shows; drawn again in the other language when that is asked for. */
class Screens {
  constructor() {
    this.main = document.getElementById("main") ?? document.querySelector("main");
    this.draw = null;
    onLang(() => this.draw?.(false));
  }

  put(make, { name, focus = true } = {}) {
    this.name = name;
    this.draw = (moves) => show(this.main, make(), { focus: moves });
    document.body.dataset.screen = name;
    this.draw(focus);
  }

  notice(kind, options) {
    this.put(() => noticeScreen(kind, options), { name: kind, focus: kind !== "loading" });
    if (kind !== "loading") announce(t(`c_${kind}`, options?.values));
  }
}

class Customer {
  constructor(token, consented) {
    this.screens = new Screens();
    this.values = { advisor: "", company: "" };
    this.agreed = consented;
    this.asked = false;
    this.call = null;
    this.reason = "";
    this.over = false;
    this.screens.notice("loading");
    this.slow = setTimeout(() => this.noLine(), PATIENCE);
    this.line = wire(PATH, {
      hello: token ? { type: "join", token } : null,
      onMessage: (message) => this.hear(message),
      onState: (state, code, reason) => this.lined(state, code, reason),
    });
  }

  noLine() {
    if (this.screens.name === "loading") this.screens.notice("offline");
  }

  lined(state, code, reason) {
    this.call?.lined(state === "open");
    if (state !== "final" || this.over) return;
    clearTimeout(this.slow);
    this.call?.end();
    this.call = null;
    if (code === 4002) this.screens.notice("taken");
    else if (this.screens.name === "question") this.finish("bye");
    else if (code === 4003 || this.values.advisor) this.screens.notice("gone");
    else this.screens.notice(["used", "expired"].includes(reason) ? reason : "unknown");
  }

  hear(message) {
    switch (message.type) {
      case "welcome":
        return this.welcomed(message);
      case "ended":
        return this.ended(message.reason);
      case "thanks":
        return this.finish("thanks");
      default:
        return this.call?.hear(message);
    }
  }

  welcomed({ advisor, company, step }) {
    clearTimeout(this.slow);
    forgetToken();
    this.values = { advisor: advisor || "", company: company || "" };
    setCompany(this.values.company);
    if (this.over) return;
    this.afterwards = step === "ended";
    // Cut between the yes and its answer: said again. Once pictures flow they go on by themselves.
    if (this.call) return this.call.hasMedia() ? undefined : this.consent();
    if (step === "ended") return;
    if (this.agreed || AGREED.includes(step)) return this.begin();
    // While the person reads: the face is not waited for twice.
    import("/static/media_p2p.js").catch(() => {});
    if (this.screens.name !== "welcome") {
      this.screens.put(
        () => welcomeScreen({ values: this.values, onStart: () => this.begin(), onRefuse: () => this.refuse() }),
        { name: "welcome" },
      );
    }
  }

  begin() {
    this.agreed = true;
    this.call = makeCall({
      line: this.line,
      values: () => this.values,
      onLeave: () => this.leave(),
      onBroken: () => this.screens.notice("broken"),
    });
    this.screens.put(() => this.call.screen(), { name: "call" });
    this.consent();
  }

  consent() {
    this.line.send({ type: "consent", lang: lang() }, { keep: "consent" });
  }

  refuse() {
    this.line.send({ type: "refuse" }, { keep: "end" });
    this.ended("refused");
  }

  leave() {
    this.line.send({ type: "leave" }, { keep: "end" });
    this.ended("done");
  }

  ended(reason) {
    if (this.over) return;
    this.over = true;
    this.call?.end();
    // A page that was loaded again after the end still asks its question.
    const had = this.agreed || this.afterwards;
    this.call = null;
    clearTimeout(this.slow);
    if (reason === "no_show") return this.screens.notice("expired");
    if (reason === "refused") {
      this.screens.notice("refused");
      return this.part();
    }
    if (!had) return this.screens.notice("gone");
    const draft = { effort: null, words: "" };
    this.screens.put(
      () => questionScreen({ reason, draft, values: this.values, onAnswer: (answer) => this.answer(answer) }),
      { name: "question" },
    );
    announce(t("c_ended"));
  }

  answer({ effort, words }) {
    this.skipped = effort === null && !words;
    this.line.send({ type: "effort", effort, words }, { keep: "effort" });
    if (this.skipped) this.finish("bye");
  }

  finish(kind) {
    if (this.screens.name === "thanks" || this.screens.name === "bye") return;
    this.screens.notice(kind);
    this.part();
  }

  /** Leave the line once what was said last is on its way. */
  part() {
    setTimeout(() => this.line.close(), 3000);
  }
}

/** The token leaves the address as soon as it was used: neither history nor a look at the screen keeps it. */
function forgetToken() {
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
}

function makeHeader() {
  let top = document.getElementById("top");
  if (!top) {
    top = el("header", { id: "top" });
    document.body.prepend(top);
  }
  const title = el("p", { class: "brand" }, icon("video"), el("span", { id: "company" }));
  const other = button("", "globe", { class: "quiet language", on: { click: () => setLang(lang() === "fr" ? "en" : "fr") } });
  top.replaceChildren(title, other);
  const words = () => {
    const company = top.dataset.company ?? "";
    document.title = company ? t("c_title_with", { company }) : t("c_title");
    title.lastChild.textContent = company || t("c_video_call");
    other.lastChild.textContent = t("language");
    other.lang = lang() === "fr" ? "en" : "fr";
  };
  onLang(words);
  top.addEventListener("company", words);
  words();
}

function setCompany(company) {
  const top = document.getElementById("top");
  top.dataset.company = company;
  top.dispatchEvent(new Event("company"));
}

if (document.body.dataset.page === "customer") {
  document.documentElement.dataset.started = "yes";
  // Another link pasted into this very page is another call.
  addEventListener("hashchange", () => location.hash.length > 1 && location.reload());
  startCall({ token: location.hash.slice(1) });
}
