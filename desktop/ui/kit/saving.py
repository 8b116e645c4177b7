"""How what is being written stands on the disk."""

from enum import StrEnum


class Saving(StrEnum):
    """How a draft stands on the disk."""

    UNTOUCHED = "untouched"
    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
