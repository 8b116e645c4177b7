"""Guides, reasons, standards and latitude in the shared database, pulled by every machine."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.services.store.shared.acting import Connection, change, every, keeping


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A guide, the tree of reasons, the standards or the latitude, as its YAML file has it."""

    id: str
    type: str
    """reasons, script, standards or latitude."""
    name: str
    text: str
    version: int | None = None
    """The file's own; None: one more than what is held."""


def push(
    connection: Connection, documents: Sequence[Document], *, force: bool = False, own: bool = False
) -> dict[str, list[str]]:
    """Put documents in; those that were changed here stay, unless `force` or `own`.

    The organisation's `own` ones count as changed here, so that no upgrade takes them back.
    Answers the ids under `new`, `changed`, `same` and `kept`.
    """
    told: dict[str, list[str]] = {"new": [], "changed": [], "same": [], "kept": []}
    with keeping(connection):
        rows = every(connection, "select id, text from vav.documents for update")
        held = {row["id"]: row["text"] for row in rows}
        marks = every(connection, "select name, value from vav.meta where name like 'document:%%'")
        known = {row["name"].removeprefix("document:"): row["value"] for row in marks}
        for document in documents:
            text = held.get(document.id)
            untouched = text is not None and known.get(document.id) == _print(text)
            outcome = _outcome(document, text, may=force or own or untouched)
            told[outcome].append(document.id)
            if outcome in {"new", "changed"}:
                _put(connection, document)
            if outcome != "kept":
                _mark(connection, document.id, "" if own else _print(document.text))
    return told


def _outcome(document: Document, held: str | None, *, may: bool) -> str:
    if held is None:
        return "new"
    if held == document.text:
        return "same"
    return "changed" if may else "kept"


def _mark(connection: Connection, ident: str, value: str) -> None:
    """What tells later whether a document is still as it came with the application."""
    words = """insert into vav.meta values (%s, %s)
        on conflict (name) do update set value = excluded.value"""
    change(connection, words, f"document:{ident}", value)


def _put(connection: Connection, document: Document) -> None:
    change(
        connection,
        """insert into vav.documents as held (id, type, name, version, text) values (%s, %s, %s, coalesce(%s, 1), %s)
        on conflict (id) do update set type = excluded.type, name = excluded.name,
            version = coalesce(%s, held.version + 1), text = excluded.text""",
        document.id,
        document.type,
        document.name,
        document.version,
        document.text,
        document.version,
    )


def _print(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
