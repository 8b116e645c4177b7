// The customer’s own camera, screen and microphone: opened only after a yes, with the reason when they are not.

/** Whether this page may ask for devices at all: never on plain http over a network. */
export function canShow() {
  return Boolean(window.isSecureContext && navigator.mediaDevices?.getUserMedia);
}

/** Whether this browser can show a screen; phones cannot. */
export function canShowScreen() {
  return canShow() && typeof navigator.mediaDevices.getDisplayMedia === "function";
}

/** A hand-held thing, whose back camera is the one that shows what is spoken of. */
export function isHandheld() {
  return matchMedia("(pointer: coarse)").matches && !matchMedia("(any-pointer: fine)").matches;
}

const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } };

/** Open the camera: `facing` "environment" or "user", or one by `deviceId`. Throws as the browser does. */
export function openCamera({ facing = isHandheld() ? "environment" : "user", deviceId = "" } = {}) {
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: facing } };
  return navigator.mediaDevices.getUserMedia({ video: { ...PICTURE, ...which }, audio: false });
}

/** Open the screen, window or tab that the customer picks in their browser's own dialog. */
export function openScreen() {
  return navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 12, max: 15 } }, audio: false });
}

/** Open the microphone. */
export function openSound() {
  return navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    video: false,
  });
}

/** The cameras of this device; names and ids are known only once one was opened. */
export async function cameras() {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter((one) => one.kind === "videoinput");
}

/** Why a device did not open: "refused", "missing" or "busy". */
export function reasonOf(error) {
  if (error?.name === "NotAllowedError" || error?.name === "SecurityError") return "refused";
  if (error?.name === "NotFoundError" || error?.name === "OverconstrainedError" || error?.name === "TypeError") {
    return "missing";
  }
  return "busy";
}

/** Stop all that a stream holds: the device's light goes out. */
export function stopStream(stream) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
