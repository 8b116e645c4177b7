"""What the administrator reads, in French: errors that say what to do, names of what was counted."""

from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.services.importing.tables import Flaw, NotATable
from desktop.services.store.checking import Level
from desktop.services.yaml_files import Problem, ProblemCode

REASONS = {
    "wrong_columns": "nombre de colonnes différent de l’en-tête",
    "bad_quotes": "guillemets mal fermés",
    "no_key": "clé absente",
    "duplicate_key": "clé déjà vue plus haut, avec d’autres valeurs",
    "unknown_value": "valeur que la correspondance ne connaît pas",
    "bad_date": "date illisible",
    "bad_time": "heure illisible",
    "bad_number": "nombre illisible",
    "bad_boolean": "ni oui ni non",
    "out_of_range": "nombre hors limites",
    "no_time": "aucune heure",
    "times_disagree": "heures inconciliables",
    "no_such_contact": "jeton qu’aucun contact ne porte",
    "nothing_said": "réponse vide",
}
REPAIRS = {
    "past_midnight": "heure passée minuit, remise au lendemain",
    "negative_duration": "durée négative, recalculée",
    "duration_recomputed": "durée en désaccord avec les heures, recalculée",
    "end_recomputed": "fin recalculée à partir du début et de la durée",
    "service_of_abandoned": "heures de service d’un appel abandonné, laissées de côté",
    "postcode_padded": "code postal complété d’un zéro",
}
DOUBTS = {
    "unreadable_phone": "téléphone illisible, gardé dans les détails",
    "unreadable_email": "adresse e-mail illisible, gardée dans les détails",
}
_FLAWS = {
    Flaw.ABSENT: "le fichier n’existe pas.",
    Flaw.UNREADABLE: "le fichier ne peut pas être lu ({detail}).",
    Flaw.EMPTY: "le fichier est vide.",
    Flaw.NOT_A_TABLE: "ce n’est pas un tableau CSV, TSV ou XLSX.",
    Flaw.OLD_WORKBOOK: "ancien format .xls\u00a0: enregistrez le classeur en .xlsx ou en CSV.",
    Flaw.NO_SUCH_SHEET: "cette feuille n’existe pas\u00a0; feuilles présentes\u00a0: {detail}.",
    Flaw.UNKNOWN_ENCODING: "encodage inconnu\u00a0: {detail}.",
    Flaw.WRONG_ENCODING: (
        "le texte n’est pas dans l’encodage attendu ({detail}, numéro de ligne à la fin)\u00a0; "
        "donnez-le avec --encoding, par exemple cp1252."
    ),
    Flaw.DAMAGED: "le classeur est endommagé après la ligne {detail}.",
}
_TROUBLES = {
    Trouble.DISK_FULL: (
        "le disque est plein. Libérez de la place, puis relancez la même commande\u00a0: "
        "ce qui est déjà entré le reste et ne sera pas doublé."
    ),
    Trouble.READ_ONLY: "la base ou son dossier est en lecture seule.",
    Trouble.DAMAGED: "la base est endommagée. Rien n’a été écrasé.",
    Trouble.NEWER_VERSION: "la base vient d’une version plus récente de l’application.",
    Trouble.NOT_A_STORE: "ce fichier n’est pas une base de Vis-à-Vis.",
    Trouble.LOCKED: (
        "la base est tenue par un autre programme. Réessayez dans un moment\u00a0: "
        "la même commande reprendra où elle en était."
    ),
    Trouble.UNREADABLE: "la base ne peut pas être ouverte. Le dossier existe-t-il\u202f?",
    Trouble.KEY_WRONG: "la clé n’ouvre pas cette base, ou son début est abîmé.",
    Trouble.KEY_MISSING: "la base est chiffrée, et sa clé n’est pas là.",
}
_PROBLEMS = {
    ProblemCode.UNREADABLE: "fichier illisible",
    ProblemCode.WRONG_ENCODING: "ce n’est pas un texte en UTF-8",
    ProblemCode.TOO_LARGE: "fichier trop grand",
    ProblemCode.NOT_YAML: "ce n’est pas du YAML",
    ProblemCode.MISSING: "champ manquant",
    ProblemCode.UNKNOWN_FIELD: "champ inconnu",
    ProblemCode.REPEATED_FIELD: "champ écrit deux fois",
    ProblemCode.WRONG_TYPE: "mauvais type",
    ProblemCode.EMPTY: "champ vide",
    ProblemCode.BAD_ID: "nom mal formé",
    ProblemCode.OUT_OF_RANGE: "nombre hors limites",
    ProblemCode.WRONG_VALUE: "valeur refusée",
}
WAITING = "La base est occupée par un autre programme\u00a0: j’attends mon tour…"
STOPPED = (
    "Arrêté à votre demande. Ce qui est entré le reste\u00a0; "
    "relancez la même commande pour reprendre, rien ne sera doublé."
)
GUESSED = """\
# Première correspondance, écrite d’après l’en-tête et les premières lignes. À relire\u00a0:
# - key\u00a0: la ou les colonnes qui, ensemble, ne désignent qu’une ligne\u00a0;
# - source\u00a0: un nom à ne plus changer, les identifiants en dépendent\u00a0;
# - details\u00a0: ce qui n’a pas été reconnu, étiquette puis colonne.
"""
MARKS = {Level.OK: "bien", Level.WARN: "à voir", Level.FAIL: "ERREUR"}
SOUND = "La base est saine."
UNSOUND = "La base a des défauts\u00a0: voyez ci-dessus."
DRY = "Essai à blanc\u00a0: rien n’a été écrit."


def flaw_words(path: object, error: NotATable) -> str:
    """Why a file is no table."""
    return f"{path}\u00a0: {_FLAWS[error.flaw].format(detail=error.detail)}"


def trouble_words(error: StoreUnavailable) -> str:
    """What keeps the store from being used, and what to do."""
    return f"{error.path}\u00a0: {_TROUBLES[error.trouble]}"


def problem_words(problem: Problem) -> str:
    """One thing to mend in a mapping: file, line, field, what."""
    what = _PROBLEMS.get(problem.code, problem.code.value)
    values = f" ({', '.join(problem.values)})" if problem.values else ""
    where = f", champ {problem.field}" if problem.field else ""
    hint = ""
    if problem.code is ProblemCode.WRONG_TYPE and "string" in problem.values:
        hint = ". Hors guillemets, YAML lit Yes, No, On, Off et les nombres autrement que du texte"
        hint += "\u00a0: mettez des guillemets"
    return f"{problem.file}, ligne {problem.line}{where}\u00a0: {what}{values}{hint}"


def missing_words(missing: tuple[str, ...], present: tuple[str, ...]) -> str:
    """Columns that the mapping names and the table lacks."""
    return (
        f"Colonnes absentes du fichier\u00a0: {', '.join(missing)}. "
        f"Colonnes présentes\u00a0: {', '.join(present)}."
    )


def number(count: int) -> str:
    """1 234 with a narrow no-break space."""
    return f"{count:,}".replace(",", "\u202f")


def plural(count: int, word: str) -> str:
    """The number, and the words, each with its mark of the plural from two on."""
    words = " ".join(one + "s" for one in word.split()) if count > 1 else word
    return f"{number(count)} {words}"
