"""The file that the administrator hands to a person: where to sign in, and under which name."""

import json
import tomllib
from dataclasses import asdict, dataclass
from urllib.parse import quote

from desktop.domain.errors import Invalid

REQUIRED = ("server", "database", "name")
MODES = ("", "disable", "allow", "prefer", "require", "verify-ca", "verify-full")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInFile:
    """What a sign-in file says; the password only where the administrator chose so."""

    server: str
    """`base.example:5432`, as in a URL."""
    database: str
    name: str
    """The name to sign in under, without the database's prefix."""
    certificate: str = ""
    """The authority's certificate in PEM, where the system's own are not to be used."""
    sslmode: str = ""
    """Only where the administrator wrote one: all else is verify-full."""
    password: str = ""

    @property
    def url(self) -> str:
        """The database's address, without a password."""
        mode = f"?sslmode={self.sslmode}" if self.sslmode else ""
        return f"postgresql://{self.server}/{quote(self.database, safe='')}{mode}"


def written(file: SignInFile) -> str:
    """The file as TOML; empty fields are left out."""
    # A JSON string is a TOML basic string, but for DEL, which no field holds.
    lines = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}"
        for name, value in asdict(file).items()
        if value
    ]
    return "\n".join(lines) + "\n"


def read(text: str) -> SignInFile:
    """The file's content. Raises Invalid, naming the field; unknown fields are left aside."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise Invalid("file", "not_toml") from None
    fields = {}
    for name in SignInFile.__dataclass_fields__:
        value = told.get(name, "")
        if not isinstance(value, str):
            raise Invalid(name, "not_text")
        fields[name] = value.strip()
        if name in REQUIRED and not fields[name]:
            raise Invalid(name, "missing")
    if fields["sslmode"] not in MODES:
        raise Invalid("sslmode", "wrong_value")
    if any(sign in fields["server"] for sign in "/@?# "):
        raise Invalid("server", "wrong_value")
    return SignInFile(**fields)
