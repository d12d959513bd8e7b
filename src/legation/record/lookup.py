"""Full-text search over documents, claims and actors, on either engine."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import TextClause, bindparam, text

from legation.documents.document import Document
from legation.documents.span import Span
from legation.record.accounts import load_accounts
from legation.record.event import claim_key
from legation.record.search import find_match, find_phrases
from legation.record.session import Session
from legation.record.view import NotInRecordError, get_actors, get_document, get_event

# Characters of text on either side of a match in a snippet.
MARGIN = 90


class Kind(StrEnum):
    """What a search finds."""

    ACTOR = "actor"
    CLAIM = "claim"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: `ref` is what `show` takes, `match` marks the words inside `snippet` if they stand together."""

    kind: Kind
    ref: str
    title: str
    snippet: str
    match: Span | None


def search(session: Session, query: str, limit: int = 20) -> list[Hit]:
    """Return the best hits of each kind, actors first; every word of the query must be there, quoted ones together."""
    phrases = find_phrases(query)
    if not phrases:
        return []
    return [hit for kind in Kind for hit in find_hits(session, kind, query, phrases, limit)]


def find_hits(session: Session, kind: Kind, query: str, phrases: Sequence[str], limit: int) -> Iterator[Hit]:
    """Yield the best hits of one kind."""
    statement = sqlite_query(phrases) if session.dialect.name == "sqlite" else postgresql_query(phrases)
    # One document has several entries, one event several claims: more rows than hits are wanted.
    rows = session.execute(statement, {"kind": kind.value, "limit": limit * 5})
    seen: set[str] = set()
    for row in rows:
        hit = make_hit(session, kind, row, query)
        if hit and hit.ref not in seen:
            seen.add(hit.ref)
            yield hit
        if len(seen) == limit:
            return


def count_matching(session: Session, query: str, since: dt.date | None, until: dt.date) -> int:
    """Count the documents published in a half-open period of days that hold every word of a query."""
    phrases = find_phrases(query)
    if not phrases:
        return 0
    sqlite = session.dialect.name == "sqlite"
    condition, parameters = sqlite_condition(phrases) if sqlite else postgresql_condition(phrases)
    index = "JOIN search_index ON search_index.rowid = e.id " if sqlite else ""
    statement = text(
        f"SELECT count(DISTINCT e.ref) FROM search_entries e {index}JOIN documents d ON d.id = e.ref "
        f"WHERE e.kind = 'document' AND {condition} AND d.published >= :since AND d.published < :until"
    )
    period = {"since": since.isoformat() if since else "", "until": until.isoformat()}
    return int(session.execute(statement, {**parameters, **period}).scalar_one())


def sqlite_condition(phrases: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Return the condition in FTS5's language, with its parameters."""
    return "search_index MATCH :wanted", {"wanted": " AND ".join(f'"{phrase}"' for phrase in phrases)}


def postgresql_condition(phrases: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Return the condition in PostgreSQL's language, with its parameters."""
    wanted = " && ".join(f"phraseto_tsquery('simple', :p{place})" for place in range(len(phrases)))
    return f"e.vector @@ ({wanted})", {f"p{place}": phrase for place, phrase in enumerate(phrases)}


def sqlite_query(phrases: Sequence[str]) -> TextClause:
    """Return the query in FTS5's language, the best match first."""
    wanted = " AND ".join(f'"{phrase}"' for phrase in phrases)
    return text(
        "SELECT e.ref, e.reading_id FROM search_index JOIN search_entries e ON e.id = search_index.rowid "
        "LEFT JOIN current_readings c ON c.reading_id = e.reading_id "
        "WHERE search_index MATCH :wanted AND e.kind = :kind AND (e.reading_id IS NULL OR c.reading_id IS NOT NULL) "
        "ORDER BY search_index.rank, e.id LIMIT :limit"
    ).bindparams(bindparam("wanted", wanted))


def postgresql_query(phrases: Sequence[str]) -> TextClause:
    """Return the query in PostgreSQL's language, the best match first."""
    wanted = " && ".join(f"phraseto_tsquery('simple', :p{place})" for place in range(len(phrases)))
    return text(
        "SELECT e.ref, e.reading_id FROM search_entries e "
        "LEFT JOIN current_readings c ON c.reading_id = e.reading_id "
        f"WHERE e.vector @@ ({wanted}) AND e.kind = :kind AND (e.reading_id IS NULL OR c.reading_id IS NOT NULL) "
        f"ORDER BY ts_rank(e.vector, {wanted}) DESC, e.id LIMIT :limit"
    ).bindparams(*(bindparam(f"p{place}", phrase) for place, phrase in enumerate(phrases)))


def make_hit(session: Session, kind: Kind, row: Any, query: str) -> Hit | None:
    """Return what an entry of the index stands for."""
    if kind is Kind.DOCUMENT:
        document = get_document(session, row.ref)
        snippet, match = cut_snippet(document, query)
        return Hit(kind, document.id, document.title or document.path or document.id, snippet, match)
    if kind is Kind.ACTOR:
        actors = get_actors(session, [row.ref])
        return Hit(kind, row.ref, actors[0].name, f"{actors[0].type}, {actors[0].country or 'no state'}", None)
    account = load_accounts(session, [(row.reading_id, row.ref)])[0]
    try:
        event = get_event(session, claim_key(account.document_id, account.claim.id))
    except NotInRecordError:
        return None
    quote = " ".join(account.evidence.quote.split())
    title = f"{event.type}: {', '.join(party.name for party in account.parties)}"
    return Hit(kind, event.id, title, quote, span_of(find_match(quote, query)))


def cut_snippet(document: Document, query: str) -> tuple[str, Span | None]:
    """Return the words around the first match, or the beginning of the text."""
    found = find_match(document.text, query)
    low, high = found or (0, 0)
    start, end = max(0, low - MARGIN), min(len(document.text), high + MARGIN)
    words = " ".join(document.text[start:end].split())
    snippet = f"{'… ' if start else ''}{words}{' …' if end < len(document.text) else ''}"
    return snippet, span_of(find_match(snippet, query))


def span_of(place: tuple[int, int] | None) -> Span | None:
    """Return a span for two offsets."""
    return Span(*place) if place and place[0] < place[1] else None
