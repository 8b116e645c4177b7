"""A story over the window: one's own words, what not to tell, signed or not, and the consent."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.story_check import StoryWarning, warnings
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.choices import Option
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.stories import words
from desktop.ui.stories.state import Told, Written
from desktop.ui.stories.viewmodel import StoriesViewModel


class StoryOverlay(Overlay):
    """`tell` opens it for a thanks, or for a story of its own; what was begun is still there."""

    def __init__(self, window: QWidget, viewmodel: StoriesViewModel) -> None:
        title = QCoreApplication.translate("Stories", "Partager une histoire")
        super().__init__(window, title, 600)
        self._viewmodel = viewmodel
        self._told = Told()
        self._written: dict[str, Written] = {}
        self._warned: tuple[StoryWarning, ...] = ()
        self.quote = Panel("quote")
        self._quoted = WrapLabel("", "reading")
        self.area = TextArea(
            QCoreApplication.translate("Stories", "Ce qui s’est passé, avec vos mots"),
            QCoreApplication.translate(
                "Stories",
                "Ce que la personne voulait, ce que vous avez fait, ce que cela a changé…",
            ),
            lines=4,
        )
        self.warning = Panel("warning")
        self._words = Flow(Space.XS)
        self.signed = _signature()
        self.consent = WrapLabel("", "secondary")
        self.failure = Banner("danger", _not_written())
        self.done = Button(
            QCoreApplication.translate("Stories", "D’accord, proposer"),
            "send",
            "primary",
            key_symbol("Ctrl+Return"),
        )
        self._build()

    def tell(self, told: Told) -> None:
        """Open the form."""
        if self.isVisible():
            return
        self._told = told
        self._quoted.setText(told.words)
        self.quote.setVisible(bool(told.words))
        begun = self._written.get(told.thanks_id, Written())
        self.area.set_text(begun.words)
        self.area.forget()
        self.signed.set_value(begun.signed)
        self.failure.hide()
        self._show()
        self.open()
        self.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def warnings(self) -> tuple[StoryWarning, ...]:
        """Return what is warned of."""
        return self._warned

    def submit(self) -> None:
        """Propose it; else lead to what is missing."""
        if not self.area.text().strip():
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.signed.value is None:
            self.signed.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.consent.text())
        else:
            self._viewmodel.propose(self._told, self.area.text(), signed=self.signed.value)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for the form while it is open, whatever it does in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and _submits(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Propose with Ctrl+Enter."""
        if _submits(event):
            self.submit()
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.quote.add(Text(QCoreApplication.translate("Stories", "Le merci reçu"), "caption"))
        self.quote.add(self._quoted)
        told = QCoreApplication.translate(
            "Stories", "À changer avant de partager\u00a0: on ne doit reconnaître personne."
        )
        head = boxes.row(Glyph("triangle-alert", "warning", 14), spacing=Space.S)
        head.addWidget(WrapLabel(told, "secondary"), 1)
        self.warning.body.addLayout(head)
        self.warning.body.addWidget(self._words)
        self.warning.hide()
        field = boxes.column(
            Text(self.area.accessibleName(), "secondary"), self.area, spacing=Space.XS
        )
        self.body.addWidget(self.quote)
        self.body.addLayout(field)
        for part in (self.warning, self.signed, self.consent, self.failure):
            self.body.addWidget(part)
        self.footer.addStretch(1)
        self.footer.addWidget(self.done)
        self.area.edited.connect(self._keep)
        self.signed.picked.connect(self._keep)
        self.done.clicked.connect(self.submit)
        self._viewmodel.proposed.connect(self._finish)
        self._viewmodel.changed.connect(self._check)

    def _keep(self, _value: object = None) -> None:
        written = Written(words=self.area.text(), signed=self.signed.value)
        self._written[self._told.thanks_id] = written
        self._show()

    def _finish(self, _story: object) -> None:
        if self.isVisible():
            self._written.pop(self._told.thanks_id, None)
            self.area.set_text("")
            self.dismiss()

    def _check(self) -> None:
        state = self._viewmodel.state
        self.failure.setVisible(state.failed)
        self.done.set_busy(state.busy)

    def _show(self) -> None:
        self.consent.setText(words.consent(signed=self.signed.value))
        found = warnings(self.area.text(), (self._told.customer_name,))
        if found == self._warned:
            return
        more = len(found) > len(self._warned)
        self._warned = found
        self._words.clear()
        for one in found:
            self._words.add(Chip(words.warned(one), "warning", "triangle-alert"))
        self.warning.setVisible(bool(found))
        if more:
            announce(self.area, words.warned(found[-1]))


def _signature() -> Segmented:
    return Segmented(
        QCoreApplication.translate("Stories", "Signature"),
        [
            Option(True, QCoreApplication.translate("Stories", "Avec mon nom")),
            Option(False, QCoreApplication.translate("Stories", "Sans mon nom")),
        ],
    )


def _submits(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _not_written() -> str:
    return QCoreApplication.translate(
        "Stories",
        "Pas encore enregistré\u00a0: les données de ce poste ne répondent pas. Votre texte reste ici\u202f; réessayez.",
    )
