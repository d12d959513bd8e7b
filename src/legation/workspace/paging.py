"""The whole record a page at a time, for programs that fetch all of it: events and actors in the order of their ids."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from legation.documents.document import Document
from legation.reading.claim import ActorRef
from legation.record import tables, view
from legation.record.shadow import ensure
from legation.record.sifting import Cursor, Cut, sift_dated, sift_undated
from legation.reporting.chronology import Line, make_line
from legation.workspace.timelines import Wanted, cursor_of, is_undated, load_lines, make_sieve
from legation.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class EventPage:
    """Events as lines, with the reports they cite; `further` is the id after which the next page begins."""

    lines: tuple[Line, ...]
    documents: Mapping[str, Document]
    further: str | None


def page_events(workspace: Workspace, limit: int, after: str = "") -> EventPage:
    """Return events by id, those after a place."""
    with workspace.looking() as session:
        ensure(session, everything=True)
        names = tables.events.c.id
        found = session.scalars(select(names).where(names > after).order_by(names).limit(limit + 1))
        ids = [str(name) for name in found]
        events = {event.id: event for event in view.get_events(session, ids[:limit])}
        cited = dict.fromkeys(name for event in events.values() for name in event.documents)
        documents = {document.id: document for document in view.get_documents(session, cited)}
    lines = tuple(make_line(events[name]) for name in ids[:limit] if name in events)
    return EventPage(lines, documents, ids[limit - 1] if len(ids) > limit else None)


def page_sifted(workspace: Workspace, wanted: Wanted, limit: int) -> tuple[list[Line], Cursor | None]:
    """Return events of one or two actors, by day and the undated last, and where the next page begins."""
    with workspace.looking() as session:
        _, sieve = make_sieve(session, workspace, wanted)
        cut = Cut(limit + 1, wanted.after, wanted.latest)
        rows = [] if is_undated(wanted) else sift_dated(session, sieve, cut)
        places = [cursor_of(row) for row in rows]
        if len(rows) <= limit:
            after = wanted.after if is_undated(wanted) else None
            undated = sift_undated(session, sieve, Cut(limit + 1 - len(rows), after))
            rows += undated
            places += [("", row.id) for row in undated]
        return load_lines(session, rows[:limit]), places[limit - 1] if len(rows) > limit else None


def page_actors(workspace: Workspace, limit: int, after: str = "") -> tuple[list[ActorRef], str | None]:
    """Return actors by id, those after a place, and where the next page begins."""
    with workspace.looking() as session:
        names = tables.actors.c.id
        found = session.scalars(select(names).where(names > after).distinct().order_by(names).limit(limit + 1))
        ids = [str(name) for name in found]
        known = {actor.id: actor for actor in view.get_actors(session, ids[:limit])}
    return [known[name] for name in ids[:limit] if name in known], ids[limit - 1] if len(ids) > limit else None
