"""What a command shows: progress and remarks on stderr, its result on stdout, JSON when asked."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

OK, TROUBLE, USAGE = 0, 1, 2
"""Exit codes."""

Advance = Callable[[int, int | None], None]


class Screen:
    """Words for a person, or one object for a program."""

    answered: ClassVar[bool] = False
    """Whether a program has been told a result in this process."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json

    def remark(self, words: str) -> None:
        """Something by the way, on stderr."""
        sys.stderr.write(words + "\n")
        sys.stderr.flush()

    def line(self, words: str) -> None:
        """A line of the result for a person; nothing when a program reads."""
        if not self._as_json:
            sys.stdout.write(words + "\n")

    def result(self, told: dict[str, Any]) -> None:
        """The result for a program, on the last line of stdout."""
        if self._as_json:
            Screen.answered = True
            sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
            sys.stdout.flush()

    @contextmanager
    def progress(self, words: str) -> Iterator[Advance]:
        """A bar on stderr while the block runs; none where stderr is no terminal."""
        if not sys.stderr.isatty():
            yield lambda _done, _total: None
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task(words, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
