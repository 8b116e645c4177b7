"""Words of a guide as its author marked them: some with weight, some that changed."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from desktop.domain.authoring.comparing import Piece
from desktop.domain.wording import spans
from desktop.ui.kit import paint, theme
from desktop.ui.kit.wraplabel import WrapLabel


class MarkedLabel(WrapLabel):
    """Words in which `**these**` carry weight."""

    def set_marked(self, marked: str, around: str = "{0}") -> None:
        """Show `marked`; `around` is put about the whole, at its {0}."""
        before, _, after = around.partition("{0}")
        text, runs = before, []
        for place, paragraph in enumerate(spans(marked)):
            text += "\n" if place else ""
            for span in paragraph:
                if span.strong:
                    runs.append((len(text), len(span.text)))
                text += span.text
        self.setText(text + after)
        self.set_strong(*runs)


class ChangedLabel(WrapLabel):
    """Words of one side of a comparison: what changed is on a ground of its own, and struck through
    (`gone`) or underlined, so that colour never tells it alone.
    """

    def __init__(
        self, pieces: Sequence[Piece], *, gone: bool, parent: QWidget | None = None
    ) -> None:
        self._gone = gone
        self._changed: list[tuple[int, int]] = []
        super().__init__("", "body", "", parent)
        text = ""
        for piece in pieces:
            if piece.changed:
                self._changed.append((len(text), len(piece.text)))
            text += piece.text
        self.setText(text)
        paint.follow(self, self.update)

    def formats(self) -> list[QTextLayout.FormatRange]:
        """The runs that changed."""
        return [self._run(start, length) for start, length in self._changed]

    def _run(self, start: int, length: int) -> QTextLayout.FormatRange:
        run = QTextLayout.FormatRange()
        run.start, run.length = start, length
        look = QTextCharFormat()
        look.setBackground(theme.color("sunken" if self._gone else "success_soft"))
        look.setForeground(theme.color("text3" if self._gone else "success"))
        look.setFontStrikeOut(self._gone)
        look.setFontUnderline(not self._gone)
        run.format = look
        return run
