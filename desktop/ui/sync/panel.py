"""The panel under the badge: what waits, since when, the last exchange, and what one can do."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.domain.sync import PauseReason, Phase, SyncStatus
from desktop.ui.kit import boxes, dates, theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.iconlabel import IconLabel, Tile
from desktop.ui.kit.panel import Divider, Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.sync import words
from desktop.ui.sync.kinds import kind_icon, kind_word
from desktop.ui.sync.status_viewmodel import SyncViewModel

_WIDTH: Final = 360
_TONES: Final = {"success": "success", "warning": "warning"}


class SyncPanel(QFrame):
    """Made anew each time it is opened; follows the engine while it is."""

    def __init__(self, viewmodel: SyncViewModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._viewmodel = viewmodel
        self._corner: QPoint | None = None
        self._left = 0
        self._title = Text("", "heading")
        self._words = WrapLabel("", "secondary")
        self._box = QVBoxLayout(self)
        self._tile = Tile("cloud", "neutral", 36, round_=True)
        self._kinds = QVBoxLayout()
        self._times = QGridLayout()
        self._clock = Panel("warning")
        self._clock_words = WrapLabel("", "secondary")
        self._clock.add(self._clock_words)
        self.action = Button("", role="primary")
        self.review = Button("", "inbox", "secondary")
        self._lay_out()
        self.action.clicked.connect(self._act)
        self.review.clicked.connect(self._look)
        viewmodel.changed.connect(self._show)
        self._show()

    def words(self) -> str:
        """Return what it says first, as one text."""
        return f"{self._title.text()}. {self._words.text()}"

    def open_under(self, button: QWidget) -> None:
        """Show itself below `button`, its right edge at the button's, within the window."""
        self._corner = button.mapToGlobal(QPoint(button.width(), button.height() + Space.XS))
        self._left = button.window().mapToGlobal(QPoint(0, 0)).x()
        self._place()
        self.show()
        give(self.action if self.action.isVisible() else self)
        announce(self, self.words())

    def showEvent(self, event: QShowEvent) -> None:
        """Have what waits counted while it is seen."""
        super().showEvent(event)
        self._viewmodel.watch(watched=True)

    def event(self, event: QEvent) -> bool:
        """Make room when what it says has grown."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return handled

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no more."""
        super().hideEvent(event)
        self._viewmodel.watch(watched=False)

    def _lay_out(self) -> None:
        box = self._box
        box.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        box.setSpacing(Space.M)
        says = boxes.column(self._title, self._words, spacing=Space.XS)
        head = boxes.row(self._tile, spacing=Space.M)
        head.setAlignment(self._tile, Qt.AlignmentFlag.AlignTop)
        head.addLayout(says, 1)
        box.addLayout(head)
        box.addWidget(self._clock)
        box.addWidget(Divider())
        box.addLayout(self._kinds)
        self._times.setHorizontalSpacing(Space.M)
        self._times.setVerticalSpacing(Space.XS)
        self._times.setColumnStretch(1, 1)
        box.addLayout(self._times)
        box.addLayout(boxes.row(None, self.review, self.action))
        self._kinds.setSpacing(Space.XS)

    def _show(self) -> None:
        state = self._viewmodel.state
        status, look = state.status, words.badge(state.status)
        self.setAccessibleName(words.title(status))
        self._title.setText(words.title(status))
        self._words.setText(words.sentence(status))
        self._tile.set_tone(look.icon, _TONES.get(look.token, "neutral"))
        told = words.clock_warning(status)
        self._clock_words.setText(told)
        self._clock.setVisible(bool(told))
        alone = status.phase is Phase.ALONE
        self._show_kinds(state.by_kind if status.waiting or alone else ())
        self._show_times(status)
        self._show_buttons(status)
        self._place()

    def _show_kinds(self, by_kind: tuple[tuple[str, int], ...]) -> None:
        boxes.clear(self._kinds)
        for kind, count in by_kind:
            row = boxes.row(IconLabel(kind_icon(kind), kind_word(kind), "body"), spacing=Space.S)
            row.addWidget(Text(dates.count(count), "strong"))
            self._kinds.addLayout(row)

    def _show_times(self, status: SyncStatus) -> None:
        boxes.clear(self._times)
        if not self._viewmodel.connected:
            return
        for place, (label, value) in enumerate(words.times(status, self._viewmodel.now())):
            self._times.addWidget(Text(label, "secondary"), place, 0)
            self._times.addWidget(Text(value, "body"), place, 1)

    def _show_buttons(self, status: SyncStatus) -> None:
        text = _action(status)
        self.action.set_text(text)
        self.action.setVisible(bool(text) and self._viewmodel.connected)
        to_see = words.needs_look(status)
        label = QCoreApplication.translate("SyncPanel", "Voir ({n})")
        self.review.set_text(label.format(n=dates.count(to_see)))
        self.review.setVisible(to_see > 0)

    def _place(self) -> None:
        if self._corner is None:
            return
        self._box.activate()
        width = theme.px(_WIDTH)
        self.setFixedSize(width, self._box.totalHeightForWidth(width))
        self.move(max(self._corner.x() - width, self._left), self._corner.y())

    def _act(self) -> None:
        status = self._viewmodel.state.status
        if status.sign_in_again or status.pause is PauseReason.DELETIONS:
            self.close()
            self._viewmodel.mend()
        else:
            self._viewmodel.send_now()

    def _look(self) -> None:
        self.close()
        self._viewmodel.review_asked.emit()


def _action(status: SyncStatus) -> str:
    """The words of the one button that does what is needed now."""
    if status.sign_in_again:
        return QCoreApplication.translate("SyncPanel", "Se reconnecter")
    if status.pause is PauseReason.DELETIONS:
        return QCoreApplication.translate("SyncPanel", "Voir et décider")
    if status.phase in (Phase.OFFLINE, Phase.PAUSED):
        return QCoreApplication.translate("SyncPanel", "Réessayer maintenant")
    if status.phase is Phase.WORKING:
        return ""
    if status.waiting:
        return QCoreApplication.translate("SyncPanel", "Envoyer maintenant")
    return QCoreApplication.translate("SyncPanel", "Échanger maintenant")
