"""What is to be known of a guide before one reads it: a pick that is due, a draft, damage."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.authoring.state import GuideRow
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.tokens import Space


class GuideBanners(QWidget):
    """`versions_asked` when the versions are to be looked at."""

    versions_asked = Signal()

    told = False
    """Whether there is anything to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = QCoreApplication.translate("Guides", "Voir les versions")
        self.conflict = Banner("accent", "", look)
        self.damaged = Banner("warning", _damaged(), look)
        self.draft = Banner("info", "")
        for banner in (self.conflict, self.damaged):
            banner.acted.connect(self.versions_asked)
        self.setLayout(boxes.column(self.conflict, self.damaged, self.draft, spacing=Space.S))

    def show_row(self, row: GuideRow, now: datetime, *, writes: bool) -> None:
        """Show what is the matter, nothing where all is well."""
        guide, summary, draft = row.guide, row.summary, row.draft
        others = guide.standing.others if guide else ()
        self.conflict.setVisible(bool(others))
        if others and summary is not None:
            names = [one for one in dict.fromkeys(summary.other_names) if one]
            self.conflict.set_text(_conflict(writes=writes).format(names=", ".join(names) or "—"))
        self.damaged.setVisible(guide is not None and guide.damaged)
        self.draft.setVisible(draft is not None and guide is not None)
        if draft is not None:
            at = dates.moment(draft.updated_at.astimezone(now.tzinfo), now)
            words = QCoreApplication.translate(
                "Guides", "Votre brouillon, écrit {when}, attend. Personne d’autre ne le voit."
            )
            self.draft.set_text(words.format(when=at))
        shown = (self.conflict, self.damaged, self.draft)
        self.told = any(not one.isHidden() for one in shown)


def _conflict(*, writes: bool) -> str:
    if writes:
        return QCoreApplication.translate(
            "Guides",
            "Une autre version a été publiée en même temps ({names}). Les deux sont gardées\u202f; la première reste en vigueur tant que personne n’a choisi.",
        )
    return QCoreApplication.translate(
        "Guides",
        "Une autre version a été publiée en même temps ({names}). La première reste en vigueur\u202f; un responsable choisira.",
    )


def _damaged() -> str:
    return QCoreApplication.translate(
        "Guides",
        "La dernière version ne se lit pas sur ce poste\u00a0: celle d’avant la remplace ici.",
    )
