"""A contact as a document: who, when, what was said and agreed, what the customer answered."""

from collections.abc import Callable, Iterator
from datetime import tzinfo
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.domain.contact_sheet import ContactSheet
from desktop.domain.contacts import StepOff
from desktop.domain.customers import Answer
from desktop.domain.exports import Cell, Sheet
from desktop.ui.customers.words import guide_words
from desktop.ui.kit import dates
from desktop.ui.kit.labels import label
from desktop.ui.kit.printing import Exported, Section
from desktop.ui.kit.typography import quoted

Label = Callable[[str], str]


class Labels(NamedTuple):
    """What turns the codes of reasons and gestures, and the ids of guides, into words."""

    reason: Label
    gesture: Label
    guide: Label


def document(told: ContactSheet, zone: tzinfo, labels: Labels) -> Exported:
    """The contact, in words."""
    at = told.contact.started_at.astimezone(zone)
    title = QCoreApplication.translate("Exported", "Contact du {day}")
    who = told.customer_name or QCoreApplication.translate("Exported", "client non identifié")
    sections = [Section(sheets=(_facts(told, labels),))]
    if told.contact.note:
        words = told.contact.note
        sections.append(Section(title=QCoreApplication.translate("Exported", "Note"), words=words))
    sections += [one for one in _lists(told, labels.gesture) if one.sheets[0].rows]
    if told.answer is not None:
        sections.append(_answer(told.answer))
    return Exported(
        title=f"{title.format(day=dates.long_day(at.date()))} – {who}",
        subtitle=told.customer_number,
        sections=tuple(sections),
    )


def _facts(told: ContactSheet, labels: Labels) -> Sheet:
    columns = (
        QCoreApplication.translate("Exported", "Quoi"),
        QCoreApplication.translate("Exported", "Valeur"),
    )
    return Sheet(title="", columns=columns, rows=(*_who(told, labels), *_how(told)))


def _who(told: ContactSheet, labels: Labels) -> tuple[tuple[Cell, ...], ...]:
    contact = told.contact
    return (
        (QCoreApplication.translate("Exported", "Client"), told.customer_name or None),
        (QCoreApplication.translate("Exported", "Conseiller"), told.advisor or None),
        (QCoreApplication.translate("Exported", "Canal"), label(contact.channel)),
        (QCoreApplication.translate("Exported", "Motif"), _in_words(labels.reason, contact.reason)),
        (QCoreApplication.translate("Exported", "Guide"), _guide(told, labels)),
        (QCoreApplication.translate("Exported", "Début"), contact.started_at),
        (QCoreApplication.translate("Exported", "Fin"), contact.ended_at),
    )


def _how(told: ContactSheet) -> tuple[tuple[Cell, ...], ...]:
    contact = told.contact
    ended = None if contact.resolution is None else label(contact.resolution)
    cause = None if contact.avoidable_cause is None else label(contact.avoidable_cause)
    return (
        (QCoreApplication.translate("Exported", "Résolution"), ended),
        (
            QCoreApplication.translate("Exported", "Effort perçu par le conseiller (1 à 7)"),
            contact.effort_seen,
        ),
        (QCoreApplication.translate("Exported", "Satisfaction estimée (1 à 5)"), contact.estimate),
        (QCoreApplication.translate("Exported", "Évitable"), cause),
    )


def _guide(told: ContactSheet, labels: Labels) -> str | None:
    """The guide and the version in which the contact was led."""
    contact = told.contact
    if not contact.script_id:
        return None
    return guide_words(labels.guide(contact.script_id), contact.script_version)


def _in_words(reason: Label, code: str) -> str | None:
    return reason(code) if code else None


def _lists(told: ContactSheet, gesture: Label) -> Iterator[Section]:
    at = QCoreApplication.translate("Exported", "Quand")
    words = QCoreApplication.translate("Exported", "Mots")
    kind = QCoreApplication.translate("Exported", "Type")
    yield _section(
        QCoreApplication.translate("Exported", "Écarts"),
        (at, kind, words, QCoreApplication.translate("Exported", "A aidé")),
        tuple(_step_off(one) for one in told.step_offs),
    )
    yield _section(
        QCoreApplication.translate("Exported", "Promesses et rappels"),
        (kind, QCoreApplication.translate("Exported", "Échéance"), words),
        tuple((label(one.kind), one.due_at, one.words) for one in told.promises),
    )
    yield _section(
        QCoreApplication.translate("Exported", "Gestes"),
        (at, kind, QCoreApplication.translate("Exported", "Montant"), words),
        tuple(
            (one.at, gesture(one.kind), dates.money(one.cents), one.words) for one in told.gestures
        ),
    )
    yield _incivilities(told, (at, kind), words)


def _incivilities(told: ContactSheet, before: tuple[str, str], words: str) -> Section:
    """What was reported, and whether a warning and an end followed."""
    return _section(
        QCoreApplication.translate("Exported", "Incivilités"),
        (
            *before,
            QCoreApplication.translate("Exported", "Gravité (1 à 3)"),
            words,
            QCoreApplication.translate("Exported", "Client prévenu"),
            QCoreApplication.translate("Exported", "Échange terminé"),
        ),
        tuple(
            (one.at, label(one.type), one.gravity, one.words, one.warned, one.ended)
            for one in told.incivilities
        ),
    )


def _step_off(one: StepOff) -> tuple[Cell, ...]:
    return (one.at, label(one.reason), one.words, None if one.helped is None else label(one.helped))


def _section(title: str, columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> Section:
    return Section(title=title, sheets=(Sheet(title=title, columns=columns, rows=rows),))


def _answer(answer: Answer) -> Section:
    title = QCoreApplication.translate("Exported", "Ce que le client a répondu")
    columns = (
        QCoreApplication.translate("Exported", "Quand"),
        QCoreApplication.translate("Exported", "Satisfaction (1 à 5)"),
        QCoreApplication.translate("Exported", "Effort (1 à 7)"),
        QCoreApplication.translate("Exported", "Recommandation (0 à 10)"),
    )
    row = (answer.at, answer.satisfaction, answer.effort, answer.nps)
    return Section(
        title=title,
        words=quoted(answer.words) if answer.words else "",
        sheets=(Sheet(title=title, columns=columns, rows=(row,)),),
    )
