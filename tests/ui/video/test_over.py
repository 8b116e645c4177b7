"""What lies over the window or beside it: the code, rings, colleagues, photos, the own window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.video.happenings import What
from desktop.domain.video.ringing import Caller, People, Quiet
from desktop.ui.kit.keys import key_text
from desktop.ui.video.colleagues import ColleaguesOverlay
from desktop.ui.video.guest_window import GuestWindow
from desktop.ui.video.photo_viewer import PhotoViewer, size_words
from desktop.ui.video.photos_viewmodel import jpeg
from desktop.ui.video.qr_overlay import QrOverlay, modules
from desktop.ui.video.ring_banner import TAKE, RingBanner
from desktop.ui.video.settings_card import VideoSettings
from desktop.ui.video.window import VideoWindow
from tests.ui.video import stage as states
from tests.ui.video.fakes import NOE, FakePage, invited
from tests.ui.video.stage import settled
from tests.ui.video.test_viewmodel import heard

ESCAPE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


def image_of(widget):
    return widget.grab().toImage()


async def test_the_code_is_large_on_white_and_escape_closes_it(shown, press):
    code = QrOverlay(shown.window, "Compagnie de l’Ouest")
    closed = heard(code.closed)
    code.show_link("https://video.example/v#" + "k" * 43)
    await settled()
    assert code.isFullScreen()
    code.resize(1000, 1000)
    image = image_of(code)
    assert image.pixelColor(3, 3).lightness() == 255
    dark = sum(
        image.pixelColor(x, y).lightness() < 60
        for x in range(200, 800, 5)
        for y in range(200, 800, 5)
    )
    assert 0.3 < dark / 120**2 < 0.7
    await press(ESCAPE)
    assert closed == [None]
    assert not code.isVisible()


async def test_the_code_of_a_link_is_the_links_own(shown):
    first, second = modules("https://a.example/v#1"), modules("https://a.example/v#2")
    assert len(first) == len(first[0])
    assert first != second
    code = QrOverlay(shown.window)
    code.show_link("")
    assert not code.isVisible()
    code.show_link("https://a.example/v#1")
    code.follow("https://a.example/v#2")
    assert code._modules == second
    code.follow("")
    assert not code.isVisible()
    assert code._modules == ()


@pytest.fixture
async def ringing(shown):
    banner = RingBanner(shown.window, shown.rings)
    shown.rings.set_available(True)
    await settled()
    return banner


async def test_a_ring_takes_no_keyboard_from_who_is_typing(shown, ringing, press):
    note = QLineEdit(shown.window)
    note.show()
    note.setFocus()
    await settled()
    await press("Elle m’ex".replace("’", ""))
    shown.ring()
    await settled()
    await press("plique")
    assert note.text() == "Elle mexplique"
    assert QApplication.focusWidget() is note
    assert ringing.isVisible()
    assert ringing.take.focusPolicy() is Qt.FocusPolicy.NoFocus


async def test_a_ring_says_where_who_and_since_when(shown, ringing, clock):
    shown.ring(ago=4)
    await settled()
    assert ringing.title.text() == "Un client appelle\u00a0: Comptoir d’Angers"
    assert ringing.who.text() == "Claire Moreau · 4018277 · 06 39 98 12 34"
    assert "non vérifié" in ringing.unproven.text()
    assert ringing.seconds.text() == "depuis 4\u00a0s"
    clock.advance(seconds=3)
    ringing._tick()
    assert ringing.seconds.text() == "depuis 7\u00a0s"
    assert key_text(TAKE) in ringing.words()


async def test_who_says_nothing_of_themselves_is_no_blank(shown, ringing):
    shown.ring(caller=Caller())
    await settled()
    assert ringing.who.text() == "Un client, sans nom donné"
    assert ringing.unproven.isHidden()


async def test_a_ring_is_answered_let_be_or_quiet(shown, ringing):
    won = heard(shown.rings.won)
    shown.ring("p1")
    shown.ring("p2")
    await settled()
    assert ringing.more.text() == "1 autre attend"
    ringing.take.click()
    await settled()
    assert [ring.press for ring in won] == ["p1"]
    assert ringing.isVisible()
    ringing.leave.click()
    assert not ringing.isVisible()
    shown.ring("p3")
    shown.video.hear(Quiet(press="p3"))
    assert not ringing.isVisible()


async def test_a_colleague_who_asks_shows_in_the_same_place(shown, ringing, clock):
    shown.video.hear(invited(clock))
    await settled()
    assert ringing.title.text() == "Noé Petit vous demande en vidéo"
    assert ringing.seconds.isHidden()
    ringing.take.click()
    await settled()
    assert shown.rings.state.joined is not None
    assert not ringing.isVisible()


@pytest.mark.parametrize("width", [1024, 1680])
async def test_a_ring_lies_within_the_window(shown, ringing, width):
    shown.window.resize(width, 680)
    shown.ring(caller=Caller(name="Marie-Antoinette " * 6, number="4018277"))
    await settled()
    assert ringing.x() >= 0
    assert ringing.x() + ringing.width() <= width


async def test_a_colleague_is_asked_by_enter_and_the_list_tells_the_rest(shown, press):
    call = await shown.connect()
    overlay = ColleaguesOverlay(shown.window, shown.model, shown.rings)
    overlay.propose()
    await settled()
    assert overlay.list.hasFocus()
    await press(ENTER)
    assert ("invite", "noe") in shown.video.asked
    assert overlay._said(NOE) == "Noé Petit, Conseiller, réponse attendue"
    shown.video.tell(call, What.THIRD_HERE, person="noe")
    assert overlay._said(NOE) == "Noé Petit, Conseiller, avec vous"
    await press(ESCAPE)
    assert not overlay.isVisible()
    assert shown.model.state.call is not None


async def test_no_colleague_at_all_is_said(shown):
    await shown.connect()
    shown.video.hear(People(colleagues=()))
    overlay = ColleaguesOverlay(shown.window, shown.model, shown.rings)
    overlay.propose()
    assert not overlay.empty.isHidden()
    assert overlay.list.isHidden()
    shown.model.end()
    await settled()
    assert not overlay.isVisible()


async def test_a_photo_is_seen_whole_with_its_fingerprint(shown, press):
    call = await shown.connect()
    photos = [shown.video.add_photo(call, number) for number in (1, 2)]
    viewer = PhotoViewer(shown.window, shown.looked)
    shown.looked.show(shown.model.state.call.photos, 0)
    await settled()
    assert viewer.isVisible()
    assert viewer.sum.text() == photos[0].sha256
    assert "Caméra" in viewer.told.text()
    assert "accord du client à" in viewer.told.text()
    assert viewer.picture.hasFocus()
    await press(Qt.Key.Key_Right)
    assert viewer.sum.text() == photos[1].sha256
    viewer.save.setFocus()
    await press(Qt.Key.Key_Left)
    assert viewer.sum.text() == photos[0].sha256
    await press(Qt.Key.Key_Right)
    assert viewer.place.text() == "2 / 2"
    await press(ESCAPE)
    assert not viewer.isVisible()
    assert shown.looked.state.photos == ()


async def test_a_photo_is_saved_byte_for_byte(shown, tmp_path):
    call = await shown.connect()
    photo = shown.video.add_photo(call)
    viewer = PhotoViewer(shown.window, shown.looked)
    shown.looked.show((photo,))
    shown.looked.save(tmp_path / "photo.jpg")
    await settled()
    assert (tmp_path / "photo.jpg").read_bytes() == jpeg(photo)
    assert viewer.trouble.text() == "Photo écrite dans photo.jpg."
    shown.looked.save(tmp_path / "nowhere" / "photo.jpg")
    await settled()
    assert "n’a pas pu être écrit" in viewer.trouble.text()


async def test_photos_of_a_past_call_are_fetched_and_their_lack_is_said(shown):
    call = await shown.connect()
    shown.video.add_photo(call)
    viewer = PhotoViewer(shown.window, shown.looked)
    shown.looked.open(call)
    assert not viewer.loading.isHidden()
    await settled()
    assert shown.looked.state.photo is not None
    shown.looked.open("another")
    await settled()
    assert "ne sont pas sur ce poste" in viewer.trouble.text()

    async def failing(_call_id):
        raise StoreUnavailable(Trouble.LOCKED, "store")

    shown.looked._fetch = failing
    shown.looked.open(call)
    await settled()
    assert "Rien n’est perdu" in viewer.trouble.text()


async def test_what_is_no_jpeg_is_shown_as_nothing(shown):
    call = await shown.connect()
    photo = shown.video.add_photo(call)
    object.__setattr__(photo, "data", "not base64 ~")
    viewer = PhotoViewer(shown.window, shown.looked)
    shown.looked.show((photo,))
    await settled()
    assert image_of(viewer.picture).width() > 0


@pytest.mark.parametrize(
    ("size", "said"),
    [(400, "1\u00a0ko"), (812_345, "812\u00a0ko"), (1_440_000, "1,4\u00a0Mo")],
)
def test_sizes_as_people_say_them(size, said):
    assert size_words(size) == said


async def test_the_own_window_takes_the_page_and_brings_it_back(shown, press):
    await shown.connect()
    kept = []
    own = VideoWindow(shown.window)
    own.remember("", kept.append)
    own.brought_back.connect(shown.panel.take_host)
    own.set_title("Mme Moreau")
    own.hold(shown.panel.host)
    own.resize(500, 400)
    await settled()
    assert shown.panel.host.window() is own
    assert own.holding
    shown.after(3, What.SHARE, source="camera")
    assert shown.panel.host.window() is own
    own.activateWindow()
    own.setFocus()
    await settled()
    await press(ESCAPE)
    assert not own.isVisible()
    assert shown.panel.host.window() is shown.window
    assert shown.panel.host.isVisible()
    assert shown.model.state.call is not None
    assert "end" not in shown.video.names()
    assert len(kept) == 1
    again = VideoWindow(shown.window)
    again.remember(kept[0], kept.append)
    assert again.size() == own.size()


@pytest.mark.parametrize("inside", [True, False])
async def test_a_joined_call_has_a_window_that_leaves_and_ends_nothing(shown, clock, inside):
    page = FakePage()
    guest = GuestWindow(
        shown.window, shown.rings, lambda: page if inside else None, shown.browsed.append
    )
    assert not guest.isVisible()
    shown.video.hear(invited(clock))
    shown.rings.take()
    await settled()
    assert guest.isVisible()
    assert guest.words.text() == "Vous aidez Noé Petit, en vidéo"
    assert (page.urls if inside else shown.browsed) == [shown.rings.state.page]
    shown.video.hear(People(colleagues=()))
    assert len(page.urls if inside else shown.browsed) == 1
    guest.leave.click()
    await settled()
    assert shown.rings.state.joined is None
    assert not shown.rings.state.busy
    assert not guest.isVisible()
    assert page.urls[-1:] == ([""] if inside else [])
    assert "end" not in shown.video.names()


async def test_settings_say_how_the_gateway_stands_and_try_the_camera(shown):
    card = VideoSettings(shown.model, lambda: shown.page)
    shown.column.add(card)
    picked = heard(card.warm_picked)
    assert card.state.text() == "Prête"
    assert card.address.text() == "https://video.example · janus"
    card.try_out.click()
    assert shown.page.urls == ["https://video.example/a#preview"]
    assert card.try_out.text() == "Éteindre la caméra"
    card.leave()
    assert shown.page.urls[-1] == ""
    card.warm.click()
    assert picked == [True]
    await states.unready(shown)
    assert card.state.text() == "La passerelle vidéo ne répond pas"
    assert not card.try_out.isEnabled()


async def test_a_call_takes_the_page_from_the_settings(shown):
    card = VideoSettings(shown.model, lambda: shown.page)
    shown.column.add(card)
    card.try_out.click()
    await shown.begin()
    assert shown.panel.host.isAncestorOf(shown.page.widget())
    assert card.host.isHidden()
    card.leave()
    assert shown.page.urls[-1] == shown.model.state.call.page
    assert shown.model.asked_for() == timedelta()
