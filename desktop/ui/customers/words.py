"""What screens say of a customer, their alerts and their journey, in words."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.alerts import Alert, AlertKind, days_until
from desktop.domain.awaiting import still
from desktop.domain.contacts import PromiseKind, PromiseState
from desktop.domain.customer_file import CustomerFile
from desktop.domain.customers import Case, Contract, ContractStatus, Customer
from desktop.domain.timeline import Entry, EntryKind
from desktop.ui.customers.video_words import calls_words
from desktop.ui.kit import dates
from desktop.ui.kit.labels import known, label
from desktop.ui.kit.labels_customers import feeling_words
from desktop.ui.kit.names import short_name

ReasonLabel = Callable[[str], str]

DOT = " · "


def customer_name(customer: Customer) -> str:
    """« Claire Moreau »; « Client 23317894 » where no name is known."""
    if customer.given_name or customer.family_name:
        return customer.full_name
    return QCoreApplication.translate("Customer", "Client {number}").format(number=customer.number)


def place_words(customer: Customer) -> str:
    """« Angers (49) »."""
    if customer.city and customer.postcode:
        return f"{customer.city} ({customer.postcode[:2]})"
    return customer.city or customer.postcode


def number_words(customer: Customer) -> str:
    """« Nº 4 018 277 », figures in threes where it is a plain number of some length."""
    number = customer.number
    if number.isdigit() and not number.startswith("0") and len(number) <= 9:
        number = f"{int(number):,}".replace(",", dates.NARROW)
    return QCoreApplication.translate("Customer", "Nº {number}").format(number=number)


def since_words(customer: Customer) -> str:
    """« Fidèle depuis 2016 »; empty when nobody knows."""
    if customer.since is None:
        return ""
    words = QCoreApplication.translate("Customer", "Fidèle depuis {year}")
    return words.format(year=customer.since.year)


def alert_words(alert: Alert, reason_label: ReasonLabel, now: datetime) -> str:
    """One thing to know, as part of a line."""
    match alert.kind:
        case AlertKind.PROMISE_LATE | AlertKind.PROMISE_DUE:
            return _promise_alert(alert, now)
        case AlertKind.INCIVILITY:
            words = QCoreApplication.translate("Alert", "incivilité signalée {when}")
            return words.format(when=_ago(alert, now))
        case AlertKind.CASE_DUE:
            return _case_alert(alert, now)
        case AlertKind.REPEATED:
            return _repeated(alert, reason_label)
        case AlertKind.EFFORT_RISING:
            words = QCoreApplication.translate("Alert", "effort en hausse (+{n})")
            return words.format(n=dates.decimal(alert.change))
        case AlertKind.LAST_ADVISOR:
            words = QCoreApplication.translate("Alert", "dernier échange avec {name}, {when}")
            return words.format(name=alert.name, when=_ago(alert, now))


def _promise_alert(alert: Alert, now: datetime) -> str:
    if alert.count > 1:
        words = QCoreApplication.translate("Alert", "{n} promesses, la première {due}")
        return words.format(n=alert.count, due=_due(alert, now))
    if alert.promise is PromiseKind.CALLBACK:
        words = QCoreApplication.translate("Alert", "promesse de rappel : {due}")
    else:
        words = QCoreApplication.translate("Alert", "promesse : {due}")
    return words.format(due=_due(alert, now))


def _case_alert(alert: Alert, now: datetime) -> str:
    if alert.at is not None and days_until(alert.at, now) < 0:
        words = QCoreApplication.translate("Alert", "dossier « {title} » : échéance passée {ago}")
        return words.format(title=alert.words, ago=_ago(alert, now))
    words = QCoreApplication.translate("Alert", "dossier « {title} » : {due}")
    return words.format(title=alert.words, due=_due(alert, now))


def _repeated(alert: Alert, reason_label: ReasonLabel) -> str:
    if alert.days <= 1:
        words = QCoreApplication.translate("Alert", "{n} contacts en un jour : {reason}")
    else:
        words = QCoreApplication.translate("Alert", "{n} contacts en {days} jours : {reason}")
    return words.format(
        n=alert.count, days=alert.days, reason=last_part(reason_label(alert.reason))
    )


def _due(alert: Alert, now: datetime) -> str:
    return "" if alert.at is None else dates.due(alert.at.date(), now.date())


def _ago(alert: Alert, now: datetime) -> str:
    return "" if alert.at is None else dates.ago(alert.at, now)


def know_words(alerts: tuple[Alert, ...], file: CustomerFile, reason_label: ReasonLabel) -> str:
    """The line of what to know now; it opens with a capital."""
    line = DOT.join(alert_words(alert, reason_label, file.read_at) for alert in alerts)
    return line[:1].upper() + line[1:]


def last_part(reason: str) -> str:
    """« Écart » of « Facturation › Écart »."""
    return reason.rpartition(" › ")[2]


def month_words(on: date, today: date) -> str:
    """« mars 2021 »."""
    del today
    # A day in full is « lundi 1er mars 2021 »: the month and the year are its last two words.
    return " ".join(dates.long_day(on).split(" ")[-2:])


def contract_words(contract: Contract, today: date) -> str:
    """« Nº 77-20418 · depuis mars 2021 »."""
    parts = [QCoreApplication.translate("Contract", "Nº {n}").format(n=contract.number)]
    if contract.committed_until is not None and contract.committed_until >= today:
        words = QCoreApplication.translate("Contract", "engagement → {until}")
        parts.append(words.format(until=f"{contract.committed_until:%m/%Y}"))
    elif contract.starts is not None:
        words = QCoreApplication.translate("Contract", "depuis {month}")
        parts.append(words.format(month=month_words(contract.starts, today)))
    return DOT.join(parts)


def contract_state(contract: Contract) -> tuple[str, str]:
    """The word at a contract's end and its colour: a remark, else a status that is not plain."""
    if contract.remark:
        return contract.remark, "text2"
    if contract.status is ContractStatus.ACTIVE:
        return label(contract.status), "success"
    return label(contract.status), "text3"


