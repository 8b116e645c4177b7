"""A sending service on loopback that behaves as badly as it is told, and counts what it sent."""

import contextlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Turn = tuple[int, Any] | str
"""A status with a body, or: hang, cut, sent_then_cut, late, twice, nonsense."""
YES = {"messages": [{"status": "queued"}]}


class FakeService:
    """Takes one message a key; each question is met by the next turn, then by the last one again."""

    def __init__(self, turns: list[Turn], headers: dict[str, str]) -> None:
        self.turns = turns
        self.headers = headers
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        self.sent: dict[str, bytes] = {}
        self.over = threading.Event()
        self.url = ""

    def next(self) -> Turn:
        return self.turns.pop(0) if len(self.turns) > 1 else self.turns[0]

    @property
    def bodies(self) -> list[Any]:
        return [json.loads(body) for *_, body in self.asked]

    @property
    def keys(self) -> list[str]:
        return [headers["idempotency-key"] for _, _, headers, _ in self.asked]


class _Visit(BaseHTTPRequestHandler):
    server: "_Server"
    protocol_version = "HTTP/1.1"

    def _serve(self) -> None:
        told = self.server.service
        body = self.rfile.read(int(self.headers["content-length"] or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        told.asked.append((self.command, self.path, headers, body))
        turn = told.next()
        key = headers.get("idempotency-key", "")
        if turn not in ("hang", "cut") and turn[0] in ("s", "l", "t", "n", 200):
            told.sent.setdefault(key, body)
        if turn in ("hang", "late"):
            told.over.wait(20 if turn == "hang" else 0.9)
        if turn in ("hang", "cut", "sent_then_cut"):
            self.close_connection = True
            return
        answers = {"nonsense": (200, "<html>oui</html>"), "late": (200, YES), "twice": (200, YES)}
        status, answer = answers[turn] if isinstance(turn, str) else turn
        for _ in range(2 if turn == "twice" else 1):
            self._answer(status, answer)

    def _answer(self, status: int, answer: Any) -> None:
        told = self.server.service
        content = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        self.send_response(status)
        for name, value in told.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(content)

    do_POST = do_PUT = do_GET = _serve

    def log_message(self, *_words: Any) -> None:
        """Nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    service: FakeService


@contextmanager
def serving(*turns: Turn, headers: dict[str, str] | None = None) -> Iterator[FakeService]:
    """A service on a free port."""
    server = _Server(("127.0.0.1", 0), _Visit)
    service = server.service = FakeService(list(turns), headers or {})
    service.url = f"http://127.0.0.1:{server.server_port}/send"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
