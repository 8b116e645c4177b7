// Choice of devices with one's own picture, a needle for the microphone and a sound to hear.

import { chime, meter } from "./advisor_devices.js";
import { button, el } from "./dom.js";
import { t } from "./words.js";

const KINDS = ["camera", "microphone", "speaker"];

/** The panel; `picture`: with one's own picture. `refresh()` after a change of devices, `close()` when it goes. */
export function panel(devices, { picture }) {
  const video = picture ? el("video", { class: "mirror", autoplay: true, playsinline: true }) : null;
  if (video) {
    video.muted = true;
    video.setAttribute("aria-label", t("a.view.self"));
  }
  const why = el("p", { class: "why", role: "status" });
  const selects = {};
  const needle = el("span", { class: "needle" });
  const level = el(
    "div",
    { class: "level", role: "meter", "aria-label": t("a.level"), "aria-valuemin": "0", "aria-valuemax": "100" },
    needle,
  );
  const test = button(t("a.test"), "volume-2", {
    class: "small",
    on: { click: () => chime(devices.current("speaker")) },
  });
  let stopMeter = () => {};
  let metered = null;

  function field(kind) {
    const select = el("select", {
      id: `device-${kind}`,
      on: { change: () => devices.choose(kind, select.value) },
    });
    selects[kind] = select;
    const below = { microphone: [level, el("p", { class: "hint", text: t("a.level.say") })], speaker: [test] };
    return el(
      "div",
      { class: "field", "data-kind": kind },
      el("label", { for: select.id, text: t(`a.device.${kind}`) }),
      select,
      ...(below[kind] || []),
    );
  }

  function fill(kind) {
    const select = selects[kind];
    const list = devices.lists[kind];
    const options = list.map((one, place) =>
      el("option", { value: one.deviceId, text: one.label || t("a.device.number", { n: place + 1 }) }),
    );
    const first = el("option", { value: "", text: t(list.length ? "a.device.default" : "a.device.none") });
    select.replaceChildren(first, ...options);
    select.value = devices.current(kind);
    // Some browsers let pages choose no loudspeaker.
    const choosable = kind !== "speaker" || "setSinkId" in HTMLMediaElement.prototype;
    select.disabled = list.length === 0 || !choosable;
  }

  const element = el(
    "div",
    { class: "panel" },
    video ? el("div", { class: "mirrored" }, video, why) : null,
    el("div", { class: "fields" }, KINDS.map(field)),
  );

  function refresh() {
    KINDS.forEach(fill);
    const { camera, microphone } = devices.tracks;
    if (video) {
      const shown = video.srcObject && video.srcObject.getVideoTracks()[0];
      if (shown !== (camera || undefined)) video.srcObject = camera ? new MediaStream([camera]) : null;
      video.hidden = !camera;
      why.textContent = camera || !devices.why.camera ? "" : t(`a.own.${devices.why.camera}`);
    }
    if (metered !== microphone) {
      stopMeter();
      needle.style.width = "0";
      metered = microphone;
      stopMeter = microphone ? meter(microphone, show) : () => {};
    }
  }

  function show(loud) {
    const percent = Math.round(loud * 100);
    needle.style.width = `${percent}%`;
    level.setAttribute("aria-valuenow", String(percent));
  }

  refresh();
  return {
    element,
    refresh,
    close() {
      stopMeter();
      stopMeter = () => {};
      metered = null;
      if (video) video.srcObject = null;
    },
  };
}
