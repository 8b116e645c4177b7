// Pictures and sound straight from page to page (WebRTC), through TURN where no direct way exists.
//
// The advisor makes all four lines at once and alone makes offers; afterwards tracks are put on the
// lines and taken off them, so that one negotiation serves the call and the pictures go one way by
// construction. Every offer has a higher `gen`; an answer and a candidate bear that of their offer.
// An offer of the same session (its `o=` line) is a restart of the way, another session a new
// connection: the other page was loaded again.

import { adopt, decoded, figuresOf, make, sessionOf, tune, wayOf } from "./p2p_lines.js";

/** Browsers say `disconnected` after 5 to 6 s without a sign: this makes 8 s in all. */
const RESTART_AFTER = 2200;
const RESTART_AGAIN = 8000;
/** Credentials of a relay are good for ten minutes: after nine new ones are asked for. */
const CREDENTIALS_LAST = 9 * 60_000;
const PATIENCE = 2000;
const SETTLED = 1500;
const LOOK = 50;
const LOOK_LONG = 400;

/**
 * Joins two pages. `media` is what the gateway gave, `signal` sends one message, `on` hears what comes:
 * `remote(name, track)`, `state(connecting|connected|lost|back|failed)`, `via(direct|relay)` and, at
 * the customer's, `face()`: the advisor's first decoded picture. Throws for a third person.
 */
export function connect({ role, media, signal, on }) {
  if (role !== "advisor" && role !== "customer") throw new Error("peer to peer is for two");
  const call = new Call({ role, media, signal, on });
  call.begin(media);
  return {
    handle: (message) => call.handle(message),
    setAdvisorVideo: (track) => call.put("advisor", track, "advisor"),
    setAdvisorSound: (track) => call.put("sound", track, "advisor"),
    setCustomerSource: (source, track) => call.put(source, track, "customer"),
    setCustomerSound: (track) => call.put("sound", track, "customer"),
    restart: () => call.restart(),
    stats: () => call.stats(),
    close: () => call.close(),
  };
}

class Call {
  constructor({ role, media, signal, on }) {
    this.offers = role === "advisor";
    this.role = role;
    this.signal = signal;
    this.on = { remote() {}, face() {}, state() {}, via() {}, ...on };
    this.renewed(media);
    this.tracks = new Map(); // own ones, by line: they outlive a connection
    this.lines = {};
    this.connection = null;
    this.shown = null; // the connection whose tracks the page has
    this.gen = 0;
    this.early = []; // candidates whose description has not come yet
    this.unsaid = null; // own candidates found before the offer was on its way
    this.status = "connecting";
    this.was = false; // connected once
    this.way = "";
    this.restarts = 0;
    this.closed = false;
    this.queue = Promise.resolve();
    this.repairing = null;
    this.timers = new Set();
  }

  begin(media) {
    this.on.state("connecting");
    if (this.offers) this.next(() => this.anew());
    else this.handle({ ...media, type: "media" });
  }

  /** Messages are taken one after the other: a description is set before its candidates are. */
  next(step) {
    this.queue = this.queue.then(async () => {
      if (this.closed) return;
      try {
        await step();
      } catch (error) {
        // Of one message: a candidate of a former offer, a description that came twice.
        if (!this.closed) console.debug("media", error && error.name);
      }
    });
    return this.queue;
  }

  handle(message) {
    switch (message.type) {
      case "media":
        this.renewed(message);
        if (this.offers) return this.next(() => this.repeat());
        if (message.offer) this.next(() => this.offered(message.offer));
        for (const one of message.candidates || []) this.handle(candidateOf(one, message.offer));
        return this.queue;
      case "offer":
        return this.offers ? this.queue : this.next(() => this.offered(message));
      case "answer":
        return this.offers ? this.next(() => this.answered(message)) : this.queue;
      case "candidate":
        return this.next(() => this.candidate(message));
      case "peer":
        return this.offers && message.here ? this.next(() => this.peer(message)) : this.queue;
      default:
        return this.queue;
    }
  }

  // Connections ------------------------------------------------------------------------------------

  renewed(media) {
    if (!media.ice && this.ice) return;
    this.ice = media.ice || [];
    this.policy = media.policy || "all";
    this.since = performance.now();
    if (this.refreshed) this.refreshed();
  }

  /** New credentials where the former ran out; the old ones if none come in time. */
  async credentials() {
    const relayed = this.ice.some((one) => one.credential);
    if (!relayed || performance.now() - this.since < CREDENTIALS_LAST) return;
    const came = new Promise((done) => (this.refreshed = done));
    this.signal({ type: "media_again" });
    await Promise.race([came, new Promise((done) => this.later(PATIENCE, done))]);
    this.refreshed = null;
  }

