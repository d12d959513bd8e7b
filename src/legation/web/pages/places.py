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
# Left, top, right and bottom edge, in pixels of the map.
Box = tuple[float, float, float, float]
# Radii of marks, in pixels of a map 960 wide.
SMALLEST, LARGEST = 5.0, 18.0
# An area's mark is never so small that it looks like a point.
AREA = 15.0
# What a name takes on the map, in its pixels: a letter, a line, and how far it stands from its mark.
LETTER, LINE, NEAR = 7.4, 15.0, 4.0
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
    """Yield the marks of places, the largest first, so that small ones lie on top; names do not run into each other."""
    most = max((len(place.events) for place in places), default=1)
    marks = [(frame.place(place.lon or 0.0, place.lat or 0.0), radius_of(place, most)) for place in places]
    taken = [(x - radius, y - radius, x + radius, y + radius) for (x, y), radius in marks]
    for place, ((x, y), radius), own in zip(places, marks, list(taken), strict=True):
        sides = {is_left: label_box((x, y), radius, place.name, is_left=is_left) for is_left in (False, True)}
        free = [is_left for is_left, box in sides.items() if fits(box, [other for other in taken if other != own])]
        if free:
            taken.append(sides[free[0]])
        yield Spot(place, x, y, radius, bool(free), bool(free and free[0]))


def radius_of(place: Place, most: int) -> float:
    """Return how large the mark of a place is, where the place with most events has so many."""
    radius = SMALLEST + (LARGEST - SMALLEST) * sqrt((len(place.events) - 1) / max(most - 1, 1))
    return max(radius, AREA) if place.extent is Extent.AREA else radius


def label_box(at: tuple[float, float], radius: float, name: str, *, is_left: bool) -> Box:
    """Return the room a name takes beside its mark."""
    (x, y), width = at, LETTER * len(name)
    start = x - radius - NEAR - width if is_left else x + radius + NEAR
    return (start, y - LINE / 2, start + width, y + LINE / 2)


def fits(box: Box, taken: Iterable[Box]) -> bool:
    """Tell whether a box lies on the map and off all others."""
    inside = box[0] >= 0 and box[2] <= WIDTH
    return inside and not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


@lru_cache(maxsize=64)
def outlines_of(frame: Frame) -> tuple[Outline, ...]:
    """Return the countries a frame shows; drawn once for each frame."""
    return tuple(draw_countries(countries("50m" if frame.is_fine else "110m"), frame))


@lru_cache(maxsize=2)
def countries(scale: str) -> tuple[Country, ...]:
    """Return the countries of the world at a scale."""
    file = resources.files("legation.web") / "static" / "vendor" / "world-atlas" / f"countries-{scale}.json"
    return read_topology(json.loads(file.read_text(encoding="utf-8")))
