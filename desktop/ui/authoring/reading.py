"""A guide as it reads: every step, what the law asks for, where reactions lead, one's own words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.scripts import Script, Step
from desktop.ui.authoring.marked import MarkedLabel
from desktop.ui.authoring.readable import readable
from desktop.ui.kit import boxes
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class ReadingPane(ScrollColumn):
    """A stop of Tab of its own: arrows scroll it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Script | None, Mapping[str, str]] = (None, {})
        self.set_reading(QCoreApplication.translate("Guides", "Le guide, tel qu’il se lit"))
        self.body.setContentsMargins(Space.XS, Space.XS, Space.S, Space.XS)

    def show_script(self, script: Script, own_words: Mapping[str, str]) -> None:
        """Show a guide, and the person's own words at its steps; another one starts at its top."""
        if (script, own_words) == self._shown:
            return
        if self._shown[0] is None or self._shown[0].id != script.id:
            self.verticalScrollBar().setValue(0)
        self._shown = (script, dict(own_words))
        boxes.clear(self.body)
        self.body.addWidget(WrapLabel(script.summary, "reading"))
        for place, step in enumerate(script.steps):
            own = own_words.get(step.id, "")
            self.body.addWidget(_StepPanel(script, step, place, own))
        self.body.addStretch(1)


class _StepPanel(Panel):
    """One step."""

    def __init__(self, script: Script, step: Step, place: int, own: str) -> None:
        super().__init__("outline")
        self.body.setSpacing(Space.S)
        head = boxes.row(Text(f"{place + 1}. {step.title}", "heading"), spacing=Space.S)
        if step.law:
            head.addWidget(Chip(QCoreApplication.translate("Guides", "Légal"), "info", "scale"))
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._marked(step.intention, "secondary"))
        self._say(step.say, own)
        for question in step.questions:
            self._line("message-square", question.text)
        for check in step.checks:
            self._line("check", check.label)
        for reaction in step.reactions:
            self._line("arrow-right", _leading(script, reaction.label, reaction.to))
        if step.then:
            words = QCoreApplication.translate("Guides", "Puis\u00a0: {title}")
            self._line("arrow-right", words.format(title=_title(script, step.then)))
        for suggestion in step.suggestions:
            self._line("lightbulb", suggestion.words)
        if step.law:
            law = Panel("info")
            law.add(self._marked(step.law.why, "body"))
            law.add(WrapLabel(step.law.reference, "caption"))
            self.add(law)

    def _say(self, say: str, own: str) -> None:
        quote = Panel("quote")
        quotation = QCoreApplication.translate("Guides", "«\u202f{0}\u202f»")
        words = MarkedLabel("", "reading")
        words.set_marked(readable(say), quotation)
        quote.add(words)
        self.add(quote)
        if own:
            mine = Panel("sunken")
            mine.add(Text(QCoreApplication.translate("Guides", "Mes mots"), "eyebrow"))
            said = MarkedLabel("", "body")
            said.set_marked(readable(own), quotation)
            mine.add(said)
            self.add(mine)

    def _line(self, icon: str, words: str) -> None:
        row = boxes.row(spacing=Space.S)
        row.addLayout(boxes.column(2, Glyph(icon, "text3", 14), None, spacing=0))
        row.addWidget(self._marked(words, "body"), 1)
        self.body.addLayout(row)

    def _marked(self, words: str, role: str) -> MarkedLabel:
        label = MarkedLabel("", role)
        label.set_marked(readable(words))
        return label


def _leading(script: Script, label: str, to: str) -> str:
    title = _title(script, to)
    if not title:
        return label
    words = QCoreApplication.translate("Guides", "{label} → {title}")
    return words.format(label=label, title=title)


def _title(script: Script, step_id: str) -> str:
    step = script.step(step_id) if step_id else None
    return step.title if step else ""
