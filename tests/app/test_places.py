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


def test_a_window_holds_a_store_or_a_server_of_a_profile(tmp_path):
    plain = Settings(folder=tmp_path)
    server = Settings(folder=tmp_path, server="https://base.example")
    other = Settings(folder=tmp_path, server="https://autre.example")
    profile = Settings(folder=tmp_path, server="https://base.example", profile="essai")
    locks = [places.lock_of(one) for one in (plain, server, other, profile)]
    assert locks[0] == places.store_of(plain)
    assert len(set(locks)) == len(locks)


def test_the_demonstration_is_neither_named_nor_connected(tmp_path):
    assert places.demonstration(Settings())
    for other in (
        Settings(store=tmp_path / "a"),
        Settings(server="https://base.example"),
        Settings(sign_in=tmp_path / "b.toml"),
    ):
        assert not places.demonstration(other)
