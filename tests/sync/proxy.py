"""A TCP line that misbehaves, the same way each time for a seed.

Each connection draws a fault: none, refused, late, dripping, cut after some bytes one way or the
other, or a hole that takes everything in and says nothing for 8 s.
"""

import contextlib
import socket
import struct
import threading
import time
from dataclasses import dataclass
from random import Random

HOLE = 8.0
"""Seconds that a black hole lasts."""

RESET = struct.pack("ii", 1, 0)
"""SO_LINGER that ends a connection without a word of goodbye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What befalls a connection; `after` is in bytes of the direction that it strikes."""

    kind: str = "none"
    up: bool = True
    after: int = 0


KINDS = {"none": 8, "refuse": 1, "late": 2, "drip": 1, "cut": 5, "hole": 1}
"""How often each comes."""


def fault(seed: int, rank: int) -> Fault:
    """The fault of the connection of this rank."""
    chance = Random(f"{seed}:{rank}")
    (kind,) = chance.choices(list(KINDS), list(KINDS.values()))
    # A sign-in takes some 600 bytes up and 1,000 down: most cuts come in the middle of work.
    return Fault(kind=kind, up=chance.random() < 0.5, after=int(80 * 200 ** chance.random()))


class FaultyProxy:
    """Listens on `port`; `calm` stops new faults, `on` false refuses and cuts everything."""

    def __init__(self, host: str, port: int, seed: int, *, calm: bool = False) -> None:
        self._target, self._seed, self.calm = (host, port), seed, calm
        self.on, self.met = True, dict.fromkeys(KINDS, 0)
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def cut(self) -> None:
        """End all connections at once, as a pulled cable that the system notices."""
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                one.shutdown(socket.SHUT_RDWR)

    def turn(self, *, on: bool) -> None:
        """Take the line down, or bring it back."""
        self.on = on
        if not on:
            self.cut()

    def close(self) -> None:
        """Stop listening, and end what is open."""
        self.on = False
        with contextlib.suppress(OSError):  # wakes the thread that accepts
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def _serve(self) -> None:
        rank = 0
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            struck = Fault() if self.calm else fault(self._seed, rank)
            rank += 1
            if self.on and struck.kind != "refuse":
                threading.Thread(target=self._carry, args=(near, struck), daemon=True).start()
            else:
                near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                near.close()
            self.met[struck.kind] += 1

    def _carry(self, near: socket.socket, struck: Fault) -> None:
        with near, contextlib.suppress(OSError):
            far = socket.create_connection(self._target)
            self._open |= {near, far}
            down = threading.Thread(target=self._pass, args=(far, near, struck, False), daemon=True)
            down.start()
            self._pass(near, far, struck, True)
            down.join()
            self._open -= {near, far}
            far.close()

    def _pass(self, source: socket.socket, sink: socket.socket, struck: Fault, up: bool) -> None:
        passed, strikes = 0, struck.up == up
        with contextlib.suppress(OSError):
            while data := source.recv(64 if struck.kind == "drip" else 65536):
                if struck.kind in ("late", "drip"):
                    time.sleep(0.02 if struck.kind == "late" else 0.002)
                if strikes and struck.kind in ("cut", "hole") and passed + len(data) > struck.after:
                    sink.sendall(data[: struck.after - passed] if passed < struck.after else b"")
                    time.sleep(HOLE if struck.kind == "hole" else 0)
                    break
                sink.sendall(data)
                passed += len(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
