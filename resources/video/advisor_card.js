// A still picture in the place of a camera that is off: the customer's page writes the name over it.

const WIDTH = 640;
const HEIGHT = 480;

/** A video track of the card, painted anew each second so that a page that joins late gets it too. */
export function cardTrack() {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const ctx = canvas.getContext("2d");
  paint(ctx);
  const [track] = canvas.captureStream(5).getVideoTracks();
  let turn = 0;
  const timer = setInterval(() => {
    if (track.readyState === "ended") return clearInterval(timer);
    paint(ctx);
    turn = 1 - turn; // a pixel that differs: else no new picture is made of it
    ctx.fillStyle = turn ? "#2a2140" : "#2b2241";
    ctx.fillRect(0, 0, 2, 2);
  }, 1000);
  return track;
}

function paint(ctx) {
  const ground = ctx.createLinearGradient(0, 0, WIDTH, HEIGHT);
  ground.addColorStop(0, "#2a2140");
  ground.addColorStop(1, "#4b3a86");
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  ctx.fillStyle = "#bba1ff";
  ctx.beginPath();
  ctx.arc(WIDTH / 2, 190, 62, 0, 2 * Math.PI);
  ctx.fill();
  ctx.beginPath();
  ctx.ellipse(WIDTH / 2, 390, 125, 110, 0, Math.PI, 2 * Math.PI);
  ctx.fill();
}
