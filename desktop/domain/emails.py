"""E-mail addresses, as they may be kept."""

from desktop.domain.errors import Invalid


def normalise(text: str, field: str = "email") -> str:
    """The address in small letters. Raises Invalid, whose message never holds it."""
    from email_validator import EmailNotValidError, validate_email

    try:
        # Reserved names such as .example are for tests and the demonstration, and are fine.
        valid = validate_email(text, check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError as error:
        raise Invalid(field, "not_an_address") from error
    if "." not in valid.domain:
        raise Invalid(field, "not_an_address")
    return valid.normalized.lower()
