"""The server would take a large part of this machine's copy away: somebody says whether it may."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.sync import SyncStatus
from desktop.ui.kit import dates
from desktop.ui.kit.question import Answer, Fact, Question

KEEP, ACCEPT = "keep", "accept"


def deletions_question(window: QWidget, status: SyncStatus) -> Question:
    """The question, with its figure; keeping is where nothing is risked."""
    title = QCoreApplication.translate("Deletions", "Retirer tout cela de ce poste\u202f?")
    question = Question(window, title, "triangle-alert")
    words = QCoreApplication.translate(
        "Deletions",
        "Le serveur demande de retirer d’un coup plus d’un cinquième de ce que garde ce poste. C’est normal après un changement d’agence ou une purge\u00a0; sinon, demandez d’abord à votre administrateur.",
    )
    rows = QCoreApplication.translate("Deletions", "Fiches et faits à retirer")
    note = QCoreApplication.translate(
        "Deletions",
        "Ce que vous avez fait et qui attend n’est pas touché. Tant que rien n’est décidé, l’échange reste en pause.",
    )
    question.say(
        words, (Fact(icon="file-text", words=rows, value=dates.count(status.deletions)),), note
    )
    question.offer(
        (
            Answer(
                id=KEEP,
                words=QCoreApplication.translate("Deletions", "Garder pour l’instant"),
            ),
            Answer(
                id=ACCEPT,
                words=QCoreApplication.translate("Deletions", "C’est attendu, retirer"),
                icon="check",
                role="danger",
            ),
        )
    )
    return question
