"""Full-text search over documents, claims and actors, with filters; the same hits in the same order on both engines.

The index of either engine yields candidates, those added last first; whether a candidate has the words asked for, and
how well it fits, is decided here.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from legation.actors.outlets import OutletBook
from legation.documents.document import Document
from legation.documents.span import Span
from legation.reading.claim import Status
from legation.record.accounts import load_accounts
from legation.record.chunks import chunks
from legation.record.event import Account
from legation.record.merge import MUTUAL
from legation.record.narrowing import Filters, Kind, candidates, find_sources, fits
from legation.record.outlines import days_out, event_days, outlines, publications_of_readings
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.record.stretches import RANKED
from legation.record.view import get_actors, get_documents
from legation.record.wanted import Phrase, counter_of, find_spot, parse_query

# So many times as many claims as hits that are wanted are looked at together.
SPARE = 2
# Characters of text on either side of a match in a snippet.
MARGIN = 90
# Okapi BM25 with one length for all kinds: how fast more of a word counts less, how much a long entry is held against
# it (Robertson and Zaragoza, 2009, "The probabilistic relevance framework"), and the words of an entry of usual length.
SATURATION, LENGTH_WEIGHT, USUAL_LENGTH = 1.2, 0.75, 200


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: `ref` is what `show` takes, `match` marks the words inside `snippet`.

    `day` is when an event was (its first day) or a document came out, as far as that is known; `outlet` who told it.
    `status` is what the words found say of an event, so that what was only planned or denied is never taken for done.
    `last_day` is the last day of an event, None where it has no known end; of a document it is `day`.
    """

    kind: Kind
    ref: str
    title: str
    snippet: str
    match: Span | None
    day: str | None = None
    outlet: str | None = None
    status: Status | None = None
    last_day: str | None = None


class Candidate(NamedTuple):
    """An entry of the index that has the words asked for, with how well it fits."""

    ref: str
    reading_id: int | None
    score: float


def search(
    session: Session, query: str, limit: int = 20, filters: Filters | None = None, book: OutletBook | None = None
) -> list[Hit]:
    """Return the best hits of each kind, actors first; every word of the query must be there, quoted ones together.

    `book` tells outlets apart, which filters by outlet or grade need.
    """
    phrases, chosen = parse_query(query), filters or Filters()
    if not phrases:
        return []
    return [hit for kind in chosen.shown for hit in find_hits(session, kind, phrases, limit, (chosen, book))]


def find_hits(
    session: Session, kind: Kind, phrases: Sequence[Phrase], limit: int, chosen: tuple[Filters, OutletBook | None]
) -> list[Hit]:
    """Return the best hits of one kind, the best first, then the latest."""
    filters, book = chosen
    if kind is not Kind.ACTOR:
        ensure(session, everything=filters.narrows)
    best: dict[tuple[int | None, str], Candidate] = {}
    for found in rank(session, kind, phrases, filters, book):
        # A document has several entries.
        key = (found.reading_id, found.ref)
        if key not in best or best[key].score < found.score:
            best[key] = found
    hits: dict[str, Hit] = {}
    # Of claims, some tell of one event.
    for some in in_order(session, kind, list(best.values()), SPARE * limit if kind is Kind.CLAIM else limit):
        for hit in make_hits(session, kind, some, phrases, (filters, limit)):
            hits.setdefault(hit.ref, hit)
        if len(hits) >= limit:
            break
    return list(hits.values())[:limit]


def rank(
    session: Session, kind: Kind, phrases: Sequence[Phrase], filters: Filters, book: OutletBook | None
) -> Iterator[Candidate]:
    """Yield the candidates that have the words and come from the sources asked for."""
    sources = find_sources(session, filters, book)
    counters, ranked = [counter_of(phrase) for phrase in phrases], 0
    for ref, reading_id, words, outlet, url, _ in candidates(session, kind, phrases, filters):
        line = f" {words} "
        counts = tuple([count(line) for count in counters])
        if all(counts) and (sources is None or sources.has(outlet, url)):
            yield Candidate(ref, reading_id, score_entry(counts, words.count(" ") + 1))
            ranked += 1
            if ranked == RANKED:
                return


def in_order(session: Session, kind: Kind, found: Sequence[Candidate], limit: int) -> Iterator[list[Candidate]]:
    """Yield candidates in stretches of at most `limit`, the best first, then the latest.

    Only of those whose turn comes is it asked when they were.
    """
    scored: dict[float, list[Candidate]] = defaultdict(list)
    for one in found:
        scored[one.score].append(one)
    stretch: list[list[Candidate]] = []
    for _, group in sorted(scored.items(), reverse=True):
        stretch.append(sorted(group))
        if sum(map(len, stretch)) >= limit:
            yield from chunks(by_day(session, kind, stretch), limit)
            stretch = []
    yield from chunks(by_day(session, kind, stretch), limit)