  settings() {
    return {
      iceServers: this.ice,
      iceTransportPolicy: this.policy,
      bundlePolicy: "max-bundle",
      rtcpMuxPolicy: "require",
    };
  }

  async open() {
    this.drop();
    await this.credentials();
    const connection = new RTCPeerConnection(this.settings());
    this.connection = connection;
    connection.onicecandidate = ({ candidate }) => {
      if (connection !== this.connection || !candidate || !candidate.candidate) return;
      const said = { type: "candidate", gen: this.gen, candidate: candidate.toJSON() };
      if (this.unsaid) this.unsaid.push(said);
      else this.signal(said);
    };
    connection.onconnectionstatechange = () => {
      if (connection === this.connection) this.changed(connection.connectionState);
    };
    return connection;
  }

  drop() {
    if (!this.connection) return;
    this.connection.onicecandidate = null;
    this.connection.onconnectionstatechange = null;
    this.connection.close();
    this.connection = null;
    this.lines = {};
    if (this.was) this.tell("lost");
  }

  // The advisor's side -----------------------------------------------------------------------------

  async anew() {
    const connection = await this.open();
    this.lines = make(connection);
    await this.load();
    await this.offer({});
  }

  async offer(options) {
    // The clock makes a page that was loaded again go on above its former self.
    this.gen = Math.max(this.gen + 1, Date.now());
    this.unsaid = [];
    await this.connection.setLocalDescription(await this.connection.createOffer(options));
    const { sdp } = this.connection.localDescription;
    this.signal({ type: "offer", gen: this.gen, sdp });
    const found = this.unsaid;
    this.unsaid = null;
    for (const one of found) this.signal({ ...one, gen: this.gen });
  }

  async answered({ gen, sdp }) {
    const { connection } = this;
    if (!connection || gen !== this.gen || connection.signalingState !== "have-local-offer") return;
    const before = connection.remoteDescription;
    if (before && sessionOf(before.sdp) !== sessionOf(sdp)) {
      await this.anew(); // another page answered what was meant for the one before
      return;
    }
    await connection.setRemoteDescription({ type: "answer", sdp });
    if (this.shown !== connection) {
      this.shown = connection;
      for (const name of ["sound", "camera", "screen"]) {
        this.on.remote(name, this.lines[name].receiver.track);
      }
    }
    this.later(SETTLED, () => this.measure(0)); // a restart may have found another way
    for (const [name, track] of this.tracks) if (track) tune(this.lines[name].sender, name);
    await this.flush();
  }

  async peer({ fresh }) {
    // An offer that nobody answered is still good: the gateway gave it to the new page.
    if (fresh && this.connection && this.connection.remoteDescription) await this.anew();
    else if (this.status === "lost" || this.status === "failed") await this.again();
  }

  async again() {
    if (!this.connection || !this.connection.remoteDescription) return;
    this.restarts += 1;
    await this.credentials();
    this.connection.setConfiguration(this.settings());
    await this.offer({ iceRestart: true });
  }

  /** The line was away: what was said meanwhile is said again. */
  async repeat() {
    const { connection } = this;
    if (!connection) return;
    if (this.status === "lost" || this.status === "failed") return this.again();
    if (connection.signalingState !== "have-local-offer") return;
    this.gen = Math.max(this.gen + 1, Date.now());
    this.signal({ type: "offer", gen: this.gen, sdp: connection.localDescription.sdp });
  }

  // The customer's side ----------------------------------------------------------------------------

  async offered({ gen, sdp }) {
    if (gen === this.gen && this.connection && this.connection.localDescription) {
      // Asked again: the answer was lost with the line.
      this.signal({ type: "answer", gen, sdp: this.connection.localDescription.sdp });
      return;
    }
    if (!(gen > this.gen) || !sdp) return;
    const current = this.connection && this.connection.remoteDescription;
    if (current && sessionOf(current.sdp) === sessionOf(sdp)) {
      await this.credentials();
      this.connection.setConfiguration(this.settings());
    } else {
      await this.open();
    }
    this.gen = gen;
    const { connection } = this;
    this.unsaid = [];
    await connection.setRemoteDescription({ type: "offer", sdp });
    this.lines = adopt(connection);
    await this.load();
    await connection.setLocalDescription(await connection.createAnswer());
    this.signal({ type: "answer", gen, sdp: connection.localDescription.sdp });
    for (const one of this.unsaid.splice(0)) this.signal({ ...one, gen });
    this.unsaid = null;
    this.later(SETTLED, () => this.measure(0));
    if (this.shown !== connection) {
      this.shown = connection;
      for (const name of ["advisor", "sound"]) this.on.remote(name, this.lines[name].receiver.track);
      this.look(connection, this.lines.advisor, performance.now());
    }
    for (const [name, track] of this.tracks) if (track) tune(this.lines[name].sender, name);
    await this.flush();
  }

