"""The sentence above a list of matches."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.customers.search_state import Opening, Phase, Reach, SearchState


def headline(state: SearchState) -> str:
    """How many answer, or that nobody does; first of all what is being opened."""
    if state.opening is not None:
        return _opening(state.opening)
    match state.phase:
        case Phase.IDLE:
            return QCoreApplication.translate(
                "Search",
                "Un nom, même mal écrit, un morceau de téléphone ou de contrat, un e-mail, un code postal.",
            )
        case Phase.FAILED:
            return QCoreApplication.translate(
                "Search", "La recherche n’a pas abouti. Entrée pour réessayer."
            )
        case Phase.NOTHING:
            return QCoreApplication.translate(
                "Search", "Aucun client pour «\u202f{text}\u202f»"
            ).format(text=state.text.strip())
        case _ if not state.all_matches:
            return QCoreApplication.translate("Search", "Recherche…")
        case _:
            return _count(state)


def _count(state: SearchState) -> str:
    count = len(state.all_matches)
    if state.called:
        return QCoreApplication.translate(
            "Search", "{count} clients ont le numéro qui appelle\u00a0: lequel est-ce\u202f?"
        ).format(count=count)
    if state.full:
        return QCoreApplication.translate(
            "Search", "Les {count} premiers clients\u00a0: une lettre de plus resserre la liste."
        ).format(count=count)
    if count == 1:
        return QCoreApplication.translate("Search", "1 client")
    return QCoreApplication.translate("Search", "{count} clients").format(count=count)


def correction(state: SearchState) -> str:
    """Which known words took the place of those typed; empty where none did."""
    if not state.corrected:
        return ""
    return QCoreApplication.translate("Search", "Vous cherchiez peut-être\u00a0: {words}").format(
        words=", ".join(state.corrected)
    )


def reach(state: SearchState) -> str:
    """How far was looked, where that is not clear by itself."""
    match state.reach:
        case Reach.ASKING:
            return QCoreApplication.translate("Search", "Recherche aussi dans toute l’entreprise…")
        case Reach.OFFLINE:
            return QCoreApplication.translate(
                "Search", "Hors ligne\u00a0: seuls les clients de ce poste"
            )
        case Reach.EVERYWHERE:
            return QCoreApplication.translate("Search", "Cherché dans toute l’entreprise")
        case Reach.HERE:
            return ""


def _opening(opening: Opening) -> str:
    if opening.gone:
        return QCoreApplication.translate("Search", "Cette fiche n’existe plus.")
    if opening.failed:
        return QCoreApplication.translate(
            "Search",
            "Le serveur ne répond pas\u00a0: cette fiche ne peut pas encore s’ouvrir. Entrée pour réessayer.",
        )
    words = QCoreApplication.translate("Search", "Ouverture de la fiche de {name}…")
    return words.format(name=opening.match.name or opening.match.number)
