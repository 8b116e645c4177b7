"""What a feature brings to a desk: its screens in their places, its keys, what it still has to write."""

from PySide6.QtCore import QObject

from desktop.app.models import Models
from desktop.app.views import Views
from desktop.ui.shell.actions import Action
from desktop.ui.shell.window import Window


class Part(QObject):
    """Made when somebody signs in, deleted when they leave; `parts.py` names all of them.

    The constructor makes what the feature needs out of `models.services`, puts its screens into the
    window and joins them to those of others.
    """

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window)
        self.window = window
        self.models = models
        self.views = views

    def actions(self) -> tuple[Action, ...]:
        """What can be asked for by key and by the palette."""
        return ()

    def begin(self) -> None:
        """Read what the first screens show."""

    async def flush(self) -> None:
        """Write what is not on the disk yet. Raises StoreUnavailable."""
