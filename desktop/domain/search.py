"""What a search means: how words are folded, what kind of thing was typed, which answer fits best."""

import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})


def fold(text: str) -> str:
    """Lower case, without accents or ligatures: « Lebœuf-Hélié » is "leboeuf-helie"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
