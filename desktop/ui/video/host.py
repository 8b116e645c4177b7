"""The place of the advisor's page: a web view made late, or a word that the browser has it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.kit import boxes, paint, theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video.page import MakePage, PageView

SMALL: Final = 208
TALL: Final = 290
WHOLE: Final = 430
"""Heights at 100 %: before the face, and while pictures are looked at."""


class Host(QFrame):
    """`reopen_asked` when the page is wanted again. Made pages stay: only their address changes."""

    reopen_asked = Signal()

    def __init__(
        self, make: MakePage, browse: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make: MakePage | None = make
        self._browse = browse
        self._page: PageView | None = None
        self._height = SMALL
        self._free = False
        self.browser = _browser_note(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.browser)
        self.setAccessibleName(QCoreApplication.translate("VideoPanel", "Votre page de la vidéo"))
        paint.follow(self, self._fit)
        self.hide()

    def prepare(self) -> None:
        """Make the view now, so that the next call begins sooner."""
        if self._make is not None:
            self._page = self._make()
            self._make = None
            if self._page is not None:
                self.layout_().addWidget(self._page.widget(), 1)
        self.browser.setVisible(self._page is None)

    @property
    def inside(self) -> bool:
        """Whether the page is shown here; else it is in the system's browser."""
        return self._page is not None

    @property
    def holds_page(self) -> bool:
        """Whether the page is here, and not in another place of the window."""
        return self._page is not None and self.isAncestorOf(self._page.widget())

    def show_page(self, url: str) -> None:
        """Show the page at `url`; an empty one lets go of camera and microphone."""
        if not url:
            if self._page is not None and self.holds_page:
                self._page.clear()
            self.hide()
            return
        self.prepare()
        if self._page is not None:
            # One page for the whole session: it goes where it is wanted.
            self.layout_().addWidget(self._page.widget(), 1)
            self._page.widget().show()
            self._page.open(url)
        else:
            self._browse(url)
        self.show()

    def first(self) -> QWidget:
        """Return what takes the keyboard: the page, or what opens it again."""
        return self._page.widget() if self._page is not None else self.again

    def set_whole(self) -> None:
        """Take the room of the page that tries devices out, so that it need not scroll."""
        self._height = WHOLE
        self._fit()

    def set_tall(self, *, tall: bool) -> None:
        """Take the room of a conversation, or of a picture that waits."""
        self._height = TALL if tall else SMALL
        self._fit()

    def set_free(self, *, free: bool) -> None:
        """Fill whatever holds it: a window of its own."""
        self._free = free
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for a fixed height in the column."""
        if self._page is None:
            return super().sizeHint()
        return QSize(theme.px(240), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """The same: the page needs it whole."""
        return QSize(0, self.sizeHint().height() if not self._free else theme.px(120))

    def layout_(self) -> QVBoxLayout:
        """Return the layout that holds the view."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - set in the constructor
        return layout

    def _fit(self) -> None:
        policy = QSizePolicy.Policy.Expanding if self._free else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.updateGeometry()

    @property
    def again(self) -> Button:
        """The button that opens the page once more."""
        found = self.browser.findChild(Button)
        assert found is not None  # noqa: S101 - the note holds one
        return found


def _browser_note(host: Host) -> Panel:
    panel = Panel("sunken")
    words = QCoreApplication.translate(
        "VideoPanel",
        "Votre page est dans le navigateur. Gardez-la ouverte\u00a0: c’est elle qui porte votre image.",
    )
    line = boxes.row(Tile("app-window", "violet", 34), spacing=Space.M)
    line.addWidget(WrapLabel(words, "secondary"), 1)
    again = Button(
        QCoreApplication.translate("VideoPanel", "Rouvrir ma page"), "external-link", "outline"
    )
    again.clicked.connect(host.reopen_asked)
    panel.body.setSpacing(Space.S)
    panel.body.addLayout(line)
    panel.body.addLayout(boxes.row(again, None))
    return panel
