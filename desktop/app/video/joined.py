"""A colleague's call that one joined as a third person: its page, in a window of its own."""

from PySide6.QtCore import QObject

from desktop.ui.shell.window import Window
from desktop.ui.video.host import Host
from desktop.ui.video.page import MakePage
from desktop.ui.video.panel import open_outside
from desktop.ui.video.rings_viewmodel import RingsViewModel
from desktop.ui.video.window import VideoWindow


class Joined(QObject):
    """Closing the window leaves the call, which goes on without one."""

    def __init__(self, window: Window, rings: RingsViewModel, make: MakePage) -> None:
        super().__init__(window)
        self._rings = rings
        self._page = ""
        self.host = Host(make, open_outside, window)
        self.window = VideoWindow(window)
        self.window.brought_back.connect(rings.leave)
        self.host.reopen_asked.connect(lambda: open_outside(self._page))
        rings.changed.connect(self._follow)

    def clear(self) -> None:
        """Let go of camera and page."""
        self.host.show_page("")
        for part in (self.window, self.host):
            part.close()
            part.deleteLater()

    def _follow(self) -> None:
        state = self._rings.state
        if state.page == self._page:
            return
        self._page = state.page
        self.host.show_page(state.page)
        if state.page:
            if state.joined is not None:
                self.window.set_title(state.joined.asker)
            self.window.hold(self.host)
        elif self.window.holding:
            self.window.close()