def by_day(session: Session, kind: Kind, groups: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Return groups one after the other, in each the latest first."""
    days = days_of(session, kind, [one for group in groups if len(group) > 1 for one in group])
    return [one for group in groups for one in sorted(group, key=lambda one: days.get(one, ""), reverse=True)]


def days_of(session: Session, kind: Kind, found: Sequence[Candidate]) -> dict[Candidate, str]:
    """Return when documents came out, or when the events were that claims count in, as far as it is known."""
    if kind is Kind.DOCUMENT:
        told = days_out(session, {one.ref for one in found})
        return {one: day for one in found if (day := told.get(one.ref))}
    if kind is Kind.CLAIM:
        held = event_days(session, {(one.reading_id or 0, one.ref) for one in found})
        return {one: day for one in found if (day := held.get((one.reading_id or 0, one.ref)))}
    return {}


# Most entries have each phrase once and are of some length that others have too.
@lru_cache(maxsize=1 << 12)
def score_entry(counts: tuple[int, ...], length: int) -> float:
    """Return how well an entry of so many words fits that has each phrase so often; from 0.0, to compare only."""
    penalty = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / USUAL_LENGTH)
    return round(sum(count * (SATURATION + 1) / (count + penalty) for count in counts), 6)


def make_hits(
    session: Session, kind: Kind, found: Sequence[Candidate], phrases: Sequence[Phrase], wanted: tuple[Filters, int]
) -> Iterator[Hit]:
    """Yield what these candidates stand for; `wanted` are the filters, and how many events of claims are enough."""
    if kind is Kind.CLAIM:
        yield from claim_hits(session, found, phrases, wanted)
    elif kind is Kind.DOCUMENT:
        for document in get_documents(session, [candidate.ref for candidate in found]):
            yield document_hit(document, phrases)
    else:
        for candidate in found:
            actors = get_actors(session, [candidate.ref])
            title, words = actors[0].name, f"{actors[0].type}, {actors[0].country or 'no state'}"
            yield Hit(kind, candidate.ref, title, words, None)


def document_hit(document: Document, phrases: Sequence[Phrase]) -> Hit:
    """Return a document with the words around the match."""
    snippet, match = cut_snippet(document, phrases)
    title = document.title or document.path or document.id
    return Hit(Kind.DOCUMENT, document.id, title, snippet, match, document.published, document.outlet)


def claim_hits(
    session: Session, found: Sequence[Candidate], phrases: Sequence[Phrase], wanted: tuple[Filters, int]
) -> Iterator[Hit]:
    """Yield the events of claims, each with its sentence; claims that have been amended are looked at as they are."""
    filters, enough = wanted
    handles = [(int(item.reading_id or 0), item.ref) for item in found]
    carriers = publications_of_readings(session, [number for number, _ in handles])
    ensure(session, documents=sorted({carrier.id for carrier in carriers.values()}))
    events = outlines(session, handles)
    if not (filters.types or filters.statuses):
        # The first claim found of an event stands for it; where one may not fit, another may.
        firsts = {events[handle].id: handle for handle in reversed(handles) if handle in events}
        chosen = set(firsts.values())
        handles = [handle for handle in handles if handle in chosen][:enough]
    for account in load_accounts(session, [handle for handle in handles if handle in events]):
        if not fits(account.claim, filters):
            continue
        event, outlet = events[account.reading_id, account.claim.id], carriers[account.reading_id].outlet
        quote = " ".join(account.evidence.quote.split())
        title = f"{event.type}: {name_sides(account)}"
        status = account.claim.status
        yield Hit(
            Kind.CLAIM, event.id, title, quote, find_spot(quote, phrases), event.day, outlet, status, event.last_day
        )


def name_sides(account: Account) -> str:
    """Return who, and to whom: "A → B"; in what both do alike, "A, B"."""
    sides = [", ".join(party.name for party in side) for side in (account.agents, account.recipients)]
    if account.claim.type in MUTUAL:
        return ", ".join(filter(None, sides))
    return " → ".join(sides).strip() if sides[1] else sides[0]


def cut_snippet(document: Document, phrases: Sequence[Phrase]) -> tuple[str, Span | None]:
    """Return the words around the first match, or the beginning of the text."""
    found = find_spot(document.text, phrases) or Span(0, 0)
    start, end = max(0, found.start - MARGIN), min(len(document.text), found.end + MARGIN)
    words = " ".join(document.text[start:end].split())
    before, after = "… " if start else "", " …" if end < len(document.text) else ""
    match = find_spot(words, phrases)
    return f"{before}{words}{after}", match and Span(match.start + len(before), match.end + len(before))


def count_matching(session: Session, query: str, since: dt.date | None, until: dt.date) -> int:
    """Count the documents published in a half-open period of days in which `search` would find a query."""
    phrases = parse_query(query)
    if not phrases:
        return 0
    counters = [counter_of(phrase) for phrase in phrases]
    rows = candidates(session, Kind.DOCUMENT, phrases, Filters(since=since, until=until))
    lines = ((ref, f" {words} ") for ref, _, words, *_ in rows)
    return len({ref for ref, line in lines if all(count(line) for count in counters)})
