"""The guide in front: what it is, how it served, how it reads, its versions, what can be done."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.authoring import words
from desktop.ui.authoring.banners import GuideBanners
from desktop.ui.authoring.figures import UseFigures
from desktop.ui.authoring.reading import ReadingPane
from desktop.ui.authoring.state import GuideRow, GuidesState, VersionsState
from desktop.ui.authoring.timeline import TimelinePane
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.tabs import Tabs
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

READING, VERSIONS = 0, 1
"""Places of the two panes."""


class GuideDetail(Card):
    """Buttons that write are there for leads only; `pane_turned` gives the place of the pane."""

    pane_turned = Signal(int)

    def __init__(
        self,
        reason: Callable[[str], str],
        *,
        writes: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", None, parent)
        self._reason = reason
        self._writes = writes
        self._row: GuideRow | None = None
        self.name = ElidedLabel("", "section")
        self.chip = Chip("", "neutral")
        self.published = WrapLabel("", "secondary")
        self.reasons = Flow(Space.XS)
        self.figures = UseFigures()
        self.banners = GuideBanners()
        self.reading = ReadingPane()
        self.timeline = TimelinePane(reason, writes=writes)
        self.tabs = _tabs()
        self._stack = QStackedWidget()
        self._make_buttons()
        self._lay_out()
        self.tabs.picked.connect(self.turn)

    def show_row(self, row: GuideRow, state: GuidesState, now: datetime) -> None:
        """Show a guide, or a draft that is not one yet."""
        fresh = self._row is None or self._row.id != row.id
        self._row = row
        guide, summary = row.guide, row.summary
        self.name.setText(words.title_of(row))
        self.setAccessibleName(words.title_of(row))
        chip, tone = words.state_chip(guide) if guide else ("", "neutral")
        self.chip.set_text(chip)
        self.chip.set_tone(tone)
        self.chip.setVisible(bool(chip))
        self.published.setText(
            words.published(summary, now)
            if summary
            else QCoreApplication.translate("Guides", "Nouveau guide, pas encore publié")
        )
        self.banners.show_row(row, now, writes=self._writes)
        self._show_reasons()
        if summary is not None:
            self.figures.show_use(summary.use)
        self._show_script(state)
        self._show_buttons()
        self.tabs.setVisible(guide is not None)
        if fresh and guide is None:
            self.turn(READING)

    def show_versions(self, state: VersionsState, now: datetime) -> None:
        """Show the timeline."""
        self.timeline.show_versions(state, now)

    def turn(self, place: int) -> None:
        """Show the guide as it reads, or its versions."""
        self.tabs.set_current(place)
        self._make_room()
        if self._stack.currentIndex() != place:
            self._stack.setCurrentIndex(place)
            self.pane_turned.emit(place)

    def first(self) -> QWidget:
        """Return what takes the keyboard first."""
        if self.edit.isVisible() and self.edit.isEnabled():
            return self.edit
        return self.tabs if self.tabs.isVisible() else self.reading

    def _make_buttons(self) -> None:
        self.edit = Button("", "pencil", "primary")
        self.export = Button(
            QCoreApplication.translate("Guides", "Exporter…"), "download", "outline"
        )
        self.retire = Button("", "x", "outline")
        self.drop = Button(
            QCoreApplication.translate("Guides", "Supprimer le brouillon"), "x", "outline"
        )
        self.export.setToolTip(
            QCoreApplication.translate("Guides", "En YAML, comme les guides de l’application.")
        )

    def _lay_out(self) -> None:
        # In a holder of its own: shown while the versions are in front, it would lie over them.
        self._stack.addWidget(boxes.holder(boxes.column(self.reading)))
        self._stack.addWidget(self.timeline)
        self.body.addLayout(boxes.row(self.name, self.chip, None, self.edit, spacing=Space.S))
        self.body.setSpacing(Space.S)
        self.add(self.published)
        self.add(self.reasons)
        self.add(self.banners)
        self.add(self.figures)
        self.add(self.tabs)
        self.add(self._stack, 1)
        buttons = boxes.row(self.export, None, self.drop, self.retire, spacing=Space.S)
        self.foot = boxes.holder(boxes.column(Divider(), buttons, spacing=Space.S))
        self.add(self.foot)

    def _show_reasons(self) -> None:
        script = self._row and self._row.script
        self.reasons.clear()
        for code in script.reasons if script else ():
            self.reasons.add(Chip(self._reason(code), "neutral", "tag"))
        self._make_room()

    def _make_room(self) -> None:
        """Two versions side by side need the height that the guide's own lines take."""
        row, reading = self._row, self.tabs.current == READING
        self.reasons.setVisible(reading and bool(row and row.script and row.script.reasons))
        self.figures.setVisible(reading and row is not None and row.summary is not None)
        self.foot.setVisible(reading)
        self.published.setVisible(reading)
        self.banners.setVisible(reading and self.banners.told)

    def _show_script(self, state: GuidesState) -> None:
        script = self._row and self._row.script
        self.reading.setVisible(script is not None)
        if script:
            self.reading.show_script(script, state.own_words)

    def _show_buttons(self) -> None:
        row = self._row
        guide = row.guide if row else None
        drafted = row is not None and row.draft is not None
        self.edit.set_text(
            QCoreApplication.translate("Guides", "Continuer d’écrire")
            if drafted
            else QCoreApplication.translate("Guides", "Modifier")
        )
        readable = guide is not None and guide.script is not None
        self.edit.setVisible(self._writes and (drafted or readable))
        self.drop.setVisible(self._writes and drafted)
        self.retire.setVisible(self._writes and readable)
        self.export.setEnabled(readable or drafted)
        retired = guide is not None and guide.retired
        self.retire.set_text(
            QCoreApplication.translate("Guides", "Remettre en service")
            if retired
            else QCoreApplication.translate("Guides", "Retirer")
        )
        self.retire.set_icon("undo-2" if retired else "eye-off")


def _tabs() -> Tabs:
    return Tabs(
        QCoreApplication.translate("Guides", "Ce que l’on regarde"),
        (
            QCoreApplication.translate("Guides", "Le guide"),
            QCoreApplication.translate("Guides", "Versions"),
        ),
    )
