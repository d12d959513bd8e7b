"""Views of a relationship: the record's events, seen through `relations`, as entries for a reader."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.actors.registry import load_registry
from legation.documents.document import Document, days_of
from legation.lexicon.quantities import load_quantity_words
from legation.lexicon.relations import RelationBook, load_relations
from legation.reading.claim import ActorRef
from legation.record import view
from legation.record.comparison import Comparison, compare_documents
from legation.record.event import Event
from legation.record.lookup import count_matching
from legation.record.sayings import count_quoting, count_reports, find_sayings
from legation.record.session import Session
from legation.record.wanted import holds
from legation.relations.commitments import find_commitments
from legation.relations.contacts import find_contacts
from legation.relations.launches import find_launches
from legation.relations.silence import Coverage, Saying, Silence
from legation.relations.spacing import Kind, find_spacings
from legation.relations.statements import find_statements
from legation.relations.transfers import Total, Transfer, find_transfers, sum_transfers
from legation.reporting.views import (
    View,
    view_commitments,
    view_contacts,
    view_launches,
    view_spacings,
    view_statements,
    view_transfers,
)

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose events a view is of: one actor, or two; with their events and the lexicon to see them by."""

    actors: tuple[ActorRef, ...]
    events: tuple[Event, ...]
    documents: Mapping[str, Document]
    lexicon: Path | None

    @property
    def title(self) -> str:
        """Return the names of the actors."""
        return " and ".join(actor.name for actor in self.actors)

    @property
    def book(self) -> RelationBook:
        """Return the words by which views are told."""
        return load_relations(self.lexicon)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents compared, with every report that the shown events cite."""

    comparison: Comparison
    documents: Mapping[str, Document]


def contacts(scope: Scope) -> View:
    """Return meetings, visits and calls with ranks, ordinals and what came before."""
    registry = load_registry(scope.lexicon)

    def titles_of(person: str, day: dt.date) -> Sequence[str]:
        actor = registry.actors.get(person)
        return [office.title for office in actor.role_on(day)] if actor else []

    return view_contacts(scope.title, find_contacts(scope.events, titles_of, scope.book), scope.documents)


def transfers(scope: Scope) -> View:
    """Return the ledger of transfers with cumulative lower bounds."""
    found = transfers_of(scope)
    return view_transfers(scope.title, found, sum_transfers(found), scope.documents)


def transfers_of(scope: Scope) -> list[Transfer]:
    """Return the transfers among the events of a scope."""
    words = load_quantity_words(scope.lexicon)
    people = {"people", *(word for entry in words if entry.kind == "people" for word in entry.words)}
    return find_transfers(scope.events, people)


def transfer_totals(scope: Scope) -> list[Total]:
    """Return the cumulative lower bounds of what was transferred, by direction, class of goods and unit."""
    return sum_transfers(transfers_of(scope))


def commitments(scope: Scope) -> View:
    """Return treaties and pledges with the acts that touch them."""
    return view_commitments(scope.title, find_commitments(scope.events, scope.book), scope.documents)


def statements(scope: Scope) -> View:
    """Return what was said, by speaker and day."""
    return view_statements(scope.title, find_statements(scope.events, scope.book), scope.documents)


def launches(scope: Scope) -> View:
    """Return launches and tests with their outcomes."""
    return view_launches(scope.title, find_launches(scope.events, scope.book), scope.documents)


VIEWS: Mapping[str, Callable[[Scope], View]] = {
    "contacts": contacts,
    "transfers": transfers,
    "commitments": commitments,
    "statements": statements,
    "launches": launches,
}


def intervals(scope: Scope, references: Scope, kinds: tuple[Kind, Kind], within: int | None) -> View:
    """Return events of one kind with the last event of another kind before each."""
    wanted, after = kinds
    found = find_spacings(
        [event for event in scope.events if wanted.matches(event)],
        [event for event in references.events if after.matches(event)],
        within,
    )
    documents = {**references.documents, **scope.documents}
    return view_spacings(scope.title, found, documents)


def silence(session: Session, actor: ActorRef, topic: str, since: dt.date | None, today: dt.date) -> Silence:
    """Return the last words of an actor on a topic and how the time since is covered.

    `since` sets the beginning of the time looked at where the record knows no later words.
    """
    until = today + ONE_DAY
    last = next((Saying(*row) for row in find_sayings(session, actor.id) if holds(row[-1], topic)), None)
    spoken = day_after(last.published) if last else None
    start = max((day for day in (spoken, since) if day), default=None)
    coverage = Coverage(
        reports=count_reports(session, start, until),
        quoting=count_quoting(session, actor.id, start, until),
        on_topic=count_matching(session, topic, start, until),
    )
    return Silence(last, start, until, coverage)


def day_after(published: str | None) -> dt.date | None:
    """Return the first day after a date of publication; None if there is no date."""
    return days_of(published)[1] if published else None


def compare(session: Session, here: Document, there: Document) -> "Compared":
    """Return two documents' accounts side by side."""
    found: dict[str, Event] = {}
    for document in (here, there):
        found.update((event.id, event) for event in view.document_events(session, document.id))
    comparison = compare_documents(here, there, found.values())
    return Compared(comparison, {here.id: here, there.id: there, **cite_all(session, found.values())})


def cite_all(session: Session, events: Iterable[Event]) -> dict[str, Document]:
    """Return the documents that events rest on, by id."""
    ids = dict.fromkeys(name for event in events for name in event.documents)
    return {document.id: document for document in view.get_documents(session, ids)}
