"""The parts of a desk that are about the shared database, made and taken down together."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app.caring import Caring
from desktop.app.departure import Departure
from desktop.app.following import Following
from desktop.app.models import Models
from desktop.app.network import Network
from desktop.app.reconnecting import Reconnecting
from desktop.app.syncing import Syncing
from desktop.ui.kit import tasks
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window


class Linked(QObject):
    """`reconnecting` and `caring` are there for who is connected, and for who leads."""

    def __init__(self, window: Window, models: Models, go: Callable[[], None]) -> None:
        super().__init__(window)
        shared, care = models.services.shared, models.care
        self.syncing = Syncing(window, models)
        self.following = Following(window, models)
        self.departure = Departure(window, models, go)
        self.reconnecting = None if shared is None else Reconnecting(window, models, shared)
        self.caring = None if care is None else Caring(window, models, care)
        if shared is not None:
            self.network = Network(self)
            self.network.back.connect(shared.engine.poke)
        for part in (
            self.syncing,
            self.following,
            self.departure,
            self.reconnecting,
            self.caring,
        ):
            if part is not None:
                part.setParent(self)

    def actions(self) -> tuple[Action, ...]:
        """What can be asked for by the palette."""
        found = [
            Action(
                id="sync.panel",
                title=lambda: QCoreApplication.translate("Actions", "Où en est l’échange"),
                keys=(),
                run=self.syncing.open_panel,
                group=Group.WINDOW,
                icon="cloud",
            )
        ]
        if self.caring is not None:
            found.append(
                Action(
                    id="lead.care",
                    title=lambda: QCoreApplication.translate(
                        "Actions", "Incivilités vécues dans l’équipe"
                    ),
                    keys=(),
                    run=self.caring.open,
                    group=Group.ME,
                    icon="shield-alert",
                )
            )
        return tuple(found)

    def begin(self) -> None:
        """Read what the person saw before."""
        if self.caring is not None:
            tasks.run(self.caring.begin(), self)

    def clear(self) -> None:
        """The next person begins with bars of their own."""
        self.syncing.clear()
