"""Specimens of what lies over a window, and of the focus."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.form import field
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.pickerlist import PickerList
from desktop.ui.kit.scale import Scale
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.toasts import ToastStack
from desktop.ui.kit.wraplabel import WrapLabel
from tests.ui.kit.specimens import CHANNELS, REASONS, RESOLUTIONS
from tests.ui.kit.specimens import SPECIMENS as WITHIN
from tests.ui.kit.specimens_charts import facing, gaps


def focused() -> QWidget:
    """Every ring at once: no window can show that, so each widget is asked to paint it."""
    made = [
        Button("Clore", "check", "primary", "F8"),
        Button("Rappel", "calendar", "secondary"),
        IconButton("settings", "Réglages"),
        Picker("Canal", CHANNELS, "Choisir un canal"),
        Segmented("Résolution", RESOLUTIONS),
        Scale("Effort", 7),
    ]
    holder = boxes.holder(boxes.column(*made, None))
    holder.setFixedWidth(300)
    for widget in holder.findChildren(QAbstractButton):
        widget.hasFocus = lambda: True  # type: ignore[method-assign] # looks focused without a window in front
    return holder


def overlay() -> QWidget:
    window = QWidget()
    window.setFixedSize(640, 420)
    box = boxes.column(Card("Contrats"), margins=16)
    window.setLayout(box)
    over = Overlay(window, "M’écarter du guide", 420)
    over.body.addWidget(WrapLabel("Pourquoi vous écarter ? Une touche suffit.", "secondary"))
    over.body.addWidget(field("Motif", Picker("Motif", REASONS, "Choisir un motif", "tag")))
    over.footer.addStretch(1)
    over.footer.addWidget(Button("Annuler", role="ghost"))
    over.footer.addWidget(Button("Noter l’écart", "split", "primary", "Entrée"))
    QTimer.singleShot(0, over.open)
    return window


def toasts() -> QWidget:
    window = QWidget()
    window.setFixedSize(560, 220)
    stack = ToastStack(window)

    def say() -> None:
        stack.say("Contact enregistré", "success", "Annuler", 10)
        stack.say("Hors ligne : tout reste sur ce poste.", "warning")

    QTimer.singleShot(0, say)
    return window


def picker_list() -> QWidget:
    holder = QWidget()
    holder.setFixedSize(300, 260)
    shown = PickerList("Motif", REASONS, holder)
    shown.setWindowFlags(Qt.WindowType.Widget)
    shown.setGeometry(10, 10, 280, 230)
    return holder


OVER = (focused, overlay, toasts, picker_list, facing, gaps)
SPECIMENS = WITHIN | {made.__name__: made for made in OVER}
