"""The language of the screen: French is the source, others are translations of it."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.app.places import RESOURCES


def speak(application: QCoreApplication, lang: str) -> None:
    """Put a language in force before any word is shown; French has plural forms only."""
    QLocale.setDefault(
        QLocale(QLocale.Language.English if lang == "en" else QLocale.Language.French)
    )
    translator = QTranslator(application)
    if translator.load(str(RESOURCES / "i18n" / f"{lang}.qm")):
        application.installTranslator(translator)
