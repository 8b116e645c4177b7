"""A call as the customer lives it: who calls, the face, what they show and stop showing, the question."""

import base64
import hashlib

import pytest

from tests.video.browser import until
from tests.video.served import Served
from tests.video.sides import Advisor, Customer, Tabs, joined

pytestmark = pytest.mark.video


def whats(call):
    return [one["what"] for one in call.log()]


def test_who_calls_then_a_yes_then_the_face(gateway: Served, tabs: Tabs):
    call = gateway.call()
    Advisor(tabs, call)
    customer = Customer(tabs, call)
    customer.on("welcome")
    customer.shows("Sonia Leroy vous appelle en vidéo")
    customer.shows("Sonia Leroy ne vous voit pas et ne vous entend pas.")
    customer.shows("Exemple Télécom")
    page = customer.page
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.evaluate("location.href") == f"{gateway.url}/v", "the token left the address"
    assert "consented" not in whats(call)
    assert call.invite not in str(page.evaluate("JSON.stringify(sessionStorage)"))

    customer.press("Démarrer la vidéo")
    face = call.told("face")
    consented = call.told("consented")
    assert consented["n"] < face["n"]
    page.until("document.querySelector('.face video').currentTime > 0.2")
    customer.shows("On ne vous voit pas et on ne vous entend pas.")
    assert customer.lights == [], "nothing of the customer's was opened"
    call.told("via", via="direct")

    second = Customer(tabs, call)
    second.on("used")
    second.shows("Ce lien a déjà servi")
    second.shows("demandez un nouveau lien")
    assert "ended" not in whats(call), "the second tab did not disturb the first"

    customer.press("Arrêter")
    assert call.told("ended")["reason"] == "done"
    customer.on("question")
    assert customer.errors == []


