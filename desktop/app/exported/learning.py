"""What was learned of a guide as a table: each way off each step, how it went, and the others beside."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

import desktop.ui.kit.labels_contacts  # noqa: F401 - importing it registers the words
from desktop.domain.exports import Cell, Sheet
from desktop.domain.learning.intervals import Share
from desktop.domain.learning.lessons import ChainLesson, StepLesson
from desktop.domain.learning.outcomes import Outcome
from desktop.ui.kit.printing import Exported, Section
from desktop.ui.learning import words
from desktop.ui.learning.measures import measures
from desktop.ui.learning.state import LessonState


def lesson(state: LessonState) -> Exported | None:
    """The guide in front, all its steps; nothing of fewer than five contacts, as on the screen."""
    if state.lesson is None or state.script is None:
        return None
    title = QCoreApplication.translate("Exported", "Écarts au guide «\u202f{guide}\u202f»")
    rows = tuple(row for step in state.lesson.steps for row in _step(step))
    sheet = Sheet(title="", columns=_columns(), rows=rows)
    method = QCoreApplication.translate(
        "Exported",
        "Parts en %, avec leur intervalle à 95 % (Wilson). «\u202fAutres\u202f»\u00a0: les contacts qui ont suivi le guide sans ces écarts. Aucune cause n’est affirmée\u202f; rien n’est compté par personne.",
    )
    section = Section(words=method, sheets=(sheet,))
    return Exported(
        title=title.format(guide=state.script.title), sections=(section,), landscape=True
    )


def _columns() -> tuple[str, ...]:
    n = QCoreApplication.translate("Exported", "n")
    return (
        QCoreApplication.translate("Exported", "Étape"),
        QCoreApplication.translate("Exported", "Écart"),
        QCoreApplication.translate("Exported", "Contacts"),
        QCoreApplication.translate("Exported", "Raisons"),
        QCoreApplication.translate("Exported", "Mesure"),
        QCoreApplication.translate("Exported", "Part (%)"),
        n,
        QCoreApplication.translate("Exported", "Intervalle"),
        QCoreApplication.translate("Exported", "Autres (%)"),
        n,
    )


def _step(step: StepLesson) -> Iterator[tuple[Cell, ...]]:
    """The step as a whole where somebody stepped off, then each chain; a row a measure."""
    name = words.step_title(step)
    if step.chains:
        whole = QCoreApplication.translate("Exported", "Tous les écarts de l’étape")
        yield from _outcome((name, whole), step.outcome)
    for chain in step.chains:
        yield from _outcome((name, _chain(chain)), chain.outcome)


def _chain(chain: ChainLesson) -> str:
    said = words.chain_title(chain)
    if chain.suggestion_id is None:
        return said
    became = QCoreApplication.translate("Exported", "{words} (devenu une suggestion)")
    return became.format(words=said)


def _outcome(of: tuple[str, str], one: Outcome | None) -> Iterator[tuple[Cell, ...]]:
    if one is None:
        yield (*of, words.few(), *(None,) * 7)
        return
    for measure in measures(one):
        yield (
            *of,
            one.contacts,
            words.reasons(one),
            measure.title,
            *_share(measure.here),
            words.sure(measure.here) or None,
            *_share(measure.others),
        )


def _share(one: Share | None) -> tuple[Cell, ...]:
    return (None, None) if one is None else (round(100 * one.rate, 1), one.n)
