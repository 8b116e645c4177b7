"""What both doors to the shared database look like from within."""

from typing import Any, Protocol


class SyncTransport(Protocol):
    """A door: calls the functions of docs/protocol.md. Synchronous, for the sync thread.

    It connects at the first call and after `close` connects again at the next one.
    """

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        """The function's answer; parameters by name.

        Raises Unreachable (what was asked may have happened), SignInNeeded, Gone, RefusedByServer.
        """

    def close(self) -> None:
        """End the connection; asking again does nothing."""

    def interrupt(self) -> None:
        """Cut a call that is under way, which then raises Unreachable. From any thread."""

    def probe(self) -> bool:
        """Whether the server's port can be reached: much cheaper than a call."""
