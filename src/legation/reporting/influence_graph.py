"""Draws an influence model as SVG: causes above effects, each node with its states as bars, few arrows crossing.

Layered as usual: a node stands one layer below the lowest of its parents, arrows over several layers are led through
a free place in each, and the places of a layer are ordered by where their neighbours stand. Only presentation
attributes, no styles or scripts: the picture prints, and pages with a strict policy may hold it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from legation.judgement.influence import Model, Node, Side, arcs, sort_nodes

WIDTH, HEAD, BAR, GAP, LAYER_GAP, MARGIN = 190, 26, 17, 26, 46, 12
# How wide a place is that only leads an arrow through a layer.
LANE = 30
SWEEPS = 12
INK, PALE, FRAME, SEEN, SET = "#1f2933", "#f7f8fa", "#9aa5b1", "#1f5f8b", "#9c4221"

# A place in a layer: a node, or an arrow on its way ("cause", "effect", layer).
Place = str | tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: the left top corner of each node, the points each arrow goes through, and the size."""

    corners: Mapping[str, tuple[float, float]]
    arrows: Mapping[tuple[str, str], tuple[tuple[float, float], ...]]
    width: float
    height: float


def draw_model(model: Model, levels: Mapping[str, Sequence[float]], side: Side | None = None) -> str:
    """Return a model as SVG, with the probability of each state (0.0 to 1.0) as `marginals` gives them.

    Nodes that are seen or set on this side are marked; arrows into a node that is set are cut.
    """
    side = side or Side()
    layout = lay_out(model)
    size = f'width="{layout.width:.0f}" height="{layout.height:.0f}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {layout.width:.0f} {layout.height:.0f}" '
        f'role="img" aria-label="{escape(model.title)}" font-family="system-ui, sans-serif" font-size="12">',
        f"<title>{escape(model.title)}</title>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 8 4 0 8z" fill="{INK}"/></marker></defs>',
    ]
    parts += [draw_arrow(points, is_cut=arc[1] in side.do) for arc, points in layout.arrows.items()]
    parts += [draw_node(node, layout.corners[node.name], levels[node.name], side) for node in model.nodes]
    return "\n".join([*parts, "</svg>"])


def lay_out(model: Model) -> Layout:
    """Return where the nodes and arrows of a model are drawn."""
    depths = find_depths(model)
    layers = order_layers(model, depths)
    heights = [max(height_of(model.node(place)) for place in layer if isinstance(place, str)) for layer in layers]
    tops = [MARGIN + sum(heights[:depth]) + LAYER_GAP * depth for depth in range(len(layers))]
    centres = place_layers(model, layers)
    shift = MARGIN - min(centre - width_of(place) / 2 for place, centre in centres.items())
    width = max(centre + width_of(place) / 2 for place, centre in centres.items()) + shift + MARGIN
    corners = {node.name: (centres[node.name] + shift - WIDTH / 2, tops[depths[node.name]]) for node in model.nodes}
    arrows = {}
    for cause, effect in arcs(model):
        bottom = tops[depths[cause]] + height_of(model.node(cause))
        points = [(centres[cause] + shift, bottom)]
        for depth in range(depths[cause] + 1, depths[effect]):
            across = centres[cause, effect, depth] + shift
            points += [(across, tops[depth]), (across, tops[depth] + heights[depth])]
        arrows[cause, effect] = (*points, (centres[effect] + shift, tops[depths[effect]] - 1))
    return Layout(corners, arrows, width, tops[-1] + heights[-1] + MARGIN)


def find_depths(model: Model) -> dict[str, int]:
    """Return the layer of each node: causes from 0, an effect below its lowest cause."""
    depths: dict[str, int] = {}
    for node in sort_nodes(model.nodes):
        depths[node.name] = max((depths[parent] + 1 for parent in node.parents), default=0)
    # A cause without causes stands right above its first effect: shorter arrows.
    for node in model.nodes:
        below = [depths[effect] for cause, effect in arcs(model) if cause == node.name]
        if not node.parents and below:
            depths[node.name] = min(below) - 1
    return depths


def order_layers(model: Model, depths: Mapping[str, int]) -> list[list[Place]]:
    """Return the places of each layer from left to right, ordered by the mean place of their neighbours."""
    layers: list[list[Place]] = [[] for _ in range(max(depths.values()) + 1)]
    for node in sort_nodes(model.nodes):
        layers[depths[node.name]].append(node.name)
    neighbours = link_places(model, depths)
    for cause, effect in arcs(model):
        for depth in range(depths[cause] + 1, depths[effect]):
            layers[depth].append((cause, effect, depth))
    best, fewest = [list(layer) for layer in layers], count_crossings(layers, neighbours)
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 == 0 else layers[::-1]:
            at = {place: number for other in layers for number, place in enumerate(other)}
            wanted = {place: mean([at[other] for other in neighbours[place]], at[place]) for place in layer}
            layer.sort(key=wanted.__getitem__)
        crossings = count_crossings(layers, neighbours)
        if crossings < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    return best


