"""Leaving while something waits here: sign-out and wiping refuse, or export first; quitting says so."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.sync import SyncStatus
from desktop.ui.kit import dates
from desktop.ui.kit.question import Answer, Fact, Question
from desktop.ui.sync.kinds import kind_icon, kind_word

STAY, SEND, EXPORT, LOOK, GO = "stay", "send", "export", "look", "go"


def sign_out_question(window: QWidget) -> Question:
    """The question of who wants to sign out while something waits."""
    return Question(
        window, QCoreApplication.translate("Leaving", "Votre travail n’est pas tout parti")
    )


def ask_sign_out(
    question: Question,
    status: SyncStatus,
    by_kind: Mapping[str, int],
    now: datetime,
    *,
    wiping: bool = False,
) -> None:
    """Say what waits, and offer to send it, to export it, or to stay."""
    words = (
        QCoreApplication.translate(
            "Leaving",
            "Ce qui attend sur ce poste ({n}) n’est nulle part ailleurs\u00a0: envoyez-le, ou exportez-le d’abord.",
        )
        if wiping
        else QCoreApplication.translate(
            "Leaving",
            "Ce qui attend sur ce poste ({n}) n’est pas encore dans la base partagée. Envoyez-le, ou exportez-le avant de partir.",
        )
    )
    question.say(
        words.format(n=dates.count(sum(by_kind.values()))),
        _facts(status, by_kind, now),
        _note(status),
    )
    question.offer(_answers(status, wiping=wiping))
    question.ask(SEND if status.waiting else STAY)


def wipe_question(window: QWidget) -> Question:
    """Asked before the copy of this machine goes, although nothing waits in it."""
    title = QCoreApplication.translate("Leaving", "Retirer vos données de ce poste\u202f?")
    question = Question(window, title, "hard-drive")
    question.say(
        QCoreApplication.translate(
            "Leaving",
            "Tout est dans la base partagée, et y reste. À votre prochaine connexion ici, il faudra tout relire.",
        ),
        (),
    )
    remove = QCoreApplication.translate("Leaving", "Retirer de ce poste")
    question.offer((Answer(id=STAY, words=_stay()), Answer(id=GO, words=remove, role="danger")))
    return question


def quit_question(window: QWidget, count: int) -> Question:
    """What is said to who closes the window: it may close, nothing is lost by it."""
    title = QCoreApplication.translate("Leaving", "Quitter maintenant\u202f?")
    question = Question(window, title)
    words = QCoreApplication.translate(
        "Leaving",
        "Ce qui attend ({n}) reste sur ce poste, chiffré, et partira à votre prochaine connexion ici.",
    )
    question.say(words.format(n=dates.count(count)), ())
    question.offer(
        (
            Answer(id=STAY, words=_stay()),
            Answer(id=GO, words=QCoreApplication.translate("Leaving", "Quitter"), role="primary"),
        )
    )
    return question


def _answers(status: SyncStatus, *, wiping: bool) -> tuple[Answer, ...]:
    export = (
        QCoreApplication.translate("Leaving", "Exporter, puis retirer…")
        if wiping
        else QCoreApplication.translate("Leaving", "Exporter, puis partir…")
    )
    found = [Answer(id=STAY, words=_stay())]
    if status.rejected or status.conflicts:
        look = QCoreApplication.translate("Leaving", "Voir")
        found.append(Answer(id=LOOK, words=look, icon="inbox"))
    found.append(Answer(id=EXPORT, words=export, icon="download"))
    if status.waiting:
        send = QCoreApplication.translate("Leaving", "Envoyer maintenant")
        found.append(Answer(id=SEND, words=send, icon="cloud-upload", role="primary"))
    return tuple(found)


def _stay() -> str:
    return QCoreApplication.translate("Leaving", "Rester")


def _facts(status: SyncStatus, by_kind: Mapping[str, int], now: datetime) -> tuple[Fact, ...]:
    found = [
        Fact(icon=kind_icon(kind), words=kind_word(kind), value=dates.count(count))
        for kind, count in sorted(by_kind.items(), key=lambda one: -one[1])
    ]
    if status.waiting_since is not None:
        since = dates.moment(status.waiting_since.astimezone(now.tzinfo), now)
        words = QCoreApplication.translate("Leaving", "Depuis")
        found.append(Fact(icon="clock", words=words, value=since))
    return tuple(found)


def _note(status: SyncStatus) -> str:
    if not (status.rejected or status.conflicts):
        return ""
    words = QCoreApplication.translate(
        "Leaving", "Dans «\u202fÀ voir\u202f», qui demande votre avis\u00a0: {n}."
    )
    return words.format(n=dates.count(status.rejected + status.conflicts))
