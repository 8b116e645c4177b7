"""A line of facts, an icon before each; the last ones give way where room is short."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.tokens import Space, Type

_ICON: Final = 13
_GAP: Final = 14
_HEIGHT: Final = 18


@dataclass(frozen=True, slots=True)
class Fact:
    """A few words and the icon that says what they are; `name` says it aloud."""

    icon: str
    text: str
    name: str = ""


class FactLine(QWidget):
    """Facts side by side; the whole is read aloud, and in the tooltip when it is cut."""

    def __init__(self, token: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self._facts: tuple[Fact, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show other facts."""
        self._facts = facts
        said = ", ".join(f"{fact.name} {fact.text}".strip() for fact in facts)
        self.setAccessibleName(said)
        self._fit()

    def sizeHint(self) -> QSize:
        """Want the whole line."""
        widths = [self._width(fact) for fact in self._facts]
        gaps = theme.px(_GAP) * max(len(widths) - 1, 0)
        return QSize(round(sum(widths) + gaps + 1), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Take whatever there is."""
        return QSize(theme.px(40), theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole in a tooltip when it is cut."""
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint fact after fact as long as a few letters fit."""
        painter = paint.painter_on(self)
        left, icon = 0.0, theme.px(_ICON)
        for fact in self._facts:
            room = self.width() - left - icon - theme.px(Space.XS)
            whole = paint.width_of(fact.text, Type.SECONDARY)
            if room < min(whole, theme.px(48)):
                return
            icons.paint(painter, QRectF(left, 0, icon, self.height()), fact.icon, "text3")
            left += icon + theme.px(Space.XS + 1)
            spot = QRectF(left, 0, min(whole + 1, room), self.height())
            paint.words(painter, spot, fact.text, self._token, Type.SECONDARY)
            left += whole + theme.px(_GAP)

    def _width(self, fact: Fact) -> float:
        words = paint.width_of(fact.text, Type.SECONDARY)
        return words + theme.px(_ICON) + theme.px(Space.XS + 1)

    def _tip(self) -> None:
        cut = self.sizeHint().width() > self.width() + 1
        self.setToolTip(" · ".join(fact.text for fact in self._facts) if cut else "")

    def _fit(self) -> None:
        self.updateGeometry()
        self._tip()
        self.update()
