"""What a page may say on its media line: read strictly, so that nothing else reaches a media server."""

import json
from dataclasses import dataclass
from typing import Any, Final

from desktop.domain.errors import Invalid
from desktop.services.video.gateway.providers import Role
from desktop.services.video.gateway.providers.janus_room import SENDS

LARGEST: Final = 64 * 1024
"""Bytes of one message of a page."""
_CANDIDATE: Final = 1024
_MID: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Up:
    """What the page sends: its offer, and the kind of each line by its name."""

    sdp: str
    lines: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Down:
    """The page's answer to what it gets of somebody."""

    role: Role
    gen: int
    sdp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A way to the page; `role` None: for what it sends. `way` None: there are no more."""

    role: Role | None
    gen: int
    way: dict[str, Any] | None


def read(text: str | bytes, role: Role) -> Up | Down | Candidate | None:
    """One message of the page of `role`; None: of an unknown type, to be ignored.

    Raises Invalid for what does not fit. Fields that are not known here are left behind.
    """
    try:
        message = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Invalid("message", "no JSON") from error
    if isinstance(text, bytes) or not isinstance(message, dict):
        raise Invalid("message", "no object, or not as text")
    match message.get("type"):
        case "up":
            return Up(sdp=_text(message, "sdp", LARGEST), lines=_lines(message, role))
        case "down":
            sdp = _text(message, "sdp", LARGEST)
            return Down(role=_other(message, "from", role), gen=_number(message, "gen"), sdp=sdp)
        case "candidate":
            up = message.get("on") == "up"
            return Candidate(
                role=None if up else _other(message, "on", role),
                gen=0 if up else _number(message, "gen"),
                way=_way(message.get("candidate")),
            )
        case _:
            return None


def _lines(message: dict[str, Any], role: Role) -> dict[str, str]:
    lines = message.get("lines")
    if not isinstance(lines, dict) or not lines:
        raise Invalid("lines", "none")
    kinds = list(lines.values())
    if not all(isinstance(kind, str) and kind in SENDS[role] for kind in kinds):
        raise Invalid("lines", "not this page's")
    if len({*kinds}) != len(kinds) or not all(0 < len(mid) <= _MID for mid in lines):
        raise Invalid("lines", "not one of each")
    return {str(mid): str(kind) for mid, kind in lines.items()}


def _way(candidate: Any) -> dict[str, Any] | None:
    if candidate is None or candidate == {}:
        return None
    if not isinstance(candidate, dict):
        raise Invalid("candidate", "no object")
    text = _text(candidate, "candidate", _CANDIDATE, least=0)
    if not text:
        return None
    way: dict[str, Any] = {"candidate": text}
    if candidate.get("sdpMid") is not None:
        way["sdpMid"] = _text(candidate, "sdpMid", _MID)
    if candidate.get("sdpMLineIndex") is not None:
        way["sdpMLineIndex"] = _number(candidate, "sdpMLineIndex")
    return way


def _other(message: dict[str, Any], name: str, role: Role) -> Role:
    found = next((one for one in Role if one == message.get(name)), None)
    if found is None or found is role:
        raise Invalid(name, "nobody's")
    return found


def _text(message: dict[str, Any], name: str, most: int, *, least: int = 1) -> str:
    value = message.get(name)
    if not isinstance(value, str) or not least <= len(value) <= most:
        raise Invalid(name, "no text, or too long")
    return value


def _number(message: dict[str, Any], name: str) -> int:
    value = message.get(name)
    if type(value) is not int or not 0 <= value < 1 << 31:
        raise Invalid(name, "no number")
    return value
