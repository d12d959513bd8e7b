"""Sources: the outlets of a record with what they contributed, and how analysts grade them (Admiralty scale).

Reliability is about a source, credibility about what it says; they are graded apart, and neither changes a word. No
outlet has a grade until an analyst gives one: F, "cannot be judged".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select

from legation.actors.outlets import Outlet, OutletBook, host_of
from legation.record import tables
from legation.record.chunks import MOST, chunks
from legation.record.decision import Decision, Kind, Ruling
from legation.record.decisions import standing_decisions
from legation.record.event import SHORT, short_id
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
    """Counts of one outlet on the way; `origins` are keys of reports."""

    documents: int = 0
    claims: int = 0
    events: int = 0
    alone: int = 0
    origins: set[str] = field(default_factory=set)


NAMELESS = Outlet("outlet:", "no outlet given", None, None)


def grade_of(grades: Iterable[Decision]) -> str:
    """Return the reliability that the last of some gradings gives."""
    return next((str((one.changes or {})["grade"]) for one in reversed(list(grades))), UNGRADED)


@dataclass(frozen=True, slots=True)
class Tallied:
    """The outlets of a record by id with what each contributed, and how many events there are in all."""

    outlets: Mapping[str, Outlet]
    tallies: Mapping[str, Tally]
    total: int


def tally_sources(session: Session, book: OutletBook) -> Tallied:
    """Return what the outlets of the record contributed, whatever they are graded."""
    ensure(session, everything=True)
    tallies: dict[str, Tally] = defaultdict(Tally)
    outlets, texts = find_owners(session, book, tallies)
    total = count_told(session, texts, tallies)
    share_events(session, texts, tallies)
    return Tallied(outlets, tallies, total)


def grade_sources(session: Session, tallied: Tallied) -> list[Source]:
    """Return outlets that were tallied with their grades, those that tell of most events first."""
    outlets, tallies, total = tallied.outlets, tallied.tallies, tallied.total
    grades = find_grades(session)
    sources = [
        Source(
            outlet=outlets[name],
            grades=tuple(grades.get(name, ())),
            documents=tally.documents,
            claims=tally.claims,
            events=tally.events,
            alone=tally.alone,
            origins=len(tally.origins),
            share=tally.events / total if total else 0.0,
        )
        for name, tally in tallies.items()
    ]
    return sorted(sources, key=lambda source: (-source.events, -source.documents, source.outlet.name))


@dataclass(frozen=True, slots=True)
class Texts:
    """Whose the documents are: the id of the outlet by short id, and the short id by the reading that counts."""

    owners: Mapping[str, str]
    readings: Mapping[int, str]

    def owner(self, reading: int) -> str:
        """Return the outlet whose document this is a reading of."""
        return self.owners[self.readings[reading]]


def find_owners(session: Session, book: OutletBook, tallies: Mapping[str, Tally]) -> tuple[dict[str, Outlet], Texts]:
    """Return the outlets by id and whose each document is, and count the documents of each."""
    documents, current = tables.documents.c, tables.current_readings.c
    known: dict[tuple[str | None, str | None], Outlet] = {}
    outlets, owners = dict[str, Outlet](), dict[str, str]()
    for row in session.execute(select(documents.id, documents.outlet, documents.url)).all():
        name, text, url = row
        # Of one outlet each document has an address of its own; but it is its host that tells.
        key = (text, host_of(url))
        outlet = known.get(key)
        if outlet is None:
            outlet = known[key] = book.find(text, url) or NAMELESS
            outlets[outlet.id] = outlet
        owners[short_id(name)] = outlet.id
        tallies[outlet.id].documents += 1
    readings = session.execute(select(current.reading_id, current.document_id)).all()
    return outlets, Texts(owners, {number: short_id(name) for number, name in readings})


def count_told(session: Session, texts: Texts, tallies: Mapping[str, Tally]) -> int:
    """Add to each outlet's tally its claims, its origins, and the events that its documents were the first to tell of.

    Every event is named after the claim that told of it first, which alone was joined to no other. Returns how many
    events there are.
    """
    table, total, several = tables.event_claims.c, 0, list[int]()
    query = select(
        table.reading_id,
        func.count(),
        func.count() - func.count(table.joined),
        func.min(table.origin),
        func.max(table.origin),
        func.count(table.origin),
    ).group_by(table.reading_id)
    for number, claims, first, low, high, known in session.execute(query).all():
        tally = tallies[texts.owner(number)]
        tally.claims += claims
        tally.events += first
        tally.alone += first
        total += first
        if low == high and known in (0, claims):
            tally.origins.add(low or texts.readings[number])
        else:
            several.append(number)
    for some in chunks(several, MOST):
        origins = select(table.reading_id, table.origin).where(table.reading_id.in_(some)).distinct()
        for number, origin in session.execute(origins).all():
            tallies[texts.owner(number)].origins.add(origin or texts.readings[number])
    return total


def share_events(session: Session, texts: Texts, tallies: Mapping[str, Tally]) -> None:
    """Add the events that an outlet tells of and another told of first; none of the two tells of them alone."""
    table = tables.event_claims.c
    also: dict[str, set[str]] = defaultdict(set)
    query = select(table.event_id, table.reading_id).where(table.joined.is_not(None))
    for event, number in session.execute(query).all():
        name = texts.owner(number)
        if name != texts.owners[event[:SHORT]]:
            also[event].add(name)
    for event, names in also.items():
        tallies[texts.owners[event[:SHORT]]].alone -= 1
        for name in names:
            tallies[name].events += 1


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
