"""What authoring needs of the guides' reader, and what it refuses."""

from pathlib import Path
from typing import Protocol

from desktop.domain.authoring.guides import Guide
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.errors import Refused
from desktop.domain.scripts import Script
from desktop.services.yaml_files import Problem


class Shelf(Protocol):
    """The guides that this machine has, and how their texts are read and written."""

    async def guides(self) -> tuple[Guide, ...]:
        """All guides, as they stand at this moment."""

    async def read_version(self, one: ScriptVersion) -> tuple[Script | None, tuple[Problem, ...]]:
        """The guide of a version, or what is wrong with its text."""

    async def read_file(self, path: Path) -> tuple[Script | None, tuple[Problem, ...]]:
        """The guide of a file, or what is wrong with it."""

    async def to_text(self, script: Script) -> str:
        """The guide as YAML."""

    def forget(self) -> None:
        """Read anew for whoever asks next."""


class NotAGuide(Refused):
    """A text cannot be used as a guide; `problems` says where and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(sorted({one.code for one in problems})))
        self.problems = problems
