"""Makes tables to import and the mappings that go with them."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

CUSTOMERS = """
into: customers
source: boutique
key: [Client]
fields:
  number: Client
  civility: {column: Civilité, values: {Mme: mme, M.: m}, otherwise: empty}
  given_name: Prénom
  family_name: {column: Nom, case: title}
  phone: Téléphone
  email: Courriel
  postcode: CP
  city: Ville
  since: {column: Depuis, format: "%d/%m/%Y"}
details:
  Points: Points
contracts:
  - when: [{column: Contrat, values: [""], negated: true}]
    number: Contrat
    product: {column: Offre, values: {F: Box Fibre, M: Mobile}}
    kind: {column: Offre, values: {F: fibre, M: mobile}}
    monthly: Mensuel
"""

CUSTOMER_HEADER = (
    "Client", "Civilité", "Prénom", "Nom", "Téléphone", "Courriel", "CP", "Ville", "Depuis",
    "Points", "Contrat", "Offre", "Mensuel",
)  # fmt: skip

CONTACTS = """
into: contacts
source: boutique
key: [Appel]
leave_out:
  - {column: Issue, values: [FANTOME], reason: phantom}
fields:
  customer: {column: Client, absent: ["0"]}
  advisor: {column: Conseiller, absent: [AUCUN]}
  channel: {constant: call_in}
  reason: {column: Motif, values: {F: billing.higher, P: technical.internet}, otherwise: empty}
  abandoned: {column: Issue, values: {RACCROCHE: "oui", REPONDU: "non"}}
times:
  zone: Europe/Paris
  day: {column: Jour, format: "%d/%m/%Y"}
  midnight_is_absent: true
  stages:
    wait: {start: Attente, end: Fin d'attente}
    service: {start: Début, end: Fin, seconds: Durée}
"""

CONTACT_HEADER = (
    "Appel", "Client", "Conseiller", "Motif", "Issue", "Jour", "Attente", "Fin d'attente",
    "Début", "Fin", "Durée",
)  # fmt: skip

CALL = ("1", "C1", "Ana", "F", "REPONDU", "02/03/2026", "9:00:00", "9:00:20", "9:00:20", "9:03:20", "180")  # fmt: skip


def customer(rank: int, **other: str) -> tuple[str, ...]:
    """A row of a customer; `other` names columns."""
    row = dict(
        zip(
            CUSTOMER_HEADER,
            (
                f"C{rank}", "Mme", "Chloé", "LEFÈVRE", f"06 39 98 {rank // 100 % 100:02d} {rank % 100:02d}",
                f"c{rank}@poste.example", "44000", "Nantes", "03/02/2021", str(rank),
                f"K{rank}", "F", "1\u202f039,99 €",
            ),
            strict=True,
        )
    )  # fmt: skip
    return tuple((row | other).values())


def call(rank: int, **other: str) -> tuple[str, ...]:
    """A row of a contact; `other` names columns."""
    row = dict(zip(CONTACT_HEADER, (str(rank), *CALL[1:]), strict=True))
    return tuple((row | other).values())


def write(
    path: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    separator: str = ";",
    encoding: str = "utf-8",
) -> Path:
    """A text table with CRLF line ends."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def mapping_file(folder: Path, words: str, name: str = "mapping.yaml") -> Path:
    """The mapping written to a file."""
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path
