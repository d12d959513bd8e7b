"""Chronologies: of an actor or a dyad, as a list and as a chart; the address holds the whole state."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from legation.documents.document import days_of
from legation.lexicon.saying import say, words_of
from legation.reading.claim import Status
from legation.record.event import STATUS_ORDER
from legation.record.sources import RELIABILITY
from legation.reporting.chronology import Line
from legation.reporting.words import TYPES
from legation.web.asking import Types
from legation.web.drawing import draw, zooms
from legation.web.pages.preferences import own_path
from legation.web.paging import parse_cursor, write_cursor
from legation.web.room import Here, Room
from legation.workspace.following import follow, follow_actors, list_followed
from legation.workspace.news import make_cards
from legation.workspace.timelines import Wanted, open_chart, open_sheet

router = APIRouter()
GRADES = tuple(letter for letter in RELIABILITY if letter < "E")


class Asked(BaseModel):
    """What the address of a chronology says; the empty fields of a form narrow nothing."""

    model_config = ConfigDict(populate_by_name=True)

    a: Annotated[str, Field(max_length=200)] = ""
    b: Annotated[str, Field(max_length=200)] = ""
    first: Annotated[str, Field(alias="from", max_length=10)] = ""
    last: Annotated[str, Field(alias="to", max_length=10)] = ""
    type: Types = []
    status: list[Status] = []
    origins: Annotated[int, Field(ge=1, le=1000)] = 1
    grade: Annotated[str, Field(pattern="^[A-D]?$")] = ""
    order: Annotated[str, Field(pattern="^(latest|earliest|)$")] = ""
    after: Annotated[str, Field(max_length=100)] = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The actors that are named."""
        return tuple(name.strip() for name in (self.a, self.b) if name.strip())

    @property
    def sifts(self) -> bool:
        """Whether anything but actors and a period is asked for: a period is what zooming changes."""
        return bool(self.type or self.status or self.grade or self.origins > 1)

    @property
    def narrows(self) -> bool:
        """Whether anything but the actors is asked for."""
        return bool(self.first or self.last) or self.sifts

    def wanted(self) -> Wanted:
        """Return what is asked for; ValueError for what is no date, or a period that ends before it begins."""
        period = (
            days_of(self.first)[0] if self.first else None,
            days_of(self.last)[1] if self.last else None,
        )
        if period[0] and period[1] and period[0] >= period[1]:
            message = say("{first} is later than {last}", first=self.first, last=self.last)
            raise ValueError(message)
        return Wanted(
            actors=self.names,
            types=tuple(self.type),
            statuses=tuple(self.status),
            period=period,
            origins=self.origins,
            grade=self.grade or None,
            latest=self.order == "latest",
            after=parse_cursor(self.after),
        )


@dataclass(frozen=True, slots=True)
class Month:
    """Lines under one heading: a month ("2024-06"), or a year where no month is known."""

    heading: str
    lines: tuple[Line, ...]


@router.get("/chronology", response_class=HTMLResponse)
def chronology(room: Here, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """List the events of an actor or a dyad."""
    if not asked.names:
        return choose(room, asked)
    try:
        wanted = asked.wanted()
    except ValueError as error:
        return room.refuse(words_of(error))
    sheet = room.recall(("sheet", wanted), lambda: open_sheet(room.workspace, wanted))
    values = {
        "sheet": sheet,
        "months": group_months(sheet.dated),
        "further": write_cursor(sheet.further) if sheet.further else None,
    }
    return room.show("pages/chronology.html", {**common(room, asked, sheet.actors), **values, "view": "list"})


@router.get("/chronology/chart", response_class=HTMLResponse)
def chart(room: Here, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Draw the events of an actor or a dyad."""
    if not asked.names:
        return choose(room, asked)
    try:
        wanted = asked.wanted()
    except ValueError as error:
        return room.refuse(words_of(error))
    found = room.recall(("chart", wanted), lambda: open_chart(room.workspace, wanted))
    values: dict[str, object] = {"chart": found, "sheet": found, "drawing": None, "zooms": {}}
    if found.window and found.extent:
        values["drawing"] = draw(found.rows, found.stretches, found.window)
        values["zooms"] = zooms(found.window, found.extent)
        values["last"] = found.window[1] - dt.timedelta(days=1)
    return room.show("pages/chart.html", {**common(room, asked, found.actors), **values, "view": "chart"})


@router.post("/follows")
def change_follow(
    room: Here,
    actor: Annotated[list[str], Form(max_length=2)],
    wanted: Annotated[bool, Form()],
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Begin or cease to follow an actor or a dyad."""
    follow(room.workspace, room.author, follow_actors(actor), wanted=wanted)
    return room.go(own_path(back))


def choose(room: Room, asked: Asked) -> HTMLResponse:
    """Ask whose chronology is wanted."""
    cards = make_cards(room.workspace, list_followed(room.workspace, room.author))
    values = {**common(room, asked, ()), "cards": cards, "pairs": room.busiest()}
    return room.show("pages/choose.html", values)


def common(room: Room, asked: Asked, actors: Sequence[object]) -> dict[str, object]:
    """Return what the list and the chart both show."""
    ids = [getattr(actor, "id", "") for actor in actors]
    followed = {one.actors for one in list_followed(room.workspace, room.author)} if ids else set()
    return {
        "asked": asked,
        "ids": ids,
        "is_followed": tuple(sorted(ids)) in followed,
        "types": TYPES,
        "statuses": STATUS_ORDER,
        "grades": GRADES,
    }


def group_months(lines: Sequence[Line]) -> list[Month]:
    """Return dated lines under their months; an interval longer than a month stands under its year."""
    months: list[Month] = []
    for line in lines:
        heading = heading_of(line)
        if months and months[-1].heading == heading:
            months[-1] = Month(heading, (*months[-1].lines, line))
        else:
            months.append(Month(heading, (line,)))
    return months


def heading_of(line: Line) -> str:
    """Return the month, or the year, that a dated line stands under."""
    time, day = line.event.time, line.event.first_day
    if day is None:
        return ""
    is_wide = time is not None and time.from_ is not None and time.to is not None and (time.to - time.from_).days > 31
    return f"{day.year:04}" if is_wide else f"{day.year:04}-{day.month:02}"
