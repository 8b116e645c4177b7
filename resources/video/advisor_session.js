// One call as the advisor's page lives it: the line, the pictures, and what is known of the customer.

import { cardTrack } from "./advisor_card.js";
import { keepSecret, wire } from "./wire.js";

export const PATH = "/ws/advisor";
const SOURCES = ["camera", "screen"];
const NOTICE = 6000;
/** The gateway tells at once all that happened before this page came. */
const REPLAY = 500;

/** What a call looks like before anything is known of it. */
export function nothing() {
  return {
    phase: "joining", // joining, on, ended, void
    role: "advisor",
    reason: "", // of the end, or why the page is void
    step: "created",
    here: false, // the customer's page
    line: true, // the line to the gateway
    way: "connecting", // of the pictures
    shares: [],
    large: "", // which of them is large
    third: [], // ids of colleagues who are here
    photo: "", // asked, consented, refused, failed, came
    muted: false,
    frozen: false, // own camera off by choice
    tool: "",
    silent: false, // the browser waits for a click before it plays sound
  };
}

/** `token` joins; without one the page resumes what it had. `onChange(state)` hears each change. */
export class Session {
  constructor({ token, devices, onChange, onPicture, onPoint, onClear }) {
    this.devices = devices;
    this.onChange = onChange;
    this.onPicture = onPicture; // (name, track or null): what the others send
    this.onPoint = onPoint;
    this.onClear = onClear;
    this.state = nothing();
    this.media = null;
    this.welcomed = 0;
    this.last = 0; // number of the last happening
    this.over = false;
    this.pending = []; // messages for the pictures while their module loads
    if (token) keepSecret(PATH, "");
    this.line = wire(PATH, {
      hello: token ? { type: "join", token } : null,
      onMessage: (message) => this.hear(message),
      onState: (state, code) => this.lined(state, code),
    });
  }

  set(change) {
    this.state = { ...this.state, ...change };
    this.onChange(this.state);
  }

  // The line ---------------------------------------------------------------------------------------

  lined(state, code) {
    if (state !== "final") {
      this.set({ line: state === "open" });
      return;
    }
    if (this.state.phase === "ended") return;
    if (code === 4003) this.finish("done");
    else this.finish(code === 4002 ? "taken" : "used", "void");
  }

  hear(message) {
    switch (message.type) {
      case "welcome":
        return this.welcome(message);
      case "happened":
        return this.happened(message.happening);
      case "peer":
        return this.peer(message);
      case "ended":
        return this.finish(message.reason);
      case "refused_photo":
        return this.state.photo === "asked" ? this.noted("refused") : undefined;
      case "point":
        return this.onPoint(message);
      case "clear":
        return this.onClear();
      default:
        return this.forMedia(message);
    }
  }

  welcome(message) {
    if (message.ended) {
      this.finish(message.ended.reason || message.ended);
      return;
    }
    const shares = (message.shares || []).map((one) => one.source || one);
    this.set({
      phase: "on",
      role: message.role || "advisor",
      lang: message.lang || "",
      here: (message.here || []).includes("customer"),
      ...this.shown(shares),
    });
    this.repeat();
    if (this.provider === undefined) {
      this.welcomed = performance.now();
      this.join(message.media);
    } else {
      this.forMedia({ ...message.media, type: "media" });
    }
  }

  /** What the gateway may not know after a cut, or a new page of the customer's. */
  repeat() {
    this.line.send({ type: "mute", on: this.state.muted });
    this.line.send({ type: "frozen", on: this.veiled() });
  }

  peer(message) {
    this.set({ here: Boolean(message.here) });
    if (message.here) this.repeat();
    this.forMedia(message);
  }

  // What happens -----------------------------------------------------------------------------------

  happened(one) {
    if (!one || one.n <= this.last) return;
    this.last = one.n;
    const { state } = this;
    switch (one.what) {
      case "offered":
      case "opened":
      case "consented":
      case "face":
        this.set({ step: one.what, ...(one.what === "opened" ? { here: true } : {}) });
        break;
      case "customer_here":
      case "customer_away":
        this.set({ here: one.what === "customer_here" });
        break;
      case "share":
        this.set(this.shown([...state.shares.filter((each) => each !== one.source), one.source], one.source));
        break;
      case "unshare":
        this.set(this.shown(state.shares.filter((each) => each !== one.source)));
        this.onClear(one.source);
        break;
      case "third_here":
      case "third_away":
        this.set({
          third: [...state.third.filter((each) => each !== one.person), ...(one.what === "third_here" ? [one.person] : [])],
        });
        break;
      case "photo_asked":
        this.set({ photo: "asked" });
        break;
      case "photo_refused":
        this.noted(one.why === "failed" ? "failed" : "refused");
        break;
      case "photo_consented":
        this.set({ photo: "consented" });
        break;
      case "photo":
        this.noted("came");
        break;
      case "ended":
        this.finish(one.reason);
        break;
    }
  }

