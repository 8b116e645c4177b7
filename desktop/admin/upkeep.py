"""`purge` and `reap`: what has been kept long enough goes, and so does what holds everybody up."""

import calendar
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from desktop.admin import words
from desktop.admin.screen import USAGE, Screen
from desktop.admin.shared import Denied, carry_out
from desktop.services.store.shared import purging, reaping
from desktop.services.store.shared.acting import Connection
from desktop.services.yaml_files import read


def _known(kind: str) -> str:
    if kind not in purging.KINDS:
        raise ValueError(kind)
    return kind


Kind = Annotated[str, AfterValidator(_known)]


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    kind: Kind
    keep_days: int | None = Field(default=None, ge=purging.SHORTEST_DAYS)
    keep_months: int | None = Field(default=None, ge=3)


class _Rules(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    rules: list[_Rule] = Field(min_length=1)


def run_purge(url: str, rules: Path, screen: Screen, *, sure: bool) -> int:
    """Take what the rules no longer keep, or say what would go; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        wanted = _read(rules)
        now = datetime.fromtimestamp(purging.now_ms(connection) / 1000, UTC)
        told = []
        for rule in wanted:
            before = _limit(rule, now)
            limit_ms = int(before.timestamp() * 1000)
            if sure:
                with screen.progress(rule.kind) as advance:
                    count = purging.purge(
                        connection, rule.kind, limit_ms, lambda done: advance(done, None)
                    )
            else:
                count = purging.foreseen(connection, rule.kind, limit_ms)
            screen.line(f"{words.number(count):>9}  {rule.kind}, avant le {before:%d/%m/%Y}")
            told.append({"kind": rule.kind, "before": before.isoformat(), "rows": count})
        screen.line("Fait." if sure else f"{words.DRY} Ajoutez --yes pour purger.")
        return {"dry_run": not sure, "rules": told}

    return carry_out(url, screen, work)


def _read(path: Path) -> list[_Rule]:
    reading = read(path, _Rules)
    problems = [words.problem_words(one) for one in reading.problems]
    if reading.model is not None and not problems:
        problems = [
            f"{path}, {rule.kind}\u00a0: donnez keep_days ou keep_months, l’un des deux."
            for rule in reading.model.rules
            if (rule.keep_days is None) == (rule.keep_months is None)
        ]
    if reading.model is None or problems:
        raise Denied("\n".join(problems), USAGE, code="rules")
    return list(reading.model.rules)


def _limit(rule: _Rule, now: datetime) -> datetime:
    """The instant before which a rule keeps nothing."""
    if rule.keep_days is not None:
        return now - timedelta(days=rule.keep_days)
    months = now.year * 12 + now.month - 1 - (rule.keep_months or 0)
    year, month = divmod(months, 12)
    day = min(now.day, calendar.monthrange(year, month + 1)[1])
    return now.replace(year=year, month=month + 1, day=day)


def run_reap(url: str, seconds: float, screen: Screen) -> int:
    """End transactions that hold the horizon; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        found = reaping.reap(connection, seconds)
        for one in found:
            done = "terminée" if one.ended else "laissée, elle n’est pas d’ici"
            screen.line(f"{one.role} ({one.database}), {one.seconds} s, {one.state}\u00a0: {done}.")
        ended = sum(one.ended for one in found)
        screen.line(f"{words.plural(ended, 'transaction terminée')}.")
        return {"ended": ended, "left": len(found) - ended, "found": [asdict(one) for one in found]}

    return carry_out(url, screen, work)
