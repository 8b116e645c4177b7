"""The command line: settings, the tour, one number at most."""

from pathlib import Path

import pytest

from desktop import __version__
from desktop.app import flags


def test_no_flag_gives_no_setting():
    assert flags.parse([]) == ({}, None)


def test_flags_give_settings():
    given, tour = flags.parse(
        ["--profile", "essai", "--theme", "dark", "--as", "lea", "--tour", "d"]
    )
    assert given == {"profile": "essai", "theme": "dark", "sign_in_as": "lea"}
    assert tour == Path("d")


def test_a_server_and_its_file_are_settings():
    given, _ = flags.parse(["--server", "https://base.example", "--sign-in", "lea.toml"])
    assert given == {"server": "https://base.example", "sign_in": "lea.toml"}


def test_a_telephone_link_is_a_number():
    assert flags.parse(["tel:+33639980001"]) == ({"phone": "tel:+33639980001"}, None)


@pytest.mark.parametrize("argv", [["readme.txt"], ["--theme", "pink"], ["--phone", "1", "tel:2"]])
def test_what_is_no_flag_ends_with_two(argv, capsys):
    with pytest.raises(SystemExit) as ended:
        flags.parse(argv)
    assert ended.value.code == 2
    assert "error" in capsys.readouterr().err


def test_the_version_is_shown(capsys):
    with pytest.raises(SystemExit):
        flags.parse(["--version"])
    assert __version__ in capsys.readouterr().out
