"""A guide's words in which variables stand as what they are filled with: « ‹Prénom du client› »."""

import re

from desktop.domain.wording import Variable
from desktop.ui.authoring.editor.variables import variable_words

_MARK = re.compile(r"\{\{\s*([^{}|]*?)\s*(?:\|[^{}]*)?\}\}")


def readable(text: str) -> str:
    """The text with each known variable in words; another one stays as it is written."""
    return _MARK.sub(_words, text)


def _words(match: re.Match[str]) -> str:
    try:
        variable = Variable(match[1])
    except ValueError:
        return match[0]
    return f"‹{variable_words(variable)}›"
