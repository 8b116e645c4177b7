"""One key to video, end to end: the application itself, and a real Chromium as the customer."""

import base64
import hashlib
import json

import pytest

from desktop.ui.video import webrules
from tests.journeys.hands import rows
from tests.video.application import Invited, Play, Played
from tests.video.browser import Held, until
from tests.video.sides import Advisor, Customer, Tabs

pytestmark = pytest.mark.video
inside = pytest.mark.skipif(
    not webrules.available(), reason="pyside6-addons (the extra video) is not installed"
)

PICTURE = """JSON.stringify((() => {
  const video = [...document.querySelectorAll('video')].find((one) =>
    (one.getAttribute('aria-label') || '').includes('caméra de votre client'));
  const at = video && video.videoWidth && video.getBoundingClientRect();
  return at && at.width ? [at.x, at.y, at.width, at.height] : null;
})())"""
PHOTO = """[...document.querySelectorAll('.bar button')].find((one) =>
  (one.getAttribute('aria-label') || one.innerText).includes('photo')).click()"""
WORDS = "La flèche m’a bien aidée."


@inside
def test_a_key_a_face_and_what_remains(play: Play, tabs: Tabs):
    played = play()
    link = played.begin()
    call = played.state()["call"]
    assert "#" in link
    customer = Customer(tabs, Invited(link))
    customer.on("welcome")
    customer.shows("Léa Bertin vous appelle en vidéo")
    played.until(step="opened")
    assert played.ask("link") == "", "an invitation is used once"
    customer.press("Démarrer la vidéo")
    talking = played.until(stage="talking")
    assert talking["log"].index("consented") < talking["log"].index("face")
    assert talking["inside"]
    assert "Vidéo en cours" in talking["words"]

    customer.agree("Ma caméra", "Oui, montrer")
    played.until(words="Montre sa caméra")
    _arrow(played, customer)
    photo = _photo(played, customer, call)

    played.press("Escape", "Escape")
    assert played.state()["stage"] == "talking", "Escape hangs nothing up"
    played.press("Shift+F9")
    ended = played.until(stage="ended", reason="done")
    assert ended["contact"] == "open", "the end of the call asks nothing of the contact"
    customer.on("question")
    assert customer.lights == []
    _answered_and_hidden(played, customer)
    _estimated_and_shown(played, photo)
    assert customer.errors == []
    played.quit()


def _arrow(played: Played, customer: Customer) -> None:
    """From a quarter of the picture to three quarters, with the mouse over the advisor's page."""
    box = until(lambda: json.loads(played.ask("script", script=PICTURE)), what="the camera")
    x, y, width, height = box
    places = [[x + width * part, y + height / 2] for part in (0.25, 0.4, 0.6, 0.75)]
    played.ask("drag", points=places)
    customer.page.until("document.getElementById('said').textContent.includes('montre un endroit')")
    customer.page.until(
        "(() => { const one = document.querySelector('.mirror canvas');"
        " return one.getContext('2d').getImageData(0, 0, one.width, one.height).data.some(Boolean); })()"
    )


def _photo(played: Played, customer: Customer, call: str) -> str:
    """Asked for, consented to, and in the store as it was sent."""
    played.ask("script", script=PHOTO)
    customer.shows("Envoyer une photo")
    assert rows(played.store, "SELECT id FROM video_photos WHERE call_id = ?", call) == []
    customer.press("Oui, envoyer la photo")
    until(lambda: played.state()["photos"], what="the photo")
    query = "SELECT sha256, size, width, height, at, consented_at, data FROM video_photos WHERE call_id = ?"
    ((sha256, size, width, height, at, consented, data),) = rows(played.store, query, call)
    content = base64.b64decode(data)
    assert content.startswith(b"\xff\xd8\xff")
    assert hashlib.sha256(content).hexdigest() == sha256 == played.state()["photos"][0]
    assert len(content) == size
    assert width > 0
    assert height > 0
    assert consented <= at
    return str(sha256)


