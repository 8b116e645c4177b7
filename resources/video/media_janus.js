// Pictures and sound through a media server, for two people or three.
//
// This page sends all it may send on one connection, made at once (tracks are put on its lines and taken
// off them later), and gets what each other person sends on a connection of theirs. All of it is
// arranged over the gateway's own line (/ws/media), whose ticket is good once: when that line or a
// connection is lost everything is made anew with another ticket (`media_again`).

import { decoded, figuresOf, tune } from "./p2p_lines.js";

/** What each role sends, in the order of its description; `like` is the line whose rate and pace it has. */
const SENDS = {
  customer: [
    { name: "sound", kind: "audio", like: "sound" },
    { name: "camera", kind: "video", like: "camera" },
    { name: "screen", kind: "video", like: "screen" },
  ],
  advisor: [
    { name: "advisor", kind: "video", like: "advisor" },
    { name: "sound", kind: "audio", like: "sound" },
  ],
  third: [
    { name: "third", kind: "video", like: "advisor" },
    { name: "third-sound", kind: "audio", like: "sound" },
  ],
};
/** Whose connection says that the call goes through. */
const FACING = { customer: "advisor", advisor: "customer", third: "customer" };
/** Browsers say `disconnected` after 5 to 6 s without a sign: this makes 8 s in all. */
const ANEW_AFTER = 2200;
const ASK_AGAIN = 2000;
const LOOK = 50;
const LOOK_LONG = 400;
/** The line was taken by a newer page, the call ended, or this page said what it may not. */
const FINAL = [4002, 4003, 1008];

/**
 * The same as `connect` of media_p2p.js, and for the role `third`, whose own picture is put by `setAdvisorVideo`.
 * `remote(name, null)` takes a colleague's picture and sound away; the third person hears the advisor as
 * `advisor-sound`. What this page may not say, or a newer page of the same person, closes it for good.
 */
export function connect({ role, media, signal, on }) {
  const call = new Call({ role, signal, on });
  call.begin(media);
  const own = (name, roles) => (track) => (roles.includes(role) ? call.put(name, track) : undefined);
  const staff = ["advisor", "third"];
  return {
    handle: (message) => call.handle(message),
    setAdvisorVideo: own(role === "third" ? "third" : "advisor", staff),
    setAdvisorSound: own(role === "third" ? "third-sound" : "sound", staff),
    setCustomerSource: (source, track) => own(source, ["customer"])(track),
    setCustomerSound: own("sound", ["customer"]),
    restart: () => call.anew(),
    stats: () => call.stats(),
    close: () => call.close(),
  };
}

/** The name that a page knows a line by: at the third person's there are two other voices. */
function heardAs(role, from, kind) {
  return role === "third" && from === "advisor" && kind === "sound" ? "advisor-sound" : kind;
}

class Call {
  constructor({ role, signal, on }) {
    this.role = role;
    this.signal = signal;
    this.on = { remote() {}, face() {}, state() {}, via() {}, ...on };
    this.tracks = new Map(); // own ones, by line: they outlive a connection
    this.links = new Map(); // "up" and, by role, what comes of the others
    this.early = []; // ways whose description has not come yet
    this.socket = null;
    this.asking = 0;
    this.status = "connecting";
    this.was = false;
    this.made = 0;
    this.faulty = 0;
    this.closed = false;
  }

  begin(media) {
    this.on.state("connecting");
    this.media(media);
  }

  handle(message) {
    // A ticket that nobody asked for came with the page's own line: what goes through stays.
    if (message.type === "media" && !this.socket) this.media(message);
    return Promise.resolve();
  }

  // The line ---------------------------------------------------------------------------------------

  media({ ice, policy, ticket }) {
    if (this.closed) return;
    this.settings = {
      iceServers: ice || [],
      iceTransportPolicy: policy || "all",
      bundlePolicy: "max-bundle",
      rtcpMuxPolicy: "require",
    };
    if (ticket) this.open(ticket);
    else this.ask();
  }

