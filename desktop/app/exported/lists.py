"""The lists of one's own pages as tables: the day's contacts, promises, a customer's journey."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.day import DayContact, EstimateAnswer, MyDay
from desktop.domain.exports import Cell, Sheet
from desktop.domain.timeline import Entry
from desktop.ui.contacts.promises_viewmodel import PromiseRow
from desktop.ui.kit import dates
from desktop.ui.kit.labels import label
from desktop.ui.kit.printing import Exported, Section

Label = Callable[[str], str]


def day(told: MyDay, reason: Label) -> Exported:
    """A day: its contacts, and the answers beside one's estimates."""
    title = QCoreApplication.translate("Exported", "Ma journée du {day}")
    return Exported(
        title=title.format(day=dates.long_day(told.day)),
        sections=(
            _section(_contacts(told.contacts, reason)),
            _section(_answers(told.answers, reason)),
        ),
    )


def promises(rows: Sequence[PromiseRow]) -> Exported:
    """Open promises and callbacks, those due first at the top."""
    title = QCoreApplication.translate("Exported", "Promesses et rappels")
    columns = (
        QCoreApplication.translate("Exported", "Échéance"),
        QCoreApplication.translate("Exported", "Où elle en est"),
        QCoreApplication.translate("Exported", "Client"),
        QCoreApplication.translate("Exported", "Type"),
        QCoreApplication.translate("Exported", "Mots"),
    )
    told: list[tuple[Cell, ...]] = [
        (
            row.due.promise.due_at,
            label(row.standing),
            row.due.customer_name,
            label(row.due.promise.kind),
            row.due.promise.words,
        )
        for row in rows
    ]
    sheet = Sheet(title=title, columns=columns, rows=tuple(told))
    return Exported(title=title, sections=(_section(sheet),), landscape=True)


def journey(entries: Sequence[Entry], customer: str, reason: Label) -> Exported:
    """A customer's journey, newest first."""
    title = QCoreApplication.translate("Exported", "Parcours de {customer}")
    columns = (
        QCoreApplication.translate("Exported", "Quand"),
        QCoreApplication.translate("Exported", "Quoi"),
        QCoreApplication.translate("Exported", "Canal"),
        QCoreApplication.translate("Exported", "Motif"),
        QCoreApplication.translate("Exported", "Résolution"),
        QCoreApplication.translate("Exported", "Note"),
        QCoreApplication.translate("Exported", "Satisfaction"),
        QCoreApplication.translate("Exported", "Effort"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            one.at,
            label(one.kind),
            None if one.channel is None else label(one.channel),
            reason(one.reason) if one.reason else None,
            None if one.resolution is None else label(one.resolution),
            one.note or one.words or None,
            one.feeling,
            one.effort,
        )
        for one in entries
    ]
    sheet = Sheet(title="", columns=columns, rows=tuple(rows))
    return Exported(
        title=title.format(customer=customer), sections=(_section(sheet),), landscape=True
    )


def _contacts(contacts: Sequence[DayContact], reason: Label) -> Sheet:
    return Sheet(
        title=QCoreApplication.translate("Exported", "Contacts"),
        columns=(
            QCoreApplication.translate("Exported", "Quand"),
            QCoreApplication.translate("Exported", "Client"),
            QCoreApplication.translate("Exported", "Canal"),
            QCoreApplication.translate("Exported", "Motif"),
            QCoreApplication.translate("Exported", "Résolution"),
        ),
        rows=tuple(
            (
                one.at,
                one.customer_name or None,
                label(one.channel),
                reason(one.reason) if one.reason else None,
                None if one.resolution is None else label(one.resolution),
            )
            for one in contacts
        ),
    )


def _answers(answers: Sequence[EstimateAnswer], reason: Label) -> Sheet:
    return Sheet(
        title=QCoreApplication.translate("Exported", "Estimations et réponses"),
        columns=(
            QCoreApplication.translate("Exported", "Quand"),
            QCoreApplication.translate("Exported", "Client"),
            QCoreApplication.translate("Exported", "Motif"),
            QCoreApplication.translate("Exported", "Votre estimation"),
            QCoreApplication.translate("Exported", "Réponse"),
        ),
        rows=tuple(
            (
                one.at,
                one.customer_name,
                reason(one.reason) if one.reason else None,
                one.estimate,
                one.answer,
            )
            for one in answers
        ),
    )


def _section(sheet: Sheet) -> Section:
    return Section(title=sheet.title, sheets=(sheet,))
