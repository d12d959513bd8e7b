"""Exports of what a record holds, and others' event data taken in as claims of a named origin."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from legation.actors.imported import VERSION, Refused, Resolve, read_piece, reasons, unknown_actor
from legation.actors.registry import load_registry
from legation.documents.eventdata import Piece, parse_event_data
from legation.lexicon.licences import load_licences
from legation.lexicon.plover import load_ontology
from legation.plugins import get_exporter
from legation.reading.claim import ActorRef, Reading
from legation.record import derive, view, writer
from legation.record.bulk import load
from legation.record.ready import Load
from legation.record.session import Session, reading, writing
from legation.reporting.exporters.parcel import Item, Parcel
from legation.reporting.gate import Gate
from legation.workspace.ingest import Desk

# Events loaded at a time while a whole record streams out.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one piece of event data: its document, whether it is new, its claims, and rows that gave none."""

    document_id: str
    rows: int
    claims: int
    is_new: bool
    refused: tuple[str, ...]


def write_export(
    session: Session, name: str, file: IO[bytes], title: str, ids: Iterable[str], lexicon: Path | None = None
) -> None:
    """Write the events of these ids in a format; LegationError if there is no such format."""
    gate = Gate(load_licences(lexicon))
    get_exporter(name).write(Parcel(title, stream_items(session, ids), gate, load_ontology(lexicon)), file)


def stream_items(session: Session, ids: Iterable[str]) -> Iterator[Item]:
    """Yield events with their reports, loaded in batches."""
    for some in batches(ids):
        events = view.get_events(session, some)
        cited = dict.fromkeys(name for event in events for name in event.documents)
        documents = {document.id: document for document in view.get_documents(session, cited)}
        for event in events:
            yield Item(event, {name: documents[name] for name in event.documents})


def batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """Yield ids in groups."""
    some: list[str] = []
    for name in ids:
        some.append(name)
        if len(some) == BATCH:
            yield some
            some = []
    if some:
        yield some


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """A piece of event data with what was read in it, and the rows that gave no claim."""

    piece: Piece
    reading: Reading
    refused: tuple[Refused, ...]


def import_events(
    desk: Desk,
    file: tuple[bytes, str],
    origin: str,
    columns: Mapping[str, str] | None = None,
    lexicon: Path | None = None,
) -> Iterator[Imported]:
    """Keep a table of event data (bytes and name), many pieces in a unit of work; yield what became of each.

    Raises UnreadableDocument for what is no such table. A piece the record has changes nothing; such come last.
    """
    ontology, resolve = load_ontology(lexicon), make_resolver(lexicon)
    waiting: dict[str, ReadPiece] = {}

    def new_pieces() -> Iterator[Load]:
        for piece in parse_event_data(*file, origin, columns):
            found, refused = read_piece(piece, resolve, ontology)
            waiting[piece.document.id] = ReadPiece(piece, found, tuple(refused))
            with reading(desk.engine) as session:
                is_known = writer.has_document(session, piece.document.id)
            if not is_known:
                yield Load(piece.original, file[1], desk.clock(), found, VERSION)

    for kept in load(desk.engine, new_pieces()):
        items = [waiting.pop(name) for name in kept.values()]
        with writing(desk.engine) as session:
            for item in items:
                keep_refused(session, item.piece, item.refused, desk.clock())
        yield from (report_on(item, is_new=True) for item in items)
    for item in waiting.values():
        keep_known(desk, item, file[1])
        yield report_on(item, is_new=False)


def keep_known(desk: Desk, item: ReadPiece, name: str) -> None:
    """Keep what is new about a piece that the record has: another file it came in, a newer reading."""
    with writing(desk.engine) as session:
        now = desk.clock()
        writer.add_document(session, item.piece.document, item.piece.original, name, now)
        number = writer.add_reading(session, item.reading, VERSION, now)
        keep_refused(session, item.piece, item.refused, now)
        if number is not None:
            derive.adopt_readings(session, [number])


def report_on(item: ReadPiece, *, is_new: bool) -> Imported:
    """Return what became of a piece."""
    lines = tuple(reasons(list(item.refused)))
    return Imported(item.piece.document.id, len(item.piece.rows), len(item.reading.claims), is_new, lines)


def keep_refused(session: Session, piece: Piece, refused: Sequence[Refused], now: dt.datetime) -> None:
    """Note which rows gave no claim, so that nothing is lost without a word."""
    for line in reasons(list(refused)):
        writer.add_problem(session, f"{piece.document.path} ({piece.document.id[7:19]})", line, now)


def make_resolver(lexicon: Path | None) -> Resolve:
    """Return what finds the actor of a name or code; a name nobody is known by stands for itself."""
    registry = load_registry(lexicon)
    found: dict[tuple[str, str | None], ActorRef] = {}

    def resolve(name: str, country: str | None) -> ActorRef:
        key = (name, country)
        if key not in found:
            home = registry.find_actor(country) if country else None
            actor = registry.find_actor(name, home.id if home else None)
            unknown = unknown_actor(name)
            state = ActorRef(unknown.id, unknown.name, unknown.type, home.id) if home else unknown
            found[key] = actor.ref() if actor else state
        return found[key]

    return resolve
