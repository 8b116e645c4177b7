"""Sync in words: the badge, the panel's sentences, why it pauses. Pure: a status in, words out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.sync import PauseReason, Phase, SyncStatus
from desktop.ui.kit import dates
from desktop.ui.sync.pause_words import pause_sentence, pause_word


@dataclass(frozen=True, slots=True)
class Look:
    """What the badge shows."""

    text: str
    icon: str
    token: str


def badge(status: SyncStatus) -> Look:
    """How things stand, in a word or two; what needs a look comes before what goes by itself."""
    to_see = needs_look(status)
    match status.phase:
        case Phase.ALONE:
            return Look(
                QCoreApplication.translate("SyncBadge", "Poste seul"), "hard-drive", "text2"
            )
        case Phase.PAUSED:
            words = QCoreApplication.translate("SyncBadge", "En pause\u00a0: {why}")
            why = pause_word(status.pause or PauseReason.BUG)
            return Look(words.format(why=why), "circle-pause", "warning")
        case Phase.OFFLINE:
            return Look(_offline(status.waiting), "cloud-off", "warning")
        case _ if to_see:
            words = QCoreApplication.translate("SyncBadge", "{n} à voir")
            return Look(words.format(n=dates.count(to_see)), "inbox", "warning")
        case Phase.WORKING if status.progress is not None:
            words = QCoreApplication.translate("SyncBadge", "Première lecture\u00a0: {n}")
            return Look(words.format(n=dates.count(status.progress[0])), "download", "text2")
        case _ if status.waiting:
            words = QCoreApplication.translate("SyncBadge", "{n} à envoyer")
            return Look(words.format(n=dates.count(status.waiting)), "cloud-upload", "text2")
        case _:
            return Look(QCoreApplication.translate("SyncBadge", "À jour"), "cloud", "success")


def spoken(status: SyncStatus) -> str:
    """What is read aloud where the badge changes its meaning; counts alone change in silence."""
    match status.phase:
        case Phase.OFFLINE:
            return QCoreApplication.translate(
                "SyncBadge", "Hors ligne. Vous continuez, tout est gardé sur ce poste."
            )
        case Phase.PAUSED:
            return pause_sentence(status.pause or PauseReason.BUG)
        case _ if needs_look(status):
            return QCoreApplication.translate(
                "SyncBadge", "Quelque chose attend votre avis dans «\u202fÀ voir\u202f»."
            )
        case _:
            return QCoreApplication.translate("SyncBadge", "La base partagée répond.")


def meaning(status: SyncStatus) -> tuple[object, ...]:
    """What has to change for the badge to be read aloud again."""
    settled = status.phase not in (Phase.OFFLINE, Phase.PAUSED)
    phase = "going" if settled else status.phase
    return (phase, status.pause, needs_look(status) > 0 and settled)


def needs_look(status: SyncStatus) -> int:
    """How many facts wait for a person: refused ones and conflicts."""
    return status.rejected + status.conflicts


def _offline(waiting: int) -> str:
    if not waiting:
        return QCoreApplication.translate("SyncBadge", "Hors ligne")
    words = QCoreApplication.translate("SyncBadge", "Hors ligne, {n} à envoyer")
    return words.format(n=dates.count(waiting))


def title(status: SyncStatus) -> str:
    """The panel's first line."""
    match status.phase:
        case Phase.ALONE:
            return QCoreApplication.translate("SyncPanel", "Ce poste travaille seul")
        case Phase.UP_TO_DATE:
            return QCoreApplication.translate("SyncPanel", "Tout est partagé")
        case Phase.WORKING if status.progress is not None:
            return QCoreApplication.translate("SyncPanel", "Première lecture en cours")
        case Phase.WORKING:
            return QCoreApplication.translate("SyncPanel", "Échange en cours")
        case Phase.WAITING:
            return QCoreApplication.translate("SyncPanel", "Envoi dans un instant")
        case Phase.OFFLINE:
            return QCoreApplication.translate("SyncPanel", "Hors ligne")
        case Phase.PAUSED:
            return QCoreApplication.translate("SyncPanel", "En pause")


