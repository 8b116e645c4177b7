"""Loads modules beside the window: an import in Qt's thread would hold it still, often for many frames."""

import asyncio
import importlib


async def loaded(*names: str) -> None:
    """Return once these modules are there; who asks at the same time waits for the same loading."""
    for name in names:
        await asyncio.to_thread(importlib.import_module, name)
