"""The list of guides as a table: use and outcome with their counts, shares only where enough stand behind."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.exports import Cell, Sheet
from desktop.ui.authoring.state import GuideRow
from desktop.ui.authoring.words import counted, share_words, state_chip, title_of
from desktop.ui.kit.printing import Exported, Section


def guides(rows: Sequence[GuideRow], reason: Callable[[str], str]) -> Exported:
    """Every published guide; drafts are nobody else's."""
    title = QCoreApplication.translate("Exported", "Guides")
    columns = (
        QCoreApplication.translate("Exported", "Guide"),
        QCoreApplication.translate("Exported", "Motifs"),
        QCoreApplication.translate("Exported", "Version"),
        QCoreApplication.translate("Exported", "Publiée par"),
        QCoreApplication.translate("Exported", "Contacts en 30 jours"),
        QCoreApplication.translate("Exported", "Contacts en 90 jours"),
        QCoreApplication.translate("Exported", "Résolus"),
        QCoreApplication.translate("Exported", "Efforts faciles (1 à 3)"),
        QCoreApplication.translate("Exported", "État"),
    )
    told = tuple(_row(one, reason) for one in rows if one.summary is not None)
    sheet = Sheet(title=title, columns=columns, rows=told)
    return Exported(title=title, sections=(Section(sheets=(sheet,)),), landscape=True)


def _row(row: GuideRow, reason: Callable[[str], str]) -> tuple[Cell, ...]:
    summary, guide = row.summary, row.guide
    if summary is None or guide is None:
        return ()
    use = summary.use
    codes = guide.script.reasons if guide.script else ()
    return (
        title_of(row),
        ", ".join(reason(code) for code in codes),
        guide.number,
        summary.published_name,
        use.last_30,
        use.last_90,
        f"{share_words(use.resolved)} ({counted(use.resolved)})",
        f"{share_words(use.easy)} ({counted(use.easy)})",
        state_chip(guide)[0],
    )
