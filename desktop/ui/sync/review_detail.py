"""One fact to look at: why it is here, what it says, and what can be done."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.outbox import Attention, LineState
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.labels import label
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.sync.kinds import kind_icon
from desktop.ui.sync.reasons import sentence, short
from desktop.ui.sync.review_list import state_chip, title_of
from desktop.ui.sync.review_viewmodel import ReviewState, ReviewViewModel
from desktop.ui.sync.value_choice import ValueChoice


class RejectedPane(QWidget):
    """Retry, correct, export; give up only what was exported. Ctrl+Enter sends the correction."""

    export_asked = Signal()

    def __init__(self, viewmodel: ReviewViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._why = Panel("warning")
        self._why_words = WrapLabel("", "body")
        self._why.add(self._why_words)
        name = QCoreApplication.translate("Review", "Ce que vous aviez écrit")
        self._label = Text(name, "secondary")
        self.words = TextArea(name, "", lines=4, max_lines=12)
        again = QCoreApplication.translate("Review", "Renvoyer corrigé")
        self.correct = Button(again, "check", "primary", key_symbol("Ctrl+Return"))
        self.retry = Button(QCoreApplication.translate("Review", "Réessayer"), "refresh-cw")
        self.export = Button(QCoreApplication.translate("Review", "Exporter…"), "download")
        self.give_up = Button(QCoreApplication.translate("Review", "Abandonner"), "x", "outline")
        self._hint = Text(
            QCoreApplication.translate("Review", "Abandonner demande d’abord un export."), "caption"
        )
        self._lay_out()
        self.words.edited.connect(viewmodel.write)
        self.correct.clicked.connect(viewmodel.correct)
        self.retry.clicked.connect(viewmodel.retry)
        self.give_up.clicked.connect(viewmodel.give_up)
        self.export.clicked.connect(self.export_asked)

    def _lay_out(self) -> None:
        box = boxes.column(self._why, self._label, self.words, spacing=Space.S)
        box.addLayout(boxes.row(self.export, self.retry, None, self.correct))
        box.addLayout(boxes.row(self.give_up, self._hint, None))
        self.setLayout(box)

    def show_line(self, line: Attention, state: ReviewState, *, fresh: bool) -> None:
        """Show why, and the words as they stand."""
        self._why_words.setText(sentence(line))
        can = line.words is not None
        corrects = can and line.state is LineState.REJECTED
        for part in (self._label, self.words):
            part.setVisible(can)
        self.correct.setVisible(corrects)
        self.words.setReadOnly(not corrects)
        if can and self.words.text() != state.draft:
            self.words.set_text(state.draft)
        if fresh:
            self.words.forget()
        changed = can and state.draft.strip() not in ("", (line.words or "").strip())
        self.correct.setEnabled(changed and not state.busy)
        self.retry.set_busy(state.busy)
        waits = line.state is LineState.WAITING
        self.give_up.setEnabled(line.exported and not state.busy)
        self.give_up.setVisible(not waits)
        self._hint.setVisible(not line.exported and not waits)

    def first(self) -> QWidget:
        """Return what takes the keyboard first."""
        return self.words if not self.correct.isHidden() else self.retry


class ConflictPane(QWidget):
    """1 is mine, 2 is theirs, Enter takes what is chosen."""

    def __init__(self, viewmodel: ReviewViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._field = Text("", "section")
        self._base = WrapLabel("", "secondary")
        self.values = ValueChoice(
            QCoreApplication.translate("Review", "Quelle valeur garder\u202f?")
        )
        keep = QCoreApplication.translate("Review", "Garder cette valeur")
        self.take = Button(keep, "check", "primary", key_symbol("Return"))
        self._shown = ""
        self.setLayout(
            boxes.column(
                self._field,
                self._base,
                self.values,
                WrapLabel(_other_stays(), "caption"),
                boxes.row(None, self.take),
                spacing=Space.S,
            )
        )
        self.values.picked.connect(lambda _value: self._ready())
        self.values.confirmed.connect(self._take)
        self.take.clicked.connect(self._take)

    def show_line(self, line: Attention, state: ReviewState, now: datetime) -> None:
        """Show both values; what was chosen stays chosen."""
        conflict = line.conflict
        if conflict is None:
            return
        if line.op_id != self._shown:
            self._shown = line.op_id
            self._field.setText(label(conflict.field))
            base = QCoreApplication.translate("Review", "Avant vos deux changements\u00a0: {value}")
            self._base.setText(base.format(value=conflict.base or "—"))
            mine = dates.moment(line.at.astimezone(now.tzinfo), now)
            theirs = dates.moment(conflict.at.astimezone(now.tzinfo), now) if conflict.at else ""
            self.values.show_values(
                [
                    (
                        Option(value=True, label=conflict.mine),
                        QCoreApplication.translate("Review", "Votre valeur"),
                        mine,
                    ),
                    (Option(value=False, label=conflict.theirs), _who(conflict.by), theirs),
                ]
            )
        self._ready(busy=state.busy)

    def choose(self, digit: int) -> None:
        """Choose mine (1) or theirs (2)."""
        self.values.choose_digit(digit)

    def first(self) -> QWidget:
        """Return what takes the keyboard first."""
        return self.values

    def _ready(self, *, busy: bool = False) -> None:
        self.take.setEnabled(self.values.value is not None and not busy)

    def _take(self) -> None:
        if self.values.value is not None:
            self._viewmodel.pick(mine=bool(self.values.value))


class ReviewDetail(Card):
    """Shows the pane that fits the line in front."""

    def __init__(self, viewmodel: ReviewViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._viewmodel = viewmodel
        self._front = ""
        self._tile = Tile("file-text", "warning", 40, round_=True)
        self._heading = Text("", "section")
        self._when = Text("", "secondary")
        self.problem = Banner("danger", _failed())
        self.rejected = RejectedPane(viewmodel)
        self.conflict = ConflictPane(viewmodel)
        says = boxes.column(self._heading, self._when, spacing=2)
        self.body.setSpacing(Space.M)
        self.body.addLayout(boxes.row(self._tile, says, None, spacing=Space.M))
        for part in (self.problem, self.rejected, self.conflict):
            self.add(part)
        self.body.addStretch(1)
        self.rejected.export_asked.connect(lambda: ask_path(self, viewmodel.export))

    def show_line(self, line: Attention, state: ReviewState, now: datetime) -> None:
        """Show the line in front."""
        fresh, self._front = line.op_id != self._front, line.op_id
        tone = state_chip(line)[1]
        self._tile.set_tone(kind_icon(line.kind), tone)
        self._heading.setText(title_of(line))
        when = dates.moment(line.at.astimezone(now.tzinfo), now)
        self._when.setText(f"{when} · {short(line)}")
        self.problem.setVisible(state.failed)
        both = line.state is LineState.CONFLICT
        self.rejected.setVisible(not both)
        self.conflict.setVisible(both)
        if both:
            self.conflict.show_line(line, state, now)
        else:
            self.rejected.show_line(line, state, fresh=fresh)

    def first(self) -> QWidget:
        """Return what takes the keyboard first."""
        return self.conflict.first() if self.conflict.isVisible() else self.rejected.first()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter here: elsewhere it closes a contact."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_send(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the correction with Ctrl+Enter."""
        if _is_send(event) and self.rejected.isVisible() and self.rejected.correct.isEnabled():
            self._viewmodel.correct()
            return
        super().keyPressEvent(event)


def ask_path(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Ask where the export goes; it is a file that people can read."""
    dialog = QFileDialog(parent, QCoreApplication.translate("Review", "Exporter vers…"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    dialog.selectFile(QCoreApplication.translate("Review", "a-voir.json"))
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _other_stays() -> str:
    return QCoreApplication.translate(
        "Review", "L’autre valeur reste dans l’historique de la fiche."
    )


def _failed() -> str:
    return QCoreApplication.translate(
        "Review", "Cela n’a pas marché. Rien n’a été changé\u00a0: réessayez."
    )


def _is_send(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )


def _who(name: str) -> str:
    if not name:
        return QCoreApplication.translate("Review", "L’autre valeur")
    return QCoreApplication.translate("Review", "Celle de {name}").format(name=name)
