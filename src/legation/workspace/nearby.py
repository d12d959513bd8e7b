"""Events that may be one with a given event: of the same parties, around the same days, or undated."""

import datetime as dt

from legation.record import view
from legation.record.event import Event
from legation.record.sifting import Cut, Sieve, sift_dated, sift_undated
from legation.reporting.chronology import Line, make_line
from legation.workspace.workspace import Workspace

# How far around an event others are looked for, in days; how many are looked at, and offered.
DAYS = 30
LOOKED_AT = 12
MOST = 8


def nearby_events(workspace: Workspace, event: Event) -> list[Line]:
    """Return the events nearest to one: between its first two parties, or of its only one."""
    states = dict.fromkeys(party.state for account in event.accounts for party in account.parties if party.state)
    faces = tuple(state for state in states if state)[:2]
    if not faces:
        return []
    with workspace.looking() as session:
        day = event.first_day
        if day is None:
            rows = sift_undated(session, Sieve(faces), Cut(MOST + 1))
        else:
            span = dt.timedelta(days=DAYS)
            rows = sift_dated(session, Sieve(faces, first=day - span, after=day + span), Cut(LOOKED_AT))
        ids = [row.id for row in rows if row.id != event.id]
        found = view.get_events(session, ids[:LOOKED_AT])
    return [make_line(one) for one in sorted(found, key=lambda one: (one.type != event.type, distance(one, day)))][
        :MOST
    ]


def distance(event: Event, day: dt.date | None) -> int:
    """Return how many days an event is from a day; 0 where either is not known."""
    return abs((event.first_day - day).days) if event.first_day and day else 0
