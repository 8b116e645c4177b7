"""Names the system's library that Qt misses, instead of letting Qt abort."""

import ctypes
import os
import re
import sys

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_PACKAGES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Debian 12's package for each library that a window needs beyond the offscreen ones."""


def absent(names: dict[str, str]) -> dict[str, str]:
    """Those of the libraries that cannot be loaded, with their packages."""
    found = {}
    for library, package in names.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            found[library] = package
    return found


def missing(platform: str) -> dict[str, str]:
    """What Qt will miss for this platform ("offscreen", "xcb", …); empty where all is there."""
    if not sys.platform.startswith("linux"):
        return {}
    names = PACKAGES | WINDOW_PACKAGES if platform == "xcb" else PACKAGES
    return absent(names)


def platform_asked() -> str:
    """The Qt platform that will be used; empty where there is no display and none was named."""
    named = os.environ.get("QT_QPA_PLATFORM", "")
    if named:
        return re.split("[:;]", named)[0]
    if not sys.platform.startswith("linux"):
        return "native"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else ""


def complaint(lacking: dict[str, str]) -> str:
    """What to tell somebody whose system lacks these."""
    packages = " ".join(sorted(set(lacking.values())))
    return (
        f"Qt a besoin de bibliothèques absentes de ce système : {', '.join(sorted(lacking))}.\n"
        f"Sur Debian ou Ubuntu :\n    sudo apt-get install --no-install-recommends {packages}"
    )
