"""People's names, as colleagues say them."""


def short_name(name: str) -> str:
    """« Sonia K. »: enough among colleagues."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest[:1]}." if rest else first
