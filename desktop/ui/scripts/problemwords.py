"""French words for what is wrong in a guide's file."""

from PySide6.QtCore import QCoreApplication

from desktop.services.yaml_files import Problem, ProblemCode


def problem_place(problem: Problem) -> str:
    """« bill.yaml, ligne 12, steps[1].say »."""
    if not problem.line:
        return problem.file
    if not problem.field:
        return QCoreApplication.translate("Guide", "{file}, ligne {line}").format(
            file=problem.file, line=problem.line
        )
    return QCoreApplication.translate("Guide", "{file}, ligne {line}, {field}").format(
        file=problem.file, line=problem.line, field=problem.field
    )


def problem_words(problem: Problem) -> str:
    """What is wrong, and what would mend it."""
    values = (*problem.values, "", "")
    if problem.code is ProblemCode.UNKNOWN_VARIABLE and values[1]:
        return QCoreApplication.translate(
            "Guide",
            "variable inconnue «\u202f{0}\u202f»\u00a0: vouliez-vous dire «\u202f{1}\u202f»\u202f?",
        ).format(*values)
    if problem.code is ProblemCode.WRONG_ENCODING and values[0]:
        return QCoreApplication.translate(
            "Guide",
            "le fichier n’est pas en UTF-8 (il semble en {0})\u00a0: réenregistrez-le en UTF-8",
        ).format(*values)
    words = _shape_words(problem.code) or _sense_words(problem.code) or _text_words(problem.code)
    return words.format(*values)


def _shape_words(code: ProblemCode) -> str:
    return {
        ProblemCode.UNREADABLE: QCoreApplication.translate(
            "Guide", "le fichier ne peut pas être lu ({0})"
        ),
        ProblemCode.WRONG_ENCODING: QCoreApplication.translate(
            "Guide", "ce n’est pas un fichier de texte"
        ),
        ProblemCode.TOO_LARGE: QCoreApplication.translate(
            "Guide", "le fichier dépasse {0}\u00a0Kio"
        ),
        ProblemCode.NOT_YAML: QCoreApplication.translate(
            "Guide", "ce n’est pas du YAML valable ({0})"
        ),
        ProblemCode.MISSING: QCoreApplication.translate("Guide", "ce champ manque {0}"),
        ProblemCode.UNKNOWN_FIELD: QCoreApplication.translate("Guide", "champ inconnu"),
        ProblemCode.REPEATED_FIELD: QCoreApplication.translate("Guide", "champ écrit deux fois"),
        ProblemCode.WRONG_TYPE: QCoreApplication.translate(
            "Guide", "ce n’est pas le type attendu ({0})"
        ),
        ProblemCode.EMPTY: QCoreApplication.translate("Guide", "ce champ est vide"),
        ProblemCode.TOO_LONG: QCoreApplication.translate("Guide", "plus long que permis ({0})"),
        ProblemCode.OUT_OF_RANGE: QCoreApplication.translate("Guide", "hors des limites ({0})"),
        ProblemCode.BAD_ID: QCoreApplication.translate(
            "Guide", "identifiant\u00a0: lettres minuscules sans accent, chiffres, tirets"
        ),
        ProblemCode.WRONG_VALUE: QCoreApplication.translate("Guide", "valeur refusée"),
    }.get(code, "")


def _sense_words(code: ProblemCode) -> str:
    return {
        ProblemCode.DUPLICATE_ID: QCoreApplication.translate(
            "Guide", "«\u202f{0}\u202f» sert déjà ailleurs"
        ),
        ProblemCode.UNKNOWN_STEP: QCoreApplication.translate(
            "Guide", "l’étape «\u202f{0}\u202f» n’existe pas"
        ),
        ProblemCode.UNREACHABLE_STEP: QCoreApplication.translate(
            "Guide", "rien ne mène à l’étape «\u202f{0}\u202f»"
        ),
        ProblemCode.UNKNOWN_REASON: QCoreApplication.translate(
            "Guide", "motif inconnu «\u202f{0}\u202f»"
        ),
        ProblemCode.UNKNOWN_VARIABLE: QCoreApplication.translate(
            "Guide", "variable inconnue «\u202f{0}\u202f»"
        ),
    }.get(code, "")


def _text_words(code: ProblemCode) -> str:
    return {
        ProblemCode.BAD_BRACES: QCoreApplication.translate("Guide", "accolade isolée"),
        ProblemCode.BAD_GROUP: QCoreApplication.translate(
            "Guide", "des crochets entourent une partie facultative, avec une variable"
        ),
        ProblemCode.BAD_EMPHASIS: QCoreApplication.translate("Guide", "gras mal fermé (**)"),
        ProblemCode.ELISION: QCoreApplication.translate(
            "Guide",
            "écrivez «\u202fde\u202f» ou «\u202fque\u202f» en entier\u00a0: l’élision se fait seule",
        ),
        ProblemCode.HOLE: QCoreApplication.translate(
            "Guide",
            "sans «\u202f{0}\u202f» la phrase aurait un trou\u00a0: ajoutez |un mot de remplacement",
        ),
        ProblemCode.MARKUP: QCoreApplication.translate(
            "Guide", "ni HTML ni lien dans un guide («\u202f{0}\u202f»)"
        ),
    }[code]
