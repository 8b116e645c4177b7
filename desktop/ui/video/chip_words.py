"""The card's title and the few words at its end, for each state of a call."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.video.happenings import EndReason
from desktop.ui.kit import dates
from desktop.ui.video.calling import Calling
from desktop.ui.video.state import Stage

Look = tuple[str, str, str | None]
"""Words, tone, icon."""


def title_of(stage: Stage) -> str:
    """What the card is about now."""
    match stage:
        case Stage.INVITING:
            return QCoreApplication.translate("VideoPanel", "Vidéo · invitation")
        case Stage.WAITING:
            return QCoreApplication.translate("VideoPanel", "Vidéo · en attente")
        case Stage.TALKING:
            return QCoreApplication.translate("VideoPanel", "Vidéo en cours")
        case Stage.LOST:
            return QCoreApplication.translate("VideoPanel", "Vidéo · reconnexion")
        case Stage.ENDED:
            return QCoreApplication.translate("VideoPanel", "Vidéo terminée")
        case _:
            return QCoreApplication.translate("VideoPanel", "Vidéo")


def chip_of(viewmodel: Calling) -> Look:
    """« prête », « depuis 8 s », « visage en 8 s »: a wait is told in grey, never in red."""
    state = viewmodel.state
    match state.stage:
        case Stage.NOBODY if state.readiness.ok:
            return _ready()
        case Stage.READY:
            return _ready()
        case Stage.UNREADY | Stage.NOBODY:
            return QCoreApplication.translate("VideoPanel", "indisponible"), "neutral", "video-off"
        case Stage.INVITING | Stage.WAITING:
            return _since(viewmodel)
        case Stage.TALKING | Stage.ENDED if viewmodel.lasted() is not None:
            return _face(viewmodel)
        case Stage.LOST:
            return QCoreApplication.translate("VideoPanel", "image coupée"), "warning", "wifi-off"
        case Stage.ENDED if state.last and state.last.progress.end_reason is EndReason.NO_SHOW:
            return QCoreApplication.translate("VideoPanel", "sans suite"), "neutral", None
        case _:
            return "", "neutral", None


def _ready() -> Look:
    return QCoreApplication.translate("VideoPanel", "prête"), "violet", "check"


def _since(viewmodel: Calling) -> Look:
    waited = viewmodel.asked_for()
    if waited is None:
        return "", "neutral", None
    words = QCoreApplication.translate("VideoPanel", "depuis {span}")
    return words.format(span=dates.span(int(waited.total_seconds()))), "neutral", "clock"


def _face(viewmodel: Calling) -> Look:
    took = viewmodel.asked_for()
    seconds = 0 if took is None else int(took.total_seconds())
    words = QCoreApplication.translate("VideoPanel", "visage en {span}")
    return words.format(span=dates.span(seconds)), "violet", "clock"
