"""Screen pop: a number handed over by the telephone opens the customer, a list, or a new file."""

import asyncio

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from desktop.app.models import Models
from desktop.app.pages import CUSTOMER
from desktop.app.views import Views
from desktop.domain.errors import Invalid, OutsideFailed, Refused
from desktop.domain.newcomers import prefill
from desktop.domain.phones import national, parse_handed_over
from desktop.ui.kit import tasks
from desktop.ui.shell.window import Window

PATIENCE = 3.0
"""Seconds that a ringing phone waits for the server."""


class ScreenPop(QObject):
    """Takes numbers as they come; what is no number is said, and never shown again."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._views = views

    def open(self, text: str) -> None:
        """Open whoever has this number; an empty text only brings the window to the front."""
        if not text:
            return
        try:
            number = parse_handed_over(text)
        except Invalid:
            self._window.toasts.say(
                QCoreApplication.translate(
                    "ScreenPop", "Le téléphone a transmis un numéro qui ne se lit pas."
                ),
                "warning",
            )
            return
        tasks.run(self._open(number), self)

    async def _open(self, number: str) -> None:
        matches = await self._models.services.search.by_phone(number)
        if len(matches) == 1:
            if matches[0].customer_id != self._models.customers.state.current:
                _stop_typing()
            self._models.customers.open(matches[0].customer_id)
            self._window.show_page(CUSTOMER)
        elif matches:
            self._models.search.show_matches(matches)
            self._views.search.take_focus()
        elif not await self._open_from_afar(number):
            self._views.create(prefill(national(number)))

    async def _open_from_afar(self, number: str) -> bool:
        """Whether the server knows somebody at this number whom this machine does not hold.

        The phone rings: an answer that does not come soon is not waited for.
        """
        shared = self._models.services.shared
        if shared is None:
            return False
        try:
            found = await asyncio.wait_for(shared.beyond.find(national(number)), PATIENCE)
        except (TimeoutError, asyncio.CancelledError, OutsideFailed, Refused):
            return False
        exact = tuple(match for match in found if _same(match.phone, number))
        if exact:
            self._models.search.show_matches(exact)
            self._views.search.take_focus()
        if len(exact) == 1:
            self._models.search.pick(0)
        return bool(exact)


def _same(shown: str, number: str) -> bool:
    """Whether a number as people read it is this one."""
    try:
        return parse_handed_over(shown) == number
    except Invalid:
        return False


def _stop_typing() -> None:
    """Nobody asked for this customer by hand: a word under way must not run on in their file."""
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
