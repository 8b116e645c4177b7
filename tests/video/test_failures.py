"""What goes wrong in a call: the application at one end, a real Chromium at the other.

A relay that dies: `test_a_relay_that_is_dead_for_twelve_seconds`.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time

import pytest

from desktop.services.vault.secrets import GATEWAY, variable
from desktop.ui.video import webrules
from tests.house.source import ROOT
from tests.journeys.hands import rows
from tests.video.application import Invited, Play, Played
from tests.video.browser import until
from tests.video.media_servers import free_ports
from tests.video.served import Served, sha256
from tests.video.sides import Customer, Tabs, moves

pytestmark = [
    pytest.mark.video,
    pytest.mark.skipif(
        not webrules.available(), reason="pyside6-addons (the extra video) is not installed"
    ),
]

READY = "Boolean(document.querySelector('.self video')?.videoWidth && visavis.stats())"
CARD = "document.querySelector('.face video').hidden"
PAGE = "document.body.innerText"
NET = {"offline": False, "latency": 1, "downloadThroughput": -1, "uploadThroughput": -1}


def reads(played: Played, words: str) -> None:
    """The advisor reads this on their page."""
    until(lambda: words in played.ask("script", script=PAGE), what=words)


def face_to_face(played: Played, tabs: Tabs) -> Customer:
    """A call from the key to moving pictures."""
    link = played.begin()
    played.until(log="advisor_here")  # an advisor who is late is missed, by a gateway in a hurry
    customer = Customer(tabs, Invited(link))
    customer.start()
    played.until(stage="talking")
    moves(customer)
    return customer


def recorded(played: Played, call: str) -> tuple:
    """The one fact of a call, waited for."""
    until(lambda: played.facts(call), what="the fact")
    (fact,) = played.facts(call)
    return fact


def test_no_camera_is_a_card_with_the_name_and_the_call_goes_on(play: Play, tabs: Tabs):
    played = play("--no-camera")
    customer = Customer(tabs, Invited(played.begin()))
    customer.start()
    played.until(stage="talking")
    customer.shows("Léa Bertin est en ligne, sans image.")
    assert customer.page.evaluate(CARD)
    reads(played, "Pas de micro\u00a0: votre client ne vous entend pas par ici.")
    played.ask("script", script="document.querySelector('.notes .quiet').click()")
    reads(played, "Pas de caméra\u00a0: votre nom s’affiche à la place, l’appel continue.")
    customer.agree("Ma caméra", "Oui, montrer")
    played.until(words="Montre sa caméra")
    customer.press("Arrêter")
    ended = played.until(stage="ended", reason="done")
    assert recorded(played, ended["call"])[0] == "done"
    assert customer.errors == []


def test_a_customer_who_does_not_want_to(play: Play, tabs: Tabs):
    played = play()
    customer = Customer(tabs, Invited(played.begin()))
    customer.on("welcome")
    customer.press("Non merci")
    customer.shows("Personne ne vous a vu ni entendu.")
    ended = played.until(stage="ended", reason="refused")
    assert "Déclinée par le client" in ended["words"]
    assert "consented" not in ended["log"]
    reason, face, _, _ = recorded(played, ended["call"])
    assert (reason, face) == ("refused", None)


def test_nobody_comes(play: Play):
    played = play("--nobody", "1")
    played.begin()
    waiting = played.until(hint="nobody")
    assert "Personne n’a ouvert le lien depuis une minute" in waiting["words"]
    assert "Proposer un rappel" in waiting["words"]
    played.ask("expire")
    ended = played.until(stage="ended", reason="no_show")
    assert "opened" not in ended["log"]
    assert "Proposer un rappel" in ended["words"]
    reason, face, _, _ = recorded(played, ended["call"])
    assert (reason, face) == ("no_show", None)


def test_the_network_drops_comes_back_and_goes_for_good(play: Play, tabs: Tabs):
    played = play()
    link = played.begin()
    page = tabs()
    network = page.context.new_cdp_session(page.thing)

    def lose(percent: int) -> None:
        network.send("Network.emulateNetworkConditions", {**NET, "packetLoss": percent})

    lose(0)  # armed before the connection exists: else it is not held to it
    customer = Customer(lambda: page, Invited(link))
    customer.start()
    played.until(stage="talking")
    moves(customer)
    lose(100)
    lost = played.until(20, stage="lost", hint="reconnecting")
    assert "Reconnexion…" in lost["words"]
    customer.shows("Reconnexion…")
    lose(0)
    played.until(30, stage="talking", hint="none")
    moves(customer)
    # Both pages are whole: else a late word of the first cut would begin the second one.
    customer.page.until("document.querySelector('.stage-state').hidden")
    until(lambda: "Reconnexion" not in played.ask("script", script=PAGE), what="the advisor's page")
    played.until(stage="talking", hint="none")
    played.ask("shorten", patience=3)
    lose(100)
    ended = played.until(30, stage="ended", reason="network")
    assert "Liaison perdue" in ended["words"]
    customer.on("question")
    customer.shows("La ligne s’est coupée et n’est pas revenue.")
    reason, face, _, losses = recorded(played, ended["call"])
    assert reason == "network"
    assert face is not None
    assert losses == 2


def test_the_lines_are_cut_and_pictures_go_on(play: Play, tabs: Tabs):
    played = play()
    customer = face_to_face(played, tabs)
    assert played.ask("cut") >= 3, "both pages' and the application's"
    moves(customer)
    until(lambda: played.state()["log"].count("customer_here") == 1, what="it is back")
    played.ask("script", script="visavis.mute()")
    customer.shows("micro")
    state = played.until(stage="talking")
    assert "lost" not in state["log"], "no picture was lost"
    played.press("Shift+F9")
    customer.on("question")
    assert recorded(played, state["call"])[0] == "done"


def test_the_customers_page_is_loaded_again(play: Play, tabs: Tabs):
    played = play()
    customer = face_to_face(played, tabs)
    customer.page.reload()
    customer.on("call")
    moves(customer)
    state = played.until(stage="talking", log="customer_here")
    assert state["log"].count("consented") == state["log"].count("face") == 1
    assert customer.errors == []


def test_the_renderer_is_killed_and_the_page_is_back(play: Play, tabs: Tabs):
    played = play()
    customer = face_to_face(played, tabs)
    killed = played.ask("renderer")
    os.kill(killed, signal.SIGKILL)
    until(lambda: played.ask("renderer") not in (0, killed), what="another renderer")
    until(lambda: played.state()["log"].count("advisor_here") == 2, what="the page is back")
    moves(customer)
    state = played.until(stage="talking", hint="none")
    assert state["problem"] is None
    played.press("Shift+F9")
    customer.on("question")
    played.quit()


def test_the_application_is_killed_with_its_gateway(play: Play, tabs: Tabs):
    played = play()
    customer = face_to_face(played, tabs)
    call = played.state()["call"]
    played.kill()
    customer.shows("Reconnexion…")
    customer.shows("La ligne est coupée", seconds=20)
    assert played.facts(call) == []
    again = play()
    reason, face, ended, _ = recorded(again, call)
    assert reason == "advisor_gone"
    assert face is not None
    assert ended >= face
    again.until(ready=True)
    assert len(again.facts(call)) == 1
    assert again.state()["stage"] == "nobody"


@contextlib.contextmanager
def gateway_alone(folder):
    """One in a process of its own, with three seconds of patience; where it is, and what opens it."""
    (port,) = free_ports(1)
    key = "k" * 43
    config = folder / "gateway.toml"
    config.write_text(
        f'listen = "127.0.0.1:{port}"\npublic = "http://localhost:{port}"\n'
        f'data = "{folder / "calls"}"\ncompany = "Exemple Télécom"\n[keys]\ndesk = "{sha256(key)}"\n'
    )
    command = [sys.executable, "-m", "tests.video.alone", "3", "--config", str(config)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    served = Served(f"http://localhost:{port}", key=key)
    try:
        until(lambda: _up(served), what="the gateway")
        yield served
    finally:
        process.terminate()
        process.wait(10)


def _up(served: Served) -> bool:
    try:
        return bool(served.get("/health"))
    except OSError:
        return False


def test_the_application_is_killed_and_the_gateway_stays(play: Play, tabs: Tabs, tmp_path):
    with gateway_alone(tmp_path) as served:
        known = {variable(f"{GATEWAY}{served.url}"): served.key}
        played = play("--gateway", served.url, **known)
        customer = face_to_face(played, tabs)
        call = played.state()["call"]
        played.kill()
        customer.on("question", seconds=20)
        customer.shows("Léa Bertin a perdu la ligne et peut vous envoyer un nouveau lien.")
        log = served.get(f"/api/calls/{call}/log?since=0")["happenings"]
        at = {one["what"]: one["at"] for one in log}
        assert played.facts(call) == []
        again = play("--gateway", served.url, **known)
        reason, face, ended, _ = recorded(again, call)
        assert reason == log[-1]["reason"] == "advisor_gone"
        assert ended - face == at["ended"] - at["face"]
        again.until(ready=True)
        assert len(again.facts(call)) == 1
        assert rows(again.store, "SELECT recorded FROM video_running") in ([], [(1,)])


def test_the_window_hangs_and_the_face_comes_all_the_same(play: Play, tabs: Tabs, tmp_path):
    played = play()
    customer = Customer(tabs, Invited(played.begin()))
    customer.on("welcome")
    played.until(log="opened")
    played.until(log="advisor_here")
    until(lambda: played.ask("script", script=READY), what="the advisor's page is ready")
    enough = tmp_path / "enough"
    played.ask("stall", seconds=5, until=str(enough))
    customer.start()
    moves(customer)
    seen = round(time.time() * 1000)
    enough.touch()
    assert seen < played.ask("stalled"), "pictures moved while the window hung"
    played.until(stage="talking")
    moves(customer)
