"""Marks around and between words, as the language in force sets them."""

from PySide6.QtCore import QCoreApplication


def quoted(words: str) -> str:
    """« Words » in French, “words” in English."""
    return QCoreApplication.translate("Typography", "«\u202f{0}\u202f»").format(words)


def introduced(what: str, said: str) -> str:
    """What something is, then a colon, then what it says."""
    return QCoreApplication.translate("Typography", "{0}\u00a0: {1}").format(what, said)
