"""Asks the search indexes: first as it was typed, then, where too few answer, with known words."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from desktop.domain.ids import CustomerId
from desktop.domain.ranking import Candidate, marked_words, rank
from desktop.domain.search import Match, Query, Results, readings, said, spellings, split
from desktop.domain.vocabulary import Vocabulary
from desktop.services.store.search_numbers import docs_of_number, number_filter

ENOUGH: Final = 5
"""With fewer matches than these, words are corrected."""

_MAIL_END: Final = "\U0010ffff"

Docs = dict[int, None]
"""Numbers of customers in the order in which they were found."""


def find(connection: Connection, text: str, limit: int, vocabulary: Vocabulary) -> Results:
    """The customers who answer what was typed, the best first, `limit` at most."""
    for query in readings(text):
        docs = _docs(connection, query, limit)
        corrections: dict[str, tuple[str, ...]] = {}
        if len(docs) < ENOUGH and query.words and not query.mail:
            corrections = _corrections(connection, query, vocabulary, strict=bool(docs))
            docs |= _corrected_docs(connection, query, corrections, limit - len(docs))
        if docs:
            matches = rank(query, _candidates(connection, docs), corrections)
            words = _corrected_words(query, matches, corrections)
            return Results(text=text, matches=matches, corrected=words)
    return Results(text=text)


def by_phone(connection: Connection, e164: str) -> tuple[Match, ...]:
    """The customers who have exactly this number, as their first or second one."""
    rows = connection.exec_driver_sql(
        "SELECT doc FROM customers WHERE phone = ? AND phone <> ''"
        " UNION SELECT doc FROM customers WHERE phone2 = ? AND phone2 <> ''",
        (e164, e164),
    )
    query = Query(numbers=(said(e164),), phone=e164)
    return rank(query, _candidates(connection, dict.fromkeys(row[0] for row in rows)), {})


def by_mail(connection: Connection, mail: str) -> tuple[Match, ...]:
    """The customers who have exactly this address, whatever its case."""
    rows = connection.exec_driver_sql(
        "SELECT doc FROM customers WHERE lower(email) = ? AND email <> '' LIMIT 50", (mail.lower(),)
    )
    docs = dict.fromkeys(row[0] for row in rows)
    return rank(Query(mail=mail.lower()), _candidates(connection, docs), {})


def alike(
    connection: Connection, phone: str, mail: str, name: tuple[str, str], limit: int
) -> tuple[Match, ...]:
    """The customers who have this phone, this address, or exactly these two names."""
    found = by_phone(connection, phone) if phone else ()
    found += by_mail(connection, mail) if mail else ()
    given, family = split(name[0]), split(name[1])
    if given and family:
        query = Query(words=given + family)
        whole = " AND ".join(f'"{word}"' for word in query.words)
        docs = _run(connection, f"{{name}} : ({whole})", 50)
        same = [
            one
            for one in _candidates(connection, docs)
            if (split(one.given_name), split(one.family_name)) == (given, family)
        ]
        found += rank(query, same, {})
    return tuple({match.customer_id: match for match in found}.values())[:limit]


def learn(connection: Connection, vocabulary: Vocabulary) -> None:
    """Bring a vocabulary up to date with the names that came since it last was."""
    rows = connection.exec_driver_sql(
        "SELECT place, words FROM search_vocabulary WHERE place > ?", (vocabulary.learnt,)
    ).all()
    if rows:
        vocabulary.learn(row[1] for row in rows)
        vocabulary.learnt = max(row[0] for row in rows)


def _docs(connection: Connection, query: Query, limit: int) -> Docs:
    if query.mail:
        return _with_mail(connection, query.mail, limit)
    if query.words:
        return _with_words(connection, query, limit)
    docs: Docs = docs_of_number(connection, query, limit)
    for number in query.numbers[1:]:
        narrowing, values = number_filter(number)
        docs = _among(connection, docs, narrowing, values)
    return docs


def _with_mail(connection: Connection, mail: str, limit: int) -> Docs:
    rows = connection.exec_driver_sql(
        "SELECT doc FROM customers"
        " WHERE lower(email) >= ? AND lower(email) < ? AND email <> '' LIMIT ?",
        (mail, mail + _MAIL_END, limit),
    )
    return dict.fromkeys(row[0] for row in rows)


def _with_words(connection: Connection, query: Query, limit: int) -> Docs:
    """Whole names first, then names that begin so, then whatever else does."""
    begun = [_any_of(spellings(word), "*") for word in query.words]
    whole = [_any_of(spellings(word), "") for word in query.words]
    if query.numbers:
        docs = _run(connection, _all_of([*begun, *(f'"{n}"*' for n in query.numbers)]), limit)
        for number in query.numbers if len(docs) < ENOUGH else ():
            narrowing, values = number_filter(number)
            docs |= _run(connection, _all_of(begun), limit - len(docs), narrowing, values)
        return docs
    docs = {}
    if max(map(len, query.words)) > 1:
        docs = _run(connection, f"{{name}} : ({_all_of(whole)})", limit)
    for match in (f"{{name}} : ({_all_of(begun)})", _all_of(begun)):
        if len(docs) < limit:
            docs |= dict.fromkeys(_new(_run(connection, match, limit), docs, limit))
    return docs


def _new(found: Docs, docs: Docs, limit: int) -> Iterator[int]:
    room = limit - len(docs)
    for doc in found:
        if doc not in docs and room > 0:
            room -= 1
            yield doc


def _any_of(words: Sequence[str], ending: str) -> str:
    terms = [f'"{word}"{ending}' for word in words]
    return f"({' OR '.join(terms)})"


def _all_of(parts: Sequence[str]) -> str:
    return " AND ".join(parts)


def _run(
    connection: Connection,
    match: str,
    limit: int,
    narrowing: str = "",
    values: tuple[Any, ...] = (),
) -> Docs:
    rows = connection.exec_driver_sql(
        f"SELECT rowid FROM search_words WHERE search_words MATCH ?{narrowing} LIMIT ?",
        (match, *values, limit),
    )
    return dict.fromkeys(row[0] for row in rows)


def _among(connection: Connection, docs: Docs, narrowing: str, values: tuple[Any, ...]) -> Docs:
    """Those of `docs` that also pass a filter on `rowid`."""
    rows = connection.exec_driver_sql(
        f"SELECT rowid FROM (SELECT value AS rowid FROM json_each(?)) WHERE true{narrowing}",
        (json.dumps(list(docs)), *values),
    )
    return dict.fromkeys(row[0] for row in rows)


def _corrections(
    connection: Connection, query: Query, vocabulary: Vocabulary, *, strict: bool
) -> dict[str, tuple[str, ...]]:
    """Known words for those that nobody's name begins with; where all are borne, for each.

    With `strict`, some customers answer as it was typed: only what lies near is added.
    """
    learn(connection, vocabulary)
    unknown = [
        word for word in query.words if not _run(connection, _any_of(spellings(word), "*"), 1)
    ]
    most = 3 if strict else 8
    found = {word: vocabulary.closest(word, most) for word in unknown or query.words}
    return {word: known for word, known in found.items() if known}


def _corrected_docs(
    connection: Connection, query: Query, corrections: Mapping[str, Sequence[str]], limit: int
) -> Docs:
    if not corrections or limit <= 0:
        return {}
    parts = []
    for word in query.words:
        known = [f'"{each}"' for each in corrections.get(word, ())]
        parts.append(f"({' OR '.join([*known, _any_of(spellings(word), '*')])})")
    parts.extend(f'"{number}"*' for number in query.numbers)
    return _run(connection, f"{{name place}} : ({_all_of(parts)})", limit)


def _corrected_words(
    query: Query, matches: Sequence[Match], corrections: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    used = {word: known for word, known in corrections.items() if word in query.words}
    return tuple(marked_words(matches[:ENOUGH], used)) if used else ()


def _candidates(connection: Connection, docs: Iterable[int]) -> list[Candidate]:
    rows = connection.exec_driver_sql(
        "SELECT id, given_name, family_name, preferred_name, number, phone, phone2, email,"
        " postcode, city FROM customers WHERE doc IN (SELECT value FROM json_each(?))",
        (json.dumps(list(docs)),),
    ).all()
    held = _contracts(connection, [row[0] for row in rows])
    return [_candidate(row, held.get(row[0], ())) for row in rows]


def _candidate(row: Sequence[Any], contracts: Sequence[tuple[str, str]]) -> Candidate:
    ident, given, family, preferred, number, phone, phone2, email, postcode, city = row
    return Candidate(
        customer_id=CustomerId(ident),
        given_name=given,
        family_name=family,
        preferred_name=preferred,
        number=number,
        phone=phone,
        phone2=phone2,
        email=email,
        postcode=postcode,
        city=city,
        contracts=tuple(contracts),
    )


def _contracts(
    connection: Connection, customers: Sequence[str]
) -> dict[str, list[tuple[str, str]]]:
    rows = connection.exec_driver_sql(
        "SELECT customer_id, number, product FROM contracts"
        " WHERE customer_id IN (SELECT value FROM json_each(?))"
        " ORDER BY status = 'ended', doc DESC",
        (json.dumps(customers),),
    )
    held: dict[str, list[tuple[str, str]]] = {}
    for owner, number, product in rows:
        held.setdefault(owner, []).append((number, product))
    return held
