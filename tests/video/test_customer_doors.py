"""What the customer reads when a call cannot begin or is not wanted, and what to do then."""

import pytest

from desktop.services.clock import Clock
from tests.video.browser import until
from tests.video.media_servers import free_ports
from tests.video.served import Running, Served, sha256, token
from tests.video.sides import Advisor, Customer, Tabs, joined

pytestmark = pytest.mark.video


def test_a_no_ends_it_before_anything_was_seen(gateway: Served, tabs: Tabs):
    call = gateway.call()
    customer = Customer(tabs, call)
    customer.on("welcome")
    customer.press("Non merci")
    customer.shows("pas de vidéo")
    customer.shows("Personne ne vous a vu ni entendu.")
    assert call.told("ended")["reason"] == "refused"
    assert "consented" not in [one["what"] for one in call.log()]
    assert customer.errors == []


def test_links_that_open_nothing_say_why_and_what_to_do(gateway: Served, tabs: Tabs):
    call = gateway.call()
    first = call.customer_url
    newer = token()
    gateway.post(f"/api/calls/{call.id}/invite", {"invite": sha256(newer)})
    page = tabs(first)
    page.until("document.body.dataset.screen === 'expired'")
    assert "Demandez-en un nouveau" in page.tail()
    assert page.evaluate("document.activeElement.tagName") == "H1"

    nobodys = tabs(f"{gateway.url}/v#{token()}")
    nobodys.until("document.body.dataset.screen === 'unknown'")
    assert "Ce lien ne fonctionne plus" in nobodys.tail()

    bare = tabs(f"{gateway.url}/v")
    bare.until("document.body.dataset.screen === 'no_link'")
    assert "Il manque une partie du lien" in bare.tail()

    # Another link pasted into that very page is followed.
    bare.evaluate(f"location.hash = '{newer}'")
    bare.until("document.body.dataset.screen === 'welcome'")

    # The same link touched twice in one tab goes on where it was.
    bare.evaluate(f"location.hash = '{newer}'")
    bare.until("location.hash === '' && document.body.dataset.screen === 'welcome'")

    gateway.post(f"/api/calls/{call.id}/end", {"reason": "done"})
    bare.until("document.body.dataset.screen === 'gone'")
    assert "Cet appel est terminé" in bare.tail()


def test_a_second_page_of_the_same_tab_takes_the_call_over(gateway: Served, tabs: Tabs):
    call = gateway.call()
    customer = Customer(tabs, call)
    customer.on("welcome")
    twin = customer.page.context.new_page()
    secret = customer.page.evaluate("sessionStorage.getItem('vav:/ws/customer')")
    twin.goto(f"{gateway.url}/v")
    twin.evaluate(f"sessionStorage.setItem('vav:/ws/customer', '{secret}')")
    twin.reload()
    twin.until("document.body.dataset.screen === 'welcome'")
    customer.on("taken")
    customer.shows("Vous pouvez fermer celle-ci.")


def test_a_browser_that_refuses_says_how_to_allow_and_the_call_goes_on(
    gateway: Served, denied_tabs: Tabs
):
    call = gateway.call()
    Advisor(denied_tabs, call)  # no camera there either: a card is seen
    customer = Customer(denied_tabs, call)
    customer.start()
    customer.shows("Sonia Leroy est en ligne, sans image.", seconds=15)
    customer.agree("Ma caméra", "Oui, montrer")
    customer.shows("Votre navigateur bloque la caméra.")
    customer.press("Fermer")
    customer.agree("Mon micro", "Oui, allumer")
    customer.shows("Votre navigateur bloque le micro.")
    customer.agree("Mon écran", "Oui, choisir quoi montrer")
    customer.shows("L’écran n’est pas montré.")
    assert "share" not in [one["what"] for one in call.log()]
    assert customer.button("Ma caméra").get_attribute("aria-pressed") == "false"
    customer.press("Arrêter")
    call.told("ended", reason="done")
    assert customer.errors == []


