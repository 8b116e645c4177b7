"""Words of latitude: what is left, what is beyond, where a request stands."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.latitude.requests import Asked, RequestState
from desktop.domain.latitude.spending import Standing, Verdict
from desktop.domain.people import Person
from desktop.ui.kit import dates
from desktop.ui.kit.typography import quoted


def used(standing: Standing) -> str:
    """« 18 € utilisés sur 50 € »."""
    words = QCoreApplication.translate("Latitude", "{spent} utilisés sur {daily}")
    return words.format(spent=dates.money(standing.spent), daily=dates.money(standing.daily))


def left(standing: Standing) -> str:
    """What can be given in this contact without asking anybody."""
    if standing.allowed <= 0:
        return QCoreApplication.translate(
            "Latitude", "Ce que vous offrez de plus se demande à votre responsable."
        )
    words = QCoreApplication.translate(
        "Latitude", "Jusqu’à {sum} dans ce contact, sans demander à personne."
    )
    return words.format(sum=dates.money(standing.allowed))


def beyond(verdict: Verdict, standing: Standing, lead: Person | None) -> str:
    """Why a gesture needs a word of somebody, and of whom."""
    if verdict is Verdict.BEYOND_CONTACT:
        why = QCoreApplication.translate("Latitude", "Au-delà de {sum} pour un même contact.")
        why = why.format(sum=dates.money(standing.ceiling))
    else:
        why = QCoreApplication.translate("Latitude", "Il vous reste {sum} aujourd’hui.")
        why = why.format(sum=dates.money(standing.left))
    if lead is None:
        who = QCoreApplication.translate(
            "Latitude",
            "Aucun responsable n’est indiqué pour vous\u00a0: il n’y a personne à qui le demander.",
        )
    else:
        who = QCoreApplication.translate(
            "Latitude", "{name} peut l’accorder\u00a0: dites pourquoi en quelques mots."
        ).format(name=lead.name)
    return f"{why} {who}"


def of_kind(label: str, cents: int) -> str:
    """« Remise sur la facture · 5 € »; a kind that costs nothing has no sum."""
    return f"{label} · {dates.money(cents)}" if cents else label


def offer(cents: int) -> str:
    """« Offrir 5 € », « Offrir »."""
    if not cents:
        return QCoreApplication.translate("Latitude", "Offrir")
    return QCoreApplication.translate("Latitude", "Offrir {sum}").format(sum=dates.money(cents))


def ask(lead: Person | None) -> str:
    """« Demander à Camille Roux »."""
    if lead is None:
        return QCoreApplication.translate("Latitude", "Demander")
    return QCoreApplication.translate("Latitude", "Demander à {name}").format(name=lead.name)


def state(asked: Asked, *, linked: bool) -> tuple[str, str, str]:
    """Words, tone and icon of where a request stands."""
    match asked.state:
        case RequestState.WAITING if asked.unsent and linked:
            return QCoreApplication.translate("Latitude", "À envoyer"), "warning", "cloud-upload"
        case RequestState.WAITING:
            return QCoreApplication.translate("Latitude", "Demandé"), "neutral", "hourglass"
        case RequestState.GRANTED:
            return QCoreApplication.translate("Latitude", "Accordé"), "success", "check"
        case RequestState.DECLINED:
            return QCoreApplication.translate("Latitude", "Pas cette fois"), "neutral", "info"
        case RequestState.MADE:
            return QCoreApplication.translate("Latitude", "Offert"), "accent", "hand-heart"


def state_to_lead(asked: Asked) -> tuple[str, str, str]:
    """The same to the lead who is asked."""
    words, tone, icon = state(asked, linked=False)
    if asked.state is RequestState.DECLINED:
        words = QCoreApplication.translate("Latitude", "Décliné")
    return words, tone, icon


def state_line(asked: Asked, *, linked: bool) -> str:
    """The sentence under a request: who is asked, what they said."""
    if asked.answer is not None and asked.answer.words:
        words = QCoreApplication.translate("Latitude", "{name}\u00a0: «\u202f{words}\u202f»")
        return words.format(name=asked.lead_name, words=asked.answer.words)
    if asked.answer is not None:
        return asked.lead_name
    if asked.unsent and linked:
        words = QCoreApplication.translate(
            "Latitude", "Gardé sur ce poste\u00a0: {name} le recevra dès que la ligne reviendra."
        )
    else:
        words = QCoreApplication.translate("Latitude", "{name} répondra ici.")
    return words.format(name=asked.lead_name)


def told(asked: Asked, label: str) -> str:
    """What a toast says of an answer."""
    what = of_kind(label, asked.request.cents)
    if asked.answer is not None and asked.answer.granted:
        words = QCoreApplication.translate("Latitude", "{name} accorde\u00a0: {what}.")
    else:
        words = QCoreApplication.translate("Latitude", "{name} ne peut pas accorder\u00a0: {what}.")
    said = asked.answer.words if asked.answer is not None else ""
    line = words.format(name=asked.lead_name, what=what)
    return f"{line} {quoted(said)}" if said else line
