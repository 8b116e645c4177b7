"""The screens of video: the card beside the contact, and what lies over the window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app.video.models import VideoModels
from desktop.app.video.pages import Pages
from desktop.ui.kit.browser import open_browser
from desktop.ui.shell.window import Window
from desktop.ui.video.colleagues import ColleaguesOverlay
from desktop.ui.video.guest_window import GuestWindow
from desktop.ui.video.notices import VideoNotices
from desktop.ui.video.panel import VideoPanel
from desktop.ui.video.photo_viewer import PhotoViewer
from desktop.ui.video.qr_overlay import QrOverlay
from desktop.ui.video.ring_banner import RingBanner
from desktop.ui.video.settings_card import VideoSettings
from desktop.ui.video.window import VideoWindow


class VideoViews(QObject):
    """Made with the desk; `clear` lets go of camera and pages before the desk goes."""

    def __init__(self, window: Window, models: VideoModels, name: str) -> None:
        super().__init__(window)
        self._models = models
        self._toasts = window.toasts
        call = models.call
        self.pages = Pages(models, self)
        self.panel = VideoPanel(call, models.rings, self.pages.make, open_browser, name)
        self.window = VideoWindow(window)
        self.qr = QrOverlay(window, models.calls.company)
        self.colleagues = ColleaguesOverlay(window, call, models.rings)
        self.photos = PhotoViewer(window, models.photos)
        self.ring = RingBanner(window, models.rings)
        self.notices = VideoNotices(window.toasts, call, models.rings)
        self.settings: VideoSettings | None = None
        self.guest = GuestWindow(window, models.rings, self.pages.make, open_browser)
        self._connect()

    def settings_card(self, *, warm: bool, keep: Callable[[bool], None]) -> VideoSettings:
        """The card of the settings' page."""
        card = VideoSettings(self._models.call, self.pages.make, warm=warm)
        card.warm_picked.connect(keep)
        card.warm_picked.connect(self.set_warm)
        self.settings = card
        return card

    def set_warm(self, warm: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Have the page ready before any call, from the next answer of the gateway on."""
        self.pages.set_warm(self.panel.host if warm else None)

    def clear(self) -> None:
        """Nothing of the person stays on the screen, no camera stays on."""
        self.panel.host.show_page("")
        if self.settings is not None:
            self.settings.leave()
        self.pages.close()
        for part in (self.window, self.guest, self.qr, self.ring):
            part.close()
            part.deleteLater()

    def _connect(self) -> None:
        call, panel = self._models.call, self.panel
        panel.qr_asked.connect(self.qr.show_link)
        panel.colleagues_asked.connect(self.colleagues.propose)
        panel.photo_asked.connect(self._look_at)
        panel.window_asked.connect(self.detach)
        self.window.brought_back.connect(panel.take_host)
        call.changed.connect(self._follow)
        self.pages.moved.connect(self._say_moved)

    def detach(self, *, typing: bool = False) -> None:
        """Put the page into a window of its own, or bring that one to the front; `typing`: the
        keyboard stays where it is.
        """
        state = self._models.call.state
        if state.call is None or not self.panel.host.inside:
            return
        if state.partner is not None:
            self.window.set_title(state.partner.name)
        self.window.hold(self.panel.host, typing=typing)

    def _say_moved(self) -> None:
        words = QCoreApplication.translate(
            "Video",
            "Votre page de la vidéo ne s’affiche pas ici\u00a0: elle s’ouvre dans le navigateur.",
        )
        self._toasts.say(words, "warning", seconds=10)

    def _look_at(self, place: int) -> None:
        state = self._models.call.state
        call = state.call or state.last
        if call is not None:
            self._models.photos.show(call.photos, place)

    def _follow(self) -> None:
        state = self._models.call.state
        self.qr.follow(state.call.link if state.call is not None else "")
        if state.call is None and self.window.holding:
            self.window.close()
