"""The new customer's form, over the window: nothing typed is lost when it is closed."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.newcomers import Newcomer
from desktop.ui.customers.create_form import CreateForm
from desktop.ui.customers.create_similar import SimilarList
from desktop.ui.customers.search_viewmodel import SearchViewModel
from desktop.ui.kit import theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space

_WIDTH = 600
_AROUND = 140
"""Height of the title, the footer and the margins."""

_LEAST = 160


class CreateOverlay(Overlay):
    """`offer` opens it; Ctrl+Enter makes the file, Esc leaves it for later."""

    def __init__(self, window: QWidget, search: SearchViewModel) -> None:
        super().__init__(window, QCoreApplication.translate("Create", "Nouvelle fiche"), _WIDTH)
        self._viewmodel = search.creating
        self.form = CreateForm(self._viewmodel)
        self.similar = SimilarList()
        self.resume = Button(
            QCoreApplication.translate("Create", "Reprendre la saisie précédente"), "undo-2", "soft"
        )
        self.failure = Banner(
            "danger",
            QCoreApplication.translate(
                "Create",
                "La fiche n’a pas pu être enregistrée. Votre saisie est gardée\u00a0: réessayez.",
            ),
        )
        self.clear = Button(QCoreApplication.translate("Create", "Effacer"), role="ghost")
        self.save = Button(
            QCoreApplication.translate("Create", "Créer la fiche"),
            "check",
            "primary",
            key_symbol("Ctrl+Return"),
        )
        self._scroll = ScrollColumn()
        self._build()
        self._show()

    def offer(self, newcomer: Newcomer) -> None:
        """Open with what is known already, each piece in its field."""
        self._viewmodel.offer(newcomer)
        self.open()
        self._fit()
        give(self.form.first_empty())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._save()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll what a low window cannot show."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Give the form the height that it needs when a line comes or goes in it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        body = self._scroll.body
        width = self._scroll.viewport().width()
        wanted = (
            body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()
        )
        room = self.height() - 2 * Space.L - theme.px(_AROUND)
        self._scroll.setFixedHeight(max(min(wanted, room), theme.px(_LEAST)))

    def _build(self) -> None:
        for part in (self.failure, self.resume, self.form, self.similar):
            self._scroll.add(part)
        self._scroll.body.addStretch(1)
        self.body.addWidget(self._scroll)
        kept = QCoreApplication.translate("Create", "Échap garde votre saisie.")
        self.footer.addWidget(Text(kept, "caption"))
        self.footer.addStretch(1)
        self.footer.addWidget(self.clear)
        self.footer.addWidget(self.save)
        self.clear.clicked.connect(self._clear)
        self.save.clicked.connect(self._save)
        self.resume.clicked.connect(self._resume)
        self.similar.opened.connect(self._viewmodel.pick_similar)
        self._viewmodel.changed.connect(self._show)
        self._viewmodel.created.connect(self.dismiss)
        self._viewmodel.picked.connect(self.dismiss)

    def _show(self) -> None:
        state = self._viewmodel.state
        self.form.show_state(state)
        self.similar.show_matches(state.similar)
        self.resume.setVisible(state.earlier is not None)
        self.failure.setVisible(state.failed)
        self.save.set_busy(state.saving)
        self._fit()

    def _save(self) -> None:
        self._viewmodel.save()
        state = self._viewmodel.state
        wrong = self.form.first_problem(state)
        if wrong is not None:
            give(wrong)
            announce(wrong, wrong.accessibleDescription())

    def _clear(self) -> None:
        self._viewmodel.empty()
        give(self.form.first_empty())

    def _resume(self) -> None:
        self._viewmodel.resume()
        give(self.form.first_empty())
