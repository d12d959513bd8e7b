"""Sources: the outlets of a record with what they contributed, and how analysts grade them (Admiralty scale).

Reliability is about a source, credibility about what it says; they are graded apart, and neither changes a word. No
outlet has a grade until an analyst gives one: F, "cannot be judged".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from legation.actors.outlets import Outlet, OutletBook
from legation.record import tables
from legation.record.decision import Decision, Kind, Ruling
from legation.record.decisions import standing_decisions
from legation.record.session import Session
from legation.record.shadow import ensure

RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
CREDIBILITY: Mapping[str, str] = {
    "1": "confirmed",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
UNGRADED = "F"


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet with what the record has from it.

    `grades` are the standing gradings, the first first; `reliability` is that of the last. `events` are those it tells
    of, `alone` those that only it tells of, `origins` the independent reports among its own, `share` its part in all
    events, 0.0 to 1.0. Documents without any outlet are a source without a name.
    """

    outlet: Outlet
    grades: tuple[Decision, ...]
    documents: int
    claims: int
    events: int
    alone: int
    origins: int
    share: float

    @property
    def reliability(self) -> str:
        """The grade that counts: the last that was given."""
        return grade_of(self.grades)


@dataclass(slots=True)
class Tally:
    """Counts of one outlet on the way."""

    documents: int = 0
    claims: int = 0
    events: int = 0
    alone: int = 0


NAMELESS = Outlet("outlet:", "no outlet given", None, None)


def grade_of(grades: Iterable[Decision]) -> str:
    """Return the reliability that the last of some gradings gives."""
    return next((str((one.changes or {})["grade"]) for one in reversed(list(grades))), UNGRADED)


def list_sources(session: Session, book: OutletBook) -> list[Source]:
    """Return the outlets of the record, those that tell of most events first."""
    ensure(session, everything=True)
    owners = find_owners(session, book)
    outlets = {outlet.id: outlet for outlet in owners.values()}
    tallies: dict[str, Tally] = defaultdict(Tally)
    for outlet in owners.values():
        tallies[outlet.id].documents += 1
    total = count_events(session, owners, tallies)
    origins = count_origins(session, owners)
    grades = find_grades(session)
    sources = [
        Source(
            outlet=outlets[name],
            grades=tuple(grades.get(name, ())),
            documents=tally.documents,
            claims=tally.claims,
            events=tally.events,
            alone=tally.alone,
            origins=origins.get(name, 0),
            share=tally.events / total if total else 0.0,
        )
        for name, tally in tallies.items()
    ]
    return sorted(sources, key=lambda source: (-source.events, -source.documents, source.outlet.name))


def find_owners(session: Session, book: OutletBook) -> dict[str, Outlet]:
    """Return the outlet of every document."""
    table = tables.documents.c
    found: dict[tuple[str | None, str | None], Outlet] = {}
    owners = {}
    for row in session.execute(select(table.id, table.outlet, table.url).order_by(table.id)):
        key = (row.outlet, row.url)
        if key not in found:
            found[key] = book.find(row.outlet, row.url) or NAMELESS
        owners[row.id] = found[key]
    return owners


def count_events(session: Session, owners: Mapping[str, Outlet], tallies: Mapping[str, Tally]) -> int:
    """Add each outlet's claims and events to its tally; return how many events there are."""
    current, members = tables.current_readings.c, tables.event_claims.c
    query = (
        select(members.event_id, current.document_id, func.count().label("claims"))
        .join(tables.current_readings, current.reading_id == members.reading_id)
        .group_by(members.event_id, current.document_id)
    )
    tellers: dict[str, set[str]] = defaultdict(set)
    for row in session.execute(query):
        name = owners[row.document_id].id
        tallies[name].claims += row.claims
        tellers[row.event_id].add(name)
    for names in tellers.values():
        for name in names:
            tallies[name].events += 1
            tallies[name].alone += len(names) == 1
    return len(tellers)


def find_grades(session: Session) -> dict[str, list[Decision]]:
    """Return the standing gradings of outlets, by outlet, the first first."""
    table = tables.decisions.c
    query = select(table.uid).where(table.kind == Kind.OUTLET.value, table.ruling == Ruling.GRADE.value)
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in standing_decisions(session, query):
        found[decision.subject.name].append(decision)
    return found


def find_outlet(session: Session, name: str, book: OutletBook) -> Outlet | None:
    """Return the outlet of this name, id or host: of the lexicon, or one that a document of the record names."""
    known = book.outlets.get(name) or book.find(name, name)
    if known is None or known.kind is not None:
        return known
    table = tables.documents.c
    rows = session.execute(select(table.outlet, table.url).distinct())
    named = (book.find(row.outlet, row.url) for row in rows)
    return next((outlet for outlet in named if outlet and outlet.id in (known.id, name)), None)


def count_origins(session: Session, owners: Mapping[str, Outlet]) -> dict[str, int]:
    """Return how many independent reports each outlet's documents carry: copies of one story count once."""
    current, members = tables.current_readings.c, tables.event_claims.c
    query = (
        select(current.document_id, members.origin)
        .join(tables.current_readings, current.reading_id == members.reading_id)
        .distinct()
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in session.execute(query):
        found[owners[row.document_id].id].add(row.origin or row.document_id)
    return {name: len(origins) for name, origins in found.items()}
