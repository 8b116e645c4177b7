// One call under way: pictures and sound, what the customer shows, photos, and the line’s comings and goings.

import { withdraw } from "./consent.js";
import { cameras } from "./devices.js";
import { announce } from "./dom.js";
import { makeMirror } from "./mirror.js";
import { answerAsk, upload } from "./photo.js";
import { makeShares } from "./share.js";
import { makeStage } from "./stage.js";
import { t } from "./words.js";

/** Milliseconds without a picture after which the card says that there is none. */
const NO_PICTURE = 5000;
/** Milliseconds of connecting after which the wait is named; the advisor hears of it at the same time. */
const SLOW = 10_000;
/** Milliseconds of a lost line after which more is said than a word. */
const LONG = 8000;
const MEDIA = ["offer", "candidate", "answer", "peer"];

/**
 * `line`: of wire.js; `values()`: names; `onLeave()`: the customer stops; `onBroken()`: pictures cannot begin at all.
 * Gives {screen, hear, lined, hasMedia, end}.
 */
export function makeCall({ line, values, onLeave, onBroken }) {
  const call = new Call(line, values, onLeave, onBroken);
  return {
    screen: () => call.screen(),
    hear: (message) => call.hear(message),
    lined: (open) => call.lined(open),
    hasMedia: () => Boolean(call.media || call.opening),
    end: () => call.end(),
  };
}

class Call {
  constructor(line, values, onLeave, onBroken) {
    this.line = line;
    this.onBroken = onBroken;
    this.values = values;
    this.onLeave = onLeave;
    this.tracks = new Map(); // what comes in, by kind
    this.mirrors = new Map(); // of what the customer shows, by kind
    this.media = null;
    this.early = []; // media messages from before the module was there
    this.connected = false;
    this.seen = false; // a picture came
    this.frozen = false;
    this.muted = false;
    this.third = "";
    this.lost = { line: false, media: false };
    this.photo = null; // a JPEG that waits for its ticket
    this.photographing = false;
    this.over = false;
    this.shares = makeShares({
      send: (message, options) => this.line.send(message, options),
      put: (kind, track) => this.put(kind, track),
      onChange: () => this.showShares(),
      onTrouble: (words) => this.stage?.trouble(words),
      values,
    });
    this.slowly = setTimeout(() => this.named(), SLOW);
    stayAwake(this);
  }

  // The screen -------------------------------------------------------------------------------------

  /** The stage, made anew (in the page's language) with all that is going on. */
  screen() {
    for (const mirror of this.mirrors.values()) mirror.close();
    this.mirrors.clear();
    const toggle = (kind) => () => (this.shares.has(kind) ? this.shares.stop(kind) : this.shares.start(kind));
    this.stage = makeStage({
      values: this.values,
      on: {
        camera: toggle("camera"),
        screen: toggle("screen"),
        sound: toggle("sound"),
        stop: this.onLeave,
        unshare: (kind) => this.shares.stop(kind),
        enableSound: () => this.play(),
      },
    });
    this.stage.face.video.addEventListener("resize", () => this.showFace());
    for (const [kind, track] of this.tracks) this.attach(kind, track);
    this.showFace();
    this.showLost();
    this.showShares();
    this.stage.setMuted(this.muted);
    return this.stage.element;
  }

  showFace() {
    const seen = this.seen && !this.frozen;
    this.stage.face.show(seen);
    if (seen) return;
    if (this.frozen || this.late) this.stage.face.say(t("c_no_picture", this.values()));
    else this.stage.face.say(t(this.slow ? "c_slow" : "c_connecting", this.values()), true);
  }

  showLost() {
    const lost = this.lost.line || this.lost.media;
    if (!lost) {
      clearTimeout(this.longer);
      this.longer = 0;
      this.stage.setState("");
      return;
    }
    if (this.longer) return;
    this.stage.setState(t("c_reconnecting"));
    announce(t("c_reconnecting"));
    this.longer = setTimeout(() => {
      this.stage.setState(t("c_reconnecting_long"));
      announce(t("c_reconnecting_long"));
    }, LONG);
  }

