"""`add-customers`: invented customers at any scale, to try and to measure."""

import asyncio
from pathlib import Path

from desktop.admin import words
from desktop.admin.screen import OK, TROUBLE, Screen
from desktop.domain.errors import StoreUnavailable
from desktop.services.clock import Clock
from desktop.services.importing.runner import BREATH_S
from desktop.services.store import importing
from desktop.services.store.local import LocalStore
from desktop.services.synthetic import customers

CHUNK = 200


def run_add(path: Path, count: int, seed: int, screen: Screen) -> int:
    """Add the first `count` customers of a seed's list; those already there stay as they are."""
    counts = {"asked": count, "added": 0, "unchanged": 0}
    told, code = "", OK
    try:
        asyncio.run(_add(path, seed, counts, screen))
    except KeyboardInterrupt:
        told, code = words.STOPPED, TROUBLE
    except StoreUnavailable as error:
        told, code = words.trouble_words(error), TROUBLE
    screen.line(f"{words.plural(counts['added'], 'client ajouté')}, {counts['unchanged']} déjà là.")
    if told:
        screen.remark(told)
    screen.result(counts | ({"error": told} if told else {}))
    return code


async def _add(path: Path, seed: int, counts: dict[str, int], screen: Screen) -> None:
    store = await LocalStore.open(path, Clock())
    asked = counts["asked"]
    try:
        with screen.progress("Clients inventés") as advance:
            for start in range(0, asked, CHUNK):
                size = min(CHUNK, asked - start)
                some = [(one.customer, one.contracts) for one in customers(size, seed, start)]
                added = await store.write(importing.add, some)
                counts["added"] += added
                counts["unchanged"] += size - added
                advance(start + size, asked)
                await store.clock.sleep(BREATH_S)
    finally:
        await store.close()
