"""Settings: later sources over earlier ones, errors that say where."""

from pathlib import Path

import pytest

from desktop.config import BadSettings, read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text('# poste\nlang = "en"\ntheme = "dark"\n', encoding="utf-8")
    return path


def test_the_file_goes_over_the_defaults(file):
    settings = read(file=file)
    assert (settings.lang, settings.theme, settings.profile) == ("en", "dark", "default")


def test_the_environment_goes_over_the_file_and_flags_over_all(file):
    environment = {"VISAVIS_THEME": "light", "VISAVIS_LANG": "fr", "HOME": "/nowhere"}
    settings = read(file=file, environment=environment, flags={"lang": "en"})
    assert (settings.theme, settings.lang) == ("light", "en")


def test_an_absent_file_is_no_error(tmp_path):
    assert read(file=tmp_path / "none.toml").lang == ""


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('lang = "fr"\ncolour = "red"\n', 2, "unknown"),
        ('\n\ntheme = "blue"\n', 3, "choice"),
        ('profile = "../elsewhere"\n', 1, "name"),
    ],
)
def test_a_bad_line_is_named(tmp_path, text, line, why):
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings) as told:
        read(file=path)
    assert (told.value.where, told.value.why) == (f"{path}:{line}", why)


def test_a_file_that_is_not_toml_is_told(tmp_path):
    path = tmp_path / "config.toml"
    path.write_bytes(b"lang = \xff")
    with pytest.raises(BadSettings) as told:
        read(file=path)
    assert told.value.why == "unreadable"


def test_a_bad_variable_and_a_bad_flag_are_named():
    with pytest.raises(BadSettings) as told:
        read(environment={"VISAVIS_THEME": "blue"})
    assert told.value.where == "VISAVIS_THEME"
    with pytest.raises(BadSettings) as told:
        read(flags={"profile": "a/b"})
    assert told.value.where == "--profile"


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://base.example/vav",
        "postgres://base.example:5433/vav?sslmode=require",
        "postgresql:///vav?host=/run/postgresql",
        "https://base.example/api",
        "http://127.0.0.1:3000",
    ],
)
def test_an_address_is_taken(address):
    assert read(flags={"server": address}).server == address


@pytest.mark.parametrize(
    "address",
    ["base.example", "http://base.example", "ftp://base.example", "postgresql://", "https://"],
)
def test_what_is_no_address_is_named(address):
    with pytest.raises(BadSettings) as told:
        read(flags={"server": address})
    assert (told.value.where, told.value.why) == ("--server", "address")


def test_a_file_of_the_administrator_is_a_path():
    assert read(flags={"sign_in": "lea.toml"}).sign_in == Path("lea.toml")


@pytest.mark.parametrize("other", [{"server": "https://base.example"}, {"sign_in": "lea.toml"}])
def test_a_plain_file_is_never_connected(other):
    with pytest.raises(BadSettings) as told:
        read(flags={"store": "mine.sqlite", **other})
    assert told.value.why == "plain"


def test_a_plain_file_is_taken_over_at_a_sign_in_alone():
    with pytest.raises(BadSettings) as told:
        read(flags={"take_over": "mine.sqlite"})
    assert told.value.why == "nowhere"
    flags = {"take_over": "mine.sqlite", "server": "https://base.example"}
    assert read(flags=flags).take_over == Path("mine.sqlite")
