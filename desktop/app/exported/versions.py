"""Two versions of a guide as a table: what changed, text by text, the earlier beside the later."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.authoring.comparing import Comparison, FieldChange, Part, Piece
from desktop.domain.exports import Cell, Sheet
from desktop.ui.authoring.comparison import summary
from desktop.ui.authoring.words import part_words
from desktop.ui.kit.printing import Exported, Section


def versions(comparison: Comparison, reason: Callable[[str], str]) -> Exported:
    """What changed from `before` to `after`; steps without a change are left out."""
    before, after = comparison.before, comparison.after
    title = QCoreApplication.translate("Exported", "{guide}, versions {before} et {after}")
    columns = (
        QCoreApplication.translate("Exported", "Étape"),
        QCoreApplication.translate("Exported", "Texte"),
        QCoreApplication.translate("Exported", "Version {n}").format(n=before.version),
        QCoreApplication.translate("Exported", "Version {n}").format(n=after.version),
    )
    sheet = Sheet(title="", columns=columns, rows=tuple(_rows(comparison, reason)))
    return Exported(
        title=title.format(guide=after.title, before=before.version, after=after.version),
        sections=(Section(words=summary(comparison), sheets=(sheet,)),),
        landscape=True,
    )


def _rows(comparison: Comparison, reason: Callable[[str], str]) -> Iterator[tuple[Cell, ...]]:
    for change in comparison.fields:
        yield (None, *_texts(change, reason))
    for step in comparison.steps:
        if step.before is None or step.after is None:
            said = QCoreApplication.translate("Exported", "L’étape")
            texts = (one.say if one else None for one in (step.before, step.after))
            yield (step.title, said, *texts)
        for change in step.fields:
            yield (step.title, *_texts(change, reason))
        if step.moved:
            yield (step.title, QCoreApplication.translate("Exported", "Déplacée"), None, None)


def _texts(change: FieldChange, reason: Callable[[str], str]) -> tuple[Cell, ...]:
    def side(pieces: tuple[Piece, ...]) -> str | None:
        text = "".join(one.text for one in pieces)
        if change.part is Part.REASONS:
            text = ", ".join(reason(code) for code in text.split())
        return text or None

    return (part_words(change.part), side(change.before), side(change.after))
