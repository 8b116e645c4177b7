"""Words of the page of guides: versions and who published them, use and outcome, what was done."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.authoring.comparing import Part
from desktop.domain.authoring.guides import Guide, GuideSummary, Origin, Share, TimelineVersion
from desktop.ui.authoring.state import GuideRow, Outcome, Told
from desktop.ui.kit import dates


def title_of(row: GuideRow) -> str:
    """The guide's title, or that it has none yet."""
    if row.script is not None and row.script.title.strip():
        return row.script.title
    if row.guide is not None:
        return row.guide.id
    return QCoreApplication.translate("Guides", "Guide sans titre")


def version_words(number: int) -> str:
    """« Version 14 »."""
    return QCoreApplication.translate("Guides", "Version {n}").format(n=number)


def published(summary: GuideSummary, now: datetime) -> str:
    """« Version 14, publiée par Camille Durand hier 10:46 », or where it came from."""
    guide, head = summary.guide, summary.guide.standing.in_force
    number = version_words(guide.number)
    if head is None:
        return f"{number}, {origin_words(guide.origin)}"
    when = dates.moment(head.at.astimezone(now.tzinfo), now)
    who = summary.published_name
    if not who:
        words = QCoreApplication.translate("Guides", "{version}, publiée {when}")
        return words.format(version=number, when=when)
    words = QCoreApplication.translate("Guides", "{version}, publiée par {who} {when}")
    return words.format(version=number, who=who, when=when)


def in_force(summary: GuideSummary, now: datetime) -> str:
    """« Version 14 · Camille Durand, hier »: as much as a narrow line has room for."""
    guide, head = summary.guide, summary.guide.standing.in_force
    if head is None:
        return published(summary, now)
    when = dates.day(head.at.astimezone(now.tzinfo).date(), now.date())
    told = ", ".join(part for part in (summary.published_name, when) if part)
    return f"{version_words(guide.number)} · {told}"


def origin_words(origin: Origin) -> str:
    """Where a text came from that no lead published."""
    if origin is Origin.DOCUMENT:
        return QCoreApplication.translate("Guides", "déposée par l’administration")
    return QCoreApplication.translate("Guides", "fournie avec l’application")


def who_and_when(version: TimelineVersion, now: datetime, *, briefly: bool = False) -> str:
    """« Camille Durand, hier 10:46 »; `briefly`: without the hour."""
    if version.at is None:
        words = origin_words(version.origin)
        return words[:1].upper() + words[1:]
    at = version.at.astimezone(now.tzinfo)
    when = dates.day(at.date(), now.date()) if briefly else dates.moment(at, now)
    return ", ".join(part for part in (version.name, when) if part)


def use_words(row: GuideRow) -> str:
    """« 12 contacts en 30 jours, 41 en 90 »."""
    use = row.summary.use if row.summary else None
    if use is None:
        return ""
    if not use.last_90:
        return QCoreApplication.translate("Guides", "Aucun contact en 90 jours")
    words = QCoreApplication.translate("Guides", "Contacts\u00a0: {a} en 30 jours, {b} en 90")
    return words.format(a=dates.count(use.last_30), b=dates.count(use.last_90))


def share_words(share: Share) -> str:
    """« 80 % », or a dash where too few stand behind it."""
    return "—" if share.percent is None else dates.percent(share.percent / 100)


def counted(share: Share) -> str:
    """The counts behind a share; too few for one are said so."""
    if not share.total:
        return QCoreApplication.translate("Guides", "rien encore")
    if share.percent is None:
        words = QCoreApplication.translate("Guides", "trop peu ({n}) pour un pourcentage")
        return words.format(n=share.total)
    words = QCoreApplication.translate("Guides", "{a} sur {b}")
    return words.format(a=dates.count(share.count), b=dates.count(share.total))


def told_words(told: Told) -> str:
    """What the last verb came to."""
    return _done(told.outcome).format(
        version=told.version,
        title=told.title or QCoreApplication.translate("Guides", "sans titre"),
        detail=told.detail,
    )


def told_tone(told: Told) -> str:
    """The tone of the line that says it."""
    if told.outcome in (Outcome.GONE, Outcome.INVALID, Outcome.NOT_WRITTEN):
        return "warning"
    return "success"


def _done(outcome: Outcome) -> str:
    return {
        Outcome.RETIRED: QCoreApplication.translate(
            "Guides",
            "Guide retiré\u00a0: il n’est plus proposé. Les contacts commencés avec lui le gardent.",
        ),
        Outcome.BACK: QCoreApplication.translate("Guides", "Guide remis en service."),
        Outcome.RESTORED: QCoreApplication.translate(
            "Guides", "Remise en vigueur, sous le numéro {version}."
        ),
        Outcome.SETTLED: QCoreApplication.translate(
            "Guides", "C’est choisi\u00a0: version {version}. L’autre reste dans l’historique."
        ),
        Outcome.DROPPED: QCoreApplication.translate("Guides", "Brouillon supprimé\u00a0: {title}."),
        Outcome.EXPORTED: QCoreApplication.translate("Guides", "Guide écrit dans {detail}."),
        Outcome.PUBLISHED: QCoreApplication.translate("Guides", "Version {version} publiée."),
        Outcome.GONE: QCoreApplication.translate(
            "Guides", "Ce guide a changé entre-temps\u00a0: voici où il en est."
        ),
        Outcome.INVALID: QCoreApplication.translate(
            "Guides",
            "Cette version n’est plus valable telle quelle ({detail})\u00a0: reprenez-la dans un brouillon.",
        ),
        Outcome.NOT_WRITTEN: QCoreApplication.translate(
            "Guides", "Le fichier n’a pas pu être écrit. Choisissez un autre dossier."
        ),
    }[outcome]


def state_chip(guide: Guide) -> tuple[str, str]:
    """Word and tone of what is special about a guide; nothing where all is well."""
    if guide.standing.others:
        return QCoreApplication.translate("Guides", "À départager"), "accent"
    if guide.retired:
        return QCoreApplication.translate("Guides", "Retiré"), "neutral"
    if guide.damaged or guide.script is None:
        return QCoreApplication.translate("Guides", "Illisible ici"), "warning"
    return "", "neutral"


def part_words(part: Part) -> str:
    """Which part of a guide or of a step a text is."""
    return {
        Part.TITLE: QCoreApplication.translate("Guides", "Titre"),
        Part.SUMMARY: QCoreApplication.translate("Guides", "Résumé"),
        Part.REASONS: QCoreApplication.translate("Guides", "Motifs"),
        Part.INTENTION: QCoreApplication.translate("Guides", "But de l’étape"),
        Part.SAY: QCoreApplication.translate("Guides", "Ce que l’on peut dire"),
        Part.QUESTION: QCoreApplication.translate("Guides", "Question"),
        Part.CHECK: QCoreApplication.translate("Guides", "À vérifier"),
        Part.REACTION: QCoreApplication.translate("Guides", "Réaction"),
        Part.LEADS_TO: QCoreApplication.translate("Guides", "La réaction mène à"),
        Part.THEN: QCoreApplication.translate("Guides", "Étape suivante"),
        Part.LAW: QCoreApplication.translate("Guides", "Pourquoi la loi le demande"),
        Part.REFERENCE: QCoreApplication.translate("Guides", "Référence"),
        Part.SUGGESTION: QCoreApplication.translate("Guides", "Suggestion"),
    }[part]
