"""The language of the next start: said, else picked, else French."""

import asyncio

import pytest

from desktop.app import places
from desktop.app.choices import Choices
from desktop.config import Settings
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.services.preferences import Preferences
from desktop.ui.kit import tasks

ADVISOR = Person(id=PersonId("p1"), name="Léa Bertin", role=Role.ADVISOR)


@pytest.fixture
def settings(tmp_path):
    return Settings(folder=tmp_path)


def test_french_where_nobody_says(settings):
    assert places.in_language(settings).lang == "fr"


def test_the_one_that_was_picked(settings):
    places.keep_language(settings, "en")
    assert places.in_language(settings).lang == "en"
    places.keep_language(settings, "fr")
    assert places.in_language(settings).lang == "fr"


def test_what_is_said_at_the_start_goes_over_it(tmp_path, settings):
    places.keep_language(settings, "en")
    assert places.in_language(Settings(folder=tmp_path, lang="fr")).lang == "fr"


@pytest.mark.parametrize("junk", [b"", b"de", b"\xff\xfe"])
def test_a_damaged_choice_is_none(settings, junk):
    places.make_folder(settings)
    (places.folder_of(settings) / "language").write_bytes(junk)
    assert places.in_language(settings).lang == "fr"


async def test_the_settings_page_keeps_it(qapp, store, settings):
    choices = await Choices.read(Preferences(store), ADVISOR, settings)
    assert choices.values["language"] == "fr"
    choices.keep_language("en", qapp)
    await asyncio.wait(tasks.running())
    assert places.in_language(settings).lang == "en"
    again = await Choices.read(Preferences(store), ADVISOR, settings)
    assert again.values["language"] == "en"
