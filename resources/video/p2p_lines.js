// The four lines of a peer-to-peer call: how they are made, found again, tuned and measured.

/** In the order of the description's lines; `from` is who sends, `rate` in bits, `pace` in pictures a second. */
const LINES = [
  { name: "advisor", kind: "video", from: "advisor", rate: 900_000, pace: 24 },
  { name: "sound", kind: "audio", from: "both", rate: 40_000 },
  { name: "camera", kind: "video", from: "customer", rate: 1_500_000, pace: 24 },
  { name: "screen", kind: "video", from: "customer", rate: 2_500_000, pace: 15 },
];

/** Puts the four lines on the advisor's connection and returns them by name. */
export function make(connection) {
  const together = new MediaStream(); // one stream: the browser keeps lips and words together
  const lines = {};
  for (const line of LINES) {
    const direction = { advisor: "sendonly", both: "sendrecv", customer: "recvonly" }[line.from];
    const streams = line.from === "customer" ? [] : [together];
    lines[line.name] = connection.addTransceiver(line.kind, { direction, streams });
    preferVp8(lines[line.name], line);
  }
  return lines;
}

/** Takes up, at the customer's, the lines that the advisor made: by their order, never by their labels. */
export function adopt(connection) {
  const lines = {};
  connection.getTransceivers().forEach((transceiver, place) => {
    const line = LINES[place];
    if (line === undefined) return;
    transceiver.direction = { advisor: "recvonly", both: "sendrecv", customer: "sendonly" }[line.from];
    lines[line.name] = transceiver;
  });
  return lines;
}

/** VP8 first: half the work of VP9 for the sender, and known to every browser. */
function preferVp8(transceiver, line) {
  if (line.kind !== "video" || !transceiver.setCodecPreferences) return;
  const known = (RTCRtpReceiver.getCapabilities("video") || { codecs: [] }).codecs;
  const first = known.filter((codec) => /vp8/i.test(codec.mimeType));
  if (first.length === 0) return;
  transceiver.setCodecPreferences([...first, ...known.filter((codec) => !first.includes(codec))]);
}

/** Holds a sender to its line's rate and pace; browsers that do not take it send as they like. */
export async function tune(sender, name) {
  const line = LINES.find((one) => one.name === name);
  try {
    const told = sender.getParameters();
    if (!told.encodings || told.encodings.length === 0) return;
    for (const encoding of told.encodings) {
      encoding.maxBitrate = line.rate;
      if (line.pace) encoding.maxFramerate = line.pace;
    }
    await sender.setParameters(told);
  } catch {
    // Never a reason to lose the call.
  }
}

/** The session that a description belongs to: the same as long as it is the same connection. */
export function sessionOf(sdp) {
  const origin = /^o=\S+ (\S+)/m.exec(sdp || "");
  return origin ? origin[1] : "";
}

/** Pictures decoded so far on this line. */
export async function decoded(transceiver) {
  for (const one of (await transceiver.receiver.getStats()).values()) {
    if (one.type === "inbound-rtp" && one.framesDecoded > 0) return one.framesDecoded;
  }
  return 0;
}

function chosenPair(report) {
  for (const one of report.values()) {
    if (one.type === "transport" && one.selectedCandidatePairId) {
      return report.get(one.selectedCandidatePairId);
    }
  }
  for (const one of report.values()) {
    if (one.type === "candidate-pair" && (one.selected || (one.nominated && one.state === "succeeded"))) {
      return one; // Firefox names no pair in its transport
    }
  }
  return undefined;
}

/** `relay`, `direct`, or `""` while nobody can say: a peer's reflexive address may be its relay's. */
export function wayOf(report) {
  const pair = chosenPair(report);
  const here = pair && report.get(pair.localCandidateId);
  const there = pair && report.get(pair.remoteCandidateId);
  if (!here || !there) return "";
  if (here.candidateType === "relay" || there.candidateType === "relay") return "relay";
  return there.candidateType === "prflx" ? "" : "direct";
}

/** Figures of the moment, for the bench and for a look at what goes wrong. */
export function figuresOf(report) {
  const lines = [];
  for (const one of report.values()) {
    if (one.type !== "inbound-rtp" && one.type !== "outbound-rtp") continue;
    const codec = report.get(one.codecId);
    lines.push({
      way: one.type === "inbound-rtp" ? "in" : "out",
      kind: one.kind,
      mid: one.mid,
      codec: codec ? codec.mimeType : "",
      width: one.frameWidth || 0,
      height: one.frameHeight || 0,
      pictures: one.framesDecoded || one.framesSent || 0,
      pace: one.framesPerSecond || 0,
      bytes: one.bytesReceived || one.bytesSent || 0,
      lost: one.packetsLost || 0,
    });
  }
  const pair = chosenPair(report);
  return { lines, rtt_ms: pair && pair.currentRoundTripTime ? pair.currentRoundTripTime * 1000 : null };
}
