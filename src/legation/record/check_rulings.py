"""Verifies what analysts have added: the hash of every row, the words each anchor names, where each ruling applies."""

import json
from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import Table, select

from legation.record import tables
from legation.record.bookmarks import bookmark_uid
from legation.record.chunks import MOST, chunks
from legation.record.decision import Anchor, Decision, Kind, decode_anchor, find_places, make_decision
from legation.record.decisions import row_decision
from legation.record.judgements import uid_of
from legation.record.rows import Given
from legation.record.session import Session

# Tables whose rows are known by the hash of what they hold.
HASHED = tuple(table for table in tables.HISTORY if "uid" in table.columns)


def check_rulings(session: Session) -> Iterator[str]:
    """Yield what is wrong with decisions, bookmarks and judgements; each line names the row by its table and uid."""
    for table in HASHED:
        yield from check_hashes(session, table)
    decisions = [row_decision(row) for row in session.execute(select(tables.decisions)).mappings()]
    yield from check_undoings(decisions)
    places = [(f"decisions {one.uid}", place) for one in decisions for _, _, place in find_places(one)]
    yield from check_anchors(session, places)
    admitted = session.execute(select(tables.admissions.c.uid, tables.admissions.c.subject))
    anchors = [(f"admissions {row.uid}", decode_anchor(json.loads(row.subject))) for row in admitted]
    yield from check_anchors(session, [(name, place) for name, anchor in anchors for place in anchor.places])
    yield from check_places(session, decisions)


def check_hashes(session: Session, table: Table) -> Iterator[str]:
    """Yield the rows whose uid is not the hash of what they hold."""
    make = UIDS.get(table.name, hash_row)
    for row in session.execute(select(table)).mappings():
        if row["uid"] != make(row):
            yield f"{table.name} {row['uid']}: what it holds has another hash"


def hash_row(row: Given) -> str:
    """Return the hash of a row without its number and its uid."""
    return uid_of({name: row[name] for name in row if name not in {"id", "uid"}})


def hash_decision(row: Given) -> str:
    """Return the uid a decision should have."""
    given = row_decision(row)
    values = {name: getattr(given, name) for name in Decision.__slots__ if name != "uid"}
    return make_decision(**values).uid


UIDS: Mapping[str, Callable[[Given], str]] = {
    "decisions": hash_decision,
    "bookmarks": lambda row: bookmark_uid({name: row[name] for name in ("at", "author", "kind", "name", "body")}),
}


def check_undoings(decisions: list[Decision]) -> Iterator[str]:
    """Yield the decisions that take back what is not there."""
    known = {one.uid for one in decisions}
    for one in decisions:
        if one.undoes is not None and one.undoes not in known:
            yield f"decisions {one.uid}: takes back {one.undoes}, which is not there"


def check_anchors(session: Session, anchors: list[tuple[str, Anchor]]) -> Iterator[str]:
    """Yield the anchors whose document is missing, or has other words where they stand."""
    table = tables.documents.c
    for some in chunks(anchors, MOST):
        names = sorted({str(place.document_id) for _, place in some})
        rows = session.execute(select(table.id, table.text).where(table.id.in_(names)))
        texts = {row.id: row.text for row in rows}
        for owner, place in some:
            fault = find_fault(place, texts.get(str(place.document_id)))
            if fault is not None:
                yield f"{owner}: {place.name}: {fault}"


def find_fault(place: Anchor, text: str | None) -> str | None:
    """Return what is wrong with an anchor, given the text of its document."""
    if text is None:
        return "its document is not there"
    if any(span.end > len(text) for span in place.spans):
        return "a span ends beyond the text"
    # Of a claim the evidence comes last, of a mention its own words are all.
    is_quoted = place.kind in {Kind.CLAIM, Kind.MENTION} and bool(place.spans)
    return "its words are not those of the text" if is_quoted and place.spans[-1].of(text) != place.words else None


def check_places(session: Session, decisions: list[Decision]) -> Iterator[str]:
    """Yield the rulings of which it is not noted where they apply, or noted for what does not count or is not there."""
    ruled, current = tables.ruled, tables.current_readings
    noted = {(row["uid"], row["side"], row["position"]): row for row in session.execute(select(ruled)).mappings()}
    query = select(current.c.document_id, current.c.reading_id).where(
        current.c.document_id.in_(select(ruled.c.document_id))
    )
    counted = {row.document_id: row.reading_id for row in session.execute(query)}
    for one in decisions:
        for side, position, place in find_places(one):
            row = noted.pop((one.uid, side, position), None)
            if row is None or row["document_id"] != place.document_id:
                yield f"decisions {one.uid}: it is not noted where it applies ({place.name})"
            elif row["reading_id"] != counted.get(str(place.document_id)):
                yield f"decisions {one.uid}: noted for a reading that does not count ({place.name})"
            elif row["item"] is not None and not has_item(session, row):
                yield f"decisions {one.uid}: noted for {row['item']}, which is not there"
    yield from (f"ruled: a row of {uid}, which no decision has" for uid, _, _ in sorted(noted))


def has_item(session: Session, row: Given) -> bool:
    """Tell whether the claim or mention that a ruling applies to is in the reading."""
    for table in (tables.claims, tables.mentions):
        query = select(table.c.id).where(table.c.reading_id == row["reading_id"], table.c.id == row["item"])
        if session.execute(query).first() is not None:
            return True
    return False
