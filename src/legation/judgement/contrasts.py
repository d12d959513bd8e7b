"""What an influence model says: contrasts rather than levels, which assumption matters, what survives a redraw.

Levels hang on every entry; the difference between two sides hangs on few. `sweep` moves each entry's odds to half and
to double, the rest of its row rescaled (a tornado); `redraw` draws every row from Dirichlet(ess·row) and says in how
many draws the order of the two sides holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from legation.judgement.inference import Array, eliminate, marginals, table_of, tables_of
from legation.judgement.influence import Likelihoods, Model, Node, Query, Row

DRAWS, SEED = 2000, 20260301
# The interval that is told: from the 5th to the 95th of a hundred draws.
LOW, HIGH = 5.0, 95.0
# Differences below half a point are no difference.
LEVEL = 0.005

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spread:
    """What redrawing every row gives: 90 % intervals, and in which share of the draws the order of the sides holds."""

    first: Interval
    second: Interval
    difference: Interval
    holds: float
    draws: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """The answer to a query: P(states of what is asked) on both sides (0.0 to 1.0), exact; and how firm it is."""

    query: Query
    place: int
    first: tuple[float, ...]
    second: tuple[float, ...]
    spread: Spread

    @property
    def difference(self) -> float:
        """How much likelier the state is on the first side than on the other, −1.0 to 1.0."""
        return self.first[self.place] - self.second[self.place]

    @property
    def is_level(self) -> bool:
        """Whether the two sides are as good as the same."""
        return abs(self.difference) < LEVEL


@dataclass(frozen=True, slots=True)
class Swing:
    """What one entry does to a contrast: the difference with the entry's odds halved (`low`) and doubled (`high`)."""

    node: str
    row: Row
    state: str
    value: float
    low: float
    high: float

    @property
    def reach(self) -> float:
        """How far the difference moves between the two."""
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class Tornado:
    """The entries of a model by how far they move a contrast, the furthest first; `difference` is it as judged."""

    query: Query
    difference: float
    swings: tuple[Swing, ...]

    @property
    def turning(self) -> tuple[Swing, ...]:
        """The entries that turn the order of the two sides when their odds are halved or doubled."""
        return tuple(
            swing for swing in self.swings if min(swing.low * self.difference, swing.high * self.difference) < 0
        )


def contrast_all(
    model: Model, queries: Sequence[Query], soft: Likelihoods | None = None, draws: int = DRAWS, seed: int = SEED
) -> list[Contrast]:
    """Return the contrasts of queries, all held against the same redrawn models.

    Raises ImpossibleError where a side has probability 0, ValueError for unknown names.
    """
    redrawn = draw_tables(model, draws, np.random.default_rng(seed))
    found = []
    for query in queries:
        first = marginals(model, query.side, soft)[query.ask]
        second = marginals(model, query.against, soft)[query.ask]
        place = model.place(query.ask, query.state)
        difference = first[place] - second[place]
        found.append(Contrast(query, place, first, second, redraw(model, query, redrawn, soft, difference)))
    return found


def draw_tables(model: Model, draws: int, draw: np.random.Generator) -> dict[str, Array]:
    """Return tables in which every row is drawn from Dirichlet(ess·row); an entry of 0 stays 0."""
    return {node.name: draw_table(model, node, draws, draw) for node in model.nodes}


def draw_table(model: Model, node: Node, draws: int, draw: np.random.Generator) -> Array:
    """Return redrawn tables of a node."""
    rows = np.array([row.p for row in node.rows])
    sizes = np.array([row.ess for row in node.rows])[:, None]
    parts = draw.standard_gamma(np.broadcast_to(sizes * rows, (draws, *rows.shape)))
    total = parts.sum(axis=-1, keepdims=True)
    # Where all parts of a row are too small for a number, the row stays as it was judged.
    drawn = np.divide(parts, total, out=np.broadcast_to(rows, parts.shape).copy(), where=total > 0)
    shape: tuple[int, ...] = table_of(model, node).shape
    result: Array = drawn.reshape((draws, *shape))
    return result


def redraw(model: Model, query: Query, tables: Mapping[str, Array], soft: Likelihoods | None, point: float) -> Spread:
    """Return how firm a contrast is; its order is that of `point`, the difference as judged."""
    place = model.place(query.ask, query.state)
    first = eliminate(model, query.ask, query.side, tables, soft)[:, place]
    second = eliminate(model, query.ask, query.against, tables, soft)[:, place]
    first, second = np.broadcast_arrays(first, second)
    usable = ~(np.isnan(first) | np.isnan(second))
    first, second = first[usable], second[usable]
    difference = first - second
    holds = np.sign(np.round(difference, 12)) == np.sign(round(point, 12))
    return Spread(span(first), span(second), span(difference), float(holds.mean()), len(first))


def span(values: Array) -> Interval:
    """Return the 90 % interval of draws."""
    low, high = np.percentile(values, [LOW, HIGH])
    return float(low), float(high)


def sweep(model: Model, query: Query, soft: Likelihoods | None = None) -> Tornado:
    """Return what each entry of the model does to a contrast.

    Entries of 0 and 1 have no odds to move; of a row of two only the second stands here, the first is its mirror.
    """
    place = model.place(query.ask, query.state)
    plain = tables_of(model)
    swings: list[Swing] = []
    for node in model.nodes:
        first_state = 1 if len(node.states) == 2 else 0
        entries = [
            (number, state)
            for number, row in enumerate(node.rows)
            for state, p in enumerate(row.p)
            if 0 < p < 1 and state >= first_state
        ]
        if not entries:
            continue
        tables = {**plain, node.name: move_entries(model, node, entries)}
        first = eliminate(model, query.ask, query.side, tables, soft)[:, place]
        second = eliminate(model, query.ask, query.against, tables, soft)[:, place]
        moved = np.broadcast_to(first - second, (2 * len(entries),))
        for at, (number, state) in enumerate(entries):
            row = node.rows[number]
            low, high = float(moved[2 * at]), float(moved[2 * at + 1])
            swings.append(Swing(node.name, row, node.states[state], row.p[state], low, high))
    sides = (query.side, query.against)
    levels = [marginals(model, side, soft)[query.ask][place] for side in sides]
    return Tornado(query, levels[0] - levels[1], tuple(sorted(swings, key=lambda swing: -round(swing.reach, 12))))


def move_entries(model: Model, node: Node, entries: Sequence[tuple[int, int]]) -> Array:
    """Return two tables of a node for each entry: its odds halved, and doubled, the rest of its row rescaled."""
    rows = np.array([row.p for row in node.rows])
    tables = np.repeat(rows[None], 2 * len(entries), axis=0)
    for at, (number, state) in enumerate(entries):
        for side, factor in enumerate((0.5, 2.0)):
            row = rows[number]
            odds = factor * row[state] / (1 - row[state])
            value = odds / (1 + odds)
            moved = row * (1 - value) / (1 - row[state])
            moved[state] = value
            tables[2 * at + side, number] = moved
    shape: tuple[int, ...] = table_of(model, node).shape
    result: Array = tables.reshape((2 * len(entries), *shape))
    return result
