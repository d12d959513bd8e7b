"""What has come into a record since a moment and what it changed, within the time a page may take."""

from collections.abc import Sequence
from dataclasses import dataclass

from legation.documents.document import Document
from legation.reading.claim import ActorRef
from legation.record import since as came
from legation.record import view
from legation.record.busiest import busiest_dyads, widest_told
from legation.record.fixed import Fixed, fixed_since
from legation.record.library import Held, count_since, list_documents
from legation.record.sifting import Cut, Sieve, sift_dated
from legation.reporting.changes import Change, find_changes
from legation.reporting.chronology import Line, make_line
from legation.workspace.changing import bearing, documents_of
from legation.workspace.following import Followed
from legation.workspace.workspace import Workspace

# Documents whose bearing on the record is looked at in one page; the last ones that came in.
MOST_DOCUMENTS = 16
MOST_COUNTED = 1_000
LATEST = 3
MOST_PAIRS = 12
Pair = tuple[tuple[ActorRef, ActorRef], int]


@dataclass(frozen=True, slots=True)
class News:
    """What changed since a moment (ISO 8601): the last documents that came in, and changes of events by kind.

    `arrived` counts up to MOST_COUNTED documents; `is_whole` is False where only the last MOST_DOCUMENTS were seen.
    """

    since: str
    arrived: int
    documents: tuple[Held, ...]
    changes: tuple[Change, ...]
    cited: dict[str, Document]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Card:
    """Something followed, with the latest of its events."""

    followed: Followed
    actors: tuple[ActorRef, ...]
    lines: tuple[Line, ...]


def find_news(workspace: Workspace, since: str) -> News:
    """Return what came in after a moment and what it changed."""
    with workspace.looking() as now:
        arrived = count_since(now, since, MOST_COUNTED)
        documents = list_documents(now, MOST_DOCUMENTS, since=since)
        touched = {document.id for document in documents} | set(ruled_since(workspace, since))
        if not touched:
            return News(since, arrived, (), (), {}, is_whole=True)
        with workspace.looking(since) as then:
            before, after = bearing(then, now, touched)
        cited = view.get_documents(now, documents_of([*before, *after]))
    changes = tuple(find_changes(before, after))
    whole = arrived <= MOST_DOCUMENTS
    return News(since, arrived, tuple(documents), changes, {one.id: one for one in cited}, is_whole=whole)


def ruled_since(workspace: Workspace, since: str) -> Sequence[str]:
    """Return documents on which rulings were made after a moment, as many as a page can look at."""
    with workspace.looking() as session:
        decisions = came.decided_since(session, since)
    places = [place.document_id for one in decisions for place in one.subject.places]
    return list(dict.fromkeys(name for name in reversed(places) if name))[:MOST_DOCUMENTS]


def make_cards(workspace: Workspace, followed: Sequence[Followed]) -> list[Card]:
    """Return each thing followed with its latest events."""
    cards = []
    with workspace.looking() as session:
        for one in followed:
            refs = {ref.id: ref for ref in view.get_actors(session, one.actors)}
            actors = tuple(refs[name] for name in one.actors if name in refs)
            lines: tuple[Line, ...] = ()
            if actors and len(actors) == len(one.actors):
                rows = sift_dated(session, Sieve(one.actors), Cut(LATEST, latest=True))
                lines = tuple(make_line(event) for event in view.get_events(session, [row.id for row in rows]))
            cards.append(Card(one, actors, lines))
    return cards


def list_busiest(workspace: Workspace) -> list[Pair]:
    """Return the pairs of states the record tells most about, each with how many events it has of them."""
    with workspace.looking() as session:
        return busiest_dyads(session, MOST_PAIRS)


def told_by_many(workspace: Workspace) -> list[Line]:
    """Return the events that most independent reports tell of, at least two."""
    with workspace.looking() as session:
        return [make_line(event) for event in view.get_events(session, widest_told(session, MOST_PAIRS))]


def find_moved(workspace: Workspace, since: str) -> list[Fixed]:
    """Return the judgements that somebody fixed after a moment, the last first."""
    with workspace.looking() as session:
        return fixed_since(session, since, MOST_PAIRS)
