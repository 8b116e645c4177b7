"""The advisor's own page of a guide, as the editor asks for it."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.domain.scripts import Script
from desktop.ui.authoring.editor.ports import TriedOn


class Preview(Protocol):
    """Shows a guide exactly as an advisor sees it."""

    def widget(self) -> QWidget:
        """What shows it."""

    def show(self, script: Script, step_id: str, customer: TriedOn) -> None:
        """Show the guide at that step ("": its first) as it looks for this customer."""
