"""The composition root: flags, settings, the window, and what the features are made of."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import config
from desktop.app import flags, libraries, places


def main(argv: Sequence[str] | None = None) -> int:
    """Open the application, or play the tour; the answer is the process's exit code.

    0 all went well, 2 wrong flags or settings, 3 a system library is missing, 4 the window of
    this store did not answer; the tour has its own (see `desktop.app.tour`).
    """
    given, tour = flags.parse(sys.argv[1:] if argv is None else argv)
    try:
        settings = config.read(file=_file(), environment=os.environ, flags=given)
    except config.BadSettings as error:
        print(_bad_setting(error), file=sys.stderr)  # noqa: T201 - a word to who started it
        return 2
    platform = libraries.platform_asked()
    lacking = libraries.missing(platform)
    if lacking:
        print(libraries.complaint(lacking), file=sys.stderr)  # noqa: T201 - as above
        return 3
    if tour is not None or not platform:
        from desktop.app.tour import play

        return play(tour, settings)
    from desktop.app.run import run

    return run(places.in_language(settings))


def _file() -> Path:
    named = os.environ.get("VISAVIS_CONFIG")
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_config_path(config.NAME, appauthor=False) / "config.toml"


def _bad_setting(error: config.BadSettings) -> str:
    words = {
        "unknown": "ce réglage n’existe pas",
        "choice": "cette valeur n’est pas permise",
        "name": "un nom ne contient que des lettres, des chiffres et des tirets",
        "unreadable": "ce fichier ne se lit pas",
        "address": "une adresse commence par postgresql:// ou https://",
        "web_address": "une adresse commence par https:// (http:// vers ce poste seul)",
        "host": "un nom d’hôte ne contient que des lettres, des chiffres, des points et des tirets",
        "text": "un texte est attendu",
        "number": "ce nombre n’est pas permis",
        "yes_or_no": "true ou false est attendu",
        "list": "une liste de textes ou de nombres est attendue",
        "table": "un tableau est attendu",
        "missing": "ce réglage manque",
        "header": "un en-tête n’a que des lettres simples, et une valeur sur une ligne",
        "placeholder": "entre accolades ne vont que to, text, link, key et secret",
        "no_addressee": "le modèle d’un message dit {to} quelque part",
        "flat": "un formulaire n’a que des textes, sans tableau",
        "nowhere": "ce fichier est repris à la connexion\u00a0: dites aussi --server ou --sign-in",
        "plain": "un fichier ouvert par --store reste sur ce poste et ne se relie à aucun serveur",
    }
    return f"{error.where}\u00a0: {words[error.why]} ({error.value})"