def _answered_and_hidden(played: Played, customer: Customer) -> None:
    customer.page.get_by_role("radio", name="6", exact=True).check()
    customer.page.get_by_role("textbox").fill(WORDS)
    customer.press("Envoyer")
    customer.shows("Merci !")
    query = "SELECT effort, words FROM answers WHERE words = ?"
    until(
        lambda: rows(played.store, query, WORDS) == [(6, WORDS)],
        what="the answer",
    )
    assert WORDS not in json.dumps(played.ask("journey"), ensure_ascii=False)
    assert WORDS not in played.state()["words"]


def _estimated_and_shown(played: Played, photo: str) -> None:
    """The estimate first: closed with it, the answer shows, and the estimate stays what it was."""
    played.press("F8", "1", "4", "Ctrl+Return")
    played.until(contact="closed")

    def entry() -> dict:
        return next((one for one in played.ask("journey") if one["words"] == WORDS), {})

    shown = until(entry, what="the answer in the journey")
    played.press("Ctrl+Z")
    played.until(contact="open", shown=True, estimate=4)
    assert (shown["kind"], shown["effort"]) == ("contact", 6)
    assert shown["photos"] == [photo]
    assert "Vidéo" in shown["text"]
    assert "1 photo" in shown["text"]
    told = dict(shown["calls"])
    for words in ("envoi", "ouverture", "visage"):
        assert words in told["Attentes"], told
    assert "avant toute image" in told["Accord"]
    assert "Caméra de" in told["Montré"]
    played.press("F8", "1", "2")
    assert played.state()["estimate"] == 4, "who saw the answer estimates no more"


@inside
def test_the_customers_own_button(play: Play, tabs: Tabs):
    played = play()
    played.until(ready=True)
    public = played.ask("public")
    played.ask("available")
    played.until(available=True)
    page = tabs(f"{public}/sos/accueil#n=4018277")
    page.until("Boolean(document.querySelector('#press'))")
    page.click("#press")
    rung = played.until(rings=1)
    assert rung["stage"] == "nobody"
    played.press("Ctrl+F9")
    talking = played.until(stage="talking")
    assert talking["customer"].endswith("000000000001"), (
        "the one whose number was given is in front"
    )
    page.until("document.querySelector('.face video')?.currentTime > 0.2")
    assert "consented" in talking["log"]
    played.press("Shift+F9")
    played.until(stage="ended", reason="done")
    _call_back(played, tabs(f"{public}/sos/accueil"))


def _call_back(played: Played, page: Held) -> None:
    """Nobody takes it: said after a moment, and what is left becomes the advisor's promise."""
    page.until("Boolean(document.querySelector('#press'))")
    page.click("#press")
    played.until(rings=1)
    played.ask("shorten", ring=2)  # it may end from here on, having been heard
    page.until("document.querySelector('h1')?.innerText === 'Personne n’est libre'")
    page.fill("#phone", "06 39 98 42 18")
    page.fill("#when", "demain matin")
    page.click("#send")
    page.until("document.querySelector('h1')?.innerText === 'C’est noté'")
    query = "SELECT kind, state, person_id FROM promises WHERE words LIKE '%demain matin%'"
    ((kind, state, person),) = until(lambda: rows(played.store, query), what="the promise")
    assert (kind, state) == ("callback", "open")
    assert rows(played.store, "SELECT name FROM people WHERE id = ?", person) == [("Léa Bertin",)]


def test_without_the_extra_the_page_is_in_the_browser(play: Play, tabs: Tabs):
    played = play("--browser")
    link = played.begin()
    state = played.until(stage="waiting")
    assert not state["inside"]
    assert "Votre page est dans le navigateur" in state["words"]
    (url,) = until(lambda: played.state()["browsed"], what="the browser")
    customer = Customer(tabs, Invited(link))
    customer.start()
    advisor = Advisor(tabs, Invited(url, url))
    played.until(stage="talking")
    customer.page.until("document.querySelector('.face video').currentTime > 0.2")
    again = tabs(url)
    again.until("document.body.innerText.includes('déjà')")
    advisor.shows("Votre client vous voit")
    played.press("Shift+F9")
    customer.on("question")
    ended = played.until(stage="ended", reason="done")
    until(lambda: played.facts(ended["call"]), what="the fact")
    played.quit()
