"""The map: where events took place, as exact as reports have it; the same as a table, and as a file."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import sqrt
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from legation.reporting.chronology import make_line
from legation.reporting.worldmap import WIDTH, Country, Frame, Outline, draw_countries, fit_frame, read_topology
from legation.web.asking import Dated
from legation.web.room import Here, Room
from legation.web.templating import load_environment
from legation.workspace.locating import Extent, Located, Place, locate, open_place

router = APIRouter()
# Radii of marks, in pixels of a map 960 wide.
SMALLEST, LARGEST = 5.0, 18.0
# An area's mark is never so small that it looks like a point.
AREA = 15.0
# Places named on the map; the table has all.
MOST_NAMED = 14
# Events of one place that are listed.
MOST_LINES = 60


class Asked(Dated):
    """A map asked for: whose events, in which period, and which place is opened."""

    place: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: where and how large its mark is, and whether its name is written beside it."""

    place: Place
    x: float
    y: float
    radius: float
    is_named: bool
    is_left: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A map: its size in pixels, the countries it shows, how many events each has, and its spots."""

    width: float
    height: float
    outlines: tuple[Outline, ...]
    told: dict[str, int]
    spots: tuple[Spot, ...]


@router.get("/map", response_class=HTMLResponse)
def show_map(room: Here, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show the map, or where to begin."""
    if not asked.actors:
        return room.show("pages/map_start.html", {"asked": asked, "busiest": room.busiest()})
    found = find(room, asked)
    opened = next((place for place in found.places if place.id == asked.place), None)
    events = open_place(room.workspace, opened.events[:MOST_LINES]) if opened else []
    values = {
        "asked": asked,
        "found": found,
        "chart": make_chart(found),
        "opened": opened,
        "lines": [make_line(event) for event in events],
        "extents": Extent,
    }
    return room.show("pages/map.html", values)


@router.get("/map.svg")
def map_file(room: Here, asked: Annotated[Asked, Query()]) -> Response:
    """Return the map as a file."""
    if not asked.actors:
        return room.refuse(room.tongue("scope.nobody"))
    template = load_environment().get_template("parts/map_file.svg")
    drawn = template.render({"chart": make_chart(find(room, asked)), "t": room.tongue})
    headers = {"Content-Disposition": 'attachment; filename="map.svg"'}
    return Response(drawn, media_type="image/svg+xml", headers=headers)


def find(room: Room, asked: Asked) -> Located:
    """Return the places that are asked for."""
    key = ("map", asked.actors, asked.period)
    return room.recall(key, lambda: locate(room.workspace, asked.actors, asked.period))


def make_chart(found: Located) -> Chart:
    """Return a map of places: points and areas as marks, whole countries by their outline."""
    marked = [place for place in found.places if place.lat is not None and place.lon is not None]
    frame = fit_frame([(place.lon or 0.0, place.lat or 0.0) for place in marked])
    told = {
        place.country: len(place.events) for place in found.places if place.extent is Extent.COUNTRY and place.country
    }
    return Chart(WIDTH, frame.height, outlines_of(frame), told, tuple(make_spots(marked, frame)))


def make_spots(places: Sequence[Place], frame: Frame) -> Iterable[Spot]:
    """Yield the marks of places, the largest first, so that small ones lie on top."""
    most = max((len(place.events) for place in places), default=1)
    for number, place in enumerate(places):
        x, y = frame.place(place.lon or 0.0, place.lat or 0.0)
        radius = SMALLEST + (LARGEST - SMALLEST) * sqrt((len(place.events) - 1) / max(most - 1, 1))
        radius = max(radius, AREA) if place.extent is Extent.AREA else radius
        yield Spot(place, x, y, radius, number < MOST_NAMED, x > 0.8 * WIDTH)


@lru_cache(maxsize=64)
def outlines_of(frame: Frame) -> tuple[Outline, ...]:
    """Return the countries a frame shows; drawn once for each frame."""
    return tuple(draw_countries(countries("50m" if frame.is_fine else "110m"), frame))


@lru_cache(maxsize=2)
def countries(scale: str) -> tuple[Country, ...]:
    """Return the countries of the world at a scale."""
    file = resources.files("legation.web") / "static" / "vendor" / "world-atlas" / f"countries-{scale}.json"
    return read_topology(json.loads(file.read_text(encoding="utf-8")))
