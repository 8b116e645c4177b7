"""The language of the screen: French is the source, others are translations of it.

The code's own words are French and pick their plurals themselves, so French needs no file of ours.
Qt's few words of its own (the menu of a text field) are English in the code, and need one.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.app.places import RESOURCES


def speak(application: QCoreApplication, lang: str) -> tuple[QTranslator, ...]:
    """Put a language in force before any word is shown; returns the translations installed.

    Changing afterwards reaches only what is built later: the settings say « au prochain démarrage ».
    """
    if lang == "en":
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        path = str(RESOURCES / "i18n" / "en.qm")
    else:
        locale = QLocale(QLocale.Language.French, QLocale.Country.France)
        qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        path = f"{qts}/qtbase_fr.qm"
    QLocale.setDefault(locale)
    translator = QTranslator(application)
    if not translator.load(path):
        return ()
    application.installTranslator(translator)
    return (translator,)
