// The advisor's own camera, microphone and loudspeaker: which ones, and the tracks they give.

const KEPT = "vav:devices";
const KINDS = { camera: "videoinput", microphone: "audioinput", speaker: "audiooutput" };
const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24, max: 30 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Why a device gives nothing: refused, none or busy. */
function whyOf(error) {
  const name = error && error.name;
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "none";
}

/**
 * `tracks.camera` and `tracks.microphone` are live tracks or null, `why.camera` and `why.microphone` say
 * why there is none. `onChange()` is called whenever one of them, or the list of devices, changes.
 * Devices are kept in this browser by their ids; `named` are names that the application remembers, for
 * a profile that keeps nothing.
 */
export class Devices {
  constructor(onChange) {
    this.onChange = onChange;
    this.tracks = { camera: null, microphone: null };
    this.why = { camera: "", microphone: "" };
    this.lists = { camera: [], microphone: [], speaker: [] };
    this.ids = kept();
    this.named = {};
    this.opening = { camera: 0, microphone: 0 };
    navigator.mediaDevices?.addEventListener?.("devicechange", () => this.list());
  }

  /** Asks for both at once, and for each alone where that fails: one missing does not cost the other. */
  async open() {
    const wants = ["camera", "microphone"].filter((kind) => !this.tracks[kind]);
    if (wants.length === 2) {
      const turns = wants.map((kind) => ++this.opening[kind]);
      try {
        const stream = await ask({ video: this.picture(), audio: this.sound() });
        if (turns[0] !== this.opening.camera || turns[1] !== this.opening.microphone) return stop(stream);
        this.hold("camera", stream.getVideoTracks()[0]);
        this.hold("microphone", stream.getAudioTracks()[0]);
      } catch {
        await this.turnOn("camera");
        await this.turnOn("microphone");
      }
    } else {
      for (const kind of wants) await this.turnOn(kind);
    }
    await this.list();
    await this.asNamed();
  }

  /** Turns one on; `why` says what came of it. */
  async turnOn(kind, exact = false) {
    const turn = ++this.opening[kind];
    try {
      const wish = kind === "camera" ? { video: this.picture(exact) } : { audio: this.sound(exact) };
      const stream = await ask(wish);
      if (turn !== this.opening[kind]) return stop(stream);
      this.hold(kind, stream.getTracks()[0]);
    } catch (error) {
      if (turn !== this.opening[kind]) return;
      this.drop(kind);
      this.why[kind] = whyOf(error);
      this.onChange();
    }
  }

  turnOff(kind) {
    this.opening[kind] += 1;
    this.drop(kind);
    this.why[kind] = "";
    this.onChange();
  }

  stop() {
    for (const kind of ["camera", "microphone"]) {
      this.opening[kind] += 1;
      this.drop(kind);
      this.why[kind] = "";
    }
  }

  /** Takes another device ("" is the system's own) and keeps the choice. */
  async choose(kind, id) {
    this.ids[kind] = id;
    delete this.named[kind];
    keep(this.ids);
    if (kind === "speaker") this.onChange();
    else await this.turnOn(kind, true);
    await this.list();
  }

  remember(named) {
    this.named = { ...named };
    return this.list().then(() => this.asNamed());
  }

  /** Names of what is chosen: what the application keeps between two calls. */
  chosen() {
    const names = {};
    for (const kind of Object.keys(KINDS)) {
      const one = this.lists[kind].find((each) => each.deviceId === this.ids[kind]);
      names[kind] = one && this.ids[kind] ? one.label : this.named[kind] || "";
    }
    return names;
  }

  /** The device of a kind that is in use, as the list names it; "" for the system's own. */
  current(kind) {
    const id = this.ids[kind];
    return this.lists[kind].some((one) => one.deviceId === id) ? id : "";
  }