  /** The shares, and which of them is large: the newest, or the one that was. */
  shown(shares, newest = "") {
    const known = shares.filter((one) => SOURCES.includes(one));
    const wanted = newest || this.state.large;
    const large = known.includes(wanted) ? wanted : known[known.length - 1] || "";
    return { shares: known, large, tool: known.length ? this.state.tool || "arrow" : "" };
  }

  /** What became of a photo stays a moment; what a page that was reloaded hears again does not. */
  noted(photo) {
    const old = performance.now() - this.welcomed < REPLAY;
    this.set({ photo: old ? "" : photo });
    clearTimeout(this.notice);
    this.notice = setTimeout(() => {
      if (this.state.photo === photo) this.set({ photo: "" });
    }, NOTICE);
  }

  // Pictures ---------------------------------------------------------------------------------------

  async join(media) {
    this.provider = media.provider;
    let connect;
    try {
      ({ connect } = await import(`/static/media_${media.provider === "janus" ? "janus" : "p2p"}.js`));
    } catch {
      if (!this.over) this.finish("failed");
      return;
    }
    if (this.over) return;
    this.media = connect({
      role: this.state.role,
      media,
      signal: (message) => this.line.send(message),
      on: {
        remote: (name, track) => this.onPicture(name, track),
        face: () => {},
        via: (via) => this.line.send({ type: "via", via }, { keep: "via" }),
        state: (state) => this.wayed(state),
      },
    });
    this.tracks();
    for (const message of this.pending.splice(0)) this.media.handle(message);
  }

  forMedia(message) {
    if (this.media) this.media.handle(message);
    else this.pending.push(message);
  }

  wayed(way) {
    this.set({ way });
    if (way === "lost" || way === "back") this.line.send({ type: way }, { keep: "way" });
  }

  /** Whether the customer sees a card in the place of a face. */
  veiled() {
    return this.state.frozen || !this.devices.tracks.camera;
  }

  /** Puts on the lines what the devices give now; a card where they give no picture. */
  tracks() {
    const { camera, microphone } = this.devices.tracks;
    const hopeless = this.state.frozen || (!camera && this.devices.why.camera !== "");
    if (camera && this.card) {
      this.card.stop();
      this.card = null;
    } else if (hopeless && !this.card) {
      this.card = cardTrack();
    }
    if (microphone) microphone.enabled = !this.state.muted;
    if (!this.media) return;
    const picture = camera || this.card || null;
    if (picture !== this.sent) {
      this.sent = picture;
      this.media.setAdvisorVideo(picture);
      if (camera || hopeless) this.line.send({ type: "frozen", on: this.veiled() }, { keep: "frozen" });
    }
    if (microphone !== this.heard) {
      this.heard = microphone;
      this.media.setAdvisorSound(microphone);
    }
  }

  // What the advisor does --------------------------------------------------------------------------

  mute() {
    const muted = !this.state.muted;
    this.set({ muted });
    this.tracks();
    this.line.send({ type: "mute", on: muted }, { keep: "mute" });
  }

  async camera() {
    const frozen = !this.state.frozen;
    this.set({ frozen });
    if (frozen) this.devices.turnOff("camera"); // its light goes out
    else await this.devices.turnOn("camera");
    this.tracks();
  }

  enlarge(source) {
    this.set({ large: source });
  }

  tool(name) {
    this.set({ tool: this.state.tool === name ? "" : name });
  }

  point(shape) {
    this.line.send({ type: "point", on: this.state.large, ...shape });
  }

  clear() {
    this.line.send({ type: "clear" });
  }

  photo(source) {
    if (this.line.send({ type: "photo_ask", source })) this.set({ photo: "asked" });
  }

  /** Ends the call for all; a colleague only leaves. The word goes out even if the line is cut now. */
  end() {
    if (this.over) return;
    if (this.state.role === "third") {
      this.finish("left");
      return;
    }
    if (this.line.send({ type: "bye" }, { keep: "bye" })) this.finish("done");
    else this.set({ phase: "ended", reason: "done" });
    this.quiet();
  }

  /** The call is over, for whatever reason: devices are let go at once. */
  finish(reason, phase = "ended") {
    if (this.over) return;
    this.over = true;
    this.quiet();
    clearTimeout(this.notice);
    // A moment for the last word to leave.
    setTimeout(() => this.line.close(), 150);
    if (phase === "ended" || reason === "used") keepSecret(PATH, "");
    this.set({ phase, reason, shares: [], large: "", tool: "" });
  }

  quiet() {
    if (this.media) this.media.close();
    this.media = null;
    if (this.card) this.card.stop();
    this.card = null;
    this.devices.stop();
  }

  /** Leaves without a word: another call begins in this page. */
  drop() {
    this.over = true;
    clearTimeout(this.notice);
    if (this.media) this.media.close();
    if (this.card) this.card.stop();
    this.line.close();
  }
}
