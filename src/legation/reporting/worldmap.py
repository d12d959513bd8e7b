"""Maps as shapes: borders of a topology projected into a frame, and where places lie in it.

The whole world is drawn in the Equal Earth projection (Šavrič, Patterson, Jenny 2019), a part of it in an
equirectangular one whose true parallel is the middle of the part.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from babel.core import get_global

# A place on earth: degrees east, degrees north. A place on the map: pixels right, pixels down.
Place = tuple[float, float]
Spot = tuple[float, float]
Ring = tuple[Place, ...]

WIDTH = 960.0
# What the world map leaves out at its foot, in degrees north.
SOUTHERNMOST = -58.0
# Names that the topology gives without a number, by the codes of the lexicon.
UNNUMBERED = {"Kosovo": "XKX", "Somaliland": "XSL", "N. Cyprus": "XNC"}
# Parts are this wide and high at least, and at most; wider ones are the world.
LEAST, MOST_WIDE, MOST_HIGH = 18.0, 150.0, 80.0
# How much wider and higher a part is than its places are apart.
ROOM = 1.35
# Parts up to this wide are drawn from the finer topology.
FINE = 70.0
# Edges of parts lie on multiples of this, so that neighbouring sets of places share a drawing.
GRID = 4.0
EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the topology: alpha-3 code if it has one, its name there, and the rings of its borders."""

    code: str | None
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A country as drawn: SVG path data."""

    code: str | None
    name: str
    path: str


@dataclass(frozen=True)
class Frame:
    """What a map shows: bounds in degrees; None for the whole world. Sizes are in pixels."""

    bounds: tuple[float, float, float, float] | None = None

    @property
    def is_world(self) -> bool:
        """Whether the whole world is shown."""
        return self.bounds is None

    @property
    def is_fine(self) -> bool:
        """Whether it is small enough for the finer topology."""
        return self.bounds is not None and self.bounds[1] - self.bounds[0] <= FINE

    @cached_property
    def scale(self) -> float:
        """Pixels for a degree at the middle of a part, or for the unit of the world's projection."""
        if self.bounds is None:
            return WIDTH / (2 * equal_earth(180.0, 0.0)[0])
        west, east, _, _ = self.bounds
        return WIDTH / (east - west) / self.narrowing

    @cached_property
    def narrowing(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle of a part."""
        assert self.bounds is not None
        return math.cos(math.radians((self.bounds[2] + self.bounds[3]) / 2))

    @cached_property
    def height(self) -> float:
        """How high the map is."""
        if self.bounds is None:
            return self.scale * (equal_earth(0.0, 84.0)[1] - equal_earth(0.0, SOUTHERNMOST)[1])
        return self.scale * (self.bounds[3] - self.bounds[2])

    def project(self, place: Place) -> Spot:
        """Return where a place lies; outside of the frame for what is not shown."""
        lon, lat = place
        if self.bounds is None:
            x, y = equal_earth(lon, lat)
            return WIDTH / 2 + self.scale * x, self.scale * (equal_earth(0.0, 84.0)[1] - y)
        west, _, _, north = self.bounds
        return self.scale * self.narrowing * (lon - west), self.scale * (north - lat)

    def place(self, lon: float, lat: float) -> Spot:
        """Return where a place lies, taken round the earth to the side that is shown."""
        if self.bounds is not None:
            middle = (self.bounds[0] + self.bounds[1]) / 2
            lon = middle + (lon - middle + 180.0) % 360.0 - 180.0
        return self.project((lon, lat))


WORLD = Frame()


def equal_earth(lon: float, lat: float) -> tuple[float, float]:
    """Return the Equal Earth coordinates of a place in degrees, for an earth of radius 1."""
    a1, a2, a3, a4 = EQUAL_EARTH
    root = math.sqrt(3.0)
    theta = math.asin(root / 2.0 * math.sin(math.radians(lat)))
    square = theta * theta
    sixth = square**3
    x = 2.0 * root * math.radians(lon) * math.cos(theta)
    x /= 3.0 * (9.0 * a4 * square * sixth + 7.0 * a3 * sixth + 3.0 * a2 * square + a1)
    return x, theta * (a1 + a2 * square + sixth * (a3 + a4 * square))


def fit_frame(places: Sequence[Place]) -> Frame:
    """Return the part of the world that shows these places (degrees east and north) with room around them."""
    if not places:
        return WORLD
    turned = unroll([lon for lon, _ in places])
    west, east = min(turned), max(turned)
    south, north = min(lat for _, lat in places), max(lat for _, lat in places)
    wide, high = max(LEAST, ROOM * (east - west)), max(LEAST / 2, ROOM * (north - south))
    narrowing = math.cos(math.radians((south + north) / 2))
    # As wide as a screen: eight to five.
    wide = max(wide, 1.6 * high / narrowing)
    high = max(high, wide * narrowing / 1.6)
    if wide > MOST_WIDE or high > MOST_HIGH:
        return WORLD
    bounds = spread(west, east, wide) + spread(south, north, high)
    return Frame((*bounds[:2], max(bounds[2], -85.0), min(bounds[3], 85.0)))


def spread(low: float, high: float, length: float) -> tuple[float, float]:
    """Return the ends of a stretch around the middle of another, on the grid."""
    middle = (low + high) / 2
    return math.floor((middle - length / 2) / GRID) * GRID, math.ceil((middle + length / 2) / GRID) * GRID


def unroll(longitudes: Sequence[float]) -> list[float]:
    """Return longitudes moved by whole turns so that they lie as close together as they can."""
    ordered = sorted(lon % 360.0 for lon in longitudes)
    after = [*ordered[1:], ordered[0] + 360.0]
    gaps = [(later - earlier, later) for earlier, later in zip(ordered, after, strict=True)]
    start = max(gaps)[1] % 360.0
    turned = [start + (lon - start) % 360.0 for lon in longitudes]
    return [lon - 360.0 for lon in turned] if min(turned) > 180.0 else turned


# --- the topology ----------------------------------------------------------------------------------------------------


def read_topology(topology: Mapping[str, Any]) -> tuple[Country, ...]:
    """Return the countries of a TopoJSON file of world-atlas (quantized, with an object `countries`)."""
    arcs = [decode_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    codes = numeric_codes()
    found = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = tuple(join_arcs(ring, arcs) for polygon in polygons for ring in polygon)
        found.append(Country(codes.get(geometry.get("id", "")) or UNNUMBERED.get(name), name, rings))
    return tuple(found)


def numeric_codes() -> dict[str, str]:
    """Return the alpha-3 codes of territories by their three digits, by way of CLDR's aliases."""
    aliases = get_global("territory_aliases")
    by_alpha2 = {
        codes[0]: name for name, codes in aliases.items() if len(name) == 3 and name.isalpha() and len(codes) == 1
    }
    return {
        name: by_alpha2[codes[0]]
        for name, codes in aliases.items()
        if name.isdigit() and len(codes) == 1 and codes[0] in by_alpha2
    }


def decode_arc(arc: Iterable[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> list[Place]:
    """Return the places of an arc, given as steps on a grid."""
    (wide, high), (left, foot) = transform["scale"], transform["translate"]
    x = y = 0
    places = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        places.append((x * wide + left, y * high + foot))
    return places


def join_arcs(numbers: Iterable[int], arcs: Sequence[Sequence[Place]]) -> Ring:
    """Return the ring that arcs make; a number below zero stands for an arc run backwards."""
    ring: list[Place] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return tuple(ring)


# --- drawing ---------------------------------------------------------------------------------------------------------


def draw_countries(countries: Iterable[Country], frame: Frame) -> list[Outline]:
    """Return the countries that a frame shows, as paths."""
    outlines = []
    for country in countries:
        paths = [path for ring in country.rings for path in draw_ring(ring, frame)]
        if paths:
            outlines.append(Outline(country.code, country.name, "".join(paths)))
    return outlines


def draw_ring(ring: Ring, frame: Frame) -> list[str]:
    """Return the paths of a ring, none if it lies outside of the frame."""
    west, east, south, north = frame.bounds or (-180.0, 180.0, SOUTHERNMOST, 90.0)
    # The world ends at the date line, a part a little beyond its frame.
    margin = GRID / 4 if frame.bounds else 0.0
    edges = ((0, west - margin, 1), (0, east + margin, -1), (1, south - margin, 1), (1, north + margin, -1))
    whole = turn_ring(ring, (west + east) / 2)
    paths = []
    for shift in (-360.0, 0.0, 360.0):
        shown = [(lon + shift, lat) for lon, lat in whole]
        if overlaps(shown, (west, east, south, north)):
            for edge in edges:
                shown = clip(shown, edge)
            paths += [path_of([frame.project(place) for place in shown])] if len(shown) > 2 else []
    return paths


def overlaps(ring: Sequence[Place], bounds: tuple[float, float, float, float]) -> bool:
    """Tell whether a ring may lie in these bounds."""
    longitudes, latitudes = [lon for lon, _ in ring], [lat for _, lat in ring]
    west, east, south, north = bounds
    return (
        max(longitudes) > west and min(longitudes) < east and max(latitudes) > south and min(latitudes) < north
    )  # fmt: skip


def turn_ring(ring: Ring, middle: float) -> list[Place]:
    """Return a ring without a jump at the date line, on the side of the earth that has `middle` in it."""
    turned: list[Place] = []
    before = middle
    for lon, lat in ring:
        before += (lon - before + 180.0) % 360.0 - 180.0
        turned.append((before, lat))
    center = sum(lon for lon, _ in turned) / len(turned)
    shift = round((middle - center) / 360.0) * 360.0
    return [(lon + shift, lat) for lon, lat in turned]


def clip(ring: Sequence[Place], edge: tuple[int, float, int]) -> list[Place]:
    """Return what of a ring lies on the inner side of one edge (axis, position, 1 or -1): Sutherland and Hodgman."""
    axis, limit, side = edge
    kept: list[Place] = []
    for here, there in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
        is_in, was_in = side * (there[axis] - limit) >= 0, side * (here[axis] - limit) >= 0
        if is_in != was_in:
            share = (limit - here[axis]) / (there[axis] - here[axis])
            kept.append((here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])))
        if is_in:
            kept.append(there)
    return kept


def path_of(spots: Iterable[Spot]) -> str:
    """Return SVG path data of a ring, to a tenth of a pixel and without points that fall together."""
    steps: list[str] = []
    for x, y in spots:
        step = f"{x:.1f},{y:.1f}".replace(".0", "")
        if not steps or steps[-1] != step:
            steps.append(step)
    return f"M{'L'.join(steps)}Z"
