"""A survey service over HTTP: customers' answers, page by page (docs/surveys.md)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from desktop.domain.errors import Refused, Silence, Unreachable
from desktop.services.gateways.http import Http

PAGE: Final = 500
"""Answers asked for at a time; a service may give fewer."""
_BUSY: Final = frozenset((429, 502, 503, 504))


class SurveyFlaw(StrEnum):
    """Why a service's page cannot be used."""

    ADDRESS = "address"
    """No address over https (http is for this very machine)."""
    TOKEN = "token"  # noqa: S105 - a reason, no token
    """The service does not take the token."""
    STATUS = "status"
    NOT_JSON = "not_json"
    SHAPE = "shape"
    """JSON, and not that of docs/surveys.md."""
    STANDS_STILL = "stands_still"
    """It says that there is more, after the very place where we are."""


class SurveyFailed(Refused):
    """The service answers what cannot be used; nothing is lost, and the next try begins there."""

    def __init__(self, flaw: SurveyFlaw, detail: str = "") -> None:
        super().__init__(f"{flaw} {detail}".strip())
        self.flaw = flaw
        self.detail = detail
        """A status or the name of a field: never what a customer said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPage:
    """Some answers, and where the next ones begin."""

    answers: tuple[dict[str, Any], ...]
    next: str
    """Where to go on, now or another day."""
    more: bool


class Surveys:
    """Asks one service; `page` blocks, and may be called from any one thread."""

    def __init__(self, http: Http, address: str, token: str) -> None:
        self._http = http
        self._address = _checked(address)
        self._token = token

    def page(self, after: str) -> SurveyPage:
        """The answers after that place, from the beginning where it is empty.

        Raises SurveyFailed, Unreachable (with the seconds that a busy service asks for),
        SignInNeeded for a certificate that nobody vouches for.
        """
        asked = urlencode({"after": after, "limit": PAGE} if after else {"limit": PAGE})
        joint = "&" if urlsplit(self._address).query else "?"
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        answer = self._http.send("GET", f"{self._address}{joint}{asked}", headers=headers)
        if answer.status in _BUSY:
            raise Unreachable(Silence.BUSY, answer.retry_after)
        if answer.status in {401, 403}:
            raise SurveyFailed(SurveyFlaw.TOKEN, str(answer.status))
        if answer.status != 200:
            raise SurveyFailed(SurveyFlaw.STATUS, str(answer.status))
        if answer.json is None:
            raise SurveyFailed(SurveyFlaw.NOT_JSON)
        found = _page(answer.json)
        if found.more and found.next == after:
            raise SurveyFailed(SurveyFlaw.STANDS_STILL)
        return found


def _page(body: Any) -> SurveyPage:
    if not isinstance(body, dict):
        raise SurveyFailed(SurveyFlaw.SHAPE)
    answers, following, more = body.get("answers"), body.get("next"), body.get("more", False)
    if not isinstance(answers, list) or not all(isinstance(one, dict) for one in answers):
        raise SurveyFailed(SurveyFlaw.SHAPE, "answers")
    if following is not None and not isinstance(following, str):
        raise SurveyFailed(SurveyFlaw.SHAPE, "next")
    if not isinstance(more, bool) or (more and not following):
        raise SurveyFailed(SurveyFlaw.SHAPE, "more")
    return SurveyPage(answers=tuple(answers), next=following or "", more=more)


def _checked(address: str) -> str:
    parts = urlsplit(address)
    near = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if not parts.hostname or (parts.scheme != "https" and not (parts.scheme == "http" and near)):
        raise SurveyFailed(SurveyFlaw.ADDRESS)
    return address.rstrip("/")
