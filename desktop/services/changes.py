"""The hub: services tell what changed, screens and the engine listen."""

from collections.abc import Callable

from desktop.domain.changes import Changed

Listener = Callable[[Changed], None]


class Changes:
    """Tells every listener, in the order in which they came, on the loop's thread."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def tell(self, changed: Changed) -> None:
        """Tell all who listen; a listener may leave while being told."""
        for listener in tuple(self._listeners):
            listener(changed)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Listen from now on; the answer is a function that stops it."""
        self._listeners.append(listener)

        def unlisten() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unlisten
