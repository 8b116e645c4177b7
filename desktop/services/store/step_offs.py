"""Step-offs noted before, gathered by their words: counts, never whose they were."""

from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from desktop.domain.contacts import Helped, StepOffReason
from desktop.domain.ids import StepOffId
from desktop.domain.scripts import EarlierStepOff
from desktop.services.store.tables import step_offs

RECENT = 2_000
"""How many of a guide's latest step-offs are looked at: the answer's time stays flat."""


def earlier(
    connection: Connection, script_id: str, step_id: str, limit: int
) -> tuple[EarlierStepOff, ...]:
    """Distinct words of step-offs in this guide, those of this step first, then what helped most.

    Step-offs without words are left out: they teach nothing that the reasons do not say.
    """
    rows = connection.execute(_statement(script_id, step_id).limit(limit))
    return tuple(
        EarlierStepOff(
            id=StepOffId(row.id),
            reason=StepOffReason(row.reason),
            words=row.words.strip(),
            count=row.times,
            judged=row.judged,
            helped=row.helped,
        )
        for row in rows
    )


def _statement(script_id: str, step_id: str) -> Select[Any]:
    table = step_offs.c
    recent = (
        select(step_offs)
        .where(table.script_id == script_id, func.trim(table.words) != "")
        .order_by(table.at.desc())
        .limit(RECENT)
        .subquery()
        .c
    )
    here = func.sum(case((recent.step_id == step_id, 1), else_=0))
    helped = func.sum(case((recent.helped == Helped.YES, 1), else_=0))
    judged = func.sum(case((recent.helped.in_([Helped.YES, Helped.NO]), 1), else_=0))
    # With max(), SQLite takes a group's other columns from its latest row.
    latest = func.max(recent.at)
    times = func.count()
    return (
        select(
            recent.id,
            recent.reason,
            recent.words,
            latest,
            times.label("times"),
            judged.label("judged"),
            helped.label("helped"),
        )
        .group_by(func.lower(func.trim(recent.words)))
        .order_by((here > 0).desc(), helped.desc(), times.desc(), latest.desc())
    )
