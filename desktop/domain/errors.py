"""The tree of errors, cut first into what the environment did and what is a bug.

VisAVisError
|- OutsideFailed      something outside failed: say what, say what to do
|  |- StoreUnavailable    the store's file cannot be used (see Trouble)
|  |- Unreachable         the server gave no answer: what was asked may have happened (see Silence)
|  |- SignInNeeded        the server, or this machine, wants somebody to sign in (see WrongSignIn)
|  |- NoPlaceForKey       this machine has nowhere to keep a store's key: nothing is kept on it
|  |- ServerTooOld, NotAllowed, InUse    a database cannot be prepared now (store/shared/install.py)
|  |- NotSent             a message did not leave, or nobody knows whether it did (see Unsent)
|  |- VideoFailed         the video gateway does not do what was asked; names its code
|  |- DatabaseUnusable, ToolFailed, NotABackup    what hinders the administrator (store/shared/)
|- SyncPaused             sync cannot go on, for a reason that no door knows (domain/sync/verdicts.py)
|- Refused                what was asked cannot be done as given
   |- Incomplete          a field is missing; names it
   |- Invalid             a field does not hold what it must; names it and why
   |- AnswerSeen          an estimate after the customer's answer could be seen
   |- Gone                the thing is no longer there (an undo came too late, for instance)
   |- RefusedByServer     the shared database does not take it; names the code
   |- WrongSecret         the password, passphrase or recovery key does not open the store
   |- NotEncrypted        a plain store cannot be connected to a shared database
   |- AlreadyThere        this machine has a store of that server and person already
   |- StillWaiting        facts wait in the outbox; says how many in each state
   |- NotPrepared, NewerDatabase         a database is not one of this version (store/shared/install.py)
   |- BadAddress, NotDone, BadKey    what the administrator gave cannot be used (store/shared/, admin/)
"""

from collections.abc import Mapping
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
    KEY_WRONG = "key_wrong"
    """The key does not open it, or its first page is damaged: nobody can tell which."""
    KEY_MISSING = "key_missing"
    """It is encrypted, and its key is not where it was kept."""


class StoreUnavailable(OutsideFailed):
    """The store cannot be used; nothing was overwritten."""

    def __init__(self, trouble: Trouble, path: str, detail: str = "") -> None:
        super().__init__(f"{trouble}: {path} {detail}".strip())
        self.trouble = trouble
        self.path = path
        self.detail = detail


class Silence(StrEnum):
    """How an answer failed to come."""

    UNKNOWN_NAME = "unknown_name"
    """The server's name means nothing on this network."""
    NO_LINE = "no_line"
    """No connection: refused, or nobody there."""
    TIMEOUT = "timeout"
    CUT = "cut"
    """The line broke after the question, or we cut it."""
    BUSY = "busy"
    """The server is there and asks to come back later."""


class Unreachable(OutsideFailed):
    """No answer came: what was asked may or may not have happened, so it is asked again."""

    def __init__(self, silence: Silence = Silence.CUT, retry_after: float | None = None) -> None:
        super().__init__(silence)
        self.silence = silence
        self.retry_after = retry_after
        """Seconds that the server asked for; None: it did not say."""


class WrongSignIn(StrEnum):
    """Why signing in failed, or has to be done again."""

    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a reason, no password
    UNKNOWN_SERVER = "unknown_server"
    NO_ANSWER = "no_answer"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    DISABLED = "disabled"
    EXPIRED_TOKEN = "expired_token"  # noqa: S105 - a reason, no token
    TOO_OLD = "too_old"
    NOT_A_SERVER = "not_a_server"
    DENIED = "denied"
    """The identity provider, or the person, said no in the browser."""
    CANCELLED = "cancelled"
    """The person gave up before an answer came."""
    BAD_ANSWER = "bad_answer"
    """What the identity provider answered does not hold: signed by another, for another, replayed."""


class SignInNeeded(OutsideFailed):
    """Nothing more can be asked until somebody signs in; all that waits is kept."""

    def __init__(self, why: WrongSignIn) -> None:
        super().__init__(why)
        self.why = why


class NoPlaceForKey(OutsideFailed):
    """No keyring on this machine, and no passphrase that is long enough was given."""

    def __init__(self, shortest: int) -> None:
        super().__init__(f"no keyring, and no passphrase of {shortest} characters")
        self.shortest = shortest
        """Characters that a passphrase needs."""


class Unsent(StrEnum):
    """Why a message did not leave."""

    NOT_CONFIGURED = "not_configured"
    NO_SECRET = "no_secret"  # noqa: S105 - a reason, no secret
    """This machine's keyring does not have what the sending service wants."""
    BAD_ADDRESS = "bad_address"
    NO_ANSWER = "no_answer"
    """It may have left: asking again with the same key sends nothing twice."""
    REFUSED = "refused"
    BUSY = "busy"
    MISREAD = "misread"
    """The service answered something that says neither yes nor no."""


class NotSent(OutsideFailed):
    """A message to a customer did not leave; `code` is what the service said, never its words."""

    def __init__(self, why: Unsent, code: str = "") -> None:
        super().__init__(f"{why} {code}".strip())
        self.why = why
        self.code = code


class VideoFailed(OutsideFailed):
    """The video gateway did not do what was asked."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        """As docs/video-protocol.md names it; `no_answer` where none came."""


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


class AnswerSeen(Refused):
    """The customer's answer was shown, or could be seen: the estimate stays as it was then."""


class Gone(Refused):
    """The thing is no longer there to be acted on."""


class RefusedByServer(Refused):
    """The shared database does not take what was asked.

    `detail` is set for the codes of our own functions only (PT4xx): the words that PostgreSQL
    chooses may quote a customer.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code = code
        self.detail = detail


class WrongSecret(Refused):
    """What was typed does not open the store; the store is as it was."""


class NotEncrypted(Refused):
    """A plain store (demonstration, or named by hand) is never connected to a shared database."""


class AlreadyThere(Refused):
    """This machine has a store of that server and person: it is to be opened, or set aside."""


class StillWaiting(Refused):
    """Facts that the shared database does not have yet would be lost."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        super().__init__(", ".join(f"{state}: {n}" for state, n in sorted(counts.items())))
        self.counts = dict(counts)
        """How many in each state of the outbox."""