def link_places(model: Model, depths: Mapping[str, int]) -> dict[Place, list[Place]]:
    """Return the places that arrows join, step by step."""
    found: dict[Place, list[Place]] = defaultdict(list)
    for cause, effect in arcs(model):
        steps: list[Place] = [(cause, effect, depth) for depth in range(depths[cause] + 1, depths[effect])]
        chain: list[Place] = [cause, *steps, effect]
        for above, below in pairwise(chain):
            found[above].append(below)
            found[below].append(above)
    return found


def count_crossings(layers: Sequence[Sequence[Place]], neighbours: Mapping[Place, Sequence[Place]]) -> int:
    """Return how many pairs of steps between neighbouring layers cross."""
    total = 0
    for above, below in pairwise(layers):
        at = {place: number for number, place in enumerate(below)}
        steps = [(left, at[other]) for left, place in enumerate(above) for other in neighbours[place] if other in at]
        total += sum(
            (one[0] - other[0]) * (one[1] - other[1]) < 0
            for number, one in enumerate(steps)
            for other in steps[:number]
        )
    return total


def place_layers(model: Model, layers: Sequence[Sequence[Place]]) -> dict[Place, float]:
    """Return the middle of each place across: neighbours under each other as far as there is room."""
    neighbours = link_places(
        model, {place: depth for depth, layer in enumerate(layers) for place in layer if isinstance(place, str)}
    )
    centres: dict[Place, float] = {}
    for layer in layers:
        centres.update(spread(layer, dict.fromkeys(layer, 0.0)))
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 == 0 else layers[::-1]:
            wanted = {place: mean([centres[other] for other in neighbours[place]], centres[place]) for place in layer}
            centres.update(spread(layer, wanted))
    return centres


def spread(layer: Sequence[Place], wanted: Mapping[Place, float]) -> dict[Place, float]:
    """Return middles in order, none overlapping, as near to what is wanted as a pass from each side gives."""
    right: list[float] = []
    for number, place in enumerate(layer):
        least = right[-1] + distance(layer[number - 1], place) if right else wanted[place]
        right.append(max(wanted[place], least))
    left = [0.0] * len(layer)
    for number in range(len(layer) - 1, -1, -1):
        place = layer[number]
        most = left[number + 1] - distance(place, layer[number + 1]) if number + 1 < len(layer) else wanted[place]
        left[number] = min(wanted[place], most)
    return {place: (right[number] + left[number]) / 2 for number, place in enumerate(layer)}


def distance(one: Place, other: Place) -> float:
    """Return how far apart the middles of two neighbours must be."""
    return (width_of(one) + width_of(other)) / 2 + GAP


def width_of(place: Place) -> float:
    """Return how wide a place is."""
    return WIDTH if isinstance(place, str) else LANE


def height_of(node: Node) -> float:
    """Return how high a node is drawn."""
    return HEAD + BAR * len(node.states) + 6


def mean(values: Sequence[float], otherwise: float) -> float:
    """Return the mean; of nothing, something else."""
    return sum(values) / len(values) if values else otherwise


# --- drawing ---------------------------------------------------------------------------------------------------------


def draw_arrow(points: Sequence[tuple[float, float]], *, is_cut: bool) -> str:
    """Return an arrow through points: curves between layers, straight through them."""
    path = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for number, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
        middle = (y + to_y) / 2
        curve = f"C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}"
        path.append(curve if number % 2 == 0 else f"L{to_x:.1f} {to_y:.1f}")
    looks = f'stroke="{FRAME}" stroke-dasharray="2 5"' if is_cut else f'stroke="{INK}" marker-end="url(#tip)"'
    return f'<path d="{" ".join(path)}" fill="none" stroke-width="1.2" {looks}/>'


def draw_node(node: Node, corner: tuple[float, float], levels: Sequence[float], side: Side) -> str:
    """Return a node: its name, what is asked in the tooltip, and a bar for each state."""
    x, y = corner
    colour = SET if node.name in side.do else SEEN if node.name in side.given else FRAME
    mark = " (set)" if node.name in side.do else " (seen)" if node.name in side.given else ""
    name = f"{node.name.replace('_', ' ')}{mark}"
    width = 2.5 if mark else 1
    parts = [
        f"<g><title>{escape(node.ask)}</title>",
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{WIDTH}" height="{height_of(node):.0f}" rx="5" fill="{PALE}" '
        f'stroke="{colour}" stroke-width="{width}"/>',
        f'<text x="{x + 10:.1f}" y="{y + 17:.1f}" font-weight="600" fill="{INK}">{escape(name)}</text>',
    ]
    for number, (state, level) in enumerate(zip(node.states, levels, strict=True)):
        top = y + HEAD + BAR * number
        parts.append(
            f'<rect x="{x + 105:.1f}" y="{top:.1f}" width="{75 * level:.1f}" height="{BAR - 5}" fill="{SEEN}" '
            f'fill-opacity="0.55"/><rect x="{x + 105:.1f}" y="{top:.1f}" width="75" height="{BAR - 5}" fill="none" '
            f'stroke="{FRAME}" stroke-width="0.5"/>'
            f'<text x="{x + 99:.1f}" y="{top + 10:.1f}" text-anchor="end" font-size="11" fill="{INK}">'
            f"{escape(state.replace('_', ' '))}</text>"
        )
    return "".join([*parts, "</g>"])
