"""`check`: whether a store is sound, what it holds, and of which version it is."""

import asyncio
from dataclasses import asdict
from pathlib import Path

from desktop.admin import words
from desktop.admin.screen import OK, TROUBLE, Screen
from desktop.domain.errors import StoreUnavailable
from desktop.services.clock import Clock
from desktop.services.store import checking
from desktop.services.store.checking import Finding, Level
from desktop.services.store.local import LocalStore


def run_check(path: Path, screen: Screen) -> int:
    """Look a store over; answers the exit code."""
    if not path.exists():
        return _unusable(f"{path}\u00a0: la base n’existe pas.", screen)
    try:
        findings = asyncio.run(_findings(path))
    except StoreUnavailable as error:
        return _unusable(words.trouble_words(error), screen)
    sound = all(finding.level is not Level.FAIL for finding in findings)
    for finding in findings:
        screen.line(f"{words.MARKS[finding.level]:>7}  {finding.name}  {finding.detail}".rstrip())
    screen.line(words.SOUND if sound else words.UNSOUND)
    screen.result({"ok": sound, "findings": [asdict(finding) for finding in findings]})
    return OK if sound else TROUBLE


async def _findings(path: Path) -> tuple[Finding, ...]:
    store = await LocalStore.open(path, Clock())
    try:
        found = await store.read(checking.check)
        return found + await store.write(checking.check_indexes)
    finally:
        await store.close()


def _unusable(told: str, screen: Screen) -> int:
    screen.remark(told)
    finding = Finding(name="store", level=Level.FAIL, detail=told)
    screen.result({"ok": False, "findings": [asdict(finding)]})
    return TROUBLE
