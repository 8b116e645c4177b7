"""A list as a document of one table, on a page that lies on its side."""

from desktop.domain.exports import Cell, Sheet
from desktop.ui.kit.printing import Exported, Section


def table(
    title: str, columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]
) -> Exported | None:
    """A row for each thing; None where there is none."""
    sheet = Sheet(title="", columns=columns, rows=rows)
    section = Section(sheets=(sheet,))
    return Exported(title=title, sections=(section,), landscape=True) if rows else None