  async list() {
    const all = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) || [];
    for (const [kind, type] of Object.entries(KINDS)) {
      // Without leave a browser lists devices that have neither name nor id.
      this.lists[kind] = all.filter(
        (one) => one.kind === type && one.deviceId && one.deviceId !== "default" && one.deviceId !== "communications",
      );
    }
    this.onChange();
  }

  /** Moves to the devices that the application named, once the browser tells names. */
  async asNamed() {
    for (const [kind, name] of Object.entries({ ...this.named })) {
      const one = name && KINDS[kind] && this.lists[kind].find((each) => each.label === name);
      if (!one || one.deviceId === this.ids[kind]) continue;
      const track = this.tracks[kind];
      this.ids[kind] = one.deviceId;
      if (track && track.getSettings().deviceId !== one.deviceId) await this.turnOn(kind, true);
    }
  }

  picture(exact = false) {
    return { ...PICTURE, ...wished(this.ids.camera, exact) };
  }

  sound(exact = false) {
    return { ...SOUND, ...wished(this.ids.microphone, exact) };
  }

  hold(kind, track) {
    this.drop(kind);
    this.tracks[kind] = track;
    this.why[kind] = "";
    track.addEventListener("ended", () => {
      if (this.tracks[kind] !== track) return;
      this.tracks[kind] = null; // unplugged, or taken by the system
      this.why[kind] = "none";
      this.onChange();
    });
    this.onChange();
  }

  drop(kind) {
    const track = this.tracks[kind];
    this.tracks[kind] = null;
    if (track) track.stop();
  }
}

function wished(id, exact) {
  if (!id) return {};
  return { deviceId: exact ? { exact: id } : { ideal: id } };
}

function ask(wish) {
  if (!navigator.mediaDevices?.getUserMedia) return Promise.reject(new DOMException("", "NotFoundError"));
  return navigator.mediaDevices.getUserMedia(wish);
}

function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}

function kept() {
  const none = { camera: "", microphone: "", speaker: "" };
  try {
    const read = JSON.parse(localStorage.getItem(KEPT) || "{}");
    for (const kind of Object.keys(none)) if (typeof read[kind] === "string") none[kind] = read[kind];
  } catch {
    // Storage refused, or written by something else: the system's devices.
  }
  return none;
}

function keep(ids) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(ids));
  } catch {
    // The choice lasts as long as the page.
  }
}

/** How loud a track is, 0 to 1, told some 15 times a second; gives what stops it. */
export function meter(track, tell) {
  const context = new AudioContext();
  const listen = context.createAnalyser();
  listen.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(listen);
  const heard = new Float32Array(listen.fftSize);
  let level = 0;
  const timer = setInterval(() => {
    listen.getFloatTimeDomainData(heard);
    const power = Math.sqrt(heard.reduce((sum, one) => sum + one * one, 0) / heard.length);
    // Decibels from -60 to 0, falling slowly as a needle does.
    const now = Math.min(Math.max(1 + Math.log10(power + 1e-9) / 3, 0), 1);
    level = Math.max(now, level * 0.85);
    tell(level);
  }, 66);
  return () => {
    clearInterval(timer);
    context.close();
  };
}

/** Two soft notes by the loudspeaker of this id. */
export async function chime(speaker) {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const element = new Audio();
  element.srcObject = out.stream;
  if (speaker && element.setSinkId) await element.setSinkId(speaker).catch(() => {});
  for (const [note, at] of [[523, 0], [784, 0.22]]) {
    const tone = context.createOscillator();
    const loud = context.createGain();
    const from = context.currentTime + at;
    tone.frequency.value = note;
    loud.gain.setValueAtTime(0, from);
    loud.gain.linearRampToValueAtTime(0.25, from + 0.03);
    loud.gain.exponentialRampToValueAtTime(0.001, from + 0.5);
    tone.connect(loud).connect(out);
    tone.start(from);
    tone.stop(from + 0.55);
  }
  await element.play().catch(() => {});
  setTimeout(() => context.close(), 1200);
}
