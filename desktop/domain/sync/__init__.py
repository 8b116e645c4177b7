"""Sync: what people are told of it, and the engine's brain."""

from desktop.domain.sync.status import PauseReason, Phase, SyncStatus

__all__ = ["PauseReason", "Phase", "SyncStatus"]
