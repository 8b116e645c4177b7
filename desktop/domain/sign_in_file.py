"""The file that the administrator hands to a person: where to sign in, and under which name."""

import json
import tomllib
from dataclasses import asdict, dataclass
from urllib.parse import quote

from desktop.domain.errors import Invalid

REQUIRED = ("server", "database", "name")
OF_SECOND_DOOR = ("api", "issuer", "client_id")
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
    recovery_key: str = ""
    """The organisation's public key in PEM, which a desk's key is wrapped for."""
    api: str = ""
    """`https://desk.example/api`: the second door, in the place of `server` and `database`."""
    issuer: str = ""
    """Address of the OpenID provider of the second door."""
    client_id: str = ""
    """Name of this application at that provider."""

    @property
    def url(self) -> str:
        """The database's address, without a password; that of the second door where it is meant."""
        if self.api:
            return self.api
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
    for name in OF_SECOND_DOOR if fields["api"] else REQUIRED:
        if not fields[name]:
            raise Invalid(name, "missing")
    if fields["sslmode"] not in MODES:
        raise Invalid("sslmode", "wrong_value")
    if any(sign in fields["server"] for sign in "/@?# "):
        raise Invalid("server", "wrong_value")
    return SignInFile(**fields)
