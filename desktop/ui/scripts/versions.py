"""The version in which a contact was begun: read once, when it is not the one in force any more."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.contacts import GuideRun
from desktop.services.scripts import Library, Scripts
from desktop.ui.kit import tasks


class KeptVersions(QObject):
    """`found` gives the Library once it has the version that was awaited, or cannot have it."""

    found = Signal(object)

    def __init__(self, scripts: Scripts, parent: QObject) -> None:
        super().__init__(parent)
        self._scripts = scripts
        self._reading = tasks.Latest(self)
        self._awaited: tuple[str, int] | None = None
        self._done: set[tuple[str, int]] = set()

    def awaited(self, library: Library, run: GuideRun | None) -> bool:
        """Whether the version of this run is still being read; it is asked for then."""
        if run is None or all(one.id != run.script_id for one in library.guides):
            return False
        wanted = (run.script_id, run.version)
        script = library.at(*wanted)
        if wanted in self._done or (script is not None and script.version == run.version):
            return False
        if wanted != self._awaited:
            self._awaited = wanted
            self._reading.run(self._read(wanted), lambda _error: self._end(library))
        return True

    async def _read(self, wanted: tuple[str, int]) -> None:
        self._end(await self._scripts.at(*wanted))

    def _end(self, library: Library) -> None:
        """What cannot be read is not asked for again: the guide as it reads now stands in."""
        if self._awaited is not None:
            self._done.add(self._awaited)
        self._awaited = None
        self.found.emit(library)