  showShares() {
    if (!this.stage || this.over) return;
    const kinds = this.shares.kinds();
    for (const [kind, mirror] of this.mirrors) {
      if (kinds.includes(kind)) continue;
      mirror.close();
      this.mirrors.delete(kind);
    }
    for (const kind of kinds) if (kind !== "sound") this.mirror(kind);
    this.stage.setShown(kinds);
  }

  mirror(kind) {
    let one = this.mirrors.get(kind);
    if (!one) {
      one = makeMirror({
        kind,
        values: this.values,
        onFlip: () => this.shares.flip(),
        onStop: () => this.shares.stop(kind),
        onTrouble: (words) => this.stage.trouble(words),
      });
      this.mirrors.set(kind, one);
      this.stage.pictures.append(one.element);
      if (kind === "camera") cameras().then((all) => one.flips(all.length > 1));
    }
    one.show(this.shares.stream(kind));
  }

  // What comes by the line -------------------------------------------------------------------------

  hear(message) {
    if (this.over) return;
    if (message.type === "media") return this.open(message);
    if (MEDIA.includes(message.type)) return this.toMedia(message);
    HEARD[message.type]?.(this, message);
  }

  lined(open) {
    const was = this.lost.line;
    this.lost.line = !open;
    if (was !== this.lost.line) this.changedLost(was);
  }

  changedLost(was) {
    this.showLost();
    if (was && !this.lost.line && !this.lost.media) announce(t("c_back"));
  }

  // Pictures and sound -----------------------------------------------------------------------------

  async open(message) {
    if (this.media) return this.media.handle(message);
    if (this.opening) return undefined;
    this.opening = true;
    // The name comes from our own gateway; it still has to look like one.
    const name = /^[a-z0-9]+$/.test(message.provider) ? message.provider : "p2p";
    let connect;
    try {
      ({ connect } = await import(`/static/media_${name}.js`));
    } catch {
      return this.over ? undefined : this.onBroken();
    }
    if (this.over) return undefined;
    this.media = connect({
      role: "customer",
      media: message,
      signal: (said) => this.line.send(said),
      on: {
        remote: (kind, track) => this.attach(kind, track),
        face: () => this.faced(),
        state: (state) => this.went(state),
        via: (via) => this.line.send({ type: "via", via }, { keep: "via" }),
      },
    });
    for (const kind of this.shares.kinds()) this.put(kind, this.shares.track(kind));
    for (const one of this.early.splice(0)) this.media.handle(one);
    return undefined;
  }

  toMedia(message) {
    if (this.media) this.media.handle(message);
    else this.early.push(message);
  }

  put(kind, track) {
    if (!this.media) return;
    if (kind === "sound") this.media.setCustomerSound(track);
    else this.media.setCustomerSource(kind, track);
  }

  attach(kind, given) {
    const track = given instanceof MediaStream ? given.getTracks()[0] : given;
    if (!track) this.tracks.delete(kind);
    else this.tracks.set(kind, track);
    if (kind === "advisor") this.stage.face.video.srcObject = track ? new MediaStream([track]) : null;
    if (kind === "advisor" || kind === "sound" || kind === "third-sound") this.play();
    if (kind === "third") this.showThird();
  }

  showThird() {
    this.stage.setThird(this.third, this.third ? this.tracks.get("third") : null);
  }

  /** All sound through one element; browsers may want a touch first, some of them for the picture too. */
  async play() {
    const tracks = ["sound", "third-sound"].map((kind) => this.tracks.get(kind)).filter(Boolean);
    const { audio } = this.stage;
    const playing = audio.srcObject?.getAudioTracks() ?? [];
    if (tracks.length !== playing.length || tracks.some((one) => !playing.includes(one))) {
      audio.srcObject = new MediaStream(tracks);
    }
    const { video } = this.stage.face;
    // A later try knows more than an earlier one that is still waiting for its first picture.
    this.tries = (this.tries ?? 0) + 1;
    const mine = this.tries;
    let blocked = false;
    try {
      await Promise.all([video.srcObject && video.play(), tracks.length && audio.play()]);
    } catch (error) {
      blocked = error?.name === "NotAllowedError";
    }
    if (mine === this.tries && !this.over) this.stage.askForSound(blocked);
  }

