"""What the demonstration's lead wrote: two versions of a guide, and a draft of a new one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from desktop.domain.authoring.drafts import ScriptDraft, blank
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.ids import ScriptVersionId
from desktop.domain.scripts import Script, Step
from desktop.services.demo.company import Company, Making
from desktop.services.scripts.writing import to_yaml

_VERSION, _DRAFT = 70, 71


def read(folder: Path) -> dict[str, Any]:
    """What was written, as `guides.yaml` tells it."""
    told: dict[str, Any] = yaml.load((folder / "guides.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return told


def versions(
    making: Making, company: Company, told: Mapping[str, Any], scripts: Mapping[str, Script]
) -> Iterator[ScriptVersion]:
    """One version after the other, each written from the one before."""
    script = scripts[told["script"]]
    before = ""
    for one in told["versions"]:
        changed = {name: one[name] for name in ("title", "intention", "say") if name in one}
        script = replace(
            script,
            version=script.version + 1,
            steps=tuple(
                replace(step, **changed) if step.id == one["step"] else step
                for step in script.steps
            ),
        )
        version = ScriptVersion(
            id=ScriptVersionId(making.new_id(_VERSION)),
            script_id=script.id,
            version=script.version,
            person_id=company.lead.id,
            at=making.now - timedelta(days=one["days"], hours=3),
            text=to_yaml(script),
            based_on=before,
            note=one["note"],
        )
        before = version.id
        yield version


def draft(making: Making, company: Company, told: Mapping[str, Any]) -> ScriptDraft:
    """A guide that is not ready: it waits in the lead's list."""
    steps = (Step(id=one["id"], title=one["title"], intention="", say="") for one in told["steps"])
    return ScriptDraft(
        id=making.new_id(_DRAFT),
        person_id=company.lead.id,
        script=replace(
            blank(), title=told["title"], summary=told["summary"].strip(), steps=tuple(steps)
        ),
        updated_at=making.now - timedelta(days=1, hours=1),
    )
