"""A rich customer, and one with as many contacts as asked, written to a real store."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from desktop.domain.contacts import (
    Channel,
    Contact,
    Helped,
    Incivility,
    IncivilityType,
    Promise,
    PromiseKind,
    Resolution,
    StepOff,
    StepOffReason,
)
from desktop.domain.customers import Answer, Case, Civility, Contract, Customer, PinnedNote
from desktop.domain.ids import (
    AnswerId,
    CaseId,
    ContactId,
    ContractId,
    CustomerId,
    IncivilityId,
    PersonId,
    PromiseId,
    StepOffId,
)
from desktop.domain.people import Person, Role
from desktop.services.store import tables
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import to_row

NOW = datetime(2026, 11, 23, 9, 46, tzinfo=UTC)
CLAIRE = CustomerId("claire")
SONIA = Person(id=PersonId("sonia"), name="Sonia Kadri", role=Role.ADVISOR, sign_in="sonia")
LUC = Person(id=PersonId("luc"), name="Luc Bernard", role=Role.ADVISOR, sign_in="luc")


def insert_all(connection: Connection, values: Sequence[Any]) -> None:
    """Insert domain values, each into the table of its type."""
    for kind, table in _TABLES.items():
        rows = [to_row(value) for value in values if type(value) is kind]
        for row in rows:
            if "id" in table.c:
                row.setdefault("id", f"{table.name}-{rows.index(row)}")
        if rows:
            connection.execute(insert(table), rows)


_TABLES = {
    Person: tables.people,
    Customer: tables.customers,
    Contract: tables.contracts,
    Case: tables.cases,
    Contact: tables.contacts,
    StepOff: tables.step_offs,
    Promise: tables.promises,
    Incivility: tables.incivilities,
    Answer: tables.answers,
    PinnedNote: tables.pinned_notes,
}


def ago(**span: float) -> datetime:
    """An instant before NOW."""
    return NOW - timedelta(**span)


def claire() -> Customer:
    """Claire Moreau, known since 2016."""
    return Customer(
        id=CLAIRE,
        number="4018277",
        civility=Civility.MADAM,
        given_name="Claire",
        family_name="Moreau",
        preferred_name="Claire",
        address_as="Madame Moreau",
        phone="+33639981278",
        email="claire.moreau@courriel.example",
        street="12 rue des Tanneurs",
        postcode="49000",
        city="Angers",
        since=date(2016, 3, 14),
        details=(("Segment", "Particulier"), ("Mode de paiement", "Prélèvement")),
    )


def contact(
    id_: str,
    at: datetime,
    *,
    channel: Channel = Channel.CALL_IN,
    reason: str = "billing.gap",
    resolution: Resolution | None = None,
    note: str = "",
    person: PersonId | None = SONIA.id,
    customer_id: CustomerId = CLAIRE,
    minutes: float = 6.5,
    abandoned: bool = False,
) -> Contact:
    """A contact of some minutes."""
    return Contact(
        id=ContactId(id_),
        customer_id=customer_id,
        person_id=person,
        channel=channel,
        reason=reason,
        started_at=at,
        ended_at=at + timedelta(minutes=minutes),
        waited_s=42,
        abandoned=abandoned,
        resolution=resolution,
        estimate=5,
        note=note,
    )


def answer(id_: str, at: datetime, contact_id: str | None = None, **rest: Any) -> Answer:
    """A customer's answer."""
    linked = None if contact_id is None else ContactId(contact_id)
    return Answer(id=AnswerId(id_), customer_id=CLAIRE, contact_id=linked, at=at, **rest)


def contracts() -> list[Contract]:
    """Fibre and mobile."""
    return [
        Contract(
            id=ContractId("fibre"),
            customer_id=CLAIRE,
            number="77-20418",
            product="Box Fibre Confort",
            kind="fibre",
            monthly_cents=3999,
            starts=date(2021, 3, 1),
            remark="hausse +5 €",
        ),
        Contract(
            id=ContractId("mobile"),
            customer_id=CLAIRE,
            number="77-31902",
            product="Mobile 80 Go",
            kind="mobile",
            monthly_cents=1699,
            starts=date(2023, 6, 1),
            committed_until=date(2027, 6, 30),
        ),
    ]


