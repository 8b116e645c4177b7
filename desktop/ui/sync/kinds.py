"""Kinds of facts in words, as the outbox names them."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.kit import dates


def kind_word(kind: str) -> str:
    """What one fact of this kind is."""
    match kind:
        case "contact":
            return QCoreApplication.translate("SyncKinds", "Contact")
        case "step_off":
            return QCoreApplication.translate("SyncKinds", "Écart")
        case "promise":
            return QCoreApplication.translate("SyncKinds", "Promesse")
        case "promise_outcome":
            return QCoreApplication.translate("SyncKinds", "Suite d’une promesse")
        case "incivility":
            return QCoreApplication.translate("SyncKinds", "Incivilité")
        case "customer":
            return QCoreApplication.translate("SyncKinds", "Nouvelle fiche")
        case "customer_edit":
            return QCoreApplication.translate("SyncKinds", "Fiche modifiée")
        case "pinned_note":
            return QCoreApplication.translate("SyncKinds", "Note épinglée")
        case "check_in" | "check_in_share":
            return QCoreApplication.translate("SyncKinds", "Ça va\u202f?")
        case "check_in_reply" | "check_in_reading":
            return QCoreApplication.translate("SyncKinds", "Réponse à un check-in")
        case _:
            return _video_word(kind)


def _video_word(kind: str) -> str:
    match kind:
        case "video_call":
            return QCoreApplication.translate("SyncKinds", "Appel vidéo")
        case "video_photo":
            return QCoreApplication.translate("SyncKinds", "Photo d’un appel vidéo")
        case "answer":
            return QCoreApplication.translate("SyncKinds", "Réponse du client")
        case _:
            return _team_word(kind)


def _team_word(kind: str) -> str:
    match kind:
        case "script_version":
            return QCoreApplication.translate("SyncKinds", "Version d’un guide")
        case "own_words":
            return QCoreApplication.translate("SyncKinds", "Mes mots")
        case "chain_merge" | "credit":
            return QCoreApplication.translate("SyncKinds", "Écarts réunis ou cités")
        case "gesture" | "gesture_request" | "gesture_answer":
            return QCoreApplication.translate("SyncKinds", "Geste")
        case "awaiting":
            return QCoreApplication.translate("SyncKinds", "Attente du client")
        case "pause":
            return QCoreApplication.translate("SyncKinds", "Pause")
        case "follow_up":
            return QCoreApplication.translate("SyncKinds", "Suite d’une incivilité")
        case "talk" | "talk_note":
            return QCoreApplication.translate("SyncKinds", "Échange avec un conseiller")
        case "thanks" | "story" | "story_outcome":
            return QCoreApplication.translate("SyncKinds", "Merci ou histoire")
        case _:
            return QCoreApplication.translate("SyncKinds", "Autre")


def kind_icon(kind: str) -> str:
    """The icon of a kind."""
    return _ICONS.get(kind, "file-text")


def counted(kind: str, count: int) -> str:
    """A kind and how many of it wait: « Contact · 3 »."""
    return f"{kind_word(kind)} · {dates.count(count)}"


_ICONS = {
    "contact": "message-square",
    "step_off": "split",
    "promise": "calendar-clock",
    "promise_outcome": "calendar-clock",
    "incivility": "shield-alert",
    "customer": "user-plus",
    "customer_edit": "user",
    "pinned_note": "pin",
    "check_in": "heart-pulse",
    "check_in_share": "heart-pulse",
    "check_in_reply": "heart-handshake",
    "check_in_reading": "heart-handshake",
    "video_call": "video",
    "video_photo": "camera",
    "answer": "quote",
    "script_version": "scroll-text",
    "own_words": "quote",
    "chain_merge": "split",
    "credit": "split",
    "awaiting": "hourglass",
    "gesture": "hand-heart",
    "gesture_request": "hand-heart",
    "gesture_answer": "hand-heart",
    "pause": "coffee",
    "follow_up": "shield-alert",
    "talk": "heart-handshake",
    "talk_note": "heart-handshake",
    "thanks": "heart",
    "story": "heart",
    "story_outcome": "heart",
}
