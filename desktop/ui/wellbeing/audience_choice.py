"""Who may see a check-in: each choice with what it does, by arrows, digits or a click."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.domain.wellbeing import Audience
from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.tokens import Radius, Space, Type, Weight
from desktop.ui.wellbeing import words

_ICON: Final = 18
_LINE: Final = 17
_TITLE: Final = 18


class _Row(ChoiceButton):
    """One choice: an icon, its name, what it does, and its digit."""

    def __init__(self, option: Option[Any], meaning: str, digit: str, parent: QWidget) -> None:
        self._meaning = meaning
        self._digit = digit
        super().__init__(option, parent)

    def sizeHint(self) -> QSize:
        """As high as its words need on this width."""
        width = max(self.width(), theme.px(240))
        return QSize(theme.px(240), self._needed(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words in height."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width wraps the words anew."""
        super().resizeEvent(event)
        self.setFixedHeight(self._needed(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row; what is chosen has a border, a tint and a mark, not colour alone."""
        chosen = self.isChecked()
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        ground = theme.color("accent_soft" if chosen else "surface")
        border = "accent" if chosen else "border_strong" if self.underMouse() else "border"
        paint.rounded(painter, whole, Radius.BLOCK, ground, theme.color(border))
        side = theme.px(_ICON)
        spot = QRectF(theme.px(Space.M), self._top(), side, theme.px(_TITLE))
        icons.paint(painter, spot, self.option.icon or "lock", "accent" if chosen else "text3")
        text = self._text_rect(whole.width())
        title = QRectF(text.left(), self._top(), text.width(), theme.px(_TITLE))
        paint.words(painter, title, self.text(), "text", Type.BODY, Weight.SEMIBOLD)
        painter.setFont(theme.font(Type.SECONDARY))
        painter.setPen(theme.color("text2"))
        below = QRectF(text.left(), title.bottom() + 1, text.width(), whole.height())
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self._meaning)
        cap = paint.cap_width(self._digit)
        right = whole.right() - theme.px(Space.M) - cap
        end = QRectF(right, self._top(), cap, theme.px(_TITLE))
        if chosen:
            icons.paint(painter, end, "check", "accent")
        else:
            paint.key_cap(painter, end, self._digit)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.BLOCK)

    def _text_rect(self, width: float) -> QRectF:
        left = theme.px(Space.M + _ICON + Space.M)
        right = theme.px(Space.M) + paint.cap_width(self._digit) + theme.px(Space.S)
        return QRectF(left, 0, width - left - right, 0)

    def _top(self) -> int:
        return theme.px(Space.S)

    def _needed(self, width: float) -> int:
        metrics = QFontMetricsF(theme.font(Type.SECONDARY))
        room = QRectF(0, 0, self._text_rect(width).width(), 10_000)
        box = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._meaning)
        return round(2 * self._top() + theme.px(_TITLE) + box.height() + 2)

    def _fit(self) -> None:
        self.setFixedHeight(self._needed(max(self.width(), theme.px(240))))
        super()._fit()


class AudienceChoice(Choices):
    """`picked` gives an Audience, or None when the choice was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("Wellbeing", "Qui peut le voir ?")
        super().__init__(name, Space.S, parent)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def offer(self, audiences: Sequence[Audience], lead_name: str) -> None:
        """Offer these, in the order of their digits."""
        rows = []
        for place, audience in enumerate(audiences, start=self.first_digit):
            title = words.audience_title(audience, lead_name)
            option = Option(audience, title, words.AUDIENCE_ICONS[audience])
            meaning = words.audience_meaning(audience)
            rows.append((_Row(option, meaning, str(place), self), meaning))
        self.set_buttons([row for row, _ in rows])
        for row, meaning in rows:
            row.setAccessibleDescription(f"{self.accessibleName()} {meaning}")
