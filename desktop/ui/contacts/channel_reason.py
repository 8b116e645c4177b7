"""How and why the customer came: from the guide or the last contact until the advisor chooses."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.contacts import Channel, Draft
from desktop.domain.ids import ContactId
from desktop.ui.contacts.editing import Editing
from desktop.ui.kit.choices import Option
from desktop.ui.kit.labels import label
from desktop.ui.kit.labels_customers import CHANNEL_ICONS
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class ChannelReason(QWidget):
    """Two pickers, their labels before them; `reasons` is the tree of reason codes."""

    def __init__(self, viewmodel: Editing, reasons: Sequence[Option[str]]) -> None:
        super().__init__()
        self._contact_id: ContactId | None = None
        titles = (
            QCoreApplication.translate("WrapUp", "Canal"),
            QCoreApplication.translate("WrapUp", "Motif"),
        )
        channels = [Option(one, label(one), CHANNEL_ICONS[one][0]) for one in Channel]
        self.channel = Picker(titles[0], channels)
        self.channel.picked.connect(viewmodel.set_channel)
        self.reason = Picker(
            titles[1],
            reasons,
            QCoreApplication.translate("WrapUp", "Choisir (facultatif)"),
            "tag",
        )
        self.reason.picked.connect(viewmodel.set_reason)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for line, picker in enumerate((self.channel, self.reason)):
            words = Text(titles[line], "secondary")
            words.setBuddy(picker)
            grid.addWidget(words, line, 0)
            grid.addWidget(picker, line, 1)

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft holds; a list opened for another contact closes."""
        if draft.contact_id != self._contact_id:
            self._contact_id = draft.contact_id
            for picker in (self.channel, self.reason):
                if (shown := picker.list_shown()) is not None:
                    shown.close()
        self.channel.set_value(draft.channel)
        self.reason.set_value(draft.reason or None)
