"""Actions of video: begin, answer, end, its own window, being there for customers' buttons."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.app.actions.rows import Row, actions_of
from desktop.app.video.models import VideoModels
from desktop.app.video.views import VideoViews
from desktop.ui.shell.actions import Action, Group
from desktop.ui.video.ring_banner import TAKE
from desktop.ui.video.state import VideoState
from desktop.ui.video.words import unready


def why_off(state: VideoState) -> str:
    """Why the key of video cannot begin a call, before it is pressed; "" where it can."""
    if state.busy or state.readiness.why is None:
        return ""
    return unready(state.readiness.why)[0]


def actions(
    models: VideoModels, views: VideoViews, begin: Callable[[], None]
) -> tuple[Action, ...]:
    """All of them; `begin` leads to the card and has it begin."""
    call, rings = models.call, models.rings

    def can_begin() -> bool:
        return call.state.front is not None or call.state.busy

    start = QCoreApplication.translate("Actions", "Vidéo avec le client")
    end = QCoreApplication.translate("Actions", "Terminer la vidéo")
    take = QCoreApplication.translate("Actions", "Répondre à un client qui appelle en vidéo")
    leave = QCoreApplication.translate("Actions", "Laisser l’appel vidéo à d’autres")
    detach = QCoreApplication.translate("Actions", "Mettre la vidéo dans sa propre fenêtre")
    invite = QCoreApplication.translate("Actions", "Inviter un collègue dans la vidéo")
    available = QCoreApplication.translate("Actions", "Prendre les appels vidéo, ou plus")

    def begin_title() -> str:
        return " · ".join(part for part in (start, why_off(call.state)) if part)

    rows = actions_of(
        Group.CONTACT,
        Row("video.begin", start, begin, "F9", "video", can_begin),
        Row("video.end", end, call.end, "Shift+F9", "phone-off", call.under_way, over_forms=True),
        Row("video.take", take, rings.take, TAKE, "bell-ring", rings.ringing, over_forms=True),
        Row("video.dismiss", leave, rings.dismiss, "", "bell-ring", rings.ringing),
        Row("video.window", detach, views.detach, "", "app-window", call.under_way),
        Row("video.invite", invite, views.colleagues.propose, "", "user-plus", call.under_way),
        Row("video.available", available, views.notices.turn_available, "", "bell-ring"),
    )
    return (replace(rows[0], title=begin_title), *rows[1:])
