"""The versions of the guide in front, and any two of them side by side."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.authoring.comparing import Comparison, compare
from desktop.domain.authoring.guides import Guide
from desktop.services.authoring import Authoring
from desktop.ui.authoring.state import VersionsState
from desktop.ui.kit import tasks


class VersionsViewModel(QObject):
    """Reads nothing before somebody looks at it (`watch`)."""

    changed = Signal()

    def __init__(self, authoring: Authoring, parent: QObject) -> None:
        super().__init__(parent)
        self._authoring = authoring
        self._reading = tasks.Latest(self)
        self._comparing = tasks.Latest(self)
        self._guide: Guide | None = None
        self._watched = False
        self.state = VersionsState()

    def watch(self, *, watched: bool) -> None:
        """Somebody looks at the timeline, or does no longer."""
        self._watched = watched
        self._load()

    def follow(self, guide: Guide | None) -> None:
        """Another guide is in front, or the same one as it is now; None: none."""
        if guide is None or guide.id != self.state.script_id:
            self._comparing.cancel()
            self._set(VersionsState(script_id=guide.id if guide else ""))
        self._guide = guide
        self._load()

    def pick(self, version_id: str) -> None:
        """Have a version in front, compared with the one it was written from."""
        if version_id != self.state.later:
            self._put(later=version_id, earlier=self._before(version_id))
            self._compare()

    def pick_earlier(self, version_id: str) -> None:
        """Compare the version in front with this one."""
        if version_id != self.state.earlier:
            self._put(earlier=version_id)
            self._compare()

    def _load(self) -> None:
        if self._watched and self._guide is not None:
            self._reading.run(self._read(self._guide.id), self._fail)
        else:
            self._reading.cancel()

    async def _read(self, script_id: str) -> None:
        timeline = await self._authoring.versions(script_id)
        known = {one.id for one in timeline}
        fresh = timeline != self.state.timeline
        self._put(loaded=True, timeline=timeline)
        if self.state.later not in known:
            front = next((one.id for one in timeline if one.in_force), None)
            self._put(later=front, earlier=self._before(front))
        if fresh:
            self._compare()

    def _before(self, version_id: str | None) -> str | None:
        """The version that one is best read beside: what it was written from, or the other head."""
        version = self.state.version(version_id)
        if version is None:
            return None
        rivals = [one for one in self.state.timeline if one.head and one.id != version_id]
        if version.head and rivals:
            return next((one.id for one in rivals if one.in_force), rivals[0].id)
        if version.based_on and self.state.version(version.based_on):
            return version.based_on
        place = self.state.timeline.index(version) + 1
        later = self.state.timeline[place : place + 1]
        return later[0].id if later else None

    def _compare(self) -> None:
        self._comparing.cancel()
        self._put(comparison=None, unreadable=False)
        later, earlier = self.state.later, self.state.earlier
        if later is not None and earlier is not None:
            self._comparing.run(self._side_by_side(earlier, later), self._fail)

    async def _side_by_side(self, earlier: str, later: str) -> None:
        script_id = self.state.script_id
        before = await self._authoring.script_of(script_id, earlier)
        after = await self._authoring.script_of(script_id, later)
        found: Comparison | None = compare(before, after) if before and after else None
        self._put(comparison=found, unreadable=found is None)

    def _fail(self, _error: BaseException) -> None:
        self._put(loaded=True)

    def _put(self, **fields: Any) -> None:
        self._set(replace(self.state, **fields))

    def _set(self, state: VersionsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
