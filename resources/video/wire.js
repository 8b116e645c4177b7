// One line to the gateway: joins or resumes, and comes back by itself after each cut.

/** Codes that no reconnecting mends: unknown or used or expired, taken by a newer page, ended. */
export const FINAL = [4001, 4002, 4003];
const SLOW_DOWN = 4008;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 4000;
const SLOW_WAIT = 15000;
const BEAT = 4000;
const SILENCE = 11000;

/** The secret kept for a path by this tab, or "". */
export function keptSecret(path) {
  try {
    return sessionStorage.getItem(`vav:${path}`) || "";
  } catch {
    return "";
  }
}

/** Keep (or with "" forget) the secret of a path in this tab alone. */
export function keepSecret(path, secret) {
  try {
    if (secret) sessionStorage.setItem(`vav:${path}`, secret);
    else sessionStorage.removeItem(`vav:${path}`);
  } catch {
    // Storage refused: the page works, only a reload cannot resume.
  }
}

/**
 * Open a line to `path` ("/ws/customer") of this page's own origin.
 *
 * `hello`: what is said first ({type: "join", token}); once a welcome brought a secret, {type: "resume", secret}
 * is said instead. Without `hello` a kept secret is resumed with; with neither the line is for whoever comes
 * (the button's page): nothing is said first. A token that was used by this very tab (a link touched twice) resumes too.
 * `onMessage(message)`: each message, parsed. `onState("open")`: messages flow; `"lost"`: it comes back by itself;
 * `"final", code, reason`: it does not.
 * Gives {send, close, secret, isOpen}: `send(message, {keep})` is true when it left. What could not leave is dropped,
 * but for the newest under each `keep`, which leaves once the line is back.
 */
export function wire(path, { hello = null, onMessage, onState }) {
  const address = `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${path}`;
  const kept = new Map();
  const personal = Boolean(hello) || Boolean(keptSecret(path));
  let greeting = hello;
  let socket = null;
  let wait = FIRST_WAIT;
  let timer = 0;
  let open = false;
  let closed = false;
  let heard = 0;
  let answersBeats = false;
  let said = "";

  function tell(state, code, reason) {
    if (state === said && state !== "final") return;
    said = state;
    onState?.(state, code, reason);
  }

  function connect() {
    clearTimeout(timer);
    const mine = new WebSocket(address);
    socket = mine;
    mine.onopen = () => {
      heard = performance.now();
      const first = greeting ?? (personal ? { type: "resume", secret: keptSecret(path) } : null);
      if (first) mine.send(JSON.stringify(first));
      else ready();
    };
    mine.onmessage = (event) => receive(mine, event.data);
    mine.onclose = (event) => over(mine, event.code, event.reason);
  }

  function ready() {
    open = true;
    wait = FIRST_WAIT;
    tell("open");
    for (const message of kept.values()) socket.send(JSON.stringify(message));
    kept.clear();
  }

  function receive(from, data) {
    if (from !== socket) return;
    heard = performance.now();
    let message;
    try {
      message = JSON.parse(data);
    } catch {
      return;
    }
    if (message.type === "hello") {
      answersBeats = true;
      return;
    }
    if (message.type === "welcome") {
      greeting = null;
      if (message.secret) keepSecret(path, message.secret);
      ready();
    }
    onMessage(message);
  }

  function over(from, code, reason) {
    if (from !== socket || closed) return;
    open = false;
    socket = null;
    if (code === 4001 && greeting && keptSecret(path)) {
      greeting = null;
      connect();
      return;
    }
    if (FINAL.includes(code)) {
      closed = true;
      clearInterval(beats);
      if (code !== 4002) keepSecret(path, "");
      tell("final", code, reason);
      return;
    }
    tell("lost");
    clearTimeout(timer);
    timer = setTimeout(connect, code === SLOW_DOWN ? SLOW_WAIT : wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  /** Give a line up that is dead without knowing it, as after a change of network. */
  function abandon() {
    if (closed || !socket) return;
    const dead = socket;
    over(dead, 1006, "");
    dead.close();
  }

  function beat() {
    if (!open) return;
    socket.send('{"type":"hello"}');
    if (answersBeats && performance.now() - heard > SILENCE) abandon();
  }

  function hurry() {
    if (closed) return;
    wait = FIRST_WAIT;
    if (!socket) connect();
    else beat();
  }

  /** A phone that was put away: its line may be dead, and its timers slept. */
  function woken() {
    if (document.visibilityState === "visible") hurry();
  }

  const beats = setInterval(beat, BEAT);
  document.addEventListener("visibilitychange", woken);
  addEventListener("online", hurry);
  addEventListener("offline", abandon);
  connect();

  return {
    send(message, { keep = "" } = {}) {
      if (open && socket?.readyState === WebSocket.OPEN) {
        socket.send(JSON.stringify(message));
        return true;
      }
      if (keep && !closed) kept.set(keep, message);
      return false;
    },
    close() {
      closed = true;
      open = false;
      clearTimeout(timer);
      clearInterval(beats);
      document.removeEventListener("visibilitychange", woken);
      removeEventListener("online", hurry);
      removeEventListener("offline", abandon);
      socket?.close(1000);
      socket = null;
    },
    secret: () => keptSecret(path),
    isOpen: () => open,
  };
}
