"""The advisor's page in a real browser: before a call, during it, and whatever happens to either page."""

import pytest

from tests.video.browser import until
from tests.video.served import Served, sha256, token
from tests.video.sides import Advisor, Customer, Side, Tabs, joined, moves

pytestmark = pytest.mark.video

FACE = "document.querySelector('.face video').getVideoPlaybackQuality().totalVideoFrames"
OWN = "document.querySelector('.self video').videoWidth > 0"
NET = {"offline": False, "latency": 1, "downloadThroughput": -1, "uploadThroughput": -1}


def whats(call):
    return [one["what"] for one in call.log()]


def test_the_page_waits_and_begins_by_the_word_of_the_application(gateway: Served, tabs: Tabs):
    call = gateway.call()
    page = tabs(f"{gateway.url}/a?theme=dark")
    side = Side(page)
    side.shows("Prêt.")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 28, 31)"
    page.evaluate(f"visavis.begin('{call.advisor}')")
    side.shows("En attente de votre client")
    page.until(OWN)
    assert page.evaluate("location.href") == f"{gateway.url}/a?theme=dark"
    assert call.advisor not in str(page.evaluate("JSON.stringify(sessionStorage)"))
    page.evaluate("visavis.theme('light')")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    call.told("advisor_here")
    assert side.errors == []


def test_a_preview_sends_nothing_and_lets_go(gateway: Served, tabs: Tabs):
    page = tabs(f"{gateway.url}/a")
    sockets: list[object] = []
    page.on("websocket", lambda one: sockets.append(one))
    page.evaluate("location.hash = 'preview'")
    side = Side(page)
    side.shows("Rien n’est envoyé")
    page.until("document.querySelector('.panel video').videoWidth > 0")
    page.evaluate(
        "window.picture = document.querySelector('.panel video').srcObject.getTracks()[0]"
    )
    page.until("document.querySelector('.level').getAttribute('aria-valuenow') > 0")
    side.press("Fermer")
    side.shows("Prêt.")
    assert page.evaluate("window.picture.readyState") == "ended"
    assert sockets == []
    assert side.errors == []


def test_a_device_that_was_chosen_is_taken_the_next_time(gateway: Served, tabs: Tabs):
    page = tabs(f"{gateway.url}/a#preview")
    page.until("document.querySelectorAll('#device-microphone option').length > 2")
    chosen = page.evaluate("document.querySelectorAll('#device-microphone option')[2].value")
    name = page.evaluate("document.querySelectorAll('#device-microphone option')[2].textContent")
    page.select_option("#device-microphone", chosen)
    page.until(f"visavis.chosen().microphone === {name!r}")
    kept = page.evaluate("localStorage.getItem('vav:devices')")
    assert chosen in kept
    assert name not in kept, "ids alone are kept"
    page.reload()
    page.until(f"document.querySelector('#device-microphone').value === '{chosen}'")


def test_the_application_remembers_devices_by_name(gateway: Served, tabs: Tabs):
    """A profile off the record keeps nothing, and its ids change: names are handed back to it."""
    page = tabs(f"{gateway.url}/a#preview")
    page.until("document.querySelectorAll('#device-microphone option').length > 2")
    name = page.evaluate("document.querySelectorAll('#device-microphone option')[2].textContent")
    other = tabs(f"{gateway.url}/a")
    other.evaluate(f"visavis.remember({{ camera: '', microphone: {name!r}, speaker: '' }})")
    other.evaluate("visavis.preview()")
    other.until("document.querySelector('#device-microphone')?.selectedIndex === 2")
    assert other.evaluate("visavis.chosen().microphone") == name


