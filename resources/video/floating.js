// A small window that stays in front, so that arrows on a shared screen are seen from any other window.

import { button, el } from "./dom.js";
import { t } from "./words.js";

const PACE = 80;

/** How this browser can keep a picture in front: "document", "video" or "" (not at all). */
export function floats() {
  if (window.documentPictureInPicture) return "document";
  const canvas = HTMLCanvasElement.prototype.captureStream;
  return document.pictureInPictureEnabled && canvas ? "video" : "";
}

/**
 * Put `mirror` (of mirror.js) in a small window; call it from a click. `onClose()` once it is back in the page.
 * Gives what closes it. Throws where the browser says no.
 */
export function float(mirror, onClose) {
  return floats() === "document" ? inDocument(mirror, onClose) : inVideo(mirror, onClose);
}

async function inDocument(mirror, onClose) {
  const small = await window.documentPictureInPicture.requestWindow({ width: 440, height: 330 });
  for (const name of ["style.css", "customer.css"]) {
    small.document.head.append(el("link", { rel: "stylesheet", href: `${location.origin}/static/${name}` }));
  }
  small.document.title = t("c_float_title", mirror.values());
  small.document.documentElement.lang = document.documentElement.lang;
  small.document.body.className = "customer floating";
  const home = mirror.leaveFor(small.document.body);
  // What is shown has its stop beside it here as well.
  const stop = button(t("c_stop_screen_name"), "x", { on: { click: mirror.stop } });
  small.document.body.append(el("div", { class: "floating-bar" }, stop));
  small.addEventListener("pagehide", () => {
    home();
    onClose();
  });
  return () => small.close();
}

/** The picture with its arrows as a film: for browsers that float a video alone. */
async function inVideo(mirror, onClose) {
  const canvas = el("canvas");
  const film = el("video", { playsinline: true, class: "film", "aria-hidden": "true" });
  film.muted = true;
  // Not by frames of the screen: those stop while another window is in front.
  const timer = setInterval(() => mirror.paintOn(canvas), PACE);
  mirror.paintOn(canvas);
  film.srcObject = canvas.captureStream(12);
  document.body.append(film);
  const close = () => {
    clearInterval(timer);
    film.srcObject = null;
    film.remove();
    onClose();
  };
  try {
    await film.play();
    await film.requestPictureInPicture();
  } catch (error) {
    clearInterval(timer);
    film.remove();
    throw error;
  }
  film.addEventListener("leavepictureinpicture", close, { once: true });
  return () => document.exitPictureInPicture().catch(close);
}
