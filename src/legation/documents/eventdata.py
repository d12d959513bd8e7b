"""Event data of others as documents: rows of a CSV in pieces, each piece a document that quotes its rows.

A piece keeps the header and its rows as they stand in the file, so that it is a table of its own, and its id is the
hash of just that: the same file gives the same documents, whatever was imported before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.documents.document import Document, Zone, ZoneKind, content_id
from legation.documents.formulas import guard_length
from legation.documents.span import Span
from legation.errors import UnreadableDocument

# Rows in one document: few enough that a document is quick to load, many enough that there are not millions of them.
PIECE = 500
# What each field may be called by those who publish event data, in lower case, the usual name first.
NAMES: Mapping[str, Sequence[str]] = {
    "date": ("date", "event date", "event_date", "day", "sqldate"),
    "source": ("source", "source name", "actor name", "actor", "actor1name", "actor1", "agent", "agents"),
    "source_country": ("source country", "source_country", "actor cow", "actor country", "actor1countrycode"),
    "target": ("target", "target name", "recipient name", "recipient", "actor2name", "actor2", "recipients"),
    "target_country": ("target country", "target_country", "recipient cow", "recipient country", "actor2countrycode"),
    "type": ("type", "event type", "event_type", "cameo code", "cameo", "eventcode", "code", "root"),
    "mode": ("mode", "event mode", "event_mode"),
    "status": ("status",),
    "url": ("url", "sourceurl", "source url", "link"),
    "place": ("place", "placename", "location", "city"),
    "text": ("text", "event text", "sentence", "quote", "story"),
}
NEEDED = ("date", "source", "type")
CELLS = {mark: re.compile(rf'(?:^|{mark})(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^{mark}]*))') for mark in (",", "\t")}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of event data: where it stands in its document, and the stretch of each field that is not empty."""

    span: Span
    cells: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of event data, the bytes it was made from, and its rows."""

    document: Document
    original: bytes
    rows: tuple[Row, ...]


def parse_event_data(data: bytes, name: str, origin: str, columns: Mapping[str, str] | None = None) -> Iterator[Piece]:
    """Yield the pieces of a CSV (or tab-separated) file of event data.

    `origin` names the data set; `columns` says which column holds which field where names do not tell.
    Raises UnreadableDocument for bytes that are no UTF-8 table or lack a column for date, source or type.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"{name}: event data must be UTF-8: {error}") from error
    records = [text[start:end] for start, end in find_records(text)]
    if not records:
        raise UnreadableDocument(f"{name}: an empty table")
    header = records[0]
    delimiter = "\t" if header.count("\t") > header.count(",") else ","
    places = find_columns([header[start:end] for start, end in find_cells(header, delimiter)], columns or {}, name)
    for start in range(1, len(records), PIECE):
        yield make_piece(header, records[start : start + PIECE], (delimiter, places), (name, origin))


def find_records(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the records of a table stand, line ends included: a quoted cell may hold line breaks."""
    start, place, quotes = 0, 0, 0
    while place < len(text):
        end = text.find("\n", place) + 1 or len(text)
        quotes += text.count('"', place, end)
        if quotes % 2 == 0 or end == len(text):
            if text[start:end].strip():
                yield start, end
            start = end
        place = end


def find_cells(record: str, delimiter: str) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a record stand, without the quotation marks around them.

    The csv module gives values without places; a span must be the table's own characters.
    """
    for match in CELLS[delimiter].finditer(record.rstrip("\r\n")):
        group = "quoted" if match["quoted"] is not None else "bare"
        yield match.span(group)


def find_columns(header: Sequence[str], columns: Mapping[str, str], name: str) -> dict[str, int]:
    """Return the place of the column of each field; UnreadableDocument names what is missing."""
    names = [cell.strip().casefold() for cell in header]
    unknown = [column for column in columns.values() if column.strip().casefold() not in names]
    if unknown:
        raise UnreadableDocument(f"{name}: no column {unknown[0]}; there are {', '.join(header)}")
    found = {}
    for field, usual in NAMES.items():
        wanted = [columns[field].strip().casefold()] if field in columns else usual
        place = next((names.index(word) for word in wanted if word in names), None)
        if place is not None:
            found[field] = place
    missing = [field for field in NEEDED if field not in found]
    if missing:
        hint = f"name it with --column {missing[0]}=NAME"
        raise UnreadableDocument(f"{name}: no column for {', '.join(missing)} among {', '.join(header)}; {hint}")
    return found


def trim(record: str, start: int, end: int) -> tuple[int, int]:
    """Return where a cell stands without the blanks around it; start and end are equal for an empty one.

    An apostrophe that only keeps spreadsheets from running the cell, as our own exports have it, is no part of it.
    """
    start += guard_length(record[start:end])
    words = record[start:end]
    first = start + len(words) - len(words.lstrip())
    return first, max(first, start + len(words.rstrip()))


def make_piece(
    header: str, records: Sequence[str], layout: tuple[str, Mapping[str, int]], names: tuple[str, str]
) -> Piece:
    """Return the document of some rows; `layout` is delimiter and columns, `names` the file and the data set."""
    delimiter, places = layout
    text = header + "".join(records)
    rows, start = [], len(header)
    for record in records:
        cells = [trim(record, *cell) for cell in find_cells(record, delimiter)]
        stated = {field: cells[place] for field, place in places.items() if place < len(cells)}
        kept = {field: Span(start + first, start + last) for field, (first, last) in stated.items() if first < last}
        rows.append(Row(Span(start, start + len(record.rstrip("\r\n"))), kept))
        start += len(record)
    original = text.encode()
    document = Document(
        id=content_id(original),
        text=text,
        path=names[0],
        title=f"{names[1]}: {len(rows)} rows",
        outlet=names[1],
        zones=(Zone(ZoneKind.BOILERPLATE, Span(0, len(header))), Zone(ZoneKind.BODY, Span(len(header), len(text)))),
        provenance={"outlet": "named at import", "title": "made from the number of rows"},
    )
    return Piece(document, original, tuple(rows))
