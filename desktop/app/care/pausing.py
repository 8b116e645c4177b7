"""Pauses at a desk: the chip in the bar, presence, and when one is offered."""

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from desktop.app.models import Models
from desktop.app.views import Views
from desktop.domain.pauses import MINUTES, is_low
from desktop.domain.wellbeing import CheckIn
from desktop.services.pauses import Pauses
from desktop.ui.kit import dates
from desktop.ui.kit.keys import key_text
from desktop.ui.kit.toasts import Toast
from desktop.ui.shell.presence import Presence
from desktop.ui.shell.window import Window
from desktop.ui.wellbeing.pause_viewmodel import PauseViewModel

KEY = "Shift+F12"

OFFER_STAYS = 20
"""Seconds."""


class Pausing(QObject):
    """Offered after an incivility or a low check-in, never twice in a row, and never with a why."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window)
        self._window = window
        services = models.services
        pauses = Pauses(services.store, services.clock, services.changes)
        self.model = PauseViewModel(pauses, models.person, self)
        self._offer: Toast | None = None
        self._join(models, views)

    def _join(self, models: Models, views: Views) -> None:
        model, bar = self.model, self._window.topbar
        model.changed.connect(self._show)
        model.began.connect(self._begin)
        model.passed.connect(self._pass)
        model.returned.connect(self._return)
        model.offered.connect(self._propose)
        bar.pause.clicked.connect(model.come_back)
        self.destroyed.connect(lambda: bar.show_pause("") if isValid(bar) else None)
        self._window.presence_picked.connect(self._picked)
        models.check_in.saved.connect(self._look_at)
        views.forms.pause_accepted.connect(model.take)
        views.forms.pause_offered.connect(model.count_as_offered)

    def _show(self) -> None:
        model = self.model
        if model.pause is None:
            self._window.topbar.show_pause("")
            return
        left = model.seconds_left
        told = QCoreApplication.translate("Pauses", "En pause. Je reviens")
        words = QCoreApplication.translate("Pauses", "Je reviens")
        if left:
            words = f"{dates.clock(left)} · {words}"
        self._window.topbar.show_pause(words, told)

    def _begin(self) -> None:
        self._withdraw()
        self._window.presence_picked.emit(Presence.PAUSED)
        minutes = self.model.pause.minutes if self.model.pause else MINUTES
        words = QCoreApplication.translate(
            "Pauses",
            "Pause de {n} minutes. Prenez votre temps\u00a0: c’est vous qui direz quand vous revenez.",
        )
        self._window.toasts.say(words.format(n=minutes), "accent")

    def _pass(self) -> None:
        """The minutes have passed: nobody is put back to work by a clock."""
        words = QCoreApplication.translate(
            "Pauses", "Vos minutes sont passées. Revenez quand vous voudrez."
        )
        self._window.toasts.say(words, "accent", seconds=8)

    def _return(self) -> None:
        self._window.presence_picked.emit(Presence.AVAILABLE)

    def _picked(self, presence: object) -> None:
        """Who says by hand that they are back, or away, is on no pause any more."""
        if presence is not Presence.PAUSED:
            self.model.come_back()

    def _look_at(self, saved: object) -> None:
        if isinstance(saved, CheckIn) and is_low(saved):
            self.model.offer()

    def _propose(self) -> None:
        self._withdraw()
        words = QCoreApplication.translate(
            "Pauses", "Une pause de {n} minutes\u202f? Personne n’a à savoir pourquoi. ({key})"
        )
        take = QCoreApplication.translate("Pauses", "Souffler")
        text = words.format(n=MINUTES, key=key_text(KEY))
        self._offer = self._window.toasts.say(text, "accent", take, OFFER_STAYS)
        self._offer.acted.connect(self.model.take)

    def _withdraw(self) -> None:
        """What was offered is taken: the question goes."""
        if self._offer is not None and isValid(self._offer):
            self._offer.dismiss()
        self._offer = None
