"""How it ended: resolution, the effort as it seemed, and the satisfaction one expects."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import Draft, Resolution
from desktop.ui.contacts.editing import Editing
from desktop.ui.contacts.optional import Labelled
from desktop.ui.contacts.problem_notice import estimate_stays
from desktop.ui.kit import boxes
from desktop.ui.kit.choices import Option
from desktop.ui.kit.labels import label
from desktop.ui.kit.scale import Scale
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class Outcome(QWidget):
    """Three scales, each cleared with the backspace key."""

    def __init__(self, viewmodel: Editing) -> None:
        super().__init__()
        words = QCoreApplication.translate("WrapUp", "Résolution")
        self.resolution = Segmented(words, [Option(one, label(one)) for one in Resolution])
        self.resolution.picked.connect(viewmodel.set_resolution)
        self.resolution_field = Labelled(words, self.resolution)
        words = QCoreApplication.translate("WrapUp", "Effort demandé, à votre avis")
        ends = (
            QCoreApplication.translate("WrapUp", "Très facile"),
            QCoreApplication.translate("WrapUp", "Très difficile"),
        )
        self.effort = Scale(words, 7, ends)
        self.effort.picked.connect(viewmodel.set_effort)
        self.effort_field = Labelled(words, self.effort, optional=True)
        words = QCoreApplication.translate("WrapUp", "À votre avis, sa satisfaction\u202f?")
        self.estimate = Scale(words, 5, faces=True)
        self.estimate.picked.connect(viewmodel.set_estimate)
        self.estimate_field = Labelled(words, self.estimate)
        self.stays = WrapLabel(estimate_stays(), "caption")
        self.stays.hide()
        fields = (self.resolution_field, self.effort_field, self.estimate_field, self.stays)
        self.setLayout(boxes.column(*fields, spacing=Space.M))

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft holds."""
        self.resolution.set_value(draft.resolution)
        self.effort.set_value(draft.effort_seen)
        self.estimate.set_value(draft.estimate)
        self.estimate.setEnabled(not draft.answer_shown)
        self.stays.setVisible(draft.answer_shown)
        self.effort_field.set_filled(filled=draft.effort_seen is not None)