def test_escape_hangs_nothing_up_and_one_key_does(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    advisor.shows("Votre client vous voit, vous ne le voyez pas")
    for _ in range(3):
        advisor.page.keyboard.press("Escape")
    advisor.press("Caméra, micro et haut-parleur")
    advisor.page.keyboard.press("Escape")
    advisor.page.until("!document.querySelector('dialog')")
    moves(customer)
    assert "ended" not in whats(call)
    advisor.page.keyboard.press("Control+Shift+KeyH")
    assert call.told("ended")["reason"] == "done"
    advisor.shows("Appel terminé")
    assert advisor.page.evaluate("document.querySelector('video')") is None
    assert advisor.errors == []


def test_mute_and_the_camera_that_is_off(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    page = advisor.page
    page.evaluate("window.mine = document.querySelector('.self video').srcObject.getTracks()[0]")
    advisor.press("Couper mon micro (Ctrl+Maj+M)")
    advisor.shows("Micro coupé")
    customer.shows("Sonia Leroy a coupé son micro")
    page.keyboard.press("Control+Shift+KeyM")
    until(lambda: "a coupé son micro" not in customer.words())

    advisor.press("Couper ma caméra (Ctrl+Maj+O)")
    advisor.shows("votre nom s’affiche chez votre client")
    customer.page.until("document.querySelector('.face video').hidden")
    assert page.evaluate("window.mine.readyState") == "ended", "its light goes out"
    # A page of the customer's that is loaded now is told as well.
    customer.page.reload()
    customer.page.until("document.querySelector('.face video')?.videoWidth > 0")
    customer.page.until("document.querySelector('.face video').hidden")
    advisor.press("Rallumer ma caméra (Ctrl+Maj+O)")
    customer.page.until("!document.querySelector('.face video').hidden")
    moves(customer)
    assert advisor.errors == []


def test_without_a_camera_a_card_is_shown_and_the_call_goes_on(
    gateway: Served, tabs: Tabs, denied_tabs: Tabs
):
    call = gateway.call()
    advisor = Advisor(denied_tabs, call)
    advisor.shows("votre nom s’affiche à la place, l’appel continue.")
    advisor.shows("Micro refusé")
    customer = Customer(tabs, call)
    customer.start()
    call.told("face")
    customer.shows("Sonia Leroy")
    customer.page.until("document.querySelector('.face video').hidden")
    customer.agree("Ma caméra", "Oui, montrer")
    advisor.sees("camera")
    advisor.page.evaluate("visavis.end()")
    assert call.told("ended")["reason"] == "done"


def test_either_page_may_be_loaded_again(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    customer.agree("Ma caméra", "Oui, montrer")
    advisor.sees("camera")

    advisor.page.reload()
    advisor.sees("camera")
    customer.page.until(f"{FACE} > 0")
    moves(customer)
    advisor.shows("Votre client vous voit")

    customer.page.reload()
    customer.page.until(f"{FACE} > 0")
    moves(customer)
    advisor.shows("Votre client vous voit")
    assert "ended" not in whats(call)
    assert advisor.errors == []


def test_a_network_that_drops_comes_back_by_another_way(gateway: Served, tabs: Tabs):
    """All packets of the advisor's are lost for some ten seconds: restarted, and the picture is back."""
    call = gateway.call()
    page = tabs(f"{gateway.url}/a")
    network = page.context.new_cdp_session(page.thing)
    # Armed before the connection exists: else it is not held to it.
    network.send("Network.emulateNetworkConditions", {**NET, "packetLoss": 0})
    page.evaluate(f"visavis.begin('{call.advisor}')")
    customer = Customer(tabs, call)
    customer.start()
    call.told("face")
    moves(customer)
    network.send("Network.emulateNetworkConditions", {**NET, "packetLoss": 100})
    call.told("lost", seconds=20)
    Side(page).shows("Reconnexion…")
    until(lambda: page.evaluate("visavis.stats()")["restarts"] >= 1, seconds=20)
    network.send("Network.emulateNetworkConditions", {**NET, "packetLoss": 0})
    call.told("back", seconds=30)
    moves(customer)
    assert "ended" not in whats(call)


def test_an_address_that_was_used_says_so(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor = Advisor(tabs, call)
    advisor.shows("En attente de votre client")
    second = Advisor(tabs, call)
    second.shows("Cette page ne sert plus")
    second.shows("Revenez à Vis-à-Vis")
    assert second.page.evaluate("document.querySelector('video')") is None
    # Another token, as after a renderer's death: the newer page has the call.
    again = token()
    gateway.post(f"/api/calls/{call.id}/advisor", {"advisor": sha256(again)})
    third = Side(tabs(f"{gateway.url}/a#{again}"))
    third.shows("En attente de votre client")
    advisor.shows("L’appel est ouvert dans une page plus récente.")


def test_a_photo_is_of_what_is_shown(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    nothing = advisor.page.get_by_role("button", name="dès que votre client montre")
    assert nothing.is_disabled()
    customer.agree("Ma caméra", "Oui, montrer")
    call.told("share", source="camera")
    advisor.press("Demander une photo")
    call.told("photo_asked", source="camera")
    customer.press("Non")
    advisor.shows("Votre client préfère ne pas envoyer de photo")
    customer.agree("Mon écran", "Oui, choisir quoi montrer")
    call.told("share", source="screen")
    advisor.page.until("document.querySelector('.choice').hidden === false")  # it knows of both
    advisor.press("Demander une photo")
    advisor.page.get_by_role("menuitem", name="De son écran").click()
    call.told("photo_asked", source="screen")
    assert advisor.errors == []
