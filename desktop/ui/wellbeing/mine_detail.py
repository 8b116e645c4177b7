"""One of one's own check-ins: what was said, who may see it, who read it, what was answered."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.talks import TalkWith
from desktop.domain.wellbeing import OwnCheckIn
from desktop.ui.kit import dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.labels import label
from desktop.ui.kit.panel import Divider, Panel
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing import talk_words
from desktop.ui.wellbeing.audience_choice import AudienceChoice
from desktop.ui.wellbeing.mine_viewmodel import MyCheckInsViewModel
from desktop.ui.wellbeing.readout import Readout
from desktop.ui.wellbeing.replies import Replies


class MyCheckInDetail(Card):
    """Changing the audience takes effect at once, and says so."""

    def __init__(self, viewmodel: MyCheckInsViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._viewmodel = viewmodel
        self._moment = Chip("", "neutral")
        self.add_header(self._moment)
        self._readout = Readout(Space.XL)
        self._quote = Panel("sunken")
        self._words = WrapLabel("", "reading")
        self._quote.add(self._words)
        self.audience = AudienceChoice()
        self.audience.offer(viewmodel.audiences, viewmodel.lead_name)
        self.audience.picked.connect(self._picked)
        self._news = Text(QCoreApplication.translate("Wellbeing", "Lectures et réponses"), "strong")
        self._none = WrapLabel("", "secondary")
        self._talk = IconLabel("calendar", "", "body")
        self._replies = Replies()
        self._lay_out()

    def show_own(self, own: OwnCheckIn, now: datetime, talk: TalkWith | None = None) -> None:
        """Show another one; `now` is in the zone to tell the times in."""
        self._talk.set_text(talk_words.told(talk, now) if talk else "")
        self._talk.setVisible(bool(self._talk.text()))
        check_in = own.check_in
        when = dates.moment(check_in.at.astimezone(now.tzinfo), now)
        self.set_title(when[:1].upper() + when[1:])
        self._moment.set_text(label(check_in.moment))
        self._readout.show_check_in(check_in)
        self._words.setText(check_in.words)
        self._quote.setVisible(bool(check_in.words))
        self.audience.set_value(check_in.audience)
        self._replies.show_all(own.readings, own.replies, now)
        self._none.setVisible(not own.readings and not own.replies)
        self._none.setText(_unread(own))

    def _lay_out(self) -> None:
        free = QCoreApplication.translate(
            "Wellbeing", "Vous pouvez changer d’avis quand vous voulez."
        )
        scroll = ScrollColumn()
        inside = (
            self._readout,
            self._quote,
            Divider(),
            Text(self.audience.accessibleName(), "strong"),
            WrapLabel(free, "secondary"),
            self.audience,
            Divider(),
            self._news,
            self._talk,
            self._none,
            self._replies,
        )
        for widget in inside:
            scroll.add(widget)
        scroll.body.addStretch(1)
        scroll.body.setContentsMargins(0, 0, Space.S, 0)
        # The chip ends where the lines under it do.
        self.header.setContentsMargins(0, 0, Space.S, 0)
        self.add(scroll, 1)

    def _picked(self, audience: object) -> None:
        own = self._viewmodel.state.current
        if audience is None and own is not None:
            # It always has an audience: taking the choice back is choosing « Personne ».
            self.audience.set_value(own.check_in.audience)
            return
        self._viewmodel.set_audience(audience)  # type: ignore[arg-type] # the options' values


def _unread(own: OwnCheckIn) -> str:
    if own.addressed_name:
        words = QCoreApplication.translate("Wellbeing", "{name} ne l’a pas encore ouvert.")
        return words.format(name=own.addressed_name)
    return QCoreApplication.translate("Wellbeing", "Personne ne l’a lu.")
