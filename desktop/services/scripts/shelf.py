"""What was found on disk: the guides that can be used, and what is wrong with the others."""

from dataclasses import dataclass, field

from desktop.domain.scripts import Script
from desktop.domain.wording import Wording
from desktop.services.yaml_files import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The guides, in the order of their files' names."""

    scripts: tuple[Script, ...] = ()
    problems: tuple[Problem, ...] = ()
    wording: Wording = field(default_factory=Wording)

    def script(self, script_id: str) -> Script | None:
        """The guide of that id."""
        return next((one for one in self.scripts if one.id == script_id), None)
