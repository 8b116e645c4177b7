"""Guides as the YAML that people write by hand: block style, fields in their order, no comments."""

from typing import Any

import yaml

from desktop.domain.drafts import cleaned
from desktop.domain.scripts import Script, Step

WIDTH = 96
_FOLDED = 64
"""From this many characters on, a text goes into a folded block of its own."""


def to_yaml(script: Script) -> str:
    """The text of a guide, which reads back equal where the guide is valid.

    Spaces around the long texts are not kept (the reader takes them off), nor are half characters.
    """
    return yaml.dump(
        _guide(script),
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=WIDTH,
    )


class _Dumper(yaml.SafeDumper):
    """Lists stand under their key, indented, as in the guides that ship."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001 - PyYAML's own signature
        """Indent lists too."""
        del indentless
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, _data: Any) -> bool:
        """Write everything out: the reader refuses aliases."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    folds = len(text) >= _FOLDED and "\n" not in text and "  " not in text and text == text.strip()
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, ">" if folds else None)


_Dumper.add_representer(str, _text)


def _guide(script: Script) -> dict[str, Any]:
    return {
        "id": script.id,
        "version": script.version,
        "title": cleaned(script.title),
        "summary": cleaned(script.summary),
        "reasons": list(script.reasons),
        "steps": [_step(step) for step in script.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": step.id,
        "title": cleaned(step.title),
        "intention": cleaned(step.intention),
        "say": cleaned(step.say),
        "questions": [{"id": one.id, "text": cleaned(one.text)} for one in step.questions],
        "checks": [{"id": one.id, "label": cleaned(one.label)} for one in step.checks],
        "reactions": [
            _filled({"id": one.id, "label": cleaned(one.label), "to": one.to}, "to")
            for one in step.reactions
        ],
        "then": step.then,
    }
    if step.law:
        why, reference = cleaned(step.law.why), cleaned(step.law.reference)
        found["law"] = {"why": why, "reference": reference}
    found["suggestions"] = [
        _filled({"id": one.id, "words": cleaned(one.words), "chain": one.chain}, "chain")
        for one in step.suggestions
    ]
    return _filled(found, "questions", "checks", "reactions", "then", "suggestions")


def _filled(found: dict[str, Any], *optional: str) -> dict[str, Any]:
    """Without the optional fields that hold nothing."""
    return {name: value for name, value in found.items() if value or name not in optional}
