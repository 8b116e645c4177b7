"""How matches read in a list: who, then what answered, with the pieces marked."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.search import Field, Match
from desktop.ui.kit.listview import RowLook

_DOT = " · "

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CreateRow:
    """The last row: makes a file with what was typed."""

    text: str


SearchRow = Match | CreateRow


def key_of(row: SearchRow) -> str:
    """What makes a row the same when the list changes."""
    return row.customer_id if isinstance(row, Match) else ""


def look_of(row: object) -> RowLook:
    """What a row shows."""
    return _look_of_match(row) if isinstance(row, Match) else create_look(row)


def create_look(row: object) -> RowLook:
    """The row that makes a file."""
    text = row.text if isinstance(row, CreateRow) else ""
    if not text:
        title = QCoreApplication.translate("Search", "Créer une nouvelle fiche")
    else:
        title = QCoreApplication.translate(
            "Search", "Créer une fiche avec «\u202f{text}\u202f»"
        ).format(text=text)
    hint = QCoreApplication.translate("Search", "Ce que vous avez saisi y sera déjà inscrit.")
    return RowLook(title=title, subtitle=hint, icon="user-plus", tone="accent")


def spoken(row: SearchRow) -> str:
    """A row in one sentence, to be read aloud."""
    look = look_of(row)
    parts = (look.title, look.subtitle, look.meta, look.chip)
    return ", ".join(text for text in parts if text)


def _look_of_match(match: Match) -> RowLook:
    title, spans, told = _title(match)
    subtitle, marked = _joined(tuple(_details(match, told)))
    return RowLook(
        title=title,
        subtitle=subtitle,
        meta=match.product if match.marked(Field.CONTRACT) else "",
        icon="user" if match.held else "globe",
        tone="neutral",
        chip=_where(match),
        chip_tone="info",
        spans=spans,
        subtitle_spans=marked,
    )


def _where(match: Match) -> str:
    """Where a customer is known, who is not of this machine."""
    if match.held:
        return ""
    return match.branch or QCoreApplication.translate("Search", "Sur le serveur")


def _title(match: Match) -> tuple[str, Pieces, Field]:
    """The name; where it is not known, how the customer is reached, or their number."""
    for text, field in (
        (match.name, Field.NAME),
        (match.phone, Field.PHONE),
        (match.email, Field.EMAIL),
    ):
        if text:
            return text, match.marked(field), field
    words = QCoreApplication.translate("Search", "Client {number}")
    text = words.format(number=match.number)
    return text, _moved(match.marked(Field.NUMBER), text.find(match.number)), Field.NUMBER


def _details(match: Match, told: Field) -> Iterator[tuple[str, Pieces]]:
    if match.phone and told is not Field.PHONE:
        yield match.phone, match.marked(Field.PHONE)
    if match.email and told is not Field.EMAIL and (match.marked(Field.EMAIL) or not match.phone):
        yield match.email, match.marked(Field.EMAIL)
    if match.place:
        yield match.place, match.marked(Field.PLACE)
    if match.marked(Field.NUMBER) and told is not Field.NUMBER:
        words = QCoreApplication.translate("Search", "client {number}")
        yield _filled(words, match.number, match.marked(Field.NUMBER))
    if match.contract:
        words = QCoreApplication.translate("Search", "contrat {number}")
        yield _filled(words, match.contract, match.marked(Field.CONTRACT))


def _filled(words: str, number: str, pieces: Pieces) -> tuple[str, Pieces]:
    text = words.format(number=number)
    return text, _moved(pieces, text.find(number))


def _joined(details: tuple[tuple[str, Pieces], ...]) -> tuple[str, Pieces]:
    text = ""
    marked: Pieces = ()
    for words, pieces in details:
        text += _DOT if text else ""
        marked += _moved(pieces, len(text))
        text += words
    return text, marked


def _moved(pieces: Pieces, by: int) -> Pieces:
    return tuple((start + by, length) for start, length in pieces)
