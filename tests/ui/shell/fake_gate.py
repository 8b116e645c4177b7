"""A gate that answers what it was told to, and two accounts of this machine."""

import asyncio
from datetime import UTC, datetime

from desktop.ui.shell.connect_state import Account, Given, Hindered, Hindrance

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
SERVER = "postgresql://base.lumio.example/vav"
LEA = Account(key="1", server=SERVER, sign_in="lea", remembered=True)
YANIS = Account(key="2", server=SERVER, sign_in="yanis")


class FakeGate:
    """Answers what it was told to; a list of answers is taken one by one."""

    def __init__(self, *answers, accounts=(), keyring=True):
        self.answers = list(answers)
        self.known = accounts
        self.keyring = keyring
        self.asked = []
        self.given = Given(server=SERVER, sign_in="lea", password="once-only")

    async def has_keyring(self):
        return self.keyring

    async def accounts(self):
        return self.known

    async def read_file(self, path):
        if path.name != "lea.toml":
            raise Hindered(Hindrance.BAD_FILE)
        return self.given

    async def _answer(self, *asked):
        self.asked.append(asked)
        await asyncio.sleep(0)
        answer = self.answers.pop(0) if self.answers else "signed in"
        if answer == "never":
            await asyncio.Event().wait()
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def sign_in(self, given):
        return await self._answer("sign_in", given.sign_in, given.password)

    async def in_browser(self, given):
        return await self._answer("in_browser", given.server)

    async def offline(self, given):
        return await self._answer("offline", given.sign_in)

    async def change_password(self, given, new):
        return await self._answer("change_password", new)

    async def unlock(self, given, old):
        return await self._answer("unlock", old)

    async def recover(self, given, code):
        return await self._answer("recover", code)

    async def set_aside(self, given):
        return await self._answer("set_aside", given.sign_in)
