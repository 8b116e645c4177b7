"""What the journey says of a contact's video calls: how long, what was shown, with which consent."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from desktop.domain.timeline import CallShown
from desktop.domain.video.calls import VideoCall
from desktop.domain.video.happenings import EndReason, Source, Via
from desktop.ui.kit import dates, labels_video
from desktop.ui.kit.labels import label

__all__ = ["call_pairs", "call_title", "calls_words", "labels_video"]

Pair = tuple[str, str]


def calls_words(calls: Sequence[CallShown]) -> str:
    """« Vidéo 4 min 12 s, 3 photos »; "" where there was none."""
    if not calls:
        return ""
    lasted = [one.call.lasted for one in calls]
    seconds = sum(span.total_seconds() for span in lasted if span is not None)
    if all(span is None for span in lasted):
        if calls[-1].call.end_reason is EndReason.DONE:
            return QCoreApplication.translate("VideoTimeline", "Vidéo sans face à face")
        words = QCoreApplication.translate("VideoTimeline", "Vidéo\u00a0: {how}")
        return words.format(how=label(calls[-1].call.end_reason).lower())
    words = QCoreApplication.translate("VideoTimeline", "Vidéo {span}")
    told = words.format(span=dates.span(int(seconds)))
    count = sum(one.call.photos for one in calls)
    return f"{told}, {photos_words(count)}" if count else told


def photos_words(count: int) -> str:
    """« 1 photo », « 3 photos »."""
    if count == 1:
        return QCoreApplication.translate("VideoTimeline", "1 photo")
    return QCoreApplication.translate("VideoTimeline", "{n} photos").format(n=count)


def call_title(call: VideoCall, zone: tzinfo | None) -> str:
    """« Vidéo de 10:42 »."""
    words = QCoreApplication.translate("VideoTimeline", "Vidéo de {hour}")
    return words.format(hour=f"{call.at.astimezone(zone):%H:%M}")


def call_pairs(shown: CallShown, zone: tzinfo | None) -> tuple[Pair, ...]:
    """Labels and values of all that is known about a call."""
    call = shown.call
    pairs = (
        (QCoreApplication.translate("VideoTimeline", "Durée"), _lasted(call)),
        (QCoreApplication.translate("VideoTimeline", "Lien"), _delivered(call)),
        (QCoreApplication.translate("VideoTimeline", "Attentes"), _clocks(call)),
        (QCoreApplication.translate("VideoTimeline", "Accord"), _consent(call, zone)),
        (QCoreApplication.translate("VideoTimeline", "Montré"), _shares(call, zone)),
        (QCoreApplication.translate("VideoTimeline", "Collègues"), _thirds(shown, zone)),
        (QCoreApplication.translate("VideoTimeline", "Image"), _way(call)),
        (QCoreApplication.translate("VideoTimeline", "Fin"), _end(call, zone)),
    )
    return tuple(pair for pair in pairs if pair[1])


def _lasted(call: VideoCall) -> str:
    if call.lasted is None:
        return QCoreApplication.translate("VideoTimeline", "aucun face à face")
    return dates.span(int(call.lasted.total_seconds()))


def _delivered(call: VideoCall) -> str:
    told = "" if call.delivery is None else label(call.delivery)
    return " · ".join(part for part in (told, call.place) if part)


def _clocks(call: VideoCall) -> str:
    marks = (call.at, call.offered_at, call.opened_at, call.face_at)
    names = (
        QCoreApplication.translate("VideoTimeline", "envoi {span}"),
        QCoreApplication.translate("VideoTimeline", "ouverture {span}"),
        QCoreApplication.translate("VideoTimeline", "visage {span}"),
    )
    told = []
    for name, since, until in zip(names, marks, marks[1:], strict=False):
        if since is not None and until is not None:
            seconds = max((until - since) / timedelta(seconds=1), 0)
            told.append(name.format(span=dates.span(int(seconds))))
    return " · ".join(told)


def _consent(call: VideoCall, zone: tzinfo | None) -> str:
    if call.consented_at is None:
        return ""
    words = QCoreApplication.translate("VideoTimeline", "donné à {hour}, avant toute image")
    return words.format(hour=_hour(call.consented_at, zone))


def _shares(call: VideoCall, zone: tzinfo | None) -> str:
    words = QCoreApplication.translate(
        "VideoTimeline", "{source} de {since} à {until}, avec son accord"
    )
    told = [
        words.format(source=label(Source(one)), since=_text(since, zone), until=_text(until, zone))
        for one, since, until in call.shares
    ]
    return "\n".join(told)


def _thirds(shown: CallShown, zone: tzinfo | None) -> str:
    words = QCoreApplication.translate("VideoTimeline", "{name} de {since} à {until}")
    unknown = QCoreApplication.translate("VideoTimeline", "Un collègue")
    names = (*shown.thirds, *[""] * len(shown.call.thirds))
    told = [
        words.format(name=name or unknown, since=_text(since, zone), until=_text(until, zone))
        for (_id, since, until), name in zip(shown.call.thirds, names, strict=False)
    ]
    return "\n".join(told)


def _way(call: VideoCall) -> str:
    told = [] if call.via is Via.UNKNOWN else [label(call.via)]
    if call.losses:
        words = QCoreApplication.translate("VideoTimeline", "coupures\u00a0: {n}")
        told.append(words.format(n=call.losses))
    return " · ".join(told)


def _end(call: VideoCall, zone: tzinfo | None) -> str:
    how = label(call.end_reason)
    if call.end_reason is EndReason.DONE and call.face_at is None:
        how = QCoreApplication.translate("VideoTimeline", "Terminée avant le face à face")
    return f"{how} · {_hour(call.ended_at, zone)}"


def _hour(at: datetime, zone: tzinfo | None) -> str:
    return f"{at.astimezone(zone):%H:%M:%S}"


def _text(at: str, zone: tzinfo | None) -> str:
    return _hour(datetime.fromisoformat(at), zone) if at else "…"