  open(ticket) {
    clearTimeout(this.asking);
    this.drop();
    this.made += 1;
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/ws/media?ticket=${encodeURIComponent(ticket)}`);
    this.socket = socket;
    const up = this.link("up");
    up.offer = this.offer(up); // while the line is being made
    socket.onmessage = ({ data }) => socket === this.socket && this.take(JSON.parse(data));
    socket.onclose = ({ code }) => {
      if (socket !== this.socket) return;
      this.socket = null;
      if (!FINAL.includes(code)) this.anew();
      else {
        this.close();
        this.tell("failed");
      }
    };
  }

  say(message) {
    if (this.socket && this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** Everything again, with another ticket; asked for until one comes. */
  anew() {
    if (this.closed) return;
    this.drop();
    this.changed();
    this.signal({ type: "media_again" });
    this.ask();
  }

  ask() {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.anew(), ASK_AGAIN);
  }

  drop() {
    clearTimeout(this.faulty);
    this.faulty = 0;
    const { socket } = this;
    this.socket = null;
    if (socket) {
      socket.onmessage = socket.onclose = null;
      socket.close();
    }
    for (const link of this.links.values()) link.connection.close();
    this.links.clear();
    this.early = [];
  }

  // What the gateway says --------------------------------------------------------------------------

  take(message) {
    switch (message.type) {
      case "ready":
        return this.on_link("up", (up) => this.publish(up));
      case "up":
        return this.on_link("up", async (up) => {
          await up.connection.setRemoteDescription({ type: "answer", sdp: message.sdp });
          for (const line of SENDS[this.role]) tune(up.lines[line.name].sender, line.like);
          await this.flush(up);
        });
      case "down":
        return this.receive(message);
      case "gone":
        return this.gone(message.from);
      case "candidate":
        return this.way(message);
    }
  }

  /** Steps of one connection are taken one after the other. */
  on_link(name, step) {
    const link = this.links.get(name);
    if (!link) return;
    link.queue = link.queue.then(async () => {
      if (this.links.get(name) !== link) return;
      try {
        await step(link);
      } catch (error) {
        if (this.links.get(name) === link) console.debug("media", error && error.name);
      }
    });
  }

  link(name, gen = 0) {
    const former = this.links.get(name);
    if (former) former.connection.close();
    const connection = new RTCPeerConnection(this.settings);
    const link = { name, gen, connection, lines: {}, queue: Promise.resolve(), unsaid: [] };
    this.links.set(name, link);
    connection.onicecandidate = ({ candidate }) => {
      if (this.links.get(name) !== link || (candidate && !candidate.candidate)) return;
      const said = { type: "candidate", on: name, candidate: candidate && candidate.toJSON() };
      if (gen) said.gen = gen;
      if (link.unsaid) link.unsaid.push(said);
      else this.say(said);
    };
    connection.onconnectionstatechange = () => {
      if (this.links.get(name) === link) this.changed();
    };
    return link;
  }

  /** The description left: the ways found until then may follow. */
  told(link) {
    const found = link.unsaid || [];
    link.unsaid = null;
    for (const one of found) this.say(one);
  }

  async way({ on, gen = 0, candidate }) {
    const ready = this.links.get(on);
    if (!candidate || candidate.completed) return;
    this.early.push({ on, gen, candidate });
    if (ready) this.on_link(on, (link) => this.flush(link));
  }

  async flush(link) {
    if (!link.connection.remoteDescription) return;
    const mine = this.early.filter((one) => one.on === link.name && one.gen === link.gen);
    this.early = this.early.filter((one) => !mine.includes(one));
    for (const { candidate } of mine) await link.connection.addIceCandidate(candidate).catch(() => {});
  }

  // What this page sends ---------------------------------------------------------------------------

  async offer(up) {
    const together = new MediaStream();
    for (const line of SENDS[this.role]) {
      const streams = [together];
      up.lines[line.name] = up.connection.addTransceiver(line.kind, { direction: "sendonly", streams });
      await up.lines[line.name].sender.replaceTrack(this.alive(line.name));
    }
    await up.connection.setLocalDescription(await up.connection.createOffer());
  }

  async publish(up) {
    await up.offer;
    const lines = {};
    for (const line of SENDS[this.role]) lines[up.lines[line.name].mid] = line.name;
    this.say({ type: "up", sdp: up.connection.localDescription.sdp, lines });
    this.told(up);
  }

  alive(name) {
    const track = this.tracks.get(name);
    return track && track.readyState === "live" ? track : null;
  }

  /** Puts a track on a line of one's own, or takes it off with null; kept for the next connection. */
  put(name, track) {
    this.tracks.set(name, track || null);
    const up = this.links.get("up");
    const line = up && up.lines[name];
    const { like } = SENDS[this.role].find((one) => one.name === name);
    if (!line) return Promise.resolve();
    return line.sender.replaceTrack(track || null).then(() => (track ? tune(line.sender, like) : undefined));
  }

  // What it gets of the others ---------------------------------------------------------------------

  receive({ from, gen, sdp, lines }) {
    this.link(from, gen);
    this.on_link(from, async (link) => {
      const { connection } = link;
      await connection.setRemoteDescription({ type: "offer", sdp });
      for (const transceiver of connection.getTransceivers()) {
        const kind = lines[transceiver.mid];
        if (!kind) continue;
        link.lines[kind] = transceiver;
        this.on.remote(heardAs(this.role, from, kind), transceiver.receiver.track);
      }
      await connection.setLocalDescription(await connection.createAnswer());
      this.say({ type: "down", from, gen, sdp: connection.localDescription.sdp });
      this.told(link);
      await this.flush(link);
      if (this.role === "customer" && from === "advisor") this.look(link, performance.now());
    });
  }

  gone(from) {
    const link = this.links.get(from);
    if (!link) return;
    this.links.delete(from);
    link.connection.close();
    // Who the call is with comes back; a colleague may have left for good.
    if (from !== FACING[this.role]) {
      for (const kind of Object.keys(link.lines)) this.on.remote(heardAs(this.role, from, kind), null);
    }
    this.changed();
  }

  /** Watches for the first picture; the receiver's own count is right where no element plays yet. */
  async look(link, since) {
    if (this.links.get(link.name) !== link || !link.lines.advisor) return;
    if ((await decoded(link.lines.advisor)) > 0) {
      if (this.links.get(link.name) === link) this.on.face();
      return;
    }
    setTimeout(() => this.look(link, since), performance.now() - since < 20_000 ? LOOK : LOOK_LONG);
  }

  // Where it stands --------------------------------------------------------------------------------

  state_of(name) {
    const link = this.links.get(name);
    return link ? link.connection.connectionState : "new";
  }

  changed() {
    if (this.closed) return;
    const states = [...this.links.keys()].map((name) => this.state_of(name));
    if (states.includes("failed")) this.mend(0);
    else if (states.includes("disconnected")) this.mend(ANEW_AFTER);
    else {
      clearTimeout(this.faulty);
      this.faulty = 0;
    }
    if (this.state_of("up") === "connected" && this.state_of(FACING[this.role]) === "connected") {
      this.tell(this.was ? "back" : "connected");
      if (!this.was) this.on.via("server");
      this.was = true;
    } else if (this.was) {
      this.tell("lost");
    } else if (states.includes("failed")) {
      this.tell("failed");
    }
  }

  mend(after) {
    if (this.faulty && after > 0) return;
    clearTimeout(this.faulty);
    this.faulty = setTimeout(() => this.anew(), after);
  }

  tell(state) {
    if (state === this.status || (state === "back" && this.status === "connected")) return;
    this.status = state;
    this.on.state(state);
  }

  async stats() {
    const all = { lines: [], rtt_ms: null };
    for (const { name, connection } of this.links.values()) {
      const { lines, rtt_ms } = figuresOf(await connection.getStats());
      all.lines.push(...lines.map((line) => ({ ...line, on: name })));
      if (name === "up") all.rtt_ms = rtt_ms;
    }
    const via = this.was ? "server" : "";
    return { ...all, via, state: this.status, gen: this.made, restarts: this.made - 1 };
  }

  close() {
    this.closed = true;
    clearTimeout(this.asking);
    this.drop();
  }
}
