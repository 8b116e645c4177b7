"""The tree of errors, cut first into what the environment did and what is a bug.

VisAVisError
|- OutsideFailed      something outside failed: say what, say what to do
|  |- StoreUnavailable    the store's file cannot be used (see Trouble)
|- Refused                what was asked cannot be done as given
   |- Incomplete          a field is missing; names it
   |- Invalid             a field does not hold what it must; names it and why
   |- Gone                the thing is no longer there (an undo came too late, for instance)
"""

from enum import StrEnum


class VisAVisError(Exception):
    """Any error that the application itself raises."""


class OutsideFailed(VisAVisError):
    """The world failed: disk, permission, another program."""


class Trouble(StrEnum):
    """What keeps a store from being used."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    DAMAGED = "damaged"
    NEWER_VERSION = "newer_version"
    NOT_A_STORE = "not_a_store"
    LOCKED = "locked"
    UNREADABLE = "unreadable"


class StoreUnavailable(OutsideFailed):
    """The store cannot be used; nothing was overwritten."""

    def __init__(self, trouble: Trouble, path: str, detail: str = "") -> None:
        super().__init__(f"{trouble}: {path} {detail}".strip())
        self.trouble = trouble
        self.path = path
        self.detail = detail


class Refused(VisAVisError):
    """What was asked cannot be done as given."""


class Incomplete(Refused):
    """A field that the rule needs is missing."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class Invalid(Refused):
    """A field holds something that the rule does not take."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}")
        self.field = field
        self.why = why


class Gone(Refused):
    """The thing is no longer there to be acted on."""
