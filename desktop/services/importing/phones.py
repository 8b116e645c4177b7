"""Phones as a table writes them, to E.164, in the country that its mapping tells."""

from functools import lru_cache

from desktop.domain.errors import Invalid
from desktop.domain.phones import COUNTRY, normalise


def read_phone(written: str, country: str) -> str:
    """E.164; empty when it is no possible number of that country or of the one that it names."""
    return _here(written) if country == COUNTRY else _abroad(written, country)


def _here(written: str) -> str:
    try:
        return normalise(written)
    except Invalid:
        return ""


@lru_cache(maxsize=1024)
def _abroad(written: str, country: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
