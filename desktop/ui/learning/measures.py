"""The lines of figures of one outcome: what, these contacts, the others, in words and as bars."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.learning.intervals import Share
from desktop.domain.learning.outcomes import Beside, Outcome
from desktop.ui.kit.typography import introduced
from desktop.ui.learning import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure of an outcome, and the same of the other contacts where there is one."""

    title: str
    rule: str
    """What counts as favourable."""
    here: Share | None
    others: Share | None = None
    compared: bool = True

    @property
    def beside(self) -> Beside:
        """Both, to be set beside each other."""
        return Beside(here=self.here, others=self.others)

    @property
    def told(self) -> str:
        """The whole line in words."""
        parts = [introduced(self.title, words.share(self.here))]
        if self.here:
            parts.append(words.sure(self.here))
        if self.compared:
            others = QCoreApplication.translate("Learning", "autres contacts\u00a0: {0}")
            parts.append(others.format(words.share(self.others)))
        return ", ".join(parts)


def measures(outcome: Outcome) -> tuple[Measure, ...]:
    """The three figures, in the order in which they are read."""
    return (
        Measure(
            title=QCoreApplication.translate("Learning", "L’écart a aidé"),
            rule=QCoreApplication.translate("Learning", "d’après qui s’est écarté"),
            here=outcome.helped,
            compared=False,
        ),
        Measure(
            title=QCoreApplication.translate("Learning", "Effort répondu favorable"),
            rule=QCoreApplication.translate("Learning", "de 1 à 3 sur 7, d’après les clients"),
            here=outcome.effort.here,
            others=outcome.effort.others,
        ),
        Measure(
            title=QCoreApplication.translate("Learning", "Contact résolu"),
            rule=QCoreApplication.translate("Learning", "«\u202fRésolu\u202f» à la clôture"),
            here=outcome.resolved.here,
            others=outcome.resolved.others,
        ),
    )
