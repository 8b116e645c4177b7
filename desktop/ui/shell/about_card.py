"""What this application is: version, where it keeps things, and under which licences."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.card import Card
from desktop.ui.kit.form import field
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.home_path import home_relative


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What there is to know of this installation."""

    version: str
    store_path: Path
    encrypted: bool = False


class AboutCard(Card):
    """Says it in full sentences; the path can be selected and copied."""

    def __init__(self, about: About, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("About", "À propos"), parent=parent)
        version = QCoreApplication.translate("About", "Vis-à-Vis, version {version}")
        self.add(WrapLabel(version.format(version=about.version), "strong"))
        label = QCoreApplication.translate("About", "Votre travail est gardé dans ce fichier")
        self.path = TextField(label)
        self.path.setText(home_relative(about.store_path))
        self.path.setReadOnly(True)
        self.path.setCursorPosition(0)
        self.add(field(label, self.path))
        if not about.encrypted:
            self.add(_plain())
        self.add(WrapLabel(_licences(), "caption"))
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)


def _plain() -> Panel:
    panel = Panel("warning")
    title = QCoreApplication.translate("About", "Ce fichier n’est pas chiffré")
    words = QCoreApplication.translate(
        "About",
        "Qui a accès à ce poste peut le lire\u00a0: n’y mettez pas de vrais clients sans l’accord de votre entreprise. Ce qui est relié à une base partagée est, lui, toujours chiffré.",
    )
    panel.add(WrapLabel(title, "strong"))
    panel.add(WrapLabel(words, "secondary"))
    return panel


def _licences() -> str:
    return QCoreApplication.translate(
        "About",
        "Avec Qt et PySide6 (LGPL v3), qasync (BSD), SQLAlchemy (MIT), SQLCipher (BSD), pydantic (MIT), la police Inter (OFL 1.1) et les icônes Lucide (ISC).",
    )