  /** Watches for the first picture; the receiver's own count is right where no element plays yet. */
  async look(connection, line, since) {
    if (this.closed || connection !== this.connection) return;
    if ((await decoded(line)) > 0) {
      if (connection === this.connection) this.on.face();
      return;
    }
    const pause = performance.now() - since < 20_000 ? LOOK : LOOK_LONG;
    this.later(pause, () => this.look(connection, line, since));
  }

  // Both -------------------------------------------------------------------------------------------

  async candidate({ gen, candidate }) {
    if (!candidate || !candidate.candidate) return; // some browsers tell the end so
    const waits = gen > this.gen || !this.connection || !this.connection.remoteDescription;
    if (waits || this.connection.signalingState === "have-local-offer") {
      if (gen >= this.gen) this.early.push({ gen, candidate });
      return;
    }
    if (gen === this.gen) await this.connection.addIceCandidate(candidate);
  }

  async flush() {
    const ready = this.early.filter((one) => one.gen === this.gen);
    this.early = this.early.filter((one) => one.gen > this.gen);
    for (const { candidate } of ready) {
      await this.connection.addIceCandidate(candidate).catch(() => {});
    }
  }

  /** Puts a track on a line of one's own, or takes it off with null; kept for the next connection. */
  put(name, track, whose) {
    if (whose !== this.role) return Promise.resolve();
    this.tracks.set(name, track || null);
    const line = this.lines[name];
    if (!line) return Promise.resolve();
    return line.sender.replaceTrack(track || null).then(() => (track ? tune(line.sender, name) : undefined));
  }

  async load() {
    for (const [name, track] of this.tracks) {
      const alive = track && track.readyState === "live" ? track : null;
      if (this.lines[name]) await this.lines[name].sender.replaceTrack(alive);
    }
  }

  changed(state) {
    if (state === "connected") {
      this.tell(this.was ? "back" : "connected");
      this.was = true;
      this.repairing = null;
      this.measure(0);
    } else if (state === "disconnected") {
      this.tell("lost");
      this.repair(RESTART_AFTER);
    } else if (state === "failed") {
      this.tell(this.was ? "lost" : "failed");
      this.repair(0);
    }
  }

  tell(state) {
    if (state === this.status || (state === "back" && this.status === "connected")) return;
    this.status = state;
    this.on.state(state);
  }

  /** Restarts the way after a moment, and again and again until pictures go through. */
  repair(after) {
    if (!this.offers) return;
    const { connection } = this;
    const mine = (this.repairing = {});
    this.later(after, () => {
      if (this.repairing !== mine || connection !== this.connection) return;
      this.next(() => this.again());
      this.repair(RESTART_AGAIN);
    });
  }

  async measure(times) {
    const { connection } = this;
    if (!connection || this.closed) return;
    const way = wayOf(await connection.getStats());
    if (connection !== this.connection) return;
    if (way !== "" && way !== this.way) {
      this.way = way;
      this.on.via(way);
    } else if (way === "" && times === 10) {
      this.way = "direct";
      this.on.via("direct");
      return;
    }
    if (way === "") this.later(300, () => this.measure(times + 1));
  }

  later(pause, step) {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (!this.closed) step();
    }, pause);
    this.timers.add(timer);
  }

  /** Makes the way anew, now: the line to the gateway is back, or the person asks. */
  restart() {
    return this.offers ? this.next(() => this.again()) : this.queue;
  }

  async stats() {
    const figures = this.connection ? figuresOf(await this.connection.getStats()) : { lines: [], rtt_ms: null };
    return { ...figures, via: this.way, state: this.status, gen: this.gen, restarts: this.restarts };
  }

  close() {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    if (this.connection) this.connection.close();
    this.connection = null;
    this.lines = {};
  }
}

/** A kept candidate, as it was sent or bare. */
function candidateOf(one, offer) {
  const sent = one && typeof one.candidate === "object";
  const gen = sent && one.gen !== undefined ? one.gen : offer && offer.gen;
  return { type: "candidate", gen, candidate: sent ? one.candidate : one };
}
