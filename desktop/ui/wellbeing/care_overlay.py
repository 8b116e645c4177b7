"""What somebody of the team just lived through, for their lead: the fact, and what helps now."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

import desktop.ui.kit.labels_contacts  # noqa: F401 - importing it registers the words
from desktop.domain.care import TeamIncivility
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.button import Button
from desktop.ui.kit.labels import label
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing.care_viewmodel import CareViewModel


class CareOverlay(Overlay):
    """One card a report, the latest first; nobody is counted, nobody compared."""

    def __init__(self, window: QWidget, viewmodel: CareViewModel) -> None:
        title = QCoreApplication.translate("Care", "Quelqu’un a besoin de vous")
        super().__init__(window, title, 560)
        self._viewmodel = viewmodel
        self._cards = QVBoxLayout()
        self._cards.setSpacing(Space.M)
        inner = QWidget()
        inner.setLayout(self._cards)
        self._scroll = ScrollColumn()
        self._scroll.add(inner)
        self.done = Button(QCoreApplication.translate("Care", "C’est vu"), "check", "primary")
        self.done.clicked.connect(self._see)
        self.body.addWidget(WrapLabel(_advice(), "body"))
        self.body.addWidget(self._scroll, 1)
        self.footer.addStretch(1)
        self.footer.addWidget(self.done)

    def show_unseen(self) -> None:
        """Show what was not seen yet, and lead to the one button."""
        boxes.clear(self._cards)
        for one in self._viewmodel.unseen:
            self._cards.addWidget(self._card(one))
        self._scroll.setMinimumHeight(min(300, 130 * max(len(self._viewmodel.unseen), 1)))
        self.open()
        self.done.setFocus()

    def words(self) -> str:
        """Return all that is told."""
        return "\n".join(one.text() for one in self.findChildren(Text))

    def _card(self, one: TeamIncivility) -> Panel:
        now = self._viewmodel.now()
        card = Panel("warning")
        avatar = Avatar("", 36)
        avatar.set_person(one.name)
        when = dates.moment(one.at.astimezone(now.tzinfo), now)
        names = boxes.column(
            Text(one.name, "strong"), Text(f"{when} · {label(one.type)}", "secondary"), spacing=2
        )
        card.body.addLayout(boxes.row(avatar, names, None, spacing=Space.M))
        if one.words:
            card.add(WrapLabel(one.words, "body"))
        return card

    def _see(self) -> None:
        # First the way back: what is seen takes away the line that led here.
        self.dismiss()
        self._viewmodel.see()


def _advice() -> str:
    return QCoreApplication.translate(
        "Care",
        "Prenez de ses nouvelles sans attendre, de vive voix si possible. Proposez une pause. L’échange est en cause, jamais la personne.",
    )
