"""What the new customer's form says of each field."""

from PySide6.QtCore import QCoreApplication


def field_label(name: str) -> str:
    """What a field is for."""
    match name:
        case "given_name":
            return QCoreApplication.translate("Create", "Prénom")
        case "family_name":
            return QCoreApplication.translate("Create", "Nom")
        case "phone":
            return QCoreApplication.translate("Create", "Téléphone")
        case "email":
            return QCoreApplication.translate("Create", "E-mail")
        case "street":
            return QCoreApplication.translate("Create", "Adresse")
        case "postcode":
            return QCoreApplication.translate("Create", "Code postal")
        case "city":
            return QCoreApplication.translate("Create", "Ville")
        case _:
            return QCoreApplication.translate("Create", "Civilité")


def problem(why: str) -> str:
    """Why a field cannot stay as it is, and what would do; empty for no problem."""
    match why:
        case "":
            return ""
        case "missing":
            return QCoreApplication.translate(
                "Create", "Un nom, un téléphone ou un e-mail\u00a0: l’un des trois suffit."
            )
        case "characters":
            return QCoreApplication.translate(
                "Create", "Des chiffres seulement, par exemple 06\u00a039\u00a098\u00a012\u00a034."
            )
        case "not_a_phone":
            return QCoreApplication.translate(
                "Create", "Il manque des chiffres, ou il y en a trop\u00a0: 06 39 98 12 34."
            )
        case "not_an_address":
            return QCoreApplication.translate(
                "Create", "Une adresse complète, par exemple claire@courriel.example."
            )
        case "not_a_postcode":
            return QCoreApplication.translate("Create", "Cinq chiffres, par exemple 49000.")
        case _:
            return QCoreApplication.translate("Create", "120 caractères au plus.")
