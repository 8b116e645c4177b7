"""A face is there: since when, what the customer shows, who else is in, photos as they come."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.video.clocks import Hint
from desktop.domain.video.happenings import Source, Via
from desktop.domain.video.progress import Progress
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.labels import label
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.video.buttons import Buttons
from desktop.ui.video.end_button import EndButton
from desktop.ui.video.hint_notice import HintNotice
from desktop.ui.video.photos_strip import PhotosStrip
from desktop.ui.video.rings_viewmodel import RingsViewModel
from desktop.ui.video.state import VideoState
from desktop.ui.video.viewmodel import VideoViewModel


class TalkingPane(QWidget):
    """`invited` asks for the list of colleagues, `photo_opened` gives the place of a photo."""

    invited = Signal()
    photo_opened = Signal(int)

    def __init__(self, viewmodel: VideoViewModel, rings: RingsViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._rings = rings
        self.since = IconLabel("smile", "", "strong", "success")
        self.via = Text("", "caption")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(Space.XS)
        self._told: tuple[tuple[str, str], ...] = ()
        self.hint = HintNotice(viewmodel)
        self.photos = PhotosStrip()
        self.photos.opened.connect(self.photo_opened)
        self.invite = Button(
            QCoreApplication.translate("VideoPanel", "Inviter"), "user-plus", "outline"
        )
        self.invite.setToolTip(
            QCoreApplication.translate("VideoPanel", "Inviter un collègue ou le responsable")
        )
        self.invite.clicked.connect(self.invited)
        self.end = EndButton(viewmodel)
        self._lay_out()

    def show_state(self, state: VideoState) -> None:
        """Show what goes on."""
        call = state.call
        if call is None:
            return
        told = call.progress
        self.hint.show_hint(state.hint if state.hint is Hint.RECONNECTING else Hint.NONE)
        self.since.set_icon(*(("wifi-off", "warning") if told.lost_at else ("smile", "success")))
        self.via.setText("" if told.via is Via.UNKNOWN else label(told.via))
        self.photos.show_photos(call.photos)
        self.invite.setVisible(call.third)
        self.end.show_state(state)
        lines = (*showing(told), *self._others(state))
        if lines != self._told:
            self._told = lines
            boxes.clear(self.lines)
            for icon, words in lines:
                self.lines.addWidget(IconLabel(icon, words, "secondary", "violet"))
        self.tick()

    def tick(self) -> None:
        """A second has gone by."""
        lost = self._viewmodel.lost_for()
        if lost is not None:
            words = QCoreApplication.translate("VideoPanel", "Image coupée depuis {span}")
            self.since.set_text(words.format(span=dates.span(int(lost.total_seconds()))))
            return
        lasted = self._viewmodel.lasted()
        seconds = 0 if lasted is None else int(lasted.total_seconds())
        words = QCoreApplication.translate("VideoPanel", "Face à face · {clock}")
        self.since.set_text(words.format(clock=dates.clock(seconds)))

    def _lay_out(self) -> None:
        buttons = Buttons(self.invite, self.end)
        head = boxes.row(spacing=Space.S)
        head.addWidget(self.since, 1)
        head.addWidget(self.via)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addLayout(head)
        box.addWidget(self.hint)
        box.addLayout(self.lines)
        box.addWidget(self.photos)
        box.addWidget(buttons)

    def _others(self, state: VideoState) -> tuple[tuple[str, str], ...]:
        if state.call is None:
            return ()
        here = [one.person_id for one in state.call.progress.thirds if one.until is None]
        lines = [("users", _in(self._name(one))) for one in here]
        for one in state.asked:
            if one in state.declined:
                lines.append(("user", _declined(self._name(one))))
            elif one not in {each.person_id for each in state.call.progress.thirds}:
                lines.append(("hourglass", _asked(self._name(one))))
        return tuple(lines)

    def _name(self, person_id: PersonId) -> str:
        names = {one.id: one.name for one in self._rings.state.colleagues}
        return names.get(person_id) or QCoreApplication.translate("VideoPanel", "Un collègue")


def showing(told: Progress) -> tuple[tuple[str, str], ...]:
    """What the customer shows now, and whether a photo is awaited."""
    lines = []
    if told.showing(Source.CAMERA):
        lines.append(("camera", QCoreApplication.translate("VideoPanel", "Montre sa caméra")))
    if told.showing(Source.SCREEN):
        lines.append(("monitor", QCoreApplication.translate("VideoPanel", "Montre son écran")))
    if told.photo_asked:
        lines.append(
            ("hourglass", QCoreApplication.translate("VideoPanel", "Photo demandée, en attente"))
        )
    return tuple(lines)


def _in(name: str) -> str:
    return QCoreApplication.translate("VideoPanel", "{name} est avec vous").format(name=name)


def _asked(name: str) -> str:
    return QCoreApplication.translate("VideoPanel", "{name}\u00a0: réponse attendue").format(
        name=name
    )


def _declined(name: str) -> str:
    return QCoreApplication.translate("VideoPanel", "{name} n’est pas libre").format(name=name)