  faced() {
    this.line.send({ type: "face" }, { keep: "face" });
    this.late = false;
    if (!this.seen) announce(t("c_here", this.values()));
    this.seen = true;
    this.showFace();
  }

  /** It takes long: said, for silence worries. */
  named() {
    if (this.connected || this.over) return;
    this.slow = true;
    this.showFace();
    announce(t("c_slow", this.values()));
  }

  /** The way is there, and no picture comes by it. */
  waited() {
    if (this.seen || this.over || this.lost.media) return;
    this.late = true;
    this.showFace();
    announce(t("c_no_picture", this.values()));
  }

  went(state) {
    if (this.over) return;
    if (state === "lost" || state === "failed") {
      if (!this.lost.media) this.line.send({ type: "lost" }, { keep: "state" });
      this.lost.media = true;
      this.showLost();
    } else if (state === "back" || state === "connected") {
      const was = this.lost.media;
      this.lost.media = false;
      this.connected = true;
      this.patience ??= setTimeout(() => this.waited(), NO_PICTURE);
      if (was) this.line.send({ type: "back" }, { keep: "state" });
      this.changedLost(was);
    }
  }

  // Photos -----------------------------------------------------------------------------------------

  async askedForPhoto(source) {
    // Asked again after a cut: the question is still open, or its answer is known.
    if (this.photographing) return;
    if (this.photo?.source === source) {
      this.answerPhoto(this.photo);
      return;
    }
    this.photographing = true;
    const taken = await answerAsk({
      source,
      track: this.shares.track(source),
      values: this.values(),
      onTrouble: (words) => this.stage.trouble(words),
    });
    this.photographing = false;
    if (this.over) return;
    this.photo = taken && { source, ...taken };
    this.answerPhoto(this.photo ?? { source });
    if (taken) announce(t("c_photo_sending"));
  }

  answerPhoto({ source, blob, width = 0, height = 0 }) {
    this.line.send({ type: "photo_answer", yes: Boolean(blob), source, width, height });
  }

  async ticketed(ticket) {
    if (!this.photo) return;
    const { blob } = this.photo;
    this.photo = null;
    if (await upload(ticket, blob)) announce(t("c_photo_sent"));
    else this.stage.trouble(t("c_photo_failed", this.values()));
  }

  end() {
    this.over = true;
    clearTimeout(this.longer);
    clearTimeout(this.patience);
    clearTimeout(this.slowly);
    withdraw();
    this.shares.end();
    for (const mirror of this.mirrors.values()) mirror.close();
    this.media?.close();
    this.stage.audio.srcObject = null;
    this.stage.face.video.srcObject = null;
    this.lock?.release().catch(() => {});
  }
}

const HEARD = {
  point(call, message) {
    const mirror = call.mirrors.get(message.on);
    if (!mirror?.point(message)) return;
    if (message.shape !== "pointer" && call.pointed !== message.id) {
      call.pointed = message.id;
      announce(t("c_points", call.values()));
    }
  },
  clear(call) {
    for (const mirror of call.mirrors.values()) mirror.clear();
  },
  mute(call, { on }) {
    call.muted = Boolean(on);
    call.stage.setMuted(call.muted);
  },
  frozen(call, { on }) {
    call.frozen = Boolean(on);
    call.showFace();
    if (call.frozen) announce(t("c_no_picture", call.values()));
  },
  third(call, { here, name }) {
    const words = t(here ? "c_third_here" : "c_third_away", { name });
    // Told again after a cut: the same colleague comes once.
    if (here && call.third === name) return;
    call.third = here ? name : "";
    call.showThird();
    announce(words);
  },
  photo_ask(call, { source }) {
    call.askedForPhoto(source === "screen" ? "screen" : "camera");
  },
  photo_ticket(call, { ticket }) {
    call.ticketed(ticket);
  },
};

/** A phone that goes dark in the middle of a call helps nobody. */
async function stayAwake(call) {
  const hold = async () => {
    if (call.over || document.visibilityState !== "visible") return;
    try {
      call.lock = await navigator.wakeLock?.request("screen");
    } catch {
      // Battery low, or not allowed: the call goes on.
    }
  };
  document.addEventListener("visibilitychange", hold);
  await hold();
}
