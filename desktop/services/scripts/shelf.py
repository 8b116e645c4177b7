"""What was found on disk: the guides that can be used, and what is wrong with the others."""

from dataclasses import dataclass, field

from desktop.domain.authoring.guides import Guide
from desktop.domain.scripts import Script
from desktop.domain.wording import Wording
from desktop.services.yaml_files import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The guides, in the order of their files' names; those that leads began come after."""

    scripts: tuple[Script, ...] = ()
    problems: tuple[Problem, ...] = ()
    wording: Wording = field(default_factory=Wording)
    guides: tuple[Guide, ...] = ()
    """All guides, the retired and unreadable ones too, and how each came to read as it does."""
    earlier: tuple[Script, ...] = ()
    """Versions that are not in force any more, as far as somebody asked for them."""

    def script(self, script_id: str) -> Script | None:
        """The guide of that id."""
        return next((one for one in self.scripts if one.id == script_id), None)

    def at(self, script_id: str, version: int) -> Script | None:
        """The guide in that version; as it reads now where that one is not here."""
        now = self.script(script_id)
        if now is not None and now.version == version:
            return now
        came = (one.came for one in self.guides if one.came is not None)
        kept = (
            one for one in (*self.earlier, *came) if (one.id, one.version) == (script_id, version)
        )
        return next(kept, now)
