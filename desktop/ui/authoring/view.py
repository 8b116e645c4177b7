"""The tab of guides: the list, and the one in front."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.services.yaml_files import Problem
from desktop.ui.authoring.detail import VERSIONS, GuideDetail
from desktop.ui.authoring.files import ProblemWords, WrongFile, ask_read, ask_write
from desktop.ui.authoring.listing import GuideList
from desktop.ui.authoring.state import GuideRow
from desktop.ui.authoring.told import ToldLine
from desktop.ui.authoring.viewmodel import GuidesViewModel
from desktop.ui.kit import boxes
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.focus import give
from desktop.ui.kit.list_and_detail import ListAndDetail
from desktop.ui.kit.loading import Skeleton
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """Words that other features have, handed in where they are joined."""

    reason: Callable[[str], str]
    """A contact reason's, by its code."""
    problem: ProblemWords


class GuidesView(QWidget):
    """Arrows move among the guides, Enter goes to the one in front, Escape comes back."""

    def __init__(
        self, viewmodel: GuidesViewModel, wordings: Wordings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._wordings = wordings
        writes = viewmodel.state.writes
        self.list = GuideList()
        self.detail = GuideDetail(wordings.reason, writes=writes)
        self.panes = ListAndDetail(self.list, self.detail)
        self.told = ToldLine()
        self.failure = Banner(
            "danger",
            QCoreApplication.translate(
                "Guides", "Les données de ce poste ne répondent pas. Rien n’a été changé."
            ),
            QCoreApplication.translate("Guides", "Réessayer"),
        )
        self.new = Button(QCoreApplication.translate("Guides", "Nouveau guide"), "plus", "soft")
        self.take_in = Button(
            QCoreApplication.translate("Guides", "Importer…"), "folder-open", "outline"
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._join()
        viewmodel.changed.connect(self._show)
        viewmodel.versions.changed.connect(self._show_versions)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list again."""
        super().showEvent(event)
        self._viewmodel.load()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def show_versions(self) -> None:
        """Show the versions of the guide in front, the keyboard on them."""
        self.panes.reveal()
        self.detail.turn(VERSIONS)
        self.detail.timeline.take_focus()

    def ask_read(self) -> None:
        """Ask which file is to become a draft."""
        ask_read(self, self._viewmodel.verbs.read_file)

    def ask_write(self) -> None:
        """Ask where the guide in front is to be written."""
        row = self._viewmodel.state.row
        script = row and row.script
        if script:
            write = self._viewmodel.verbs.write_file
            ask_write(self, script.id or "guide", lambda path: write(script, path))

    def _lay_out(self) -> None:
        writes = self._viewmodel.state.writes
        words_in = QCoreApplication.translate(
            "Guides",
            "Un fichier YAML comme ceux de l’application\u202f; ses commentaires se perdent.",
        )
        self.take_in.setToolTip(words_in)
        self.take_in.setAccessibleDescription(words_in)
        title = Text(QCoreApplication.translate("Guides", "Guides"), "title")
        subtitle = WrapLabel(_subtitle(writes=writes), "secondary")
        self._stack.addWidget(Skeleton(6))
        self._stack.addWidget(self.panes)
        self._stack.addWidget(_empty())
        head = boxes.row(title, None, self.take_in, self.new, spacing=Space.S)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.M)
        over = boxes.holder(boxes.column(head, subtitle, spacing=2))
        box.addWidget(over)
        self.panes.set_head(over)
        box.addWidget(self.failure)
        box.addWidget(self.told)
        box.addWidget(self._stack, 1)
        for button in (self.new, self.take_in):
            # Shown only once they lie in the page: before, each would be a window of its own.
            button.setVisible(writes)

    def _join(self) -> None:
        model, verbs, detail = self._viewmodel, self._viewmodel.verbs, self.detail
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.failure.acted.connect(model.load)
        self.told.acted.connect(model.take_back)
        self.new.clicked.connect(verbs.new)
        self.take_in.clicked.connect(self.ask_read)
        verbs.refused.connect(self._say_wrong)
        detail.edit.clicked.connect(lambda: self._on_row(verbs.edit))
        detail.retire.clicked.connect(lambda: self._on_row(verbs.retire))
        detail.drop.clicked.connect(lambda: self._on_row(self._drop))
        detail.export.clicked.connect(self.ask_write)
        detail.banners.versions_asked.connect(self.show_versions)
        detail.pane_turned.connect(lambda place: model.versions.watch(watched=place == VERSIONS))
        timeline, versions = detail.timeline, model.versions
        timeline.picked.connect(versions.pick)
        timeline.picked_earlier.connect(versions.pick_earlier)
        timeline.restored.connect(lambda one: verbs.restore(model.state.front, one))
        timeline.settled.connect(lambda one: verbs.settle(model.state.front, one))
        timeline.drafted.connect(lambda one: verbs.edit_from(model.state.front, one))

    def _on_row(self, verb: Callable[[GuideRow], None]) -> None:
        row = self._viewmodel.state.row
        if row is not None:
            verb(row)

    def _drop(self, row: GuideRow) -> None:
        if row.draft is not None:
            self._viewmodel.verbs.drop(row.draft)

    def _show(self) -> None:
        state, now = self._viewmodel.state, self._viewmodel.now()
        self.failure.setVisible(state.failed)
        self.told.show_told(state.told)
        held = bool(state.rows)
        self._stack.setCurrentIndex(1 if held else 2 if state.loaded and not state.failed else 0)
        self.list.show_rows(state.rows, state.front, now)
        row = state.row
        self.detail.setVisible(row is not None)
        if row is not None:
            self.detail.show_row(row, state, now)

    def _show_versions(self) -> None:
        self.detail.show_versions(self._viewmodel.versions.state, self._viewmodel.now())

    def _choose(self, row: object) -> None:
        if isinstance(row, GuideRow):
            self._viewmodel.choose(row.id)

    def _open(self, row: object) -> None:
        self._choose(row)
        self.panes.reveal()
        give(self.detail.first())

    def _say_wrong(self, problems: tuple[Problem, ...]) -> None:
        shown = WrongFile(self.window(), self._wordings.problem)
        shown.again.connect(self.ask_read)
        shown.closed.connect(shown.deleteLater)
        shown.tell(problems)


def _subtitle(*, writes: bool) -> str:
    if writes:
        return QCoreApplication.translate(
            "Guides", "Ce que l’on propose de dire, et comment cela se passe. Rien ne se perd."
        )
    return QCoreApplication.translate(
        "Guides", "Des guides, pas des consignes\u00a0: vous pouvez toujours vous en écarter."
    )


def _empty() -> EmptyState:
    return EmptyState(
        "scroll-text",
        QCoreApplication.translate("Guides", "Aucun guide"),
        QCoreApplication.translate(
            "Guides", "Un responsable peut en écrire un, ou importer un fichier."
        ),
    )
