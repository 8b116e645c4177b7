"""Writes a first mapping from a table's header and first rows, for a person to correct."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice
from typing import Any

import yaml

from desktop.domain.importing import Rejected
from desktop.domain.importing.values import Row, moment_of, text_of
from desktop.services.importing.mapping import SEPARATORS, Into
from desktop.services.importing.tables import Table

LOOKED_AT = 200
_FORMATS = ("iso", "%d/%m/%Y", "%d/%m/%y", "%Y/%m/%d", "%d-%m-%Y", "%d.%m.%Y", "%m/%d/%Y", "%y%m%d")
_CLOCKS = ("", " %H:%M", " %H:%M:%S")

_CUSTOMER_WORDS = {
    "number": "number customerid customer clientid client idclient numclient numeroclient nclient "
    "codeclient refclient reference customernumber id",
    "civility": "civility civilite titre gender genre sexe title",
    "given_name": "givenname firstname prenom",
    "family_name": "familyname lastname surname nom nomdefamille name",
    "phone": "phone phonenumber telephone tel telephone1 tel1 mobile portable gsm telmobile",
    "phone2": "phone2 telephone2 tel2 fixe telfixe telephonefixe landline",
    "email": "email mail courriel adressemail adresseemail emailaddress",
    "street": "street address adresse adresse1 rue voie",
    "postcode": "postcode postalcode zip zipcode codepostal cp",
    "city": "city ville commune town",
    "since": "since customersince clientdepuis dateentree datecreation creele anciennetedepuis",
}
_CONTACT_WORDS = {
    "customer": "customer customerid client clientid idclient numclient numeroclient codeclient",
    "advisor": "advisor agent server conseiller operateur collaborateur",
    "channel": "channel canal",
    "reason": "reason motif type categorie category sujet",
    "note": "note notes commentaire comment remarque description",
    "waited_s": "wait waited waiteds attente dureeattente tempsattente queuetime qtime",
}
_ANSWER_WORDS = {
    "token": "token jeton contactid idcontact contact reference ref",
    "at": "at date datereponse answeredat horodatage timestamp datetime completedat",
    "satisfaction": "satisfaction csat note notesatisfaction",
    "effort": "effort ces effortclient",
    "nps": "nps recommandation recommend recommendation",
    "words": "words comment comments commentaire verbatim text texte",
}
_KEYS = "contactid callid idcontact idappel appelid ticketid ticket id reference"
_STARTS = "start startedat started debut date datedebut dateheure horodatage datetime timestamp"
_ENDS = "end endedat ended fin datefin"
_SECONDS = "duration durations duree dureeappel seconds"
_CIVILITIES = {
    "Mme": "mme", "Mlle": "mme", "Madame": "mme", "Female": "mme", "F": "mme", "Femme": "mme",
    "M.": "m", "M": "m", "Mr": "m", "Monsieur": "m", "Male": "m", "H": "m", "Homme": "m",
}  # fmt: skip


def guess(table: Table, into: Into, source: str) -> str:
    """A mapping as YAML. Every column has a place; those not understood are details."""
    rows = [record.cells for record in islice(table.records(), LOOKED_AT) if not record.fault]
    guessed = {"customers": _customers, "contacts": _contacts, "answers": _answers}[into]
    told = guessed(table.header, rows)
    name = _slug(source)
    begun: dict[str, Any] = {"into": into, "source": name}
    for word, sign in SEPARATORS.items():
        if sign == table.separator:
            begun["separator"] = word
    if table.encoding:
        begun["encoding"] = table.encoding
    dumped: str = yaml.safe_dump(begun | told, allow_unicode=True, sort_keys=False, width=100)
    return dumped


def _customers(header: Sequence[str], rows: Sequence[Row]) -> dict[str, Any]:
    fields = _recognised(header, _CUSTOMER_WORDS)
    used = set(fields.values())
    cells: dict[str, Any] = dict(fields)
    if "civility" in fields:
        cells["civility"] = {
            "column": fields["civility"], "values": _CIVILITIES, "otherwise": "empty"
        }  # fmt: skip
    if "since" in fields:
        cells["since"] = _dated(fields["since"], header, rows)
    key = fields.get("number", header[0])
    return {
        "key": [key],
        "fields": cells,
        "details": {name: name for name in header if name and name not in used},
    }


def _answers(header: Sequence[str], rows: Sequence[Row]) -> dict[str, Any]:
    fields = _recognised(header, _ANSWER_WORDS)
    used = set(fields.values())
    key = _recognised(header, {"key": "answerid id idreponse responseid"}, taken=used)
    token = fields.get("token", header[0])
    cells: dict[str, Any] = {"token": token} | fields
    cells["at"] = _dated(fields.get("at", header[-1]), header, rows)
    used |= set(key.values()) | {token}
    return {
        "key": [key.get("key", token)],
        "fields": cells,
        "details": {name: name for name in header if name and name not in used},
    }


def _contacts(header: Sequence[str], rows: Sequence[Row]) -> dict[str, Any]:
    times = _recognised(header, {"start": _STARTS, "end": _ENDS, "seconds": _SECONDS})
    fields = _recognised(header, _CONTACT_WORDS, taken=set(times.values()))
    key = _recognised(header, {"key": _KEYS}, taken={*times.values(), *fields.values()})
    stage: dict[str, Any] = {
        name: column if name == "seconds" else _dated(column, header, rows)
        for name, column in times.items()
    }
    stage = stage or {"start": header[0]}
    used = {*fields.values(), *times.values(), *key.values()}
    return {
        "key": [key.get("key", header[0])],
        "fields": {"channel": {"constant": "call_in"}} | fields,
        "times": {"zone": "Europe/Paris", "stages": {"service": stage}},
        "details": {name: name for name in header if name and name not in used},
    }


def _recognised(
    header: Sequence[str], words: dict[str, str], taken: set[str] | None = None
) -> dict[str, str]:
    """Fields and the column of each, the commonest words first; a column serves once."""
    used = set(taken or ())
    found = {}
    plain = {name: _plain(name) for name in header if name}
    for field, known in words.items():
        for word in known.split():
            column = next((one for one in plain if plain[one] == word and one not in used), None)
            if column is not None:
                found[field] = column
                used.add(column)
                break
    return found


def _dated(column: str, header: Sequence[str], rows: Sequence[Row]) -> dict[str, Any]:
    """The column with the first format that reads all of its first values."""
    at = list(header).index(column)
    cells = [row[at] for row in rows if text_of(row[at])]
    for form in [one + clock for one in _FORMATS for clock in _CLOCKS if one != "iso" or not clock]:
        try:
            for cell in cells:
                moment_of(cell, (form,), column)
        except Rejected:
            continue
        return {"column": column, "format": form}
    return {"column": column, "format": "excel"}


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in folded if letter.isascii() and letter.isalnum())


def _slug(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or "source"
