"""The log: rotating JSON lines that name what failed and where, never what it was about."""

import json
import logging
import re
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

SIZE, KEPT = 1_000_000, 3

_HIDDEN = (
    (re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), "<e-mail>"),
    (re.compile(r"[+(]?\d(?:[\s\u00a0\u202f./()-]*\d){5,}"), "<number>"),
)


def redacted(text: str) -> str:
    """The text without e-mail addresses and without runs of six digits or more."""
    for pattern, word in _HIDDEN:
        text = pattern.sub(word, text)
    return text


class JsonLines(logging.Formatter):
    """A record a line; of an exception only its type and frames, for its text may hold data."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "level": record.levelname,
            "logger": record.name,
            "text": redacted(record.getMessage()),
        }
        if record.exc_info and record.exc_info[0] is not None:
            frames = traceback.extract_tb(record.exc_info[2])
            line["error"] = record.exc_info[0].__name__
            line["frames"] = " < ".join(
                f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
                for frame in reversed(frames)
            )
        return json.dumps(line, ensure_ascii=False)


def start(folder: Path) -> None:
    """Log to `folder`; where it cannot be written there is no log, and no failure."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lines = RotatingFileHandler(
            folder / "vis-a-vis.log", maxBytes=SIZE, backupCount=KEPT, encoding="utf-8"
        )
    except OSError:
        return
    lines.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(lines)
    root.setLevel(logging.INFO)
    logging.getLogger("qasync").setLevel(logging.WARNING)
    logging.getLogger("asyncio").setLevel(logging.WARNING)


def place() -> str:
    """Where the log is; empty where there is none."""
    files = (
        one.baseFilename
        for one in logging.getLogger().handlers
        if isinstance(one, RotatingFileHandler)
    )
    return next(files, "")


def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log what nobody caught; to be `sys.excepthook`, so that its words are printed nowhere."""
    logging.getLogger(__name__).critical("unexpected", exc_info=(kind, error, trace))