def case_words(case: Case, reason_label: ReasonLabel, now: datetime) -> str:
    """« Ouvert il y a 10 jours · Facturation · 2 relances »."""
    words = QCoreApplication.translate("Case", "Ouvert {ago}")
    parts = [words.format(ago=dates.ago(case.opened_at.astimezone(now.tzinfo), now))]
    if case.reason:
        parts.append(last_part(reason_label(case.reason)))
    if case.reminders == 1:
        parts.append(QCoreApplication.translate("Case", "1 relance"))
    elif case.reminders:
        parts.append(QCoreApplication.translate("Case", "{n} relances").format(n=case.reminders))
    return DOT.join(parts)


def due_chip(due: datetime, now: datetime) -> tuple[str, str]:
    """Words and tone of a due date: amber when near or past, never red."""
    local = due.astimezone(now.tzinfo)
    words = dates.due(local.date(), now.date())
    near = days_until(due, now) <= 1
    return words[:1].upper() + words[1:], "warning" if near else "neutral"


def entry_title(entry: Entry) -> str:
    """« Appel entrant · non résolu »: what it was, and how it ended where not well."""
    if entry.kind is EntryKind.CONTACT and entry.channel is not None:
        title = label(entry.channel)
        if entry.abandoned:
            return title + DOT + _abandoned(entry)
        if entry.resolution is not None and entry.resolution != "resolved":
            return title + DOT + label(entry.resolution).lower()
        return title
    if entry.kind is EntryKind.PROMISE:
        return _promise_title(entry)
    if entry.cents:
        return label(entry.kind) + DOT + dates.money(entry.cents)
    return label(entry.kind)


def _abandoned(entry: Entry) -> str:
    if entry.waited_s is None:
        return QCoreApplication.translate("Journey", "abandonné avant réponse")
    words = QCoreApplication.translate("Journey", "abandonné après {span} d’attente")
    return words.format(span=dates.span(entry.waited_s))


def _promise_title(entry: Entry) -> str:
    if entry.promise is PromiseKind.CALLBACK:
        title = QCoreApplication.translate("Journey", "Rappel promis")
    else:
        title = QCoreApplication.translate("Journey", "Promesse")
    match entry.promise_state:
        case PromiseState.KEPT:
            return title + DOT + QCoreApplication.translate("Journey", "tenue")
        case PromiseState.CANCELLED:
            return title + DOT + QCoreApplication.translate("Journey", "annulée")
        case _:
            return title


def entry_line(entry: Entry, reason_label: ReasonLabel, gesture_label: ReasonLabel = str) -> str:
    """The one line under the title: why, then the customer's words, else the advisor's."""
    why = last_part(reason_label(entry.reason)) if entry.reason else _code_words(entry)
    why = why or gesture_label(entry.gesture)
    said = " ".join(entry.note.split())
    if entry.words:
        said = QCoreApplication.translate("Journey", "« {words} »").format(words=entry.words)
    return DOT.join(part for part in (_waits(entry), why, calls_words(entry.calls), said) if part)


def _waits(entry: Entry) -> str:
    """That nobody said yet that the customer answered."""
    return (
        QCoreApplication.translate("Standards", "On attend le client") if still(entry.waits) else ""
    )


def _code_words(entry: Entry) -> str:
    for code in (entry.step_off, entry.incivility):
        if code is not None and known(type(code)):
            return label(code)
    return ""


def entry_when(entry: Entry, now: datetime) -> str:
    """« Ven. 13 nov. · 18:02 · Sonia K. »."""
    when = dates.moment(entry.at.astimezone(now.tzinfo), now)
    who = short_name(entry.advisor)
    return DOT.join(part for part in (when[:1].upper() + when[1:], who) if part)


def entry_text(
    entry: Entry, reason_label: ReasonLabel, now: datetime, gesture_label: ReasonLabel = str
) -> str:
    """All of it, to be read aloud."""
    parts = [entry_title(entry), entry_when(entry, now)]
    if waits := _waits(entry):
        parts.append(waits)
    if entry.gesture:
        parts.append(gesture_label(entry.gesture))
    if entry.reason:
        parts.append(reason_label(entry.reason))
    if entry.calls:
        parts.append(calls_words(entry.calls))
    if entry.words:
        parts.append(QCoreApplication.translate("Journey", "« {words} »").format(words=entry.words))
    if entry.note:
        parts.append(entry.note)
    if entry.feeling is not None:
        parts.append(feeling_words(entry.feeling))
    return ". ".join(parts)


def guide_words(title: str, version: int | None) -> str:
    """« Facture plus élevée, version 2 »: the guide of a contact, in the version that it followed."""
    name = title or QCoreApplication.translate("EntryOverlay", "Un guide qui n’est plus connu ici")
    if version is None:
        return name
    words = QCoreApplication.translate("EntryOverlay", "{guide}, version {n}")
    return words.format(guide=name, n=version)
