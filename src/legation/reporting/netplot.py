"""Networks drawn as SVG that prints and needs no script: the same ties give the same picture.

Nodes are laid out by springs and repulsion (Fruchterman and Reingold 1991), from a fixed start: chosen actors in the
middle, the others around them.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT, MARGIN = 960, 640, 56
ROUNDS = 300
# Strokes of ties, in pixels.
THINNEST, THICKEST = 1.0, 7.0
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Dot:
    """A node to draw: its id, its label, and whether it was chosen."""

    id: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to draw between two nodes, by their ids; `weight` is its number of events, `title` says what it is."""

    one: str
    other: str
    weight: int
    title: str


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours: those of the page for a drawing in it, plain ones for a file."""

    ink: str = "currentColor"
    paper: str = "none"


def lay_out(dots: Sequence[Dot], links: Sequence[Link]) -> dict[str, tuple[float, float]]:
    """Return where each node stands, within the margins."""
    if not dots:
        return {}
    places = {dot.id: place for place, dot in enumerate(dots)}
    pull = np.zeros((len(dots), len(dots)))
    for link in links:
        one, other = places[link.one], places[link.other]
        pull[one, other] = pull[other, one] = 1.0 + math.log1p(link.weight)
    points = settle(start(dots), pull)
    return {dot.id: (float(x), float(y)) for dot, (x, y) in zip(dots, fit(points), strict=True)}


def start(dots: Sequence[Dot]) -> Points:
    """Return where nodes begin: chosen ones on a small circle, the others on a large one."""
    chosen = [place for place, dot in enumerate(dots) if dot.is_chosen]
    others = [place for place, dot in enumerate(dots) if not dot.is_chosen]
    points = np.zeros((len(dots), 2))
    for group, radius in ((chosen, 0.3 if len(chosen) > 1 else 0.0), (others, 1.0)):
        for number, place in enumerate(group):
            angle = 2 * math.pi * number / len(group)
            points[place] = radius * math.cos(angle), radius * math.sin(angle)
    return points


def settle(points: Points, pull: Points) -> Points:
    """Return points after all have repelled each other and tied ones have drawn each other near."""
    ideal = math.sqrt(4.0 / len(points))
    for turn in range(ROUNDS):
        apart = points[:, None, :] - points[None, :, :]
        far = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
        push = ideal**2 / far**2
        np.fill_diagonal(push, 0.0)
        draw = pull * far / ideal
        force = ((push - draw)[:, :, None] * apart).sum(axis=1)
        size = np.maximum(np.linalg.norm(force, axis=1, keepdims=True), 1e-9)
        # Steps shrink to nothing, so that the picture comes to rest.
        points = points + force / size * np.minimum(size, 0.12 * (1 - turn / ROUNDS))
    return points


def fit(points: Points) -> Points:
    """Return points stretched over the picture."""
    low, high = points.min(axis=0), points.max(axis=0)
    room = np.array([WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN])
    span = np.where(high - low > 1e-6, high - low, 1.0)
    middle = np.array([WIDTH / 2, HEIGHT / 2])
    return np.asarray((points - (low + high) / 2) / span * room + middle)


def draw_network(title: str, dots: Sequence[Dot], links: Sequence[Link], ink: Ink | None = None) -> str:
    """Return a network as one SVG."""
    ink = ink or Ink()
    places = lay_out(dots, links)
    most = max((link.weight for link in links), default=1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label={quoteattr(title)} font-family="system-ui, sans-serif" font-size="14" fill="{ink.ink}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{ink.paper}"/>',
        *(draw_link(link, places, most, ink) for link in links),
        *(draw_dot(dot, places[dot.id], ink) for dot in dots),
        "</svg>",
    ]
    return "\n".join(parts)


def draw_link(link: Link, places: Mapping[str, tuple[float, float]], most: int, ink: Ink) -> str:
    """Return a tie as a line, the thicker the more events it has."""
    (x1, y1), (x2, y2) = places[link.one], places[link.other]
    width = THINNEST + (THICKEST - THINNEST) * math.sqrt(link.weight / max(most, 1))
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{ink.ink}" stroke-opacity=".32" '
        f'stroke-width="{width:.1f}"><title>{escape(link.title)}</title></line>'
    )


def draw_dot(dot: Dot, place: tuple[float, float], ink: Ink) -> str:
    """Return a node with its name; chosen ones are larger, filled and in bold."""
    x, y = place
    radius, weight = (9, "600") if dot.is_chosen else (6, "400")
    anchor, shift = ("end", -radius - 5) if x > WIDTH - 3 * MARGIN else ("start", radius + 5)
    hollow = "" if dot.is_chosen else f' stroke="{ink.ink}" stroke-width="2"'
    fill = ink.ink if dot.is_chosen else "Canvas" if ink.paper == "none" else ink.paper
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}"{hollow}/>'
        f'<text x="{x + shift:.1f}" y="{y + 5:.1f}" text-anchor="{anchor}" font-weight="{weight}">'
        f"{escape(dot.label)}</text>"
    )
