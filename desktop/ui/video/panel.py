"""The video card of the right column: the picture's place, over one face for each state of a call."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.video.happenings import Delivery
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.browser import open_browser
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.focus import focusable, give
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.tab_order import follow_layouts
from desktop.ui.kit.tokens import Space
from desktop.ui.video.availability import Availability
from desktop.ui.video.chip_words import chip_of, title_of
from desktop.ui.video.faces import TALK, Faces
from desktop.ui.video.host import Host
from desktop.ui.video.page import MakePage
from desktop.ui.video.problem_notice import ProblemNotice
from desktop.ui.video.rings_viewmodel import RingsViewModel
from desktop.ui.video.state import Doing, Stage
from desktop.ui.video.viewmodel import VideoViewModel

_SAID: Final = (*TALK, Stage.ENDED)
"""States that are said aloud when they come: nobody is looking for them."""


class VideoPanel(QWidget):
    """`qr_asked` gives the link to show, `colleagues_asked` the list of who may join,
    `photo_asked` the place of a photo among those of the call; `window_asked` wants the own window.
    """

    qr_asked = Signal(str)
    colleagues_asked = Signal()
    photo_asked = Signal(int)
    window_asked = Signal()

    def __init__(
        self,
        viewmodel: VideoViewModel,
        rings: RingsViewModel,
        make: MakePage,
        browse: Callable[[str], None] | None = None,
        name: str = "",
    ) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._browse = browse or open_browser
        self._leading = self._moved = False
        self._stage = Stage.NOBODY
        self.chip = Chip("", "violet", "clock")
        self.detach = IconButton("app-window", _own_window(), size=24)
        self.card = Card(title_of(Stage.NOBODY), self.chip)
        self.card.add_header(self.detach)
        self.host = Host(make, self._browse)
        self.problem = ProblemNotice(viewmodel.dismiss_problem)
        self.faces = Faces(viewmodel, rings, name)
        self.availability = Availability(rings)
        self._lay_out()
        self._connect(rings)
        self._show()

    def begin(self) -> None:
        """F9: begin, or lead to the call under way; the keyboard goes where the next key is due."""
        if self._viewmodel.state.stage is Stage.ELSEWHERE:
            self._viewmodel.go_back()
        elif self._viewmodel.can_start():
            self._leading = True
            self._viewmodel.start()
        else:
            self.take_focus()

    def take_focus(self) -> None:
        """Lead to what the state asks for first."""
        self._leading = False
        first = self.first()
        if first.isEnabled():
            give(first)
        elif stops := focusable(self):
            give(stops[0])

    def first(self) -> QWidget:
        """Return what takes the keyboard."""
        here = self.host_box.isVisible()
        return self.faces.first(self._stage) or (self.host.first() if here else self.detach)

    def take_host(self) -> None:
        """The page comes back from a window of its own."""
        self.host.set_free(free=False)
        self._host_place.addWidget(self.host)
        self._follow_eye()
        self._show()

    def _show(self) -> None:
        state, before = self._viewmodel.state, self._stage
        self._stage = state.stage
        looking = state.checking and state.stage is Stage.UNREADY
        busy = state.beginning or state.ending or looking or state.sending is not None
        # A button that goes, or is off while it works, hands the keyboard to its neighbour, which
        # may be the one that ends the call: it is led to where it belongs.
        self._leading = self._leading or self._holds_focus()
        focus = QApplication.focusWidget()
        self.faces.show_state(state)
        self.card.set_title(title_of(state.stage))
        sending = state.problem is not None and state.problem.doing is Doing.SEND
        in_form = sending and state.stage is Stage.INVITING
        self.problem.show_problem(None if in_form else state.problem)
        self.host.set_tall(tall=state.stage in TALK)
        own = self._host_place.indexOf(self.host) >= 0
        self.host_box.setVisible(own and state.call is not None and not state.elsewhere)
        self.detach.setVisible(state.call is not None and self.host.inside)
        self._tick()
        if state.stage is not before and self._stage in _SAID:
            announce(self, f"{self.card.accessibleName()}. {self.chip.text()}".strip(". "))
        self._moved = self._moved or QApplication.focusWidget() is not focus
        if not busy:
            if self._leading and (self._moved or not self._holds_focus()):
                self.take_focus()
            self._leading = self._moved = False

    def _holds_focus(self) -> bool:
        """Tell whether the keyboard is in what the state shows, not on the box below it."""
        focus = QApplication.focusWidget()
        in_host = focus is not None and self.host_box.isAncestorOf(focus)
        return in_host or self.faces.hold_focus()

    def _tick(self) -> None:
        text, tone, icon = chip_of(self._viewmodel)
        self.chip.set_text(text)
        self.chip.set_tone(tone, icon)
        self.chip.setVisible(bool(text))
        self.faces.tick(self._stage)

    def _give(self, delivery: Delivery) -> None:
        call = self._viewmodel.state.call
        link = call.link if call is not None else ""
        if delivery is Delivery.QR:
            self.qr_asked.emit(link)
        elif delivery is Delivery.COPY:
            QGuiApplication.clipboard().setText(link)
            announce(self, QCoreApplication.translate("VideoPanel", "Lien copié"))
        elif delivery is Delivery.HERE:
            self._browse(link)

    def _connect(self, rings: RingsViewModel) -> None:
        viewmodel = self._viewmodel
        viewmodel.changed.connect(self._show)
        viewmodel.ticked.connect(self._tick)
        viewmodel.page_asked.connect(self.host.show_page)
        rings.changed.connect(self._show)
        self.host.reopen_asked.connect(viewmodel.reopen_page)
        self.faces.started.connect(self.begin)
        self.faces.given.connect(self._give)
        self.faces.invited.connect(self.colleagues_asked)
        self.faces.photo_opened.connect(self.photo_asked)
        self.faces.grown.connect(self._follow_eye)
        self.detach.clicked.connect(self.window_asked)

    def _follow_eye(self) -> None:
        """Have Tab go as the eye does, by photos that came later and the page that came back."""
        whole = self.card.layout()
        if whole is not None:
            follow_layouts(whole)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._host_place = boxes.column(self.host, spacing=0)
        self.host_box = boxes.holder(self._host_place)
        for part in (self.host_box, self.problem, self.faces, Divider(), self.availability):
            self.card.add(part)
        whole = self.card.layout()
        if whole is not None:
            whole.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.card)


def _own_window() -> str:
    return QCoreApplication.translate("VideoPanel", "Mettre l’image dans sa propre fenêtre")
