"""What a person chose of looks, keys and places, read at sign-in and kept at each change."""

import asyncio
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from desktop.app import places
from desktop.config import Settings
from desktop.domain.people import Person
from desktop.services.preferences import Preferences
from desktop.ui.kit import tasks

NAMES = {
    "theme": "system",
    "scale": 1.0,
    "motion": False,
    "keys": {},
    "palette": [],
    "geometry": "",
    "video.ready": None,
    "video.geometry": "",
    "video.devices": "",
}
"""Each choice, and what is in force as long as none was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The choices of one person; a flag of the start goes over what was kept."""

    preferences: Preferences
    person: Person
    settings: Settings
    values: dict[str, Any]

    @classmethod
    async def read(cls, preferences: Preferences, person: Person, settings: Settings) -> "Choices":
        """All of them in one go."""
        values = {
            name: await preferences.get(person.id, f"window.{name}", default)
            for name, default in NAMES.items()
        }
        if settings.theme != "system":
            values["theme"] = settings.theme
        values["language"] = places.kept_language(settings) or settings.lang or "fr"
        return cls(preferences=preferences, person=person, settings=settings, values=values)

    def keep(self, name: str, value: Any, owner: QObject) -> None:
        """Keep a choice from now on."""
        self.values[name] = value
        tasks.run(self.preferences.put(self.person.id, f"window.{name}", value), owner)

    def keep_language(self, lang: str, owner: QObject) -> None:
        """Keep the language of the next start: this computer's, as nobody is known by then."""
        self.values["language"] = lang
        tasks.run(asyncio.to_thread(places.keep_language, self.settings, lang), owner)
