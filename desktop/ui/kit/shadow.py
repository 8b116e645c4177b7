"""The shadow under what lies over a window: overlays and toasts, nothing else.

It is painted by what lies beneath, not by a graphics effect: an effect would draw the whole panel
again through a pixmap at each keystroke in it.
"""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.ui.kit import paint, theme

_REACH: Final = 18
_DROP: Final = 5


def under(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the shadow of a panel that covers `rect`, soft over some twenty pixels around it."""
    ink = theme.color("shadow")
    strength = ink.alphaF()
    for ring in range(_REACH):
        share = (ring + 1) / _REACH
        colour = QColor(ink)
        colour.setAlphaF(strength * share * 2 / _REACH)
        out = _REACH - ring
        box = rect.adjusted(-out, -out + _DROP, out, out + _DROP)
        paint.rounded(painter, box, radius + out, colour)
