"""What the demonstration's team learned: chains of step-offs, suggestions, own words."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from desktop.domain.authoring.editing import add_suggestion
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.contacts import StepOff
from desktop.domain.ids import PersonId, ScriptVersionId, SuggestionId
from desktop.domain.learning.facts import Credit
from desktop.domain.own_words import OwnWords
from desktop.domain.scripts import Script, Suggestion
from desktop.services.demo.company import Company, Making
from desktop.services.scripts.library import read_folder
from desktop.services.scripts.writing import to_yaml

SILENT, OTHERWISE = 0.1, 0.12
"""How many of the step-offs are noted by their reason alone, and how many in other words."""

SEED = 1927

Learned = ScriptVersion | Credit | OwnWords


@dataclass(slots=True)
class Team:
    """What a folder tells of the team, and the chains as they were made."""

    company: Company
    told: dict[str, Any]
    scripts: dict[str, Script]
    heads: dict[tuple[str, str], StepOff] = field(default_factory=dict)
    """The first step-off of each chain, by guide and words."""

    @classmethod
    def read(cls, folder: Path, company: Company) -> "Team":
        """The team of `learning.yaml`, and the guides that come with the application."""
        told = yaml.load((folder / "learning.yaml").read_text("utf-8"), yaml.CSafeLoader)
        resources = folder.parent
        library = read_folder(resources / "scripts", resources / "wording.yaml", None)
        return cls(company, told, {script.id: script for script in library.scripts})

    def person(self, name: str) -> PersonId:
        """Who signs in under that name."""
        return next(one.id for one in self.company.people if one.sign_in == name)

    def chained(self, values: Iterable[Any]) -> Iterator[Any]:
        """The values, their step-offs last and in chains: each takes up the first of its words."""
        # A chance of its own: the rest of the world stays as it was.
        chance = random.Random(SEED)  # noqa: S311 - a world, not a secret
        found = []
        for value in values:
            if isinstance(value, StepOff):
                found.append(value)
            else:
                yield value
        first = {one["from"]: self.person(one["author"]) for one in self.told["suggestions"]}
        for one in sorted(found, key=lambda step_off: (step_off.at, step_off.id)):
            yield self._linked(one, first.get(one.words), chance.random())

    def _linked(self, one: StepOff, author: PersonId | None, draw: float) -> StepOff:
        head = self.heads.get((one.script_id, one.words))
        if draw < SILENT or (head is None and author not in (None, one.person_id)):
            return replace(one, words="")
        other = self.told["otherwise"].get(one.words, "") if draw < SILENT + OTHERWISE else ""
        if other and (head is not None or author is None):
            one = replace(one, words=other)
        head = self.heads.setdefault((one.script_id, one.words), one)
        return one if head is one else replace(one, earlier_id=head.id)

    def learned(self, making: Making) -> Iterator[Learned]:
        """Versions with suggestions, what their authors said, and own words."""
        for told in self.told["suggestions"]:
            yield from self._suggested(making, told)
        for told in self.told["own_words"]:
            yield OwnWords(
                id=making.new_id(21),
                person_id=self.person(told["person"]),
                at=making.now - timedelta(days=12, hours=3),
                script_id=told["script"],
                step_id=told["step"],
                words=told["words"].strip(),
                shared=told.get("shared", False),
            )

    def _suggested(self, making: Making, told: dict[str, Any]) -> Iterator[ScriptVersion | Credit]:
        head = self.heads.get((told["script"], told["from"]))
        script = self.scripts.get(told["script"])
        if head is None or script is None:
            return
        suggestion = Suggestion(
            id=SuggestionId(told["id"]), words=told["words"].strip(), chain=head.id
        )
        written = add_suggestion(script, told["step"], suggestion)
        at = making.now - timedelta(days=8, hours=2)
        yield ScriptVersion(
            id=ScriptVersionId(making.new_id(20)),
            script_id=script.id,
            version=script.version + 1,
            person_id=self.company.lead.id,
            at=at,
            text=to_yaml(replace(written, version=script.version + 1)),
            note=told["note"],
        )
        if "agreed" in told:
            yield Credit(
                id=making.new_id(22),
                person_id=head.person_id,
                at=at + timedelta(hours=4),
                suggestion_id=suggestion.id,
                chain_id=suggestion.chain,
                agreed=told["agreed"],
            )
