"""The routes of the API. Each gives what a page shows, as the command line's --json prints it."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, Response

from legation.documents.document import days_of
from legation.reading.claim import Status
from legation.reading.encode import encode_actor, encode_document, encode_reading
from legation.record.lookup import Hit
from legation.reporting.changes import encode_changes
from legation.reporting.chronology import encode_line
from legation.reporting.rulings import encode_listed, encode_source
from legation.reporting.views import encode_view
from legation.web.api.answers import answer
from legation.web.api.cursors import parse_cursor, write_cursor
from legation.web.api.shapes import (
    NAME,
    Counts,
    Cursor,
    Day,
    Limit,
    Listing,
    Name,
    Names,
    Object,
    Page,
    Report,
    ViewOf,
    Words,
    gives,
)
from legation.web.asking import check_type
from legation.web.past import describe_past
from legation.web.room import Here, Room
from legation.workspace.leafing import list_reports, open_report
from legation.workspace.paging import page_actors, page_events, page_sifted
from legation.workspace.searching import Asked
from legation.workspace.timelines import Wanted

router = APIRouter(prefix="/api", tags=["record"], dependencies=[Depends(describe_past)])
Given = Annotated[str, Path(max_length=200, pattern=NAME)]
VERSION = "1"


@router.get("/openapi.json", include_in_schema=False)
def schema(room: Here) -> Response:
    """Return the description of the API (OpenAPI 3.1)."""
    return answer(room.request, describe())


@router.get("", response_class=HTMLResponse, include_in_schema=False)
def reference(room: Here) -> Response:
    """Show the reference of the API."""
    paths = [
        {"path": path, **one["get"], "parameters": one["get"].get("parameters", [])}
        for path, one in describe()["paths"].items()
    ]
    return room.show("pages/api.html", {"paths": paths})


def describe() -> dict[str, Any]:
    """Return the OpenAPI description of these routes."""
    about = "Everything the reading room shows, as JSON. Only GET; changes are made on pages."
    return get_openapi(title="Legation", version=VERSION, description=about, routes=router.routes)


@router.get("/counts", responses=gives(Counts, "How much the record holds."))
def counts(room: Here) -> Response:
    """Count what the record holds."""
    return answer(room.request, asdict(room.workspace.count()))


def dated_place(room: Room, cursor: str) -> tuple[str, str] | None:
    """Return the place of a cursor in a listing by date: a date and an id."""
    place = parse_cursor(room, cursor, 2)
    return (place[0], place[1]) if place else None


def named_place(room: Room, cursor: str) -> str:
    """Return the place of a cursor in a listing by id; empty at the beginning."""
    place = parse_cursor(room, cursor, 1)
    return place[0] if place else ""


@router.get("/reports", responses=gives(Page, "Reports, the last added first."))
def reports(room: Here, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """List reports, the last added first."""
    held = list_reports(room.workspace, limit + 1, dated_place(room, cursor))
    further = write_cursor(room, held[limit - 1].cursor) if len(held) > limit else None
    return answer(room.request, {"items": [asdict(one) for one in held[:limit]], "next": further})


@router.get("/reports/{name}", responses=gives(Report, "The report."))
def report(room: Here, name: Given) -> Response:
    """Give one report, named by its id or the first digits of it, with all that was read in it."""
    leaf = open_report(room.workspace, name)
    reading = encode_reading(leaf.reading) if leaf.reading else None
    data = {
        "document": {**encode_document(leaf.document), "url": leaf.document.url},
        "arrivals": [asdict(arrival) for arrival in leaf.arrivals],
        "reading": {key: value for key, value in reading.items() if key != "document"} if reading else None,
        "events": dict(leaf.events),
    }
    return answer(room.request, data)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What listings of events are narrowed by."""

    actor: list[str]
    type: list[str]
    status: list[Status]
    first: str
    last: str

    @property
    def period(self) -> tuple[dt.date | None, dt.date | None]:
        """The half-open interval of days that is asked for; 422 for what is none."""
        try:
            first = days_of(self.first)[0] if self.first else None
            after = days_of(self.last)[1] if self.last else None
        except ValueError as error:
            raise HTTPException(422, str(error)) from error
        if first and after and first >= after:
            raise HTTPException(422, f"{self.first} is later than {self.last}")
        return first, after


def narrow(
    actor: Names,
    type: Words,
    status: Annotated[
        list[Status], Query(max_length=20, default_factory=list, description="How far it is told to have come.")
    ],
    first: Annotated[Day, Query(alias="from")] = "",
    last: Annotated[Day, Query(alias="to")] = "",
) -> Narrowed:
    """Return what the query narrows by; empty fields of a form name nobody."""
    try:
        types = [check_type(name) for name in type]
    except ValueError as error:
        raise HTTPException(422, str(error)) from error
    return Narrowed([name for name in actor if name.strip()], types, status, first, last)


