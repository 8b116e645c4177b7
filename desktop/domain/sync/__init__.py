"""Sync: what people are told of it, what answers mean, and the engine's brain."""

from desktop.domain.sync.status import PauseReason, Phase, SyncStatus

__all__ = ["PauseReason", "Phase", "SyncStatus"]
