"""The application as the advisor's side of a test: a process that does what it is told, or is killed."""

import contextlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.house.source import ROOT
from tests.journeys.hands import rows
from tests.video.browser import until

MOREAU = "Claire Moreau"
PATIENCE = 30.0


class Played:
    """One process over a folder; `ask` has it do something and gives what came of it."""

    def __init__(self, folder: Path, *flags: str, **environment: str) -> None:
        self.folder = folder
        self.trouble = folder / "stderr"
        with self.trouble.open("ab") as trouble:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.video.playing", str(folder), *flags],
                cwd=ROOT,
                env={**os.environ, **environment},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=trouble,
                text=True,
                start_new_session=True,
            )
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._answer()["ready"]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with contextlib.suppress(ValueError):
                self._answers.put(json.loads(line))
        self._answers.put({"error": "it is gone"})

    def _answer(self) -> dict[str, Any]:
        try:
            told = self._answers.get(timeout=PATIENCE)
        except queue.Empty:
            told = {"error": "it says nothing"}
        assert "error" not in told, (told, self.trouble.read_text(errors="replace")[-2000:])
        return told

    def ask(self, do: str, **words: Any) -> Any:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **words}) + "\n")
        self.process.stdin.flush()
        return self._answer()["it"]

    def press(self, *keys: str) -> None:
        for key in keys:
            self.ask("press", key=key)

    def state(self) -> dict[str, Any]:
        return dict(self.ask("state"))

    def until(self, seconds: float = 15, **wanted: Any) -> dict[str, Any]:
        """The first state that is so; `words` and `log` are to be among what there is."""
        seen: dict[str, Any] = {}

        def fits() -> bool:
            seen.clear()
            seen.update(self.state())
            return all(_fits(seen[name], value) for name, value in wanted.items())

        until(fits, seconds=seconds, what=str(wanted), also=lambda: json.dumps(seen, indent=1))
        return seen

    def begin(self, customer: str = MOREAU) -> str:
        """Open somebody, press the key, copy the link: what a customer opens."""
        self.until(ready=True)
        self.ask("open", customer=customer)
        self.press("F9")
        self.until(stage="inviting")
        self.press("4")  # Copy
        self.until(stage="waiting")
        return str(self.ask("link"))

    @property
    def store(self) -> Path:
        return self.folder / "default" / "demonstration.sqlite"

    def facts(self, call: str) -> list[tuple[Any, ...]]:
        """End reason, face, end and losses of what was recorded of a call."""
        query = "SELECT end_reason, face_at, ended_at, losses FROM video_calls WHERE id = ?"
        return rows(self.store, query, call)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(10)

    def quit(self) -> None:
        """As a person closes the window; what Qt says against it fails the test."""
        self.ask("quit")
        assert self.process.wait(20) == 0, self.trouble.read_text(errors="replace")[-3000:]
        said = self.trouble.read_text(errors="replace")
        for sign in ("Traceback", "Release of profile", "QObject::"):
            assert sign not in said, said[-3000:]

    def give_up(self) -> None:
        """Whatever is left of it, web engine and all: its session is its own."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)
        self._reader.join(10)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()


def _fits(found: Any, wanted: Any) -> bool:
    if isinstance(found, str | list) and isinstance(wanted, str):
        return wanted in found if isinstance(found, list) or " " in wanted else wanted == found
    return bool(found == wanted)


@dataclass
class Invited:
    """What `sides` need of a call: where it is opened."""

    customer_url: str
    advisor_url: str = ""


Play = Callable[..., Played]


@pytest.fixture
def play(tmp_path: Path, demonstration: Path) -> Iterator[Play]:
    """Starts the application over a demonstration of its own; again over the same one."""
    folder = tmp_path / "profile"
    (folder / "default").mkdir(parents=True)
    shutil.copy(demonstration, folder / "default" / "demonstration.sqlite")
    started: list[Played] = []

    def start(*flags: str, **environment: str) -> Played:
        played = Played(folder, *flags, **environment)
        started.append(played)
        return played

    yield start
    for played in started:
        played.give_up()
