"""Signing in again while at work: the engine and the searches go on through new doors, the screens stay."""

from contextlib import suppress

from PySide6.QtCore import QObject

from desktop.app.entering import Entered
from desktop.app.models import Models
from desktop.app.services import Shared
from desktop.domain.errors import (
    Invalid,
    NoPlaceForKey,
    OutsideFailed,
    SignInNeeded,
    StoreUnavailable,
    WrongSecret,
)
from desktop.services.sync import signing_in
from desktop.services.sync.https_door import GivenToken
from desktop.services.sync.signing_in import Secret, SignedIn
from desktop.ui.kit import tasks
from desktop.ui.shell.connect_state import Hindrance
from desktop.ui.shell.connect_words import host_of, sentence
from desktop.ui.shell.reconnect import Reconnect
from desktop.ui.shell.window import Window


class Reconnecting(QObject):
    """Opens the overlay when a pause asks for it."""

    def __init__(self, window: Window, models: Models, shared: Shared) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._shared = shared
        self.overlay: Reconnect | None = None
        models.sync.sign_in_asked.connect(self.ask)

    def ask(self) -> None:
        """Ask for the password again, or open the browser again."""
        account = self._shared.entered.account
        if self.overlay is None:
            browser = bool(account.in_browser and account.issuer)
            self.overlay = Reconnect(
                self._window, self._models.person.name, host_of(account.server), browser=browser
            )
            self.overlay.given.connect(lambda typed: tasks.run(self._sign_in(typed), self))
        self.overlay.secret.clear()
        self.overlay.open()

    async def _sign_in(self, typed: str) -> None:
        entered = self._shared.entered
        try:
            signed = await signing_in.sign_in(
                entered.account, await self._secret(entered, typed), self._models.services.clock
            )
        except SignInNeeded as error:
            self._complain(Hindrance(error.why.value))
            return
        except (OutsideFailed, Invalid):
            self._complain(Hindrance.NO_ANSWER)
            return
        if signed.person.id != self._models.person.id:
            self._complain(Hindrance.WRONG_PASSWORD)
            return
        await self._go_on(entered, signed, typed)

    async def _secret(self, entered: Entered, typed: str) -> Secret:
        account = entered.account
        if not account.in_browser:
            return typed
        if not account.issuer:
            return GivenToken(typed)
        tokens: Secret = await self._shared.browse(account)
        return tokens

    async def _go_on(self, entered: Entered, signed: SignedIn, typed: str) -> None:
        if not entered.account.in_browser:
            # The store opens by the password that is in force, as soon as it is known here.
            with suppress(WrongSecret, NoPlaceForKey, StoreUnavailable, SignInNeeded):
                await self._shared.rewrap(typed)
        await self._shared.go_on(signed.door)
        if self.overlay is not None:
            self.overlay.set_busy(busy=False)
            self.overlay.dismiss()

    def _complain(self, why: Hindrance) -> None:
        if self.overlay is not None:
            self.overlay.complain(sentence(why, self._shared.entered.account.server))
