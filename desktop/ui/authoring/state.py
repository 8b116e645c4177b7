"""What the page of guides shows: frozen pictures of the list, of one guide, and of its versions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.authoring.comparing import Comparison
from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.guides import Guide, GuideSummary, TimelineVersion
from desktop.domain.scripts import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRow:
    """A line of the list: a guide, or a draft of one that is not published yet."""

    id: str
    """Id of the guide, or of the draft."""
    summary: GuideSummary | None = None
    draft: ScriptDraft | None = None
    """The person's own, the latest written."""

    @property
    def guide(self) -> Guide | None:
        """The guide, once published."""
        return self.summary.guide if self.summary else None

    @property
    def script(self) -> Script | None:
        """The guide as it reads; the draft's text where there is no guide yet."""
        if self.summary is not None:
            return self.summary.guide.script
        return self.draft.script if self.draft else None


class Outcome(StrEnum):
    """What a verb of the page came to."""

    RETIRED = "retired"
    BACK = "back"
    RESTORED = "restored"
    SETTLED = "settled"
    DROPPED = "dropped"
    EXPORTED = "exported"
    PUBLISHED = "published"
    GONE = "gone"
    """Somebody changed it meanwhile: the page was read again."""
    INVALID = "invalid"
    """What was to be published is not valid any more."""
    NOT_WRITTEN = "not_written"
    """The file could not be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said above the list of the last thing done; some of it can be taken back."""

    outcome: Outcome
    title: str = ""
    version: int = 0
    detail: str = ""
    """Path of the field that is not valid, or name of the file."""

    @property
    def undoable(self) -> bool:
        """Whether one key takes it back."""
        return self.outcome in (Outcome.RETIRED, Outcome.BACK, Outcome.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidesState:
    """The list and the guide in front."""

    loaded: bool = False
    failed: bool = False
    writes: bool = False
    """The person leads: they may write guides."""
    rows: tuple[GuideRow, ...] = ()
    front: str = ""
    """Id of the row in front."""
    told: Told | None = None
    own_words: Mapping[str, str] = field(default_factory=dict)
    """The person's own words for the guide in front, by step."""

    @property
    def row(self) -> GuideRow | None:
        """The row in front."""
        return next((one for one in self.rows if one.id == self.front), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsState:
    """The timeline of one guide, and two versions of it side by side."""

    script_id: str = ""
    loaded: bool = False
    timeline: tuple[TimelineVersion, ...] = ()
    later: str | None = None
    """Id of the version in front; None: none."""
    earlier: str | None = None
    """Id of the version that it is compared with."""
    comparison: Comparison | None = None
    unreadable: bool = False
    """One of the two cannot be read on this machine."""

    def version(self, version_id: str | None) -> TimelineVersion | None:
        """A version of the timeline."""
        return next((one for one in self.timeline if one.id == version_id), None)
