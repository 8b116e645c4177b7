"""Exports in words."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.ui.exporting.viewmodel import Form, Trouble

ICONS: Final = {Form.CSV: "table-2", Form.PDF: "printer", Form.PNG: "images", Form.SVG: "images"}


def label(form: Form) -> str:
    """What a form is good for."""
    match form:
        case Form.CSV:
            return QCoreApplication.translate("Exporting", "Tableau pour un tableur (CSV)")
        case Form.PDF:
            return QCoreApplication.translate("Exporting", "Document à lire ou à imprimer (PDF)")
        case Form.PNG:
            return QCoreApplication.translate("Exporting", "Images (PNG)")
        case Form.SVG:
            return QCoreApplication.translate("Exporting", "Images à agrandir (SVG)")


def title_of(form: Form) -> str:
    """The title of the window that asks for the place."""
    words = QCoreApplication.translate("Exporting", "Enregistrer en {form}…")
    return words.format(form=form.value.upper())


def trouble(why: Trouble) -> str:
    """What kept the file from being written, and what to do."""
    match why:
        case Trouble.FULL:
            return QCoreApplication.translate(
                "Exporting",
                "Le disque est plein\u202f: rien n’a été écrit. Libérez de la place ou choisissez un autre disque.",
            )
        case Trouble.DENIED:
            return QCoreApplication.translate(
                "Exporting",
                "Ce dossier ou ce fichier ne se laisse pas écrire. Fermez-le s’il est ouvert, ou choisissez un autre endroit.",
            )
        case Trouble.GONE:
            return QCoreApplication.translate(
                "Exporting", "Ce dossier n’existe plus. Choisissez un autre endroit."
            )
        case Trouble.OTHER:
            return QCoreApplication.translate(
                "Exporting", "Le fichier n’a pas pu être écrit. Essayez à un autre endroit."
            )


def written(paths: list[Path]) -> str:
    """What was written."""
    if len(paths) == 1:
        words = QCoreApplication.translate("Exporting", "Écrit\u00a0: {name}")
        return words.format(name=paths[0].name)
    words = QCoreApplication.translate("Exporting", "{n} fichiers écrits dans {folder}")
    return words.format(n=len(paths), folder=paths[0].parent.name or str(paths[0].parent))
