// The words of the three pages, in French and in English; each page's own stand in its own file.

import { WORDS as ADVISOR } from "./words_advisor.js";
import { WORDS as CUSTOMER } from "./words_customer.js";
import { WORDS as SOS } from "./words_sos.js";

const LANGUAGES = ["fr", "en"];
const WORDS = Object.fromEntries(
  LANGUAGES.map((one) => [one, { ...SOS[one], ...CUSTOMER[one], ...ADVISOR[one] }]),
);
const KEPT = "vav:lang";
const listeners = new Set();
let current = chosen() || browsers();

function chosen() {
  try {
    const kept = sessionStorage.getItem(KEPT);
    return LANGUAGES.includes(kept) ? kept : "";
  } catch {
    return "";
  }
}

function browsers() {
  const asked = navigator.languages?.length ? navigator.languages : [navigator.language || "fr"];
  for (const one of asked) {
    const short = one.slice(0, 2).toLowerCase();
    if (LANGUAGES.includes(short)) return short;
  }
  return "fr";
}

/** The language of the page: "fr" or "en". */
export function lang() {
  return current;
}

/** Change the language, keep it for this tab, and tell who listens. */
export function setLang(next) {
  if (!LANGUAGES.includes(next)) return;
  current = next;
  try {
    sessionStorage.setItem(KEPT, next);
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
  document.documentElement.lang = next;
  for (const tell of listeners) tell(next);
}

/** Hear of each change of language; gives what stops it. */
export function onLang(callback) {
  listeners.add(callback);
  return () => listeners.delete(callback);
}

/** The words under `key`, with each {name} of `values` put in; French where English lacks them. */
export function t(key, values = {}) {
  const text = WORDS[current][key] ?? WORDS.fr[key];
  if (text === undefined) throw new Error(`no words: ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

document.documentElement.lang = current;
