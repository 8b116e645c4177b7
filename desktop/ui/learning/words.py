"""French words of what was learned: shares with their counts and intervals, chains, merges."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.learning.intervals import Interval, Share
from desktop.domain.learning.lessons import ChainLesson, GuideLesson, StepLesson
from desktop.domain.learning.outcomes import Beside, Outcome
from desktop.ui.kit import dates, labels


def few() -> str:
    """Said in the place of a figure of fewer than five contacts, or that would tell of so few."""
    return QCoreApplication.translate("Learning", "trop peu pour le dire")


def limit(lesson: GuideLesson) -> str:
    """Since when a guide is counted that has more than is read; "" where all of it is."""
    if lesson.since is None:
        return ""
    return QCoreApplication.translate(
        "Learning",
        "Compté depuis le {0} seulement\u00a0: ce guide a trop de contacts ou d’écarts pour les lire "
        "tous.",
    ).format(dates.long_day(lesson.since.date()))


def share(one: Share | None) -> str:
    """« 84 % (26 sur 31) »."""
    if one is None:
        return few()
    return QCoreApplication.translate("Learning", "{rate} ({n} sur {all})").format(
        rate=dates.percent(one.rate), n=dates.count(one.favourable), all=dates.count(one.n)
    )


def interval(one: Interval) -> str:
    """« de 67 % à 93 % »."""
    return QCoreApplication.translate("Learning", "de {low} à {high}").format(
        low=dates.percent(one.low), high=dates.percent(one.high)
    )


def sure(one: Share | None) -> str:
    """The interval of a share; "" where there is none."""
    return interval(one.interval) if one else ""


def points(one: Interval | None) -> str:
    """« entre −3 et +24 points »; "" where the two cannot be set beside each other."""
    if one is None:
        return ""
    return QCoreApplication.translate("Learning", "entre {low} et {high} points").format(
        low=dates.signed(round(100 * one.low)), high=dates.signed(round(100 * one.high))
    )


def verdict(beside: Beside) -> str:
    """What the difference says, and that it names no cause."""
    found = beside.difference
    if found is None:
        return QCoreApplication.translate("Learning", "Trop peu de contacts pour comparer.")
    if found.low > 0:
        return QCoreApplication.translate(
            "Learning", "Plus souvent que dans les autres contacts\u00a0: {0}."
        ).format(points(found))
    if found.high < 0:
        return QCoreApplication.translate(
            "Learning", "Moins souvent que dans les autres contacts\u00a0: {0}."
        ).format(points(found))
    return QCoreApplication.translate(
        "Learning", "Pas de différence sûre avec les autres contacts\u00a0: {0}."
    ).format(points(found))


def chain_title(chain: ChainLesson) -> str:
    """Its words; without any, its reason."""
    if chain.words:
        return chain.words
    return QCoreApplication.translate("Learning", "Sans un mot\u00a0: {0}").format(
        labels.label(chain.reason).lower()
    )


def chain_note(chain: ChainLesson) -> str:
    """Its reason, and how many chains were put into it."""
    parts = [] if not chain.words else [labels.label(chain.reason)]
    if len(chain.parts) == 1:
        parts.append(QCoreApplication.translate("Learning", "1 chaîne y est réunie"))
    elif chain.parts:
        words = QCoreApplication.translate("Learning", "{0} chaînes y sont réunies")
        parts.append(words.format(len(chain.parts)))
    if not chain.words:
        parts.append(QCoreApplication.translate("Learning", "chiffre tapé sans rien écrire"))
    return " · ".join(parts)


def contacts(outcome: Outcome | None) -> str:
    """« 31 contacts »; few are not counted."""
    if outcome is None:
        return few()
    return QCoreApplication.translate("Learning", "{0} contacts").format(
        dates.count(outcome.contacts)
    )


def useful(outcome: Outcome | None) -> str:
    """« 84 % utiles »; "" where too few have judged."""
    if outcome is None or outcome.helped is None:
        return ""
    return QCoreApplication.translate("Learning", "{0} utiles").format(
        dates.percent(outcome.helped.rate)
    )


def step_title(step: StepLesson) -> str:
    """The step's title; for one that the guide no longer has, that it was."""
    if step.title:
        return step.title
    return QCoreApplication.translate("Learning", "Étape d’une ancienne version")


def step_note(step: StepLesson) -> str:
    """How many ways off it were tried."""
    count = len(step.chains)
    if not count:
        return QCoreApplication.translate("Learning", "Personne ne s’y est écarté")
    if count == 1:
        return QCoreApplication.translate("Learning", "1 façon de s’écarter")
    return QCoreApplication.translate("Learning", "{0} façons de s’écarter").format(count)


def reasons(outcome: Outcome) -> str:
    """« Client ému (18), déjà dit (9) », most first."""
    told = (
        f"{labels.label(reason)}\u00a0({dates.count(count)})" for reason, count in outcome.reasons
    )
    return ", ".join(told)