def test_no_line_then_one(gateway: Served, tabs: Tabs):
    call = gateway.call()
    page = tabs()
    page.goto(f"{gateway.url}/v")  # what is needed is in the cache
    page.context.set_offline(True)
    page.evaluate(
        f"import('/static/customer.js').then((one) => one.startCall({{ token: '{call.invite}' }}))"
    )
    page.until("document.body.dataset.screen === 'offline'", seconds=12)
    assert "Vérifiez votre Wi-Fi" in page.tail()
    page.context.set_offline(False)
    page.until("document.body.dataset.screen === 'welcome'")


def test_browsers_that_are_too_old_are_told_so(gateway: Served, tabs: Tabs):
    call = gateway.call()
    page = tabs()
    page.add_init_script("delete window.RTCPeerConnection")
    page.goto(call.customer_url)
    page.until("document.body.dataset.screen === 'old'")
    assert "Chrome, Firefox, Edge ou Safari" in page.tail()
    assert "opened" not in [one["what"] for one in call.log()], "the link is still good"

    # One that cannot read modules at all.
    ancient = tabs()
    ancient.route("**/static/customer.js", _abort)
    ancient.goto(call.customer_url)
    ancient.until("document.getElementById('old').offsetParent !== null")


async def _abort(route):
    await route.abort()


def test_plain_http_over_a_network_shows_the_face_and_no_device(
    tabs: Tabs, tmp_path_factory: pytest.TempPathFactory
):
    (port,) = free_ports(1)
    public = f"http://agence.example:{port}"
    folder = tmp_path_factory.mktemp("branch")
    running = Running(folder, Clock(), port=port, public=public)
    branch = running.start()
    assert branch.url == public
    try:
        call = branch.call()
        customer = Customer.__new__(Customer)
        page = tabs(call.customer_url)
        super(Customer, customer).__init__(page)
        assert page.evaluate("isSecureContext") is False
        customer.on("welcome")
        customer.shows("Cette page n’est pas protégée")
        customer.press("Démarrer la vidéo")
        call.told("consented")
        until(lambda: customer.button("Arrêter").is_visible(), what="a stop")
        for name in ("Ma caméra", "Mon écran", "Mon micro"):
            assert customer.button(name).count() == 0
        page.context.close()
    finally:
        running.stop()


def test_sound_that_a_browser_blocks_waits_for_one_touch(gateway: Served, tabs: Tabs):
    call = gateway.call()
    Advisor(tabs, call)
    page = tabs()
    customer = Customer.__new__(Customer)
    super(Customer, customer).__init__(page)
    page.add_init_script(
        """const play = HTMLMediaElement.prototype.play;
        let touched = false;
        addEventListener('click', (event) => {
          touched ||= event.target.textContent.includes('Activer');
        }, true);
        HTMLMediaElement.prototype.play = function () {
          if (this instanceof HTMLAudioElement && !touched) {
            return Promise.reject(new DOMException('no', 'NotAllowedError'));
          }
          return play.call(this);
        };"""
    )
    page.goto(call.customer_url)
    customer.start()
    call.told("face")
    customer.press("Activer le son")
    until(lambda: not customer.button("Activer le son").is_visible(), what="sound")
    assert page.evaluate("document.querySelector('audio').paused") is False


def test_names_are_words_and_never_markup(gateway: Served, tabs: Tabs):
    call = gateway.call(advisor="<img src=x onerror=alert(1)>", company="<b>Exemple</b>")
    customer = Customer(tabs, call)
    customer.on("welcome")
    customer.shows("<img src=x onerror=alert(1)> vous appelle")
    assert customer.page.evaluate("document.querySelectorAll('img, b').length") == 0
    assert customer.errors == []


def test_the_advisor_without_a_picture_has_a_card(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    advisor.page.keyboard.press("Control+Shift+KeyO")
    customer.shows("Sonia Leroy est en ligne, sans image.")
    advisor.page.keyboard.press("Control+Shift+KeyM")
    customer.shows("Sonia Leroy a coupé son micro")
    advisor.page.keyboard.press("Control+Shift+KeyO")
    customer.page.until("!document.querySelector('.face video').hidden")
