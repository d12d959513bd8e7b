"""Chronologies a page at a time: of an actor or a dyad, sifted, with a chart's worth of days beside them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from legation.actors.outlets import load_outlets
from legation.reading.claim import ActorRef, Status
from legation.record import tables, view
from legation.record.latest import Period
from legation.record.listing import EventRow
from legation.record.session import Session
from legation.record.sifting import (
    Cursor,
    Cut,
    Sieve,
    Tally,
    count_stretches,
    find_extent,
    sift_dated,
    sift_undated,
    tally,
)
from legation.record.sources import RELIABILITY, find_grades, grade_of
from legation.reporting.chronology import Line, make_line
from legation.workspace.parties import OneActorError, get_actor, same_actor_words
from legation.workspace.workspace import Workspace

PAGE = 30
# Marks a chart draws one by one; more are counted.
MOST_MARKS = 400
# Undated events that stand below a chart; the list has them all.
MOST_UNDATED = 10


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks a chronology for; what is empty or None narrows nothing.

    `actors` are one or two codes, names or adjectives, `period` a half-open interval, `grade` the least reliability
    that an outlet which tells of an event must have been given.
    """

    actors: tuple[str, ...]
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    period: Period = (None, None)
    origins: int = 1
    grade: str | None = None
    latest: bool = False
    after: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a chronology. `further` is where the next page begins; the undated stand on the last page.

    `tally` counts what is let through by status, `extent` is the first and last day of anything between these actors.
    """

    actors: tuple[ActorRef, ...]
    tally: Tally
    extent: tuple[dt.date, dt.date] | None
    dated: tuple[Line, ...]
    undated: tuple[Line, ...]
    further: Cursor | None


@dataclass(frozen=True, slots=True)
class Chart:
    """What a drawing shows of a window: events one by one, or, where there are too many, counts by stretch.

    `stretches` are (years, months or days, status, events). `undated` are events that no drawing can place; `is_cut`
    tells whether there are more of them.
    """

    actors: tuple[ActorRef, ...]
    tally: Tally
    extent: tuple[dt.date, dt.date] | None
    window: tuple[dt.date, dt.date] | None
    rows: tuple[EventRow, ...]
    stretches: tuple[tuple[str, str, int], ...]
    undated: tuple[Line, ...]
    is_cut: bool


def open_sheet(workspace: Workspace, wanted: Wanted) -> Sheet:
    """Return a page of a chronology; UnknownActorError for a name nobody has."""
    with workspace.looking() as session:
        actors, sieve = make_sieve(session, workspace, wanted)
        rows = [] if is_undated(wanted) else sift_dated(session, sieve, Cut(PAGE + 1, wanted.after, wanted.latest))
        further = cursor_of(rows[PAGE - 1]) if len(rows) > PAGE else None
        undated: list[EventRow] = []
        if further is None:
            after = wanted.after if is_undated(wanted) else None
            undated = sift_undated(session, sieve, Cut(PAGE + 1, after))
            further = ("", undated[PAGE - 1].id) if len(undated) > PAGE else None
        dated_lines = load_lines(session, rows[:PAGE])
        undated_lines = load_lines(session, undated[:PAGE])
        return Sheet(
            actors=actors,
            tally=tally(session, sieve),
            extent=find_extent(session, sieve),
            dated=tuple(dated_lines),
            undated=tuple(undated_lines),
            further=further,
        )


def open_chart(workspace: Workspace, wanted: Wanted) -> Chart:
    """Return what a drawing shows; without a period its window is all there is. UnknownActorError as above."""
    with workspace.looking() as session:
        actors, sieve = make_sieve(session, workspace, wanted)
        extent = find_extent(session, sieve)
        window = make_window(wanted.period, extent)
        rows: list[EventRow] = []
        stretches: list[tuple[str, str, int]] = []
        if window:
            inside = replace(sieve, first=window[0], after=window[1])
            rows = sift_dated(session, inside, Cut(MOST_MARKS + 1))
            if len(rows) > MOST_MARKS:
                rows, stretches = [], count_stretches(session, inside, digits_for(window))
        below = sift_undated(session, sieve, Cut(MOST_UNDATED + 1))
        undated = tuple(load_lines(session, below[:MOST_UNDATED]))
        cut = len(below) > MOST_UNDATED
        found = (tally(session, sieve), extent, window, tuple(rows), tuple(stretches), undated)
        return Chart(actors, *found, is_cut=cut)


def make_sieve(session: Session, workspace: Workspace, wanted: Wanted) -> tuple[tuple[ActorRef, ...], Sieve]:
    """Return whom a reader means and what to let through."""
    actors = tuple(get_actor(session, name, workspace.lexicon) for name in wanted.actors)
    if len({actor.id for actor in actors}) != len(actors):
        raise OneActorError(same_actor_words(wanted.actors, actors[0]))
    return actors, Sieve(
        faces=tuple(actor.id for actor in actors),
        types=wanted.types,
        statuses=wanted.statuses,
        first=wanted.period[0],
        after=wanted.period[1],
        origins=wanted.origins,
        outlets=graded_outlets(session, workspace, wanted.grade) if wanted.grade else None,
    )


def graded_outlets(session: Session, workspace: Workspace, least: str) -> tuple[str, ...]:
    """Return the names, as documents have them, of the outlets that were graded so or better."""
    letters = [letter for letter in RELIABILITY if letter <= least]
    graded = {name for name, grades in find_grades(session).items() if grade_of(grades) in letters}
    if not graded:
        return ()
    book = load_outlets(workspace.lexicon)
    names = session.scalars(select(tables.documents.c.outlet).where(tables.documents.c.outlet.is_not(None)).distinct())
    owners = ((name, book.find(name, None)) for name in names)
    return tuple(str(name) for name, outlet in owners if outlet and outlet.id in graded)


def load_lines(session: Session, rows: Sequence[EventRow]) -> list[Line]:
    """Return events as lines, in the order of the rows."""
    return [make_line(event) for event in view.get_events(session, [row.id for row in rows])]


def is_undated(wanted: Wanted) -> bool:
    """Tell whether the page begins among the undated."""
    return wanted.after is not None and not wanted.after[0]


def cursor_of(row: EventRow) -> Cursor:
    """Return the place of an event among the dated."""
    return (row.first_day or "", row.id)


def make_window(period: Period, extent: tuple[dt.date, dt.date] | None) -> tuple[dt.date, dt.date] | None:
    """Return the half-open window a drawing covers: the period, as far as it is given, else all there is."""
    first = period[0] or (extent[0] if extent else None)
    after = period[1] or (extent[1] + dt.timedelta(days=1) if extent else None)
    if first is None or after is None:
        return None
    return (first, max(after, first + dt.timedelta(days=1)))


def digits_for(window: tuple[dt.date, dt.date]) -> int:
    """Return how many characters of a day make a stretch: of days, months or years, some dozens to a window."""
    days = (window[1] - window[0]).days
    return 10 if days <= 100 else 7 if days <= 366 * 8 else 4
