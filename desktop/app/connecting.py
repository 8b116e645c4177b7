"""A connected start: somebody signs in, works over their own store, leaves; then the next one."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from desktop.app import places, zone
from desktop.app.connected import Means, Removal, connected
from desktop.app.entering import Entered
from desktop.app.gate import ServerGate
from desktop.app.known_servers import KnownServers
from desktop.config import Settings
from desktop.domain.accounts import Account
from desktop.domain.errors import StoreUnavailable
from desktop.domain.people import Person
from desktop.services.clock import Clock
from desktop.services.store.shared.certificates import as_file
from desktop.services.sync import openid
from desktop.services.sync.https_door import Tokens
from desktop.services.sync.loopback import Pages
from desktop.services.vault import Vault
from desktop.ui.kit.browser import open_browser
from desktop.ui.shell.connect_view import ConnectView
from desktop.ui.shell.connect_viewmodel import ConnectViewModel
from desktop.ui.shell.window import Window

if TYPE_CHECKING:
    from desktop.app.services import Services
    from desktop.app.welcome import Welcome

Shift = Callable[["Services", Person], Awaitable[None]]


class Connecting(QObject):
    """One shift after another, until the window closes."""

    browser_asked = Signal(str)
    """From the thread that waits for the browser's answer."""

    def __init__(self, window: Window, settings: Settings, welcome: "Welcome") -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._welcome = welcome
        self._clock = Clock(zone.here())
        folder = places.folder_of(settings)
        self._vault = vault_of(folder / "people", self._clock)
        self._servers = KnownServers(folder / "servers.json")
        self.browser_asked.connect(self._open_browser, Qt.ConnectionType.QueuedConnection)

    async def work(self, shift: Shift) -> None:
        """Until this is cancelled; whatever keeps a store from being used is shown."""
        file = self._settings.sign_in
        means = Means(language=self._settings.lang, vault=self._vault, browse=self._browse)
        while True:
            entered = await self._sign_in(file)
            file = None
            removal = Removal()
            try:
                async with connected(entered, means, removal) as services:
                    await shift(services, entered.person)
            except StoreUnavailable as trouble:
                await self._welcome.show(trouble)
            if removal.refused:
                self._window.toasts.say(_refused(), "warning", seconds=15)

    async def _sign_in(self, file: Path | None) -> Entered:
        gate = ServerGate(
            self._vault, self._servers, self._clock, self._browse, self._settings.take_over
        )
        model = ConnectViewModel(gate, self._settings.server)
        view = ConnectView(model, lambda: self._clock.now().astimezone(self._clock.zone()))
        model.setParent(view)
        entered: Entered = await self._welcome.connect_through(view, model, file)
        return entered

    def _open_browser(self, address: str) -> None:
        open_browser(address)

    async def _browse(self, account: Account) -> Tokens:
        """Sign somebody in through the system's browser."""
        browser = openid.Browser(
            open=self.browser_asked.emit, pages=Pages(done=_page(_done()), refused=_page(_no()))
        )
        certificate = as_file(account.certificate) if account.certificate else None
        return await openid.sign_in(
            account.issuer, account.client_id, browser, self._clock, certificate
        )


def vault_of(folder: Path, clock: Clock) -> Vault:
    """The vault of a profile; tests put one with a keyring of their own in its place."""
    return Vault(folder, clock)


def _page(words: str) -> str:
    return (
        '<!doctype html><meta charset="utf-8"><title>Vis-à-Vis</title>'
        '<body style="font: 16px/1.5 sans-serif; margin: 4em auto; max-width: 32em">'
        f"<p>{words}</p>"
    )


def _done() -> str:
    return QCoreApplication.translate(
        "Connect", "C’est fait. Vous pouvez fermer cette page et revenir à Vis-à-Vis."
    )


def _no() -> str:
    return QCoreApplication.translate(
        "Connect", "La connexion a été refusée. Revenez à Vis-à-Vis pour réessayer."
    )


def _refused() -> str:
    return QCoreApplication.translate(
        "Connect",
        "Vos données n’ont pas été retirées de ce poste\u00a0: un brouillon ou un fait n’est encore nulle part ailleurs.",
    )
