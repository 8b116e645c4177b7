"""Keyrings for tests: one that keeps, and the ways in which real ones fail."""


class FakeRing:
    """Keeps entries in memory."""

    priority = 5

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


class FakeLockedRing(FakeRing):
    """Somebody said no when asked to unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("locked")

    def delete_password(self, service: str, username: str) -> None:
        raise RuntimeError("locked")


class FakeForgetfulRing(FakeRing):
    """Takes everything, and keeps nothing, as keyring's null backend does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class FakeStubbornRing(FakeRing):
    """From some moment on full, or with room for short entries only, which it does not say."""

    full = cutting = False

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.full:
            raise RuntimeError("full")
        super().set_password(service, username, password[:40] if self.cutting else password)
