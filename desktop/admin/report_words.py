"""Reports in words for a person, and as plain values for a program."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from desktop.admin import words
from desktop.admin.screen import Screen
from desktop.domain.contacts import Channel
from desktop.domain.first_contact import FirstContact
from desktop.domain.mirror.gaps import AVERAGE, BANKS
from desktop.domain.reports import Declared, Gap, differences
from desktop.domain.standards import ClockKind, Kept, Standards

_CHANNELS = {
    Channel.CALL_IN: "Appels reçus",
    Channel.CALL_OUT: "Appels émis",
    Channel.EMAIL: "E-mails",
    Channel.CHAT: "Messagerie",
    Channel.BRANCH: "Agence",
    Channel.LETTER: "Courriers",
    Channel.MESSAGE: "SMS",
    Channel.SOCIAL: "Réseaux sociaux",
}


def told_fcr(computed: FirstContact, declared: Declared, screen: Screen) -> dict[str, Any]:
    """First contact resolution, computed beside declared."""
    screen.line(
        f"Résolution au premier contact, calculée\u00a0: {_share(computed.rate)} "
        f"({words.number(computed.resolved)} sur {words.number(computed.judged)} jugés)."
    )
    screen.line(
        f"Pas encore jugés\u00a0: {words.number(computed.not_yet_judged)}. "
        f"Non comptés (abandonnés, ou client inconnu)\u00a0: {words.number(computed.excluded)}."
    )
    screen.line(
        f"Déclarée par les conseillers\u00a0: {_share(declared.rate)} "
        f"({words.number(declared.resolved)} sur {words.number(declared.told)} qui le disent)."
    )
    return {
        "rate": computed.rate,
        "resolved": computed.resolved,
        "judged": computed.judged,
        "not_yet_judged": computed.not_yet_judged,
        "excluded": computed.excluded,
        "declared": {
            "rate": declared.rate,
            "resolved": declared.resolved,
            "told": declared.told,
        },
    }


def told_standards(
    found: Mapping[Channel, Kept], standards: Standards, screen: Screen
) -> dict[str, Any]:
    """Each channel's standard."""
    channels = {}
    for channel, kept in found.items():
        standard = standards.of(channel)
        if standard is None:
            continue
        business = standard.clock is ClockKind.BUSINESS
        screen.line(
            f"{_CHANNELS[channel]}, {_length(standard.limit)}"
            f"{' ouvrées' if business else ''}\u00a0: {_share(kept.rate)} tenu "
            f"({words.number(kept.met)} sur {words.number(kept.counted)}\u202f; "
            f"raccroché avant\u00a0: {words.number(kept.left_early)}, "
            f"abandonnés en tout\u00a0: {words.number(kept.abandoned)})."
        )
        channels[channel.value] = {
            "rate": kept.rate,
            "met": kept.met,
            "missed": kept.missed,
            "left_early": kept.left_early,
            "abandoned": kept.abandoned,
            "limit_s": round(standard.limit.total_seconds()),
            "clock": standard.clock.value,
        }
    return {"channels": channels}


def told_gap(found: Gap, screen: Screen) -> dict[str, Any]:
    """The estimate gap as one distribution, beside what was found elsewhere."""
    points = "—" if found.points is None else f"{found.points:+d} points"
    screen.line(f"Écart d’estimation\u00a0: {points}, sur {words.number(found.pairs)} contacts.")
    screen.line(f"Ailleurs\u00a0: +{BANKS} dans les banques, +{AVERAGE} en moyenne.")
    for difference, count in differences(found):
        screen.line(f"  {difference:+d}\u00a0: {words.number(count)}")
    pairs = found.pairs
    return {
        "points": found.points,
        "pairs": pairs,
        "estimated": found.estimated / pairs if pairs else None,
        "answered": found.answered / pairs if pairs else None,
        "differences": {f"{difference:+d}": count for difference, count in differences(found)},
        "references": {"banks": BANKS, "average": AVERAGE},
    }


def _share(rate: float | None) -> str:
    return "—" if rate is None else f"{100 * rate:.1f}".replace(".", ",") + "\u202f%"


def _length(limit: timedelta) -> str:
    minutes = round(limit.total_seconds() / 60)
    if minutes < 60:
        return f"{minutes}\u00a0min"
    hours = minutes // 60
    return f"{hours // 24}\u00a0jours" if hours > 48 else f"{hours}\u00a0h"
