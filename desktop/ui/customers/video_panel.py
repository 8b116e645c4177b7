"""A video call of the journey in full, with a way to its photos."""

from datetime import tzinfo

from PySide6.QtCore import Signal

from desktop.domain.timeline import CallShown
from desktop.ui.customers.pairs import Pairs
from desktop.ui.customers.video_words import call_pairs, call_title, photos_words
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space


class VideoCallPanel(Panel):
    """`photos_asked` when the photos are to be looked at."""

    photos_asked = Signal()

    def __init__(self, shown: CallShown, zone: tzinfo | None) -> None:
        super().__init__("sunken")
        self.body.setSpacing(Space.S)
        self.add(IconLabel("video", call_title(shown.call, zone), "strong", "violet"))
        self.add(Pairs(call_pairs(shown, zone)))
        self.photos: Button | None = None
        if shown.photos or shown.call.photos:
            count = shown.call.photos or len(shown.photos)
            self.photos = Button(photos_words(count), "images", "outline")
            self.photos.clicked.connect(self.photos_asked)
            self.body.addLayout(boxes.row(self.photos, None))