def sentence(status: SyncStatus) -> str:
    """What that means for the person at work."""
    match status.phase:
        case Phase.ALONE:
            return QCoreApplication.translate(
                "SyncPanel",
                "Tout ce que vous faites est enregistré ici, au fur et à mesure. Ce poste n’est relié à aucune base partagée.",
            )
        case Phase.PAUSED:
            return pause_sentence(status.pause or PauseReason.BUG)
        case Phase.OFFLINE:
            return QCoreApplication.translate(
                "SyncPanel",
                "Le serveur ne répond pas. Continuez\u00a0: tout est gardé sur ce poste, et partira seul dès que la ligne revient.",
            )
        case Phase.WORKING if status.progress is not None:
            words = QCoreApplication.translate(
                "SyncPanel",
                "{n} fiches et faits sont arrivés. Vous pouvez déjà travailler\u00a0; coupée, la lecture reprendra où elle en était.",
            )
            return words.format(n=dates.count(status.progress[0]))
        case _ if status.waiting:
            return QCoreApplication.translate(
                "SyncPanel", "Ce qui attend est gardé sur ce poste, et part seul."
            )
        case _:
            return QCoreApplication.translate(
                "SyncPanel", "Ce que vous avez fait est aussi dans la base partagée."
            )


def clock_warning(status: SyncStatus) -> str:
    """How far the clock of this machine is off; "" where it is right."""
    if not status.clock_wrong:
        return ""
    minutes = round(abs(status.clock_offset_ms) / timedelta(minutes=1).total_seconds() / 1000)
    if status.clock_offset_ms > 0:
        words = QCoreApplication.translate(
            "SyncPanel",
            "L’horloge de ce poste retarde de {n}. Réglez-la\u00a0: vos faits portent son heure.",
        )
    else:
        words = QCoreApplication.translate(
            "SyncPanel",
            "L’horloge de ce poste avance de {n}. Réglez-la\u00a0: vos faits portent son heure.",
        )
    return words.format(n=_long(minutes))


def _long(minutes: int) -> str:
    if minutes < 120:
        return QCoreApplication.translate("SyncPanel", "{n}\u00a0min").format(n=minutes)
    hours = round(minutes / 60)
    if hours < 48:
        return QCoreApplication.translate("SyncPanel", "{n}\u00a0h").format(n=hours)
    days = round(hours / 24)
    return QCoreApplication.translate("SyncPanel", "{n} jours").format(n=dates.count(days))


def times(status: SyncStatus, now: datetime) -> tuple[tuple[str, str], ...]:
    """Label and value of each moment that the panel tells."""
    rows = []
    if status.waiting_since is not None:
        since = dates.moment(status.waiting_since.astimezone(now.tzinfo), now)
        rows.append((QCoreApplication.translate("SyncPanel", "Attend depuis"), since))
    last = (
        dates.moment(status.last_success.astimezone(now.tzinfo), now)
        if status.last_success is not None
        else QCoreApplication.translate("SyncPanel", "pas encore")
    )
    rows.append((QCoreApplication.translate("SyncPanel", "Dernier échange"), last))
    if status.next_try is not None:
        rows.append((QCoreApplication.translate("SyncPanel", "Prochain essai"), _in(status, now)))
    return tuple(rows)


def _in(status: SyncStatus, now: datetime) -> str:
    seconds = (status.next_try - now).total_seconds() if status.next_try else 0.0
    if seconds < 1:
        return QCoreApplication.translate("SyncPanel", "maintenant")
    if seconds < 60:
        return QCoreApplication.translate("SyncPanel", "dans moins d’une minute")
    words = QCoreApplication.translate("SyncPanel", "dans {n}\u00a0min")
    return words.format(n=round(seconds / 60))
