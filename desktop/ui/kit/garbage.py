"""Frees Python's garbage in Qt's thread only.

Python collects cycles in whichever thread happens to allocate. A cycle with a widget in it, freed
by the store's thread, takes the widget from under Qt's own loop: the process dies, now and then.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE_MS: Final = 250


class GarbageCollector(QObject):
    """Takes the collection over from Python, for as long as it lives; made in Qt's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self.destroyed.connect(_give_back)

    def settle(self) -> None:
        """All that is loaded now stays for good: later collections need not go through it.

        Nothing is collected first, for that would hold the window still for several frames.
        Asked again it does nothing: what somebody who left was working on must not stay.
        """
        if not self._settled:
            self._settled = True
            gc.freeze()

    def _collect(self) -> None:
        # Before that the oldest generation is all that was loaded: going through it takes frames.
        collect_due(2 if self._settled else 1)


def _give_back() -> None:
    gc.enable()


def collect_due(oldest: int = 2) -> None:
    """Collect the oldest generation that is due, by Python's own thresholds; none beyond `oldest`."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in range(oldest, -1, -1):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
