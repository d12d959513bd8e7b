"""Comparing accounts: events that several reports tell of, and two reports beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from legation.record.comparison import Comparison, Difference
from legation.record.event import Account, Event
from legation.reporting.comparison import value_words
from legation.web.room import Here, Room
from legation.workspace.leafing import list_reports
from legation.workspace.news import told_by_many

router = APIRouter()
# Reports that are offered for a comparison: the last that came in.
OFFERED = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """An event both reports tell of: the first account of each below its headline, and where they differ, in words."""

    event: Event
    here: Account
    there: Account
    differences: tuple[tuple[str, str | None, str | None], ...]


@router.get("/compare", response_class=HTMLResponse)
def compare(
    room: Here, a: Annotated[str, Query(max_length=100)] = "", b: Annotated[str, Query(max_length=100)] = ""
) -> HTMLResponse:
    """Compare two reports, or offer what can be compared."""
    offered = list_reports(room.workspace, OFFERED)
    if not (a.strip() and b.strip()):
        return room.show("pages/compare.html", {**choices(room), "offered": offered, "a": a, "b": b})
    found = room.workspace.compare(a.strip(), b.strip())
    comparison = found.comparison
    values = {
        "offered": offered,
        "a": a,
        "b": b,
        "here": found.documents[comparison.here],
        "there": found.documents[comparison.there],
        "pairs": make_pairs(comparison),
        "sides": (comparison.only_here, comparison.only_there),
    }
    return room.show("pages/compared.html", values)


def choices(room: Room) -> Mapping[str, object]:
    """Return the events that most reports tell of, worked out once for each state of the record."""
    return {"many": room.recall("told by many", lambda: told_by_many(room.workspace))}


def make_pairs(comparison: Comparison) -> list[Pair]:
    """Return the events both reports tell of."""
    return [
        Pair(
            shared.event,
            shared.here[0],
            shared.there[0],
            tuple(in_words(difference) for difference in shared.differences),
        )
        for shared in comparison.shared
    ]


def in_words(difference: Difference) -> tuple[str, str | None, str | None]:
    """Return a difference as its field and what either side says (None: nothing)."""
    here, there = (value_words(difference.field, account) for account in (difference.here, difference.there))
    return (difference.field.replace(" ", "_"), here, there)
