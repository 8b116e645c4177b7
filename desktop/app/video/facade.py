"""The facade of video for somebody who signed in, with what the settings and the keyring say."""

import asyncio
import importlib
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.app import places
from desktop.app.services import Services
from desktop.config import Settings
from desktop.config.video import PlaceSettings, VideoSettings
from desktop.domain.ids import VideoPhotoId
from desktop.domain.people import Person
from desktop.domain.video.happenings import Delivery
from desktop.services.vault.ring import system_ring
from desktop.services.vault.secrets import Secrets
from desktop.services.video.plan import Plan

if TYPE_CHECKING:
    from desktop.services.video.client import Video

HEAVY = "desktop.services.video.client"
"""Loaded in a thread: it brings what speaks to gateways."""

COMPANY = "Lumio"
"""The demonstration's."""
PLACE = "accueil"
"""Where the demonstration's own button for customers hangs."""
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """The facade, and what is said beside it."""

    facade: "Video"
    company: str
    """Name that customers read; "" where none is configured."""
    ready: bool
    """Whether the page is to be made ready beforehand, where nobody chose."""
    team: str
    """Name of the person's team."""
    picture: Callable[[VideoPhotoId], Awaitable[None]] | None = None
    """Brings here the picture of a colleague's photo; None: this machine works alone."""
    lang: str = ""
    """What the advisor's page speaks: fr or en."""


async def calls_of(services: Services, person: Person, settings: Settings) -> Calls:
    """The facade of somebody who signed in. To be made on the window's loop."""
    teams = await services.people.teams()
    team = next((one.name for one in teams if one.id == person.team_id), "")
    here = places.demonstration(settings)
    video = demonstration(settings.video, team) if here else settings.video
    plan = Plan(
        settings=video,
        data=journal_of(settings),
        here=here,
        lang=settings.lang or "fr",
        secret=_secret,
        text=texts(video.company),
    )
    picture = services.shared.picture if services.shared else None
    await asyncio.to_thread(importlib.import_module, HEAVY)
    from desktop.services.video.client import Video

    facade = Video(services.store, services.clock, services.changes, plan)
    return Calls(
        facade=facade,
        company=video.company,
        ready=video.ready,
        team=team,
        picture=picture,
        lang=plan.lang,
    )


def _secret(name: str) -> str:
    """A secret of this machine; asked in a thread, as finding the keyring may take its time."""
    return Secrets(system_ring(), os.environ).get(name)


def journal_of(settings: Settings) -> Path:
    """Where the gateway inside keeps its journal: one a store, as two may be open at once."""
    return places.folder_of(settings) / f"video-{places.lock_of(settings).stem}"


def demonstration(video: VideoSettings, team: str) -> VideoSettings:
    """What the demonstration adds: a company, and a button that rings the team."""
    title = QCoreApplication.translate("Video", "Accueil de la boutique")
    place = PlaceSettings(id=PLACE, team=team, title=title)
    return replace(video, company=video.company or COMPANY, places=video.places or (place,))


def texts(company: str) -> Callable[[Delivery, str], str]:
    """The words of a message to a customer: from whom, the link, and no name of theirs."""

    def text(delivery: Delivery, link: str) -> str:
        if delivery is Delivery.SMS:
            return _short(company).format(link=link, company=company)
        return "\n\n".join(part for part in (_whole().format(link=link), company) if part)

    return text


def _short(company: str) -> str:
    """In signs of the telephone's own alphabet alone: with others a message is split in three."""
    words = QCoreApplication.translate(
        "Video", "Votre conseiller vous attend en vidéo. Il ne vous voit pas. Ouvrez\u00a0: {link}"
    )
    if company:
        words = QCoreApplication.translate(
            "Video",
            "{company}\u00a0: votre conseiller vous attend en vidéo, sans vous voir. {link}",
        )
    return words.translate(_PLAIN)


def _whole() -> str:
    return QCoreApplication.translate(
        "Video",
        "Bonjour,\n\nvotre conseiller vous attend en vidéo. Vous le verrez\u202f; lui ne vous voit pas, et"
        " rien n’est à installer.\n\n{link}\n\nCe lien vaut dix minutes et ne sert qu’une fois.",
    )
