"""What this machine was told of servers: certificate, who recognises people, the recovery key."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from desktop.domain.accounts import Account
from desktop.domain.sign_in_file import SignInFile
from desktop.services import files
from desktop.services.vault.accounts import without_password


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the administrator's file says of a server, beside its address; nothing secret."""

    certificate: str = ""
    issuer: str = ""
    client_id: str = ""
    recovery_key: str = ""

    @property
    def recovery_pem(self) -> bytes | None:
        """The organisation's public key, which a new store's key is wrapped for."""
        return self.recovery_key.encode() if self.recovery_key else None

    @property
    def browser(self) -> bool:
        """Whether somebody is known who recognises people in the browser."""
        return bool(self.issuer and self.client_id)


class KnownServers:
    """A file of the profile; where it cannot be read nothing is known, and that is no failure."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._told = _read(path)

    def about(self, server: str) -> Told:
        """What is known of a server."""
        return self._told.get(without_password(server), Told())

    def learn(self, file: SignInFile) -> None:
        """Take what the administrator's file says; it is written down at the first sign-in."""
        known = {name: getattr(file, name, "") for name in asdict(Told())}
        self._told[without_password(file.url)] = replace(Told(), **known)

    def account(self, server: str, name: str) -> Account:
        """The account to sign in with."""
        told = self.about(server)
        return Account(
            server=server,
            name=name.strip().lower(),
            certificate=told.certificate,
            issuer=told.issuer,
            client_id=told.client_id,
        )

    def keep(self) -> None:
        """Write down what was learned. Raises OSError."""
        told = {server: asdict(one) for server, one in self._told.items()}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with files.written(self._path) as file:
            file.write(json.dumps(told, ensure_ascii=False, indent=1).encode())


def _read(path: Path) -> dict[str, Told]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {str(server): Told(**one) for server, one in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
