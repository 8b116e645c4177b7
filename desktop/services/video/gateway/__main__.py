"""A gateway that stands alone: `python -m desktop.services.video.gateway --config FILE`."""

import argparse
import asyncio
import contextlib
import json
import logging
import signal
import sys
from pathlib import Path

from desktop.domain.errors import VideoFailed
from desktop.services.clock import Clock
from desktop.services.video.gateway.config import BadSettings, GatewayConfig, read
from desktop.services.video.gateway.running import Running

_log = logging.getLogger("desktop.services.video.gateway")


class JsonLines(logging.Formatter):
    """A record a line; of an exception its type alone, for its text may hold anything."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "level": record.levelname,
            "logger": record.name,
            "text": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line)


def logged() -> None:
    """Write the log to the standard output, a line a record."""
    lines = logging.StreamHandler(sys.stdout)
    lines.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[lines], force=True)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)


async def serve(config: GatewayConfig) -> None:
    """Run until a SIGTERM or a SIGINT. Raises VideoFailed where it cannot start."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl+C interrupts the run
            loop.add_signal_handler(name, stop.set)
    running = Running(config, Clock())
    await running.start()
    _log.info("listening on port %s", config.port)
    try:
        await stop.wait()
    finally:
        await running.stop()
        _log.info("stopped")


def main() -> int:
    """0: stopped as asked; 2: the configuration cannot be used; 3: it could not start."""
    parser = argparse.ArgumentParser(prog="desktop.services.video.gateway")
    parser.add_argument("--config", type=Path, required=True, metavar="FILE")
    given = parser.parse_args()
    try:
        config = read(given.config)
    except BadSettings as error:
        print(f"{error}", file=sys.stderr)  # noqa: T201 - the administrator's own terminal
        return 2
    logged()
    try:
        asyncio.run(serve(config))
    except VideoFailed as error:
        _log.error("cannot start: %s", error.code)
        return 3
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
