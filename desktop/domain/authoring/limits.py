"""How long each part of a guide may be: the same for what a lead types and for what a file holds."""

import re
from typing import Final

ID: Final = r"^[a-z][a-z0-9_-]{0,39}$"
"""What an id looks like: of a guide, a step, a question, a check, a reaction, a suggestion."""

LINE: Final = 160
TEXT: Final = 900
SCRIPT_TITLE: Final = 60
STEP_TITLE: Final = 24
CHAIN: Final = 64

REASONS: Final = 9
STEPS: Final = 12
QUESTIONS: Final = 6
CHECKS: Final = 6
REACTIONS: Final = 9
"""As many as there are digits to pick them by."""
SUGGESTIONS: Final = 6

_ID: Final = re.compile(ID)


def is_id(text: str) -> bool:
    """Whether `text` may be an id."""
    return _ID.match(text) is not None and not text.endswith("\n")
