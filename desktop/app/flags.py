"""The flags of `main.py`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__

SETTINGS = (
    *("profile", "store", "server", "sign_in", "take_over"),
    *("theme", "lang", "phone", "video_gateway"),
)


def parser() -> argparse.ArgumentParser:
    """The command line, in French like the window."""
    flags = argparse.ArgumentParser(
        prog="main.py",
        description="Vis-à-Vis : le poste des conseillers. Sans option, la démonstration s’ouvre.",
        add_help=False,
    )
    add = flags.add_argument
    add("-h", "--help", action="help", help="montre cette aide")
    add("--version", action="version", version=f"Vis-à-Vis {__version__}", help="montre la version")
    add("--profile", metavar="NOM", help="un jeu de données à part (a-z, 0-9, -)")
    add("--store", metavar="FICHIER", help="ouvre ce fichier de données (non chiffré)")
    add("--server", metavar="ADRESSE", help="base partagée : postgresql://… ou https://…")
    add("--sign-in", metavar="FICHIER", help="fichier de connexion remis par l’administrateur")
    add(
        "--take-over",
        metavar="FICHIER",
        help="reprend ce fichier non chiffré dans vos données chiffrées, puis l’efface",
    )
    add("--theme", choices=("light", "dark", "system"), help="clair, sombre ou celui du système")
    add("--lang", choices=("fr", "en"), help="langue de l’écran")
    add("--as", dest="sign_in_as", metavar="NOM", help="démonstration : qui être, sans le demander")
    add("--phone", metavar="NUMÉRO", help="ouvre le client qui a ce numéro")
    add("--video-gateway", metavar="ADRESSE", help="passerelle des appels vidéo : https://…")
    add("--tour", metavar="DOSSIER", type=Path, help="joue un contact et en garde les images")
    add("link", nargs="?", metavar="tel:NUMÉRO", help="un lien de téléphone, comme --phone")
    return flags


def parse(argv: Sequence[str]) -> tuple[dict[str, str], Path | None]:
    """The settings that the flags give, and the folder of the tour if one is asked for.

    Ends the program with code 2 on a wrong flag, as argparse does.
    """
    flags = parser()
    found = flags.parse_args(list(argv))
    if found.link is not None:
        if not found.link.startswith("tel:") or found.phone is not None:
            flags.error("un seul numéro, par --phone ou par un lien « tel: »")
        found.phone = found.link
    given = {name: getattr(found, name) for name in (*SETTINGS, "sign_in_as")}
    return {name: value for name, value in given.items() if value is not None}, found.tour
