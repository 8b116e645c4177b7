"""Signing in at a shared database: asks the gate, and shows how far that is."""

from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.ui.kit import tasks
from desktop.ui.shell.connect_state import (
    SHORTEST,
    Account,
    ConnectState,
    Gate,
    Given,
    Hindered,
    Hindrance,
    KeyLost,
    MustChange,
    Phase,
    lacking,
    phrase_lacks,
)


class ConnectViewModel(QObject):
    """`signed_in` gives what the gate answered; every other ending is in the state."""

    changed = Signal()
    signed_in = Signal(object)
    filled = Signal(object)
    """A Given, out of the administrator's file: for the fields."""

    def __init__(
        self, gate: Gate, server: str = "", sign_in: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._gate = gate
        self._latest = tasks.Latest(self)
        self._given = Given(server=server, sign_in=sign_in)
        self._back = Phase.FORM
        self.state = ConnectState(server=server, sign_in=sign_in)

    def load(self, file: Path | None = None) -> None:
        """Read the accounts of this machine, and the administrator's file if one was named."""
        tasks.run(self._load(file), self)

    def choose(self, account: Account | None) -> None:
        """Take an account of this machine, or with None somebody else."""
        known = account or Account(key="", server=self.state.server, sign_in="")
        self._set(
            chosen=account,
            server=known.server,
            sign_in=known.sign_in,
            browser=known.browser,
            hindrance=None,
            read_at=None,
        )

    def set_server(self, server: str) -> None:
        """Take another server's address."""
        self._set(server=server.strip(), browser=False, hindrance=None, read_at=None)

    def sign_in(self, given: Given) -> None:
        """Sign in with what was typed; what lacks is said before anybody is asked."""
        lack = lacking(self.state, given)
        if lack is not None:
            self._set(hindrance=lack, read_at=None)
            return
        self._given = given
        self._go(self._gate.sign_in(given), Phase.CONNECTING)

    def in_browser(self, given: Given) -> None:
        """Sign in through the system's browser."""
        if not given.server:
            self._set(hindrance=Hindrance.SERVER_MISSING)
        elif phrase_lacks(self.state, given):
            self._set(hindrance=Hindrance.PASSPHRASE_MISSING)
        else:
            self._given = given
            self._go(self._gate.in_browser(given), Phase.BROWSER)

    def offline(self, given: Given) -> None:
        """Work with what is on this machine."""
        self._given = given
        self._go(self._gate.offline(given), Phase.CONNECTING)

    def change_password(self, new: str, again: str) -> None:
        """Choose the password that takes the place of the one for one time."""
        if len(new) < SHORTEST:
            self._set(hindrance=Hindrance.TOO_SHORT)
        elif new != again:
            self._set(hindrance=Hindrance.NOT_THE_SAME)
        else:
            self._go(self._gate.change_password(self._given, new), None)

    def unlock(self, old: str) -> None:
        """Open the data with what opened it before."""
        if old:
            self._go(self._gate.unlock(self._given, old), None)
        else:
            self._set(hindrance=Hindrance.PASSPHRASE_MISSING)

    def recover(self, code: str) -> None:
        """Open the data by the code that the administrator recovered."""
        if code.strip():
            self._go(self._gate.recover(self._given, code), None)
        else:
            self._set(hindrance=Hindrance.BAD_CODE)

    def set_aside(self) -> None:
        """Keep the unreadable copy apart, and begin anew."""
        self._go(self._gate.set_aside(self._given), None)

    def read_file(self, path: Path) -> None:
        """Fill the form from the administrator's file."""
        tasks.run(self._read(path), self)

    def cancel(self) -> None:
        """Give up what is under way, and go back to the form."""
        self._latest.cancel()
        self._set(phase=Phase.FORM, busy=False, hindrance=None)

    def _go(self, asked: Coroutine[Any, Any, object], phase: Phase | None) -> None:
        self._back = self.state.phase
        self._set(phase=phase or self.state.phase, busy=True, hindrance=None, read_at=None)
        self._latest.run(self._await(asked))

    async def _await(self, asked: Coroutine[Any, Any, object]) -> None:
        back = Phase.FORM if self._back in (Phase.CONNECTING, Phase.BROWSER) else self._back
        try:
            signed = await asked
        except MustChange:
            self._set(phase=Phase.NEW_PASSWORD, busy=False)
        except KeyLost:
            self._set(phase=Phase.KEY, busy=False)
        except Hindered as error:
            self._set(phase=back, busy=False, hindrance=error.why, read_at=error.read_at)
        except Exception:
            self._set(phase=back, busy=False, hindrance=Hindrance.OTHER)
            raise
        else:
            self.signed_in.emit(signed)

    async def _load(self, file: Path | None) -> None:
        keyring = await self._gate.has_keyring()
        accounts = tuple(await self._gate.accounts())
        self._set(accounts=accounts, keyring=keyring, loaded=True)
        if file is not None:
            await self._read(file)
        elif accounts and not self.state.sign_in:
            self.choose(accounts[0])

    async def _read(self, path: Path) -> None:
        try:
            given = await self._gate.read_file(path)
        except Hindered as error:
            self._set(hindrance=error.why)
            return
        self._set(
            chosen=None,
            server=given.server,
            sign_in=given.sign_in,
            browser=given.browser,
            hindrance=None,
        )
        self.filled.emit(given)

    def _set(self, **known: Any) -> None:
        before, self.state = self.state, replace(self.state, **known)
        # The same hindrance twice is said twice: the focus goes back to what is to be mended.
        if before != self.state or known.get("hindrance") is not None:
            self.changed.emit()
