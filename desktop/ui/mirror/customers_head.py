"""Over the customers' half: its name, and filters that are for this half only."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import Channel
from desktop.ui.kit import boxes
from desktop.ui.kit.choices import Option
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.labels import label
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.mirror.state import MirrorState
from desktop.ui.mirror.viewmodel import MirrorViewModel

_ALL = ""


class CustomersHead(QWidget):
    """`reasons` are the options of the tree of reasons."""

    def __init__(
        self,
        viewmodel: MirrorViewModel,
        reasons: Sequence[Option[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        title = Text(QCoreApplication.translate("Mirror", "Vos clients"), "section")
        self.note = ElidedLabel("", "caption")
        self.reason = _reasons(reasons)
        self.channel = _channels()
        row = boxes.row(Tile("smile", "info", 28), title, spacing=Space.S)
        row.addWidget(self.note, 1)
        row.addWidget(self.reason)
        row.addWidget(self.channel)
        self.setLayout(row)
        self.reason.picked.connect(viewmodel.choose_reason)
        self.channel.picked.connect(
            lambda value: viewmodel.choose_channel(Channel(value) if value else None)
        )
        self.show_state(viewmodel.state)

    def show_state(self, state: MirrorState) -> None:
        """Show what is chosen, and what it is for."""
        self.reason.set_value(state.reason)
        self.channel.set_value(state.channel.value if state.channel else _ALL)
        if state.filtered:
            words = QCoreApplication.translate(
                "Mirror", "Filtré, pour les clients seulement\u202f: l’équipe reste entière."
            )
        else:
            words = QCoreApplication.translate(
                "Mirror", "Part de réponses favorables, avec leur nombre."
            )
        self.note.setText(words)

    def filters(self) -> str:
        """What this half is filtered by, in words; "" where it is whole."""
        chosen = [one.shown() for one in (self.reason, self.channel) if one.value]
        return ", ".join(chosen)


def _reasons(reasons: Sequence[Option[str]]) -> Picker:
    every = Option(_ALL, QCoreApplication.translate("Mirror", "Tous les motifs"))
    name = QCoreApplication.translate("Mirror", "Motif, clients seulement")
    return Picker(name, (every, *reasons), icon="tag")


def _channels() -> Picker:
    every = Option(_ALL, QCoreApplication.translate("Mirror", "Tous les canaux"))
    name = QCoreApplication.translate("Mirror", "Canal, clients seulement")
    options = tuple(Option(channel.value, label(channel)) for channel in Channel)
    return Picker(name, (every, *options), icon="funnel")