Filters = Annotated[Narrowed, Depends(narrow)]


@router.get("/events", responses=gives(Page, "Events with their claims and the words they rest on."))
def events(room: Here, asked: Filters, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """List events: all by id, or (if they are named) those of one actor or between two by day, narrowed."""
    if not asked.actor:
        if asked.type or asked.status or asked.first or asked.last:
            raise HTTPException(422, "name an actor: the whole record is listed as it is")
        page = page_events(room.workspace, limit, named_place(room, cursor))
        further = write_cursor(room, [page.further]) if page.further else None
        return answer(room.request, {"items": [encode_line(line) for line in page.lines], "next": further})
    wanted = Wanted(
        actors=tuple(asked.actor),
        types=tuple(asked.type),
        statuses=tuple(asked.status),
        period=asked.period,
        after=dated_place(room, cursor),
    )
    lines, place = page_sifted(room.workspace, wanted, limit)
    further = write_cursor(room, place) if place else None
    return answer(room.request, {"items": [encode_line(line) for line in lines], "next": further})


@router.get("/events/{name}", responses=gives(Listing, "The event, and on what its reports disagree."))
def event(room: Here, name: Given) -> Response:
    """Give one event with every claim of it, named by its id or by a claim's."""
    shown = room.workspace.show(name)
    if shown.document or shown.actor:
        raise HTTPException(404, f"{name}: no event of this id")
    return answer(room.request, {"items": [encode_line(line) for line in shown.lines]})


@router.get("/actors", responses=gives(Page, "Everybody whom reports name."))
def actors(room: Here, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """List actors by id."""
    found, last = page_actors(room.workspace, limit, named_place(room, cursor))
    further = write_cursor(room, [last]) if last else None
    return answer(room.request, {"items": [encode_actor(actor) for actor in found], "next": further})


@router.get("/views/{view}", responses=gives(ViewOf, "The view."))
def view(
    room: Here,
    view: Literal["contacts", "transfers", "commitments", "statements", "launches"],
    asked: Filters,
) -> Response:
    """Give a view of one actor or of a dyad: contacts, transfers, commitments, statements, launches."""
    if not asked.actor:
        raise HTTPException(422, "name one actor or two")
    found = room.workspace.view(view, asked.actor, asked.period)
    data = {"name": view, "title": found.title, "summary": list(found.summary), "items": list(encode_view(found))}
    return answer(room.request, data)


@router.get("/search", responses=gives(Listing, "The best hits of each kind."))
def search(
    room: Here, q: Annotated[str, Query(min_length=1, max_length=400, pattern=NAME)], asked: Filters, limit: Limit = 20
) -> Response:
    """Find reports, claims and actors that hold every word; quoted words together."""
    if asked.first or asked.last:
        _ = asked.period
    one, other = (*asked.actor, None, None)[:2]
    sought = Asked(
        words=q,
        actor=one,
        other=other,
        types=tuple(asked.type),
        statuses=tuple(status.value for status in asked.status),
        first=asked.first or None,
        last=asked.last or None,
    )
    return answer(room.request, {"items": [encode_hit(hit) for hit in room.workspace.search(sought, limit)]})


@router.get("/sources", responses=gives(Listing, "Outlets with their grades and shares."))
def sources(room: Here) -> Response:
    """List the outlets of the record."""
    return answer(room.request, {"items": [encode_source(source) for source in room.sources()]})


@router.get("/decisions", responses=gives(Listing, "Rulings, the first made first."))
def decisions(room: Here, subject: Name | None = None) -> Response:
    """List the decisions, all or those on one claim, event, mention, report or outlet."""
    found = room.workspace.decisions(subject or None)
    return answer(room.request, {"items": [encode_listed(one.decision, stands=one.stands) for one in found]})


@router.get("/changes", responses=gives(Listing, "What came in, and what it changed."))
def changes(room: Here, since: Annotated[Day, Query(min_length=4)], until: Day = "") -> Response:
    """Compare the record as it was at the end of a day with what it is now, or was at the end of another."""
    try:
        found = room.workspace.changes(since, until or None)
    except ValueError as error:
        raise HTTPException(422, str(error)) from error
    return answer(room.request, {"items": list(encode_changes(found))})


@router.get("/problems", responses=gives(Listing, "What could not be read, and why."))
def problems(room: Here) -> Response:
    """List what was added but could not be read."""
    return answer(room.request, {"items": [asdict(one) for one in room.workspace.problems()]})


def encode_hit(hit: Hit) -> Object:
    """Return a hit as a JSON object."""
    return {**asdict(hit), "kind": hit.kind.value, "match": [hit.match.start, hit.match.end] if hit.match else None}
