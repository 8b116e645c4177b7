"""Sentences of the estimate gap: a pair, a bar, the whole, without ever a name of a colleague."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.day import EstimateAnswer, estimate_gap
from desktop.domain.mirror.gaps import AVERAGE, BANKS
from desktop.domain.mirror.series import GapDistribution
from desktop.ui.kit import dates
from desktop.ui.kit.charts.distribution import Distribution, Reference

CLOSE: Final = 5
"""Points within which estimates and answers are said to agree."""
FEW: Final = 5
"""Below this many pairs one's own gap says little."""


def references() -> tuple[Reference, ...]:
    """Gaps known from elsewhere, beside which one's own stands."""
    banks = QCoreApplication.translate("Mirror", "banques")
    usual = QCoreApplication.translate("Mirror", "en moyenne")
    return (Reference(points=AVERAGE, name=usual), Reference(points=BANKS, name=banks))


def distribution_of(gap: GapDistribution) -> Distribution:
    """Return the team's distribution as it is drawn."""
    captions = (
        QCoreApplication.translate("Mirror", "← réponse meilleure"),
        QCoreApplication.translate("Mirror", "vu juste"),
        QCoreApplication.translate("Mirror", "réponse moins bonne →"),
    )
    name = QCoreApplication.translate("Mirror", "l’équipe")
    return Distribution(
        counts=gap.counts,
        points=gap.points,
        name=name,
        captions=captions,
        references=references(),
    )


def bar_words(gap: GapDistribution, place: int) -> str:
    """A bar in one sentence."""
    difference, count = place - len(gap.counts) // 2, gap.counts[place]
    if difference > 0:
        words = QCoreApplication.translate(
            "Mirror", "Estimation {n} au-dessus de la réponse\u00a0: {count} contacts sur {pairs}."
        )
    elif difference < 0:
        words = QCoreApplication.translate(
            "Mirror", "Estimation {n} en dessous de la réponse\u00a0: {count} contacts sur {pairs}."
        )
    else:
        words = QCoreApplication.translate(
            "Mirror", "Estimation et réponse égales\u00a0: {count} contacts sur {pairs}."
        )
    return words.format(n=abs(difference), count=dates.count(count), pairs=dates.count(gap.pairs))


def pair_words(pair: EstimateAnswer, now: datetime) -> str:
    """A contact in one sentence: when, with whom, what was expected and answered."""
    words = QCoreApplication.translate(
        "Mirror", "{day}, {name}\u00a0: vous attendiez {estimate}, réponse {answer}."
    )
    at = pair.at.astimezone(now.tzinfo)
    return words.format(
        day=dates.day(at.date(), now.date()),
        name=who(pair),
        estimate=pair.estimate,
        answer=pair.answer,
    )


def who(pair: EstimateAnswer) -> str:
    """The customer's name, or that it is not known."""
    return pair.customer_name or QCoreApplication.translate("Mirror", "client inconnu")


def points_words(points: int) -> str:
    """A gap as a figure: « +12 points »."""
    if abs(points) < 2:
        return QCoreApplication.translate("Mirror", "{n} point").format(n=dates.signed(points))
    return QCoreApplication.translate("Mirror", "{n} points").format(n=dates.signed(points))


def own_points(pairs: Sequence[EstimateAnswer]) -> int | None:
    """One's own gap in points; None without a pair."""
    gap = estimate_gap(pairs)
    return gap.points if gap is not None else None


def own_sentence(pairs: Sequence[EstimateAnswer]) -> str:
    """One's own gap in words."""
    gap = estimate_gap(pairs)
    if gap is None or gap.n < FEW:
        return QCoreApplication.translate(
            "Mirror", "Encore trop peu de réponses pour en dire plus (n = {n})."
        ).format(n=gap.n if gap else 0)
    if abs(gap.points) <= CLOSE:
        words = QCoreApplication.translate(
            "Mirror", "Vous voyez juste\u202f: vos estimations rejoignent les réponses (n = {n})."
        )
    elif gap.points > 0:
        words = QCoreApplication.translate(
            "Mirror",
            "Vos clients se disent un peu moins satisfaits que vous ne l’estimez (n = {n}).",
        )
    else:
        words = QCoreApplication.translate(
            "Mirror", "Vos clients se disent plus satisfaits que vous ne l’estimez (n = {n})."
        )
    return words.format(n=dates.count(gap.n))


def team_sentence(gap: GapDistribution | None) -> str:
    """The team's distribution in words."""
    if gap is None or (not gap.pairs and gap.people_enough):
        return QCoreApplication.translate(
            "Mirror", "Aucun contact n’a encore les deux sur ces semaines."
        )
    if not gap.people_enough:
        return QCoreApplication.translate(
            "Mirror",
            "Masqué\u202f: il faut au moins cinq personnes pour que personne ne soit reconnu.",
        )
    words = QCoreApplication.translate(
        "Mirror",
        "{points} sur {n} contacts qui ont les deux. Ailleurs, le personnel estime trop haut de 37 points dans les banques, de 14 en moyenne.",
    )
    points = points_words(gap.points) if gap.points is not None else "—"
    return words.format(points=points, n=dates.count(gap.pairs))
