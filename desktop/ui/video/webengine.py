"""The web engine of one gateway's page: profile, page and view, deleted in the order that Qt asks for."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from desktop.ui.kit import theme
from desktop.ui.video import webrules

if TYPE_CHECKING:
    from PySide6.QtWebEngineCore import QWebEngineProfile


class Engine:
    """Profile, page and view of one gateway; the page is gone before its profile."""

    def __init__(self, home: QUrl, place: QWidget, settled: Callable[[bool], None]) -> None:
        from PySide6.QtWebEngineCore import QWebEnginePage
        from PySide6.QtWebEngineWidgets import QWebEngineView

        self.home = QUrl(home)
        self._settled = settled
        self.loaded = False
        self.alive = False
        # Not the place's child: whoever deletes the place would delete the profile before its page.
        self.profile: QWebEngineProfile = webrules.make_profile(QCoreApplication.instance())
        self.page = QWebEnginePage(self.profile, place)
        self.page.destroyed.connect(self._gone)
        webrules.bind(self.page, self.home)
        self.page.loadFinished.connect(self._finished)
        self.view = QWebEngineView(place)
        self.view.setPage(self.page)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.setAcceptDrops(False)
        theme.instance().changed.connect(self.dress)
        layout = place.layout()
        if layout is not None:
            layout.addWidget(self.view)

    def load(self, url: QUrl) -> None:
        """Load this page; `settled` hears whether it came, with all its scripts."""
        self.loaded = False
        self.alive = True
        self.dress()
        self.page.load(url)

    def _finished(self, well: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not self.alive:
            return  # the end of a renderer that was killed
        if well:
            # A script that did not come leaves a page behind that looks loaded and does nothing.
            self.page.runJavaScript("typeof window.visavis", self._started)
        else:
            self._started("")

    def _started(self, kind: object) -> None:
        if not self.alive:
            return  # closed meanwhile
        self.loaded = self.alive = kind == "object"
        self._settled(self.loaded)

    def close(self) -> None:
        """Delete all of it now; not from within a signal of the page."""
        self.alive = False
        for thing in (self.view, self.page, self.profile):
            if isValid(thing):
                delete(thing)

    def _gone(self) -> None:
        """By `close`, or with the place that it stood in."""
        self.loaded = self.alive = False
        theme.instance().changed.disconnect(self.dress)
        if isValid(self.profile):
            self.profile.deleteLater()

    def run(self, script: str, tell: Callable[[object], None] | None = None) -> None:
        """Run a script in the page that is loaded, and tell its outcome."""
        if not self.loaded:
            return
        if tell is None:
            self.page.runJavaScript(script)
        else:
            self.page.runJavaScript(script, tell)

    def dress(self) -> None:
        """Give the page the theme and the text scale in force."""
        now = theme.instance()
        self.page.setBackgroundColor(QColor(now.palette.surface))
        self.view.setZoomFactor(now.scale)
        self.run(f"window.visavis?.theme({json.dumps(theme_name())})")


def theme_name() -> str:
    """As the page knows the theme in force."""
    return "dark" if theme.instance().dark else "light"
