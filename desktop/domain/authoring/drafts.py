"""Guides being written: kept on one machine as they are typed, incomplete as they may be."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import PersonId
from desktop.domain.scripts import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptDraft:
    """A guide that a lead is writing; publishing makes a version of it."""

    id: str
    person_id: PersonId
    script: Script
    """May lack its title, its reasons, its steps. Its `version` is the one that it would become;
    its `id` is empty until a new guide is published.
    """
    based_on: str = ""
    """Id of the version that it was written from; empty: from what came with the application
    or the shared database, or from nothing.
    """
    settles: tuple[str, ...] = ()
    """Ids of the other versions that it will have been picked over."""
    updated_at: datetime


def blank(script_id: str = "") -> Script:
    """A guide in which nothing is written yet."""
    return Script(id=script_id, version=1, title="", summary="", reasons=(), steps=())


def id_of(title: str, unlike: str) -> str:
    """The id of a new guide: its title in small letters, and letters that no other guide has.

    `unlike`: 4 characters of a-z and 0-9. The answer fits the shape of ids: at most 40 characters,
    the first one a letter.
    """
    bare = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:32].strip("-")
    return f"{words if words[:1].isalpha() else 'guide'}-{unlike}"
