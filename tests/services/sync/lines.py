"""A line to a server that can go dead without a word, or refuse."""

import selectors
import socket
import threading


class Line:
    """Passes bytes between a local port and a server until it is told to swallow them."""

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.dead = threading.Event()
        """Connections stay open, and nothing comes through."""
        self.accepted = 0
        self._open: list[socket.socket] = []
        self._ended = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self) -> "Line":
        return self

    def __exit__(self, *_error) -> None:
        self._ended = True
        self._thread.join()
        self._listener.close()
        for one in self._open:
            one.close()

    def _serve(self) -> None:
        with selectors.DefaultSelector() as chosen:
            chosen.register(self._listener, selectors.EVENT_READ, None)
            while not self._ended:
                for key, _ in chosen.select(0.02):
                    if key.data is None:
                        self._accept(chosen)
                    elif not self.dead.is_set() and key.fileobj.fileno() >= 0:
                        self._carry(chosen, key)

    def _accept(self, chosen) -> None:
        near, _ = self._listener.accept()
        self.accepted += 1
        far = socket.create_connection(self._server)
        self._open += [near, far]
        chosen.register(near, selectors.EVENT_READ, far)
        chosen.register(far, selectors.EVENT_READ, near)

    def _carry(self, chosen, key) -> None:
        try:
            data = key.fileobj.recv(65536)
            key.data.sendall(data)
        except OSError:
            data = b""
        if not data:
            for end in (key.fileobj, key.data):
                if end.fileno() >= 0:
                    chosen.unregister(end)
                    end.close()
