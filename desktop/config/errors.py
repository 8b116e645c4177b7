"""What is wrong with a setting, and where it stands."""


class BadSettings(Exception):
    """A setting cannot be read; says where and why."""

    def __init__(self, where: str, why: str, value: str = "") -> None:
        super().__init__(f"{where}: {why} {value}".strip())
        self.where = where
        self.why = why
        self.value = value
