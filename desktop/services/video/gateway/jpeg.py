"""Width and height of a JPEG, read off its headers without decoding anything."""

from typing import Final

_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what browsers make and read."""
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers that no length follows."""
_SEGMENTS: Final = 100
"""Looked at before the picture; a camera writes some ten."""


def size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None: it does not begin as a JPEG, or hides them."""
    if not content.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    for _ in range(_SEGMENTS):
        marker, at = _marker(content, at)
        if marker is None:
            return None
        if marker in _ALONE:
            continue
        length = int.from_bytes(content[at : at + 2], "big")
        if length < 2 or at + length > len(content):
            return None
        if marker in _FRAMES:
            return _frame(content[at + 2 : at + length])
        if marker in {0xD9, 0xDA}:  # its end, or the picture before any frame
            return None
        at += length
    return None


def _marker(content: bytes, at: int) -> tuple[int | None, int]:
    """The marker at a place, and the place after it; fill bytes before it count for nothing."""
    if content[at : at + 1] != b"\xff":
        return None, at
    end = at
    while content[end : end + 1] == b"\xff":
        end += 1
        if end - at > 16:
            return None, at
    if end >= len(content):
        return None, at
    return content[end], end + 1


def _frame(segment: bytes) -> tuple[int, int] | None:
    """Of a frame's header: precision, height, width, components."""
    if len(segment) < 6 or segment[0] != 8 or segment[5] not in {1, 3}:
        return None
    height = int.from_bytes(segment[1:3], "big")
    width = int.from_bytes(segment[3:5], "big")
    return (width, height) if width and height else None
