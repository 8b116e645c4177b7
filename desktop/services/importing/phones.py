"""Phones as people write them, to E.164; the common French forms take no library."""

import re
from functools import lru_cache

_FRENCH = re.compile(r"(?:(?:\+|00)33(?:\(?0\)?)?|0)?([1-9]\d{8})")
_SIGNS = str.maketrans("", "", " \t\u00a0\u202f.-/")


@lru_cache(maxsize=1024)
def read_phone(written: str, country: str) -> str:
    """E.164; empty when it is no possible number of that country or of the one that it names."""
    if country == "FR":
        french = _FRENCH.fullmatch(written.translate(_SIGNS))
        if french:
            return "+33" + french[1]
    import phonenumbers

    try:
        number = phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
