// One photo, full size where the camera gives it, asked for by the advisor and agreed to by the customer.

import { ask } from "./consent.js";
import { el } from "./dom.js";
import { t } from "./words.js";

const MAX_BYTES = 6 * 1024 * 1024;
const MAX_PIXELS = 12_000_000;
const PATIENCE = 3000;
const QUALITIES = [0.92, 0.85, 0.75, 0.6];

/** The outcome of `work`, or an error once `ms` went by. */
function within(ms, work) {
  return Promise.race([
    work,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error("late")), ms);
    }),
  ]);
}

/** A video element that plays this track, silent, in its place. */
function playing(track) {
  const video = el("video", { class: "preview", autoplay: true, muted: true, playsinline: true });
  video.muted = true;
  video.setAttribute("aria-label", t("c_ask_photo_preview"));
  video.setAttribute("role", "img");
  video.srcObject = new MediaStream([track]);
  video.play().catch(() => {});
  return video;
}

/** The camera's own full-size photo as a bitmap; an error where there is none. */
async function still(track) {
  if (typeof ImageCapture !== "function") throw new Error("none");
  const blob = await within(PATIENCE, new ImageCapture(track).takePhoto());
  return createImageBitmap(blob, { imageOrientation: "from-image" });
}

/** The picture that `video` shows, as a bitmap of the track's own size. */
async function frame(video) {
  if (video.readyState < 2) {
    await within(PATIENCE, new Promise((resolve) => video.addEventListener("loadeddata", resolve, { once: true })));
  }
  return createImageBitmap(video);
}

function encode(canvas, quality) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no JPEG"))), "image/jpeg", quality);
  });
}

/**
 * A bitmap as a JPEG within `maxBytes`: `{blob, width, height}`. Drawn anew, so that nothing of the camera's notes
 * (place, owner) goes along.
 */
async function jpegOf(bitmap, maxBytes = MAX_BYTES) {
  let scale = Math.min(1, Math.sqrt(MAX_PIXELS / (bitmap.width * bitmap.height)));
  for (;;) {
    const canvas = el("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      const blob = await encode(canvas, quality);
      if (blob.size <= maxBytes) return { blob, width: canvas.width, height: canvas.height };
    }
    scale *= 0.7;
  }
}

async function capture(source, track, video) {
  const bitmap = source === "camera" ? await still(track).catch(() => frame(video)) : await frame(video);
  try {
    return await jpegOf(bitmap);
  } finally {
    bitmap.close();
  }
}

/**
 * The customer's answer to `photo_ask {source}`: null for no, else `{blob, width, height}`. `track`: what is shown.
 * `onTrouble(words)` when the photo could not be taken.
 */
export async function answerAsk({ source, track, values, onTrouble }) {
  if (!track) return null;
  const video = playing(track);
  const yes = await ask({
    iconName: "camera",
    title: t("c_ask_photo", values),
    lines: [t(`c_ask_photo_${source}`, values), t("c_ask_photo_kept", values)],
    yes: t("c_ask_photo_yes"),
    yesIcon: "camera",
    content: video,
  });
  if (!yes) return null;
  try {
    return await capture(source, track, video);
  } catch {
    onTrouble(t("c_photo_failed", values));
    return null;
  }
}

/** Send the JPEG under its ticket; true when the gateway took it. */
export async function upload(ticket, blob) {
  try {
    const answer = await fetch(`/photo/${encodeURIComponent(ticket)}`, {
      method: "POST",
      headers: { "Content-Type": "image/jpeg" },
      body: blob,
    });
    return answer.ok;
  } catch {
    return false;
  }
}
