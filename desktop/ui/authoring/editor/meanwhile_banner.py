"""Tells who writes that somebody else published the guide meanwhile, and shows both side by side."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.authoring.guides import TimelineVersion
from desktop.ui.authoring.comparison import ComparisonPane
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.authoring.editor.viewmodel import EditorViewModel
from desktop.ui.authoring.words import version_words
from desktop.ui.kit import dates, theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.wraplabel import WrapLabel

_WIDTH: Final = 960
_HEIGHT: Final = 560


class MeanwhileBanner(Banner):
    """No room at all while nobody did; `reason` is a contact reason's code in words."""

    def __init__(self, model: EditorViewModel, reason: Callable[[str], str]) -> None:
        compare = QCoreApplication.translate("Editor", "Comparer")
        super().__init__("info", "", compare)
        self._model = model
        self._reason = reason
        self._told = ""
        self._overlay: CompareOverlay | None = None
        self.hide()
        self.acted.connect(self._compare)
        model.meanwhile.compared.connect(self._open)

    def show_state(self, _state: EditorState) -> None:
        """Say who published what, once aloud."""
        ahead = self._model.meanwhile.ahead
        words = self._words(ahead) if ahead else ""
        if ahead is not None and words != self.text():
            self.set_text(words)
        self.setVisible(ahead is not None)
        told = ahead.id if ahead else ""
        if told and told != self._told and self.isVisible():
            announce(self, words)
        self._told = told

    def overlay(self) -> "CompareOverlay | None":
        """Return the comparison once it was opened."""
        return self._overlay

    def _compare(self) -> None:
        if draft := self._model.state.draft:
            self._model.meanwhile.compare(draft)

    def _open(self) -> None:
        model = self._model
        if self._overlay is None:
            self._overlay = CompareOverlay(self.window(), self._reason)
        if model.meanwhile.ahead is not None and self.isVisible():
            self._overlay.show_both(model)
            self._overlay.open()

    def _words(self, ahead: TimelineVersion) -> str:
        words = QCoreApplication.translate(
            "Editor",
            "{version}, publiée par {who} {when}, n’est pas dans votre brouillon. Rien ne se perd.",
        )
        nameless = QCoreApplication.translate(
            "Editor",
            "{version}, publiée {when}, n’est pas dans votre brouillon. Rien ne se perd.",
        )
        now = self._model.meanwhile.now()
        when = dates.moment(ahead.at.astimezone(now.tzinfo), now) if ahead.at else ""
        version = version_words(ahead.version)
        return (words if ahead.name else nameless).format(
            version=version, who=ahead.name, when=when
        )


class CompareOverlay(Overlay):
    """What was published at the left, the draft at the right."""

    def __init__(self, window: QWidget, reason: Callable[[str], str]) -> None:
        title = QCoreApplication.translate("Editor", "Ce qui diffère de votre brouillon")
        super().__init__(window, title, _WIDTH)
        self.pane = ComparisonPane(reason)
        self.unread = WrapLabel(
            QCoreApplication.translate(
                "Editor",
                "Cette version ne se lit pas sur ce poste\u00a0: elle vient d’une application plus récente, ou son texte est abîmé.",
            ),
            "body",
        )
        back = Button(QCoreApplication.translate("Editor", "Continuer d’écrire"), role="primary")
        back.clicked.connect(self.dismiss)
        self.body.addWidget(self.pane, 1)
        self.body.addWidget(self.unread)
        self.footer.addStretch(1)
        self.footer.addWidget(back)

    def show_both(self, model: EditorViewModel) -> None:
        """Show how they differ, or that the other one cannot be read."""
        found, ahead = model.meanwhile.comparison, model.meanwhile.ahead
        self.pane.setVisible(found is not None)
        self.unread.setVisible(found is None)
        if found is None or ahead is None:
            return
        named = (version_words(ahead.version), ahead.name)
        draft = QCoreApplication.translate("Editor", "Votre brouillon")
        self.pane.show_comparison(found, " · ".join(one for one in named if one), draft)
        room = self.window().height() - theme.px(220)
        self.pane.setFixedHeight(max(min(theme.px(_HEIGHT), room), theme.px(160)))
