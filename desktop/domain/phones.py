"""Phones: from any way of writing them to E.164, and back to how they are said."""

import re
from functools import lru_cache
from typing import Final

from desktop.domain.errors import Invalid

COUNTRY: Final = "FR"
"""Whose national numbers are meant where no country is written."""

LONGEST: Final = 40
"""Signs that a number handed over by another program may have."""

_FRENCH: Final = re.compile(r"(?:(?:\+|00)33(?:\(?0\)?)?|0)([1-9]\d{8})")
_BETWEEN: Final = re.compile("[\\s\u00a0\u202f.\\-/]")
_PHONE_LIKE: Final = re.compile(
    "[+(]?[0-9\\s\u00a0\u202f().\\-/]*[0-9][0-9\\s\u00a0\u202f().\\-/]*"
)
_HANDED: Final = re.compile(r"\+?[0-9][0-9 ().\-]*")
_SCHEME: Final = re.compile(r"tel:(?://)?", re.IGNORECASE)


def digits(text: str) -> str:
    """The digits 0 to 9 of a text, alone."""
    return "".join(sign for sign in text if sign in "0123456789")


def phone_like(text: str) -> bool:
    """Whether the text holds digits and nothing that is not written in phones."""
    return _PHONE_LIKE.fullmatch(text.strip()) is not None


@lru_cache(maxsize=1024)
def normalise(text: str, field: str = "phone", country: str = COUNTRY) -> str:
    """E.164 of a number written in any usual way; of `country` where none is written.

    Raises Invalid for what cannot be a number: letters, too short, too long.
    """
    french = _FRENCH.fullmatch(_BETWEEN.sub("", text))
    if french and country == COUNTRY:
        return f"+33{french[1]}"
    if not phone_like(text):
        raise Invalid(field, "characters")
    import phonenumbers

    try:
        number = phonenumbers.parse(_BETWEEN.sub("", text), country)
    except phonenumbers.NumberParseException as error:
        raise Invalid(field, "not_a_phone") from error
    if not phonenumbers.is_possible_number(number):
        raise Invalid(field, "not_a_phone")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


@lru_cache(maxsize=1024)
def national(e164: str) -> str:
    """How a number is written for people here: « 06 39 98 12 34 », « +32 470 12 34 56 »."""
    if len(e164) == 12 and e164.startswith("+33"):
        said = f"0{e164[3:]}"
        return " ".join(said[at : at + 2] for at in range(0, 10, 2))
    import phonenumbers

    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    return str(
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    ).replace("-", " ")


def beginning(text: str) -> str:
    """E.164 of the beginning of a number that is still being typed; "" where it is none.

    « 06 39 » is "+33639", « 0032 4 » is "+324", « 45 78 » may lie anywhere and is "".
    """
    text = text.strip().replace("(0)", "")
    figures = digits(text)
    if text.startswith("+"):
        return f"+{figures}"
    if figures.startswith("00"):
        return f"+{figures[2:]}"
    if figures.startswith("0"):
        return f"+33{figures[1:]}"
    return f"+{figures}" if figures.startswith("33") and len(figures) > 4 else ""


def parse_handed_over(text: str) -> str:
    """E.164 of what a softphone or a browser hands over: `+33639981234`, `tel:+33-6-39-98-12-34`.

    Strict, since anybody may call it: no parameters (`;ext=`), no letters, no escapes but the
    plus sign and the space. Raises Invalid, whose message never holds the number.
    """
    if len(text) > LONGEST:
        raise Invalid("phone", "too_long")
    bare = _SCHEME.sub("", text.strip(), count=1)
    bare = re.sub("%2b", "+", bare, flags=re.IGNORECASE).replace("%20", " ").strip()
    if not _HANDED.fullmatch(bare):
        raise Invalid("phone", "characters")
    return normalise(bare)
