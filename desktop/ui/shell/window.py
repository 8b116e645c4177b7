"""The window: rail, bars, pages one at a time, and what may cover them all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop.ui.kit import boxes
from desktop.ui.shell.keyboard import CAPTURES
from desktop.ui.shell.leaving import Leaving
from desktop.ui.shell.pages import Pages
from desktop.ui.shell.presence import Presence
from desktop.ui.shell.rail import Page, Rail
from desktop.ui.shell.statusbar import Hint, Saved, StatusBar
from desktop.ui.shell.topbar import TopBar

if TYPE_CHECKING:
    from desktop.ui.kit.toasts import ToastStack

SMALLEST: Final = (1024, 680)
USUAL: Final = (1680, 1050)


class Window(QMainWindow):
    """Built before anything else is loaded; the application then puts its pages in.

    `rail`, `topbar`, `status` and `leaving` have verbs of their own.
    """

    page_shown = Signal(str)
    presence_picked = Signal(object)
    contact_asked = Signal()
    sign_out_asked = Signal()
    closing = Signal()

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = Rail(pages, self)
        self.topbar = TopBar(self)
        self.status = StatusBar(self)
        self.leaving = Leaving(self)
        self._pages = Pages(pages[0].id if pages else "")
        self._hints: dict[str, tuple[Hint, ...]] = {}
        self._whole = QStackedWidget()
        self._toasts: ToastStack | None = None
        self._build()
        self._connect()

    def add_page(self, page_id: str, widget: QWidget) -> None:
        """Put a page in the place of the one of this id; it is seen at once if it is the current one."""
        self._pages.add(page_id, widget)

    def show_page(self, page_id: str) -> None:
        """Show a page; the focus goes back to where it was on it."""
        self.rail.show_page(page_id)
        before = self._pages.current
        self._pages.turn_to(page_id)
        if page_id != before:
            self.status.set_hints(self._hints.get(page_id, ()))
            self.page_shown.emit(page_id)

    def page(self) -> str:
        """Return the id of the page shown."""
        return self._pages.current

    def take_focus(self) -> None:
        """Give the focus to the page shown."""
        self._pages.take_focus()

    def set_hints(self, page_id: str, hints: Sequence[Hint]) -> None:
        """Have the status bar show these keys while a page is shown."""
        self._hints[page_id] = tuple(hints)
        if page_id == self.page():
            self.status.set_hints(hints)

    def set_contact(self, name: str = "", elapsed: str = "") -> None:
        """Show the contact under way: with whom, and for how long ("04:32"); "" for none."""
        self.topbar.set_contact(name, elapsed)

    def set_person(self, name: str, page_ids: Sequence[str] = ()) -> None:
        """Show who signed in ("" for nobody), and only the pages that are for them, if given."""
        self.rail.me.set_person(name)
        if page_ids:
            self.rail.show_only(page_ids)

    def set_presence(self, chosen: Presence) -> None:
        """Show where the person is."""
        self.topbar.set_presence(chosen)
        self.rail.me.set_presence(chosen)

    def set_saved(self, state: Saved) -> None:
        """Say whether what was written is safe."""
        self.status.set_saved(state)

    def cover(self, widget: QWidget) -> None:
        """Show one widget in the place of everything: sign-in, or a trouble."""
        self.uncover()
        widget.setProperty(CAPTURES, True)
        self._whole.addWidget(widget)
        self._whole.setCurrentWidget(widget)
        widget.setFocus()

    def uncover(self) -> None:
        """Show the pages again; what covered them is deleted."""
        while (over := self._whole.widget(1)) is not None:
            self._whole.removeWidget(over)
            over.hide()
            over.deleteLater()

    def covered(self) -> bool:
        """Tell whether something stands in the place of the pages."""
        return self._whole.count() > 1

    @property
    def toasts(self) -> "ToastStack":
        """Return where short messages are said."""
        if self._toasts is None:
            from desktop.ui.kit.toasts import ToastStack

            self._toasts = ToastStack(self)
        return self._toasts

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only once everything written is safe."""
        if self.leaving.may_close(event):
            self.closing.emit()
            super().closeEvent(event)

    def _build(self) -> None:
        self.setWindowTitle(QCoreApplication.translate("Window", "Vis-à-Vis"))
        inner = boxes.column(self.topbar, spacing=0)
        inner.addWidget(self._pages, 1)
        inner.addWidget(self.status)
        main = boxes.row(self.rail, spacing=0)
        main.addLayout(inner, 1)
        self._whole.setObjectName("window")
        self._whole.addWidget(boxes.holder(main))
        self.setCentralWidget(self._whole)
        self.topbar.follow(self.rail.me)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)

    def _connect(self) -> None:
        self.rail.picked.connect(self.show_page)
        self.rail.me.clicked.connect(self._open_menu)
        self.leaving.began.connect(lambda: self.set_saved(Saved.SAVING))
        self.leaving.stayed.connect(lambda: self.set_saved(Saved.SAVED))
        self.leaving.failed.connect(lambda: self.set_saved(Saved.FAILED))
        self.topbar.contact.clicked.connect(self.contact_asked)
        self.topbar.menu.picked.connect(self.presence_picked)
        self.topbar.menu.sign_out_asked.connect(self.sign_out_asked)

    def _open_menu(self) -> None:
        menu = self.topbar.menu
        spot = self.rail.menu_spot()
        menu.popup(QPoint(spot.x(), spot.y() + self.rail.me.height() - menu.sizeHint().height()))
