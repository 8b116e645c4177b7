// What the customer shows and lets be heard: each begun by a yes of its own, each stopped by itself.

import { ask } from "./consent.js";
import { cameras, isHandheld, openCamera, openScreen, openSound, reasonOf, stopStream } from "./devices.js";
import { t } from "./words.js";

const OPEN = { camera: openCamera, screen: openScreen, sound: openSound };
const ICONS = { camera: "camera", screen: "monitor-up", sound: "mic" };

/**
 * The shares of one call. `send(message, options)` tells the gateway; `put(kind, track or null)` puts a track on its
 * line; `onChange()` after each change; `onTrouble(words)` when a device did not open; `values()`: names for words.
 * Kinds: "camera", "screen", "sound".
 */
export function makeShares({ send, put, onChange, onTrouble, values }) {
  const open = new Map();
  let over = false;
  const opening = new Set();
  let asking = false;

  function consent(kind) {
    const words = (key) => t(`c_ask_${kind}${key}`, values());
    return ask({ iconName: ICONS[kind], title: words(""), lines: [words("_1"), words("_2")], yes: words("_yes") });
  }

  /** Ask, then open and show; true when it is shown. */
  async function start(kind) {
    if (open.has(kind) || opening.has(kind) || !(await agreed(kind)) || over) return false;
    opening.add(kind);
    try {
      const stream = await OPEN[kind]();
      if (over) {
        stopStream(stream);
        return false;
      }
      take(kind, stream);
      return true;
    } catch (error) {
      onTrouble(t(`c_${reasonOf(error)}_device_${kind}`, values()));
      return false;
    } finally {
      opening.delete(kind);
    }
  }

  /** One question at a time; the next may come while a device still opens. */
  async function agreed(kind) {
    if (asking) return false;
    asking = true;
    try {
      return await consent(kind);
    } finally {
      asking = false;
    }
  }

  function take(kind, stream) {
    const track = stream.getTracks()[0];
    open.set(kind, { stream, track });
    listen(kind, track);
    put(kind, track);
    if (kind !== "sound") {
      const { width = 0, height = 0, facingMode } = track.getSettings();
      const facing = facingMode ? { facing: facingMode } : {};
      send({ type: "share", source: kind, ...facing, width, height }, { keep: `share:${kind}` });
    }
    onChange();
  }

  /** The browser's own "stop sharing", a cable pulled: the same as our own stop. */
  function listen(kind, track) {
    track.addEventListener("ended", () => {
      if (open.get(kind)?.track === track) stop(kind);
    });
  }

  function stop(kind) {
    const one = open.get(kind);
    if (!one) return;
    open.delete(kind);
    put(kind, null);
    stopStream(one.stream);
    if (kind !== "sound") send({ type: "unshare", source: kind }, { keep: `share:${kind}` });
    onChange();
  }

  /** The other camera: back and front on a phone, the next one elsewhere. What was agreed to is unchanged. */
  async function flip() {
    const one = open.get("camera");
    if (!one || asking) return;
    asking = true;
    const was = one.track.getSettings();
    const all = await cameras();
    const place = all.findIndex((each) => each.deviceId === was.deviceId);
    const next = all[(place + 1) % all.length]?.deviceId ?? "";
    const facing = was.facingMode === "environment" ? "user" : "environment";
    // Phones cannot have two cameras open at once.
    stopStream(one.stream);
    try {
      const wanted = isHandheld() ? { facing } : { deviceId: next };
      change(one, await openCamera(wanted).catch(() => openCamera({ facing: was.facingMode })));
    } catch (error) {
      stop("camera");
      onTrouble(t(`c_${reasonOf(error)}_device_camera`, values()));
    } finally {
      asking = false;
    }
  }

  function change(one, stream) {
    if (over || open.get("camera") !== one) {
      stopStream(stream);
      return;
    }
    one.stream = stream;
    one.track = stream.getTracks()[0];
    listen("camera", one.track);
    put("camera", one.track);
    onChange();
  }

  return {
    start,
    stop,
    flip,
    has: (kind) => open.has(kind),
    track: (kind) => open.get(kind)?.track ?? null,
    stream: (kind) => open.get(kind)?.stream ?? null,
    kinds: () => [...open.keys()],
    /** Put every open track on the lines of a new connection. */
    again() {
      for (const [kind, { track }] of open) put(kind, track);
    },
    /** The call is over: all lights out, nothing left to tell. */
    end() {
      over = true;
      for (const { stream } of open.values()) stopStream(stream);
      open.clear();
    },
  };
}
