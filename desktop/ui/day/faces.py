"""Faces and words of satisfaction, 1 to 5; nobody's low answer is painted red."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.ui.kit.scale import FACES

TOKENS: Final = ("warning", "warning", "text2", "success", "success")


def face(value: int) -> tuple[str, str]:
    """Icon and colour token of a value of 1 to 5."""
    return FACES[value - 1], TOKENS[value - 1]


def word(value: int) -> str:
    """A satisfaction of 1 to 5 in words."""
    match value:
        case 1:
            return QCoreApplication.translate("Day", "très insatisfait")
        case 2:
            return QCoreApplication.translate("Day", "insatisfait")
        case 3:
            return QCoreApplication.translate("Day", "neutre")
        case 4:
            return QCoreApplication.translate("Day", "satisfait")
        case _:
            return QCoreApplication.translate("Day", "très satisfait")