def test_showing_the_camera_from_the_yes_to_the_stop(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    customer.press("Ma caméra")
    customer.shows("Montrer votre caméra")
    customer.press("Non")
    assert customer.lights == []
    assert "share" not in whats(call)

    customer.agree("Ma caméra", "Oui, montrer")
    call.told("share", source="camera")
    customer.shows("Vous montrez votre caméra")
    advisor.sees("camera")
    assert customer.lights == ["video"]
    assert customer.button("Ma caméra").get_attribute("aria-pressed") == "true"

    _arrow_falls_where_it_was_drawn(advisor, customer)
    _photo_of_what_is_shown(call, advisor, customer)

    customer.press("Ne plus montrer la caméra")
    call.told("unshare", source="camera")
    customer.shows("On ne vous voit pas et on ne vous entend pas.")
    assert customer.lights == []

    customer.agree("Mon micro", "Oui, allumer")
    customer.shows("On vous entend")
    assert customer.lights == ["audio"]
    customer.press("Arrêter")
    call.told("ended", reason="done")
    assert customer.lights == [], "all lights are out at the end"
    assert customer.errors == []


def _arrow_falls_where_it_was_drawn(advisor, customer):
    """The advisor draws from a quarter to three quarters of the picture, wherever its bands are."""
    advisor.press("Flèche")  # first: the tools are there once the picture is
    if advisor.button("Flèche").get_attribute("aria-pressed") != "true":
        advisor.press("Flèche")
    box = advisor.page.evaluate(
        """(() => {
          const video = [...document.querySelectorAll('video')].find((one) =>
            (one.getAttribute('aria-label') || '').includes('caméra de votre client'));
          const at = video.getBoundingClientRect();
          const scale = Math.min(at.width / video.videoWidth, at.height / video.videoHeight);
          const [width, height] = [video.videoWidth * scale, video.videoHeight * scale];
          return [at.x + (at.width - width) / 2, at.y + (at.height - height) / 2, width, height];
        })()"""
    )
    x, y, width, height = box
    mouse = advisor.page.mouse
    mouse.move(x + width / 4, y + height / 2)
    mouse.down()
    mouse.move(x + width * 3 / 4, y + height / 2, steps=4)
    mouse.up()
    ink = """(() => {
      const canvas = document.querySelector('.mirror canvas');
      const video = document.querySelector('.mirror video');
      const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      const scale = Math.min(canvas.width / video.videoWidth, canvas.height / video.videoHeight);
      const [w, h] = [video.videoWidth * scale, video.videoHeight * scale];
      const [left, top] = [(canvas.width - w) / 2, (canvas.height - h) / 2];
      let [x1, x2, y1, y2] = [1e9, -1, 1e9, -1];
      for (let i = 3; i < data.length; i += 4) {
        if (data[i] < 128) continue;
        const [px, py] = [((i - 3) / 4) % canvas.width, Math.floor((i - 3) / 4 / canvas.width)];
        [x1, x2, y1, y2] = [Math.min(x1, px), Math.max(x2, px), Math.min(y1, py), Math.max(y2, py)];
      }
      return x2 < 0 ? null : [(x1 - left) / w, (x2 - left) / w, ((y1 + y2) / 2 - top) / h];
    })()"""
    found = until(
        lambda: (spot := customer.page.evaluate(ink)) and spot[1] > 0.7 and spot, what="an arrow"
    )
    assert found == pytest.approx([0.25, 0.75, 0.5], abs=0.04)
    customer.page.until("document.getElementById('said').textContent.includes('montre un endroit')")


FULL_SIZE = """(async () => {
  const canvas = new OffscreenCanvas(1600, 1200);
  canvas.getContext('2d').fillRect(0, 0, 800, 600);
  const plain = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
  const note = new TextEncoder().encode('Exif\\0\\0GPS 47.47 N 0.55 W');
  const head = [0xff, 0xd8, 0xff, 0xe1, 0, note.length + 2];
  const photo = new Blob([new Uint8Array([...head, ...note]), plain.slice(2)], { type: 'image/jpeg' });
  window.ImageCapture = class { async takePhoto() { return photo; } };
})()"""
"""A camera that gives larger photos than it films, with the place where it was in them; made beforehand,
for browsers put off what encodes while they are busy."""


def _photo_of_what_is_shown(call, advisor, customer):
    advisor.press("Demander une photo")
    customer.shows("Envoyer une photo")
    customer.press("Non")
    call.told("photo_refused")

    customer.page.evaluate(FULL_SIZE)
    until(lambda: advisor.button("Demander une photo").is_enabled(), what="asking again")
    advisor.press("Demander une photo")
    customer.shows("gardée dans votre dossier")
    customer.press("Oui, envoyer la photo")
    told = call.told("photo")
    content = call.photo(told["id"])
    assert content.startswith(b"\xff\xd8\xff")
    assert hashlib.sha256(content).hexdigest() == told["sha256"]
    assert len(content) == told["size"]
    assert (told["width"], told["height"]) == (1600, 1200), "as large as the camera can"
    assert b"Exif" not in content, "nothing of the camera's own notes goes along"
    assert b"GPS" not in content
    order = whats(call)
    assert order.index("photo_consented") < order.index("photo")


def test_showing_the_screen_in_a_small_window_and_by_the_browsers_own_stop(
    gateway: Served, tabs: Tabs
):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    customer.press("Mon écran")
    customer.shows("Fermez d’abord ce qui est privé.")
    customer.press("Oui, choisir quoi montrer")
    call.told("share", source="screen")
    advisor.sees("screen")
    customer.shows("Vous montrez votre écran")
    customer.shows("ouvrez la petite fenêtre")

    customer.press("Petite fenêtre")
    customer.shows("toujours devant")
    small = "window.documentPictureInPicture.window"
    customer.page.until(f"{small}.document.querySelector('video').videoWidth > 0")
    customer.page.until(f"{small}.document.styleSheets.length === 2")
    customer.page.evaluate(f"{small}.close()")
    customer.shows("ouvrez la petite fenêtre")
    customer.page.until("document.querySelector('.mirror video').currentTime > 0")

    # The small window has the stop of what it shows, and goes with it.
    customer.press("Petite fenêtre")
    customer.shows("toujours devant")
    stop = customer.page.evaluate(f"{small}.document.querySelector('button').textContent")
    assert stop == "Ne plus montrer l’écran"
    customer.page.evaluate(f"{small}.document.querySelector('button').click()")
    call.told("unshare", source="screen")
    customer.page.until(f"{small} === null")
    assert customer.lights == []

    # The bar that browsers show has a stop of its own.
    customer.agree("Mon écran", "Oui, choisir quoi montrer")
    customer.shows("Vous montrez votre écran")
    customer.page.evaluate(
        "window.tracks.forEach((one) => { one.stop(); one.dispatchEvent(new Event('ended')); })"
    )
    customer.shows("On ne vous voit pas et on ne vous entend pas.")
    until(lambda: whats(call).count("unshare") == 2, what="both stops")
    assert whats(call).count("share") == 2
    assert customer.errors == []


def test_a_reload_goes_on_with_nothing_shown(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    customer.agree("Ma caméra", "Oui, montrer")
    call.told("share")
    customer.page.reload()
    customer.on("call")
    call.told("unshare")
    customer.page.until("document.querySelector('.face video').currentTime > 0.2")
    customer.shows("On ne vous voit pas et on ne vous entend pas.")
    assert whats(call).count("consented") == 1
    assert whats(call).count("face") == 1

    advisor.press("Raccrocher")
    customer.on("question")
    assert customer.errors == []


def test_the_line_comes_back_by_itself_and_the_face_stays(gateway: Served, tabs: Tabs):
    call = gateway.call()
    _, customer = joined(tabs, call)
    customer.agree("Ma caméra", "Oui, montrer")
    call.told("share")
    customer.page.context.set_offline(True)
    customer.page.evaluate("dispatchEvent(new Event('offline'))")
    customer.shows("Reconnexion…")
    call.told("customer_away")
    customer.page.context.set_offline(False)
    call.told("customer_here")
    customer.page.until("document.querySelector('.stage-state').hidden")
    assert "unshare" not in whats(call), "what is shown goes on being shown"
    assert customer.lights == ["video"]


def test_the_answer_is_sealed_for_who_asked(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    advisor.press("Raccrocher")
    customer.on("question")
    customer.shows("L’appel vidéo est terminé")
    customer.press("Envoyer")
    customer.shows("Choisissez un chiffre")
    page = customer.page
    page.get_by_role("radio", name="2", exact=True).check()
    page.get_by_role("textbox").fill("Très <b>clair</b>, merci à Sonia.")
    customer.press("English")
    assert page.get_by_role("radio", name="2", exact=True).is_checked(), "what was typed stays"
    page.reload()
    customer.on("question")
    page.get_by_role("radio", name="2", exact=True).check()
    page.get_by_role("textbox").fill("Très <b>clair</b>, merci à Sonia.")
    customer.press("Send")
    customer.shows("Thank you!")
    answer = call.told("answer")
    assert base64.b64decode(answer["sealed"])
    assert "clair" not in str(call.log())
    assert call.opened(answer["sealed"]) == {
        "effort": 2,
        "words": "Très <b>clair</b>, merci à Sonia.",
    }
    assert customer.errors == []


def test_the_question_can_be_skipped(gateway: Served, tabs: Tabs):
    call = gateway.call()
    _, customer = joined(tabs, call)
    customer.press("Arrêter")
    customer.on("question")
    customer.press("Passer")
    customer.shows("Vous pouvez fermer cette page.")
    assert "answer" not in whats(call)
