"""French words for what is wrong in a guide, and for where it is."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.authoring.checking import Code, Problem, Severity
from desktop.domain.scripts import Script


def place_words(script: Script, problem: Problem) -> str:
    """« Étape 2, Comprendre : ce que l’on peut dire »."""
    field = field_words(problem)
    step = script.step(problem.step)
    if step is None:
        return field[:1].upper() + field[1:]
    place = QCoreApplication.translate("Editor", "Étape {number}, {title}\u00a0: {field}")
    return place.format(
        number=script.position(step.id) + 1, title=step_title(step.title), field=field
    )


def step_title(title: str) -> str:
    """The title of a step; a step without one is called so."""
    return title.strip() or QCoreApplication.translate("Editor", "sans titre")


def field_words(problem: Problem) -> str:
    """« ce que l’on peut dire »."""
    listed = {
        "questions": QCoreApplication.translate("Editor", "une question"),
        "checks": QCoreApplication.translate("Editor", "un point à vérifier"),
        "reactions": QCoreApplication.translate("Editor", "une réaction"),
        "suggestions": QCoreApplication.translate("Editor", "une suggestion"),
    }
    if problem.item:
        return listed.get(problem.list_name, "")
    named = {
        "title": QCoreApplication.translate("Editor", "le titre"),
        "summary": QCoreApplication.translate("Editor", "le résumé"),
        "reasons": QCoreApplication.translate("Editor", "les motifs"),
        "steps": QCoreApplication.translate("Editor", "les étapes"),
        "intention": QCoreApplication.translate("Editor", "le but"),
        "say": QCoreApplication.translate("Editor", "ce que l’on peut dire"),
        "questions": QCoreApplication.translate("Editor", "les questions"),
        "checks": QCoreApplication.translate("Editor", "les points à vérifier"),
        "reactions": QCoreApplication.translate("Editor", "les réactions"),
        "suggestions": QCoreApplication.translate("Editor", "les suggestions"),
        "then": QCoreApplication.translate("Editor", "l’étape d’après"),
        "law.why": QCoreApplication.translate("Editor", "ce que la loi demande"),
        "law.reference": QCoreApplication.translate("Editor", "la référence de la loi"),
    }
    return named.get(problem.field, QCoreApplication.translate("Editor", "le chemin"))


def problem_mark(problem: Problem) -> tuple[str, str]:
    """The icon that stands for it, and its colour's token."""
    if problem.quiet:
        return "circle-dashed", "text3"
    if problem.severity is Severity.ERROR:
        return "circle-alert", "danger"
    return "info", "info"


def problem_words(problem: Problem) -> str:
    """What is wrong, and what would mend it."""
    values = (*problem.values, "", "")
    if problem.code is Code.EMPTY:
        return _empty(problem)
    if problem.code is Code.TOO_LONG:
        return _too_long(problem).format(*values)
    if problem.code is Code.UNKNOWN_VARIABLE and values[1]:
        return QCoreApplication.translate(
            "Editor",
            "Variable inconnue «\u202f{0}\u202f»\u00a0: vouliez-vous dire «\u202f{1}\u202f»\u202f?",
        ).format(*values)
    words = _way_words(problem.code) or _id_words(problem.code) or _text_words(problem.code)
    return words.format(*values)


def _empty(problem: Problem) -> str:
    if problem.field == "reasons":
        return QCoreApplication.translate("Editor", "Choisissez au moins un motif de contact.")
    if problem.field == "steps":
        return QCoreApplication.translate("Editor", "Ajoutez une première étape.")
    return QCoreApplication.translate("Editor", "À remplir.")


def _too_long(problem: Problem) -> str:
    if problem.field in {"reasons", "steps", "questions", "checks", "reactions", "suggestions"}:
        return QCoreApplication.translate("Editor", "{1} au lieu de {0} au plus.")
    return QCoreApplication.translate("Editor", "{1} signes, pour {0} au plus.")


def _way_words(code: Code) -> str:
    return {
        Code.UNREACHABLE_STEP: QCoreApplication.translate(
            "Editor", "Rien ne mène à cette étape\u00a0: faites-y mener une réaction ou une étape."
        ),
        Code.NO_WAY_ON: QCoreApplication.translate(
            "Editor", "D’ici on tourne en rond\u00a0: aucun chemin ne mène à une fin."
        ),
        Code.UNKNOWN_STEP: QCoreApplication.translate(
            "Editor", "L’étape visée n’existe plus\u00a0: choisissez-en une autre."
        ),
        Code.LEADS_HERE: QCoreApplication.translate(
            "Editor", "Cette réaction ramène à la même étape."
        ),
        Code.SAME_TITLE: QCoreApplication.translate(
            "Editor", "Une autre étape porte déjà ce titre."
        ),
        Code.LONG_TO_SAY: QCoreApplication.translate(
            "Editor", "Plus d’une demi-minute à dire d’une traite\u00a0: peut-être en deux fois."
        ),
        Code.UNKNOWN_REASON: QCoreApplication.translate(
            "Editor", "Le motif «\u202f{0}\u202f» n’existe pas ou plus."
        ),
    }.get(code, "")


def _id_words(code: Code) -> str:
    return {
        Code.DUPLICATE_ID: QCoreApplication.translate(
            "Editor",
            "L’identifiant «\u202f{0}\u202f» sert deux fois\u00a0: retirez l’une des deux.",
        ),
        Code.BAD_ID: QCoreApplication.translate(
            "Editor",
            "L’identifiant «\u202f{0}\u202f» ne convient pas\u00a0: ajoutez-en une autre, puis retirez celle-ci.",
        ),
        Code.REFUSED: QCoreApplication.translate("Editor", "Refusé à la publication."),
    }.get(code, "")


def _text_words(code: Code) -> str:
    return {
        Code.UNKNOWN_VARIABLE: QCoreApplication.translate(
            "Editor", "Variable inconnue «\u202f{0}\u202f»."
        ),
        Code.BAD_BRACES: QCoreApplication.translate("Editor", "Une accolade est seule."),
        Code.BAD_GROUP: QCoreApplication.translate(
            "Editor", "Des crochets entourent une partie facultative, avec une variable dedans."
        ),
        Code.BAD_EMPHASIS: QCoreApplication.translate("Editor", "Le gras n’est pas refermé (**)."),
        Code.ELISION: QCoreApplication.translate(
            "Editor",
            "Écrivez «\u202fde\u202f» ou «\u202fque\u202f» en entier\u00a0: l’élision se fait seule.",
        ),
        Code.HOLE: QCoreApplication.translate(
            "Editor",
            "Sans «\u202f{0}\u202f» la phrase aurait un trou\u00a0: ajoutez |un mot de remplacement.",
        ),
        Code.MARKUP: QCoreApplication.translate(
            "Editor", "Ni HTML ni lien dans un guide («\u202f{0}\u202f»)."
        ),
    }[code]
