"""Whether a video call can be begun, and why not: known before the key is pressed."""

from dataclasses import dataclass
from enum import StrEnum


class Unready(StrEnum):
    """Why a gateway cannot be used, or not by everybody."""

    NOT_CONFIGURED = "not_configured"
    """No gateway was named, and the one inside may be reached from this machine alone."""
    CHECKING = "checking"
    """Nobody has answered yet."""
    NO_ANSWER = "no_answer"
    KEY_REFUSED = "key_refused"
    """The gateway does not know this key, or there is none."""
    CERTIFICATE_MISSING = "certificate_missing"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    CERTIFICATE_NAME = "certificate_name"
    """The certificate is for another name than the one that is configured."""
    PORT_TAKEN = "port_taken"
    RELAY_DOWN = "relay_down"
    """TURN does not answer: calls begin, and may fail where a direct way does not exist."""
    MEDIA_SERVER_DOWN = "media_server_down"
    TOO_OLD = "too_old"
    """The gateway speaks an older or a newer protocol."""
    NOT_A_GATEWAY = "not_a_gateway"


class Where(StrEnum):
    """Which gateway is used."""

    INSIDE = "inside"
    """In this application, on a name of the company's, for customers on the branch's network."""
    HERE = "here"
    """In this application, on loopback: the demonstration and nobody else."""
    COMPANY = "company"
    """The company's, that stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What the last look at the gateway found."""

    where: Where | None = None
    why: Unready | None = Unready.CHECKING
    """Why no call can be begun; None: one can."""
    warning: Unready | None = None
    """What is amiss although calls can be begun; also why the gateway inside is not the one used."""
    public: str = ""
    """Address that customers' links begin with."""
    provider: str = ""
    third: bool = False
    """Whether a colleague can join."""

    @property
    def ok(self) -> bool:
        """Whether a call can be begun."""
        return self.why is None