def journey() -> list[Any]:
    """What happened with Claire, over every channel."""
    return [
        contact(
            "mail",
            ago(days=4, hours=13),
            channel=Channel.EMAIL,
            resolution=Resolution.FOLLOW_UP,
            note="Demande le détail de la hausse ; réponse promise sous 48 h.",
        ),
        contact(
            "call",
            ago(days=10, hours=16),
            resolution=Resolution.NOT_RESOLVED,
            note="Transférée deux fois, promesse de rappel.",
        ),
        contact(
            "shop",
            ago(days=51),
            channel=Channel.BRANCH,
            reason="move.address",
            resolution=Resolution.RESOLVED,
            note="Changement d’adresse.",
            person=LUC.id,
        ),
        contact("chat", ago(days=73), channel=Channel.CHAT, reason="network.wifi", person=LUC.id),
        contact("left", ago(days=90), reason="", person=None, minutes=0, abandoned=True),
        contact("letter", ago(days=150), channel=Channel.LETTER, reason="billing.copy"),
        StepOff(
            id=StepOffId("off"),
            contact_id=ContactId("call"),
            customer_id=CLAIRE,
            person_id=SONIA.id,
            at=ago(days=10, hours=15, minutes=58),
            script_id="bill",
            step_id="understand",
            reason=StepOffReason.ALREADY_TOLD,
            words="Reformuler sans reposer les questions.",
            helped=Helped.YES,
        ),
        Incivility(
            id=IncivilityId("rude"),
            contact_id=ContactId("call"),
            customer_id=CLAIRE,
            person_id=SONIA.id,
            at=ago(days=45),
            type=IncivilityType.RUDENESS,
            gravity=1,
            words="A raccroché en criant.",
        ),
        Promise(
            id=PromiseId("ring"),
            contact_id=ContactId("call"),
            customer_id=CLAIRE,
            person_id=SONIA.id,
            at=ago(days=10, hours=15),
            kind=PromiseKind.CALLBACK,
            due_at=NOW + timedelta(hours=6),
            words="Rappeler après 17 h au sujet de la remise",
        ),
    ]


def answers() -> list[Answer]:
    """Satisfaction falls, effort rises, she still recommends."""
    return [
        answer(
            "a1", ago(days=4), "mail", satisfaction=2, effort=6, words="Deux fois que j’explique"
        ),
        answer("a2", ago(days=10), "call", satisfaction=2, effort=6),
        answer("a3", ago(days=51), "shop", satisfaction=5, effort=2, nps=9),
        answer("a4", ago(days=73), "chat", satisfaction=4, effort=3),
        answer("a5", ago(days=120), satisfaction=5, effort=2, nps=9, words="Toujours aimables"),
        answer("a6", ago(days=150), "letter", satisfaction=4, effort=3, nps=8),
    ]


def rich() -> list[Any]:
    """Everything about Claire."""
    return [
        SONIA,
        LUC,
        claire(),
        *contracts(),
        Case(
            id=CaseId("case"),
            customer_id=CLAIRE,
            number="D-58214",
            title="Contestation facture d’octobre",
            reason="billing.gap",
            opened_at=ago(days=10),
            due_at=NOW + timedelta(days=1),
            reminders=2,
        ),
        *journey(),
        *answers(),
        PinnedNote(
            customer_id=CLAIRE,
            person_id=SONIA.id,
            at=ago(days=10),
            words="Entend mal de l’oreille gauche : parler posément, confirmer par SMS.",
        ),
    ]


async def write_rich(store: LocalStore) -> None:
    """Put Claire in the store."""
    await store.write(insert_all, rich())


def many(customer_id: CustomerId, count: int) -> list[Any]:
    """A customer known by a number alone, with `count` contacts, a fifth of them answered."""
    channels = list(Channel)
    contacts = [
        contact(
            f"{customer_id}-{n:05d}",
            ago(days=1 + n / 4),
            channel=channels[n % len(channels)],
            reason=f"reason.{n % 7}",
            note=f"Échange numéro {n}",
            customer_id=customer_id,
        )
        for n in range(count)
    ]
    given = [
        Answer(
            id=AnswerId(f"{one.id}-a"),
            customer_id=customer_id,
            contact_id=one.id,
            at=one.ended_at,
            satisfaction=1 + n % 5,
            effort=1 + n % 7,
        )
        for n, one in enumerate(contacts[::5])
    ]
    return [Customer(id=customer_id, number="23317894"), *contacts, *given]
