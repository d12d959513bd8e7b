"""What changed between two moments: two states of the record compared where something came in between."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from legation.record import since as came
from legation.record import view
from legation.record.event import Event
from legation.record.session import Session
from legation.reporting.changes import Changes, Footing, find_changes, footing

Look = Callable[[str | None], AbstractContextManager[Session]]


def find(look: Look, since: str, until: str | None) -> Changes:
    """Return what came in after a moment and until another (None: now), and what it changed.

    `look` opens the record as of a moment, or as it is.
    """
    with look(until) as now, look(since) as then:
        before, after = bearing(then, now, came.touched_since(now, since))
        cited = view.get_documents(now, documents_of([*before, *after]))
        arrived = view.get_documents(now, came.arrived_since(now, since))
        decisions = came.decided_since(now, since)
    changes = find_changes(before, after)
    return Changes(since, until, tuple(arrived), tuple(decisions), tuple(changes), {one.id: one for one in cited})


def bearing(then: Session, now: Session, touched: Iterable[str]) -> tuple[list[Event], list[Event]]:
    """Return the events, then and now, that touched documents tell of, with all that have come of each other."""
    before: dict[str, Event] = {}
    after: dict[str, Event] = {}
    documents = set(touched)
    wanted: set[Footing] = set()
    while documents:
        known = came.known_documents(then, documents)
        for found, session, names in ((before, then, known), (after, now, documents)):
            for event in came.events_of(session, names):
                if not wanted or wanted & footings([event]):
                    found[event.id] = event
        ahead = footings([*before.values(), *after.values()])
        documents = {document_id for document_id, _, _ in ahead - wanted}
        wanted = ahead
    return list(before.values()), list(after.values())


def footings(events: Iterable[Event]) -> set[Footing]:
    """Return what the claims of these events stand on."""
    return {footing(account) for event in events for account in event.accounts}


def documents_of(events: Iterable[Event]) -> list[str]:
    """Return the documents events rest on, each once."""
    return list(dict.fromkeys(document_id for event in events for document_id in event.documents))
