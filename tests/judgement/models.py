"""Models for tests: textbook networks, random ones, and a plain sum over all states as the oracle."""

from itertools import product
from pathlib import Path

import numpy as np
import yaml

from legation.judgement.influence import Likelihoods, Model, Node, Row, Side, combinations, cut

NETWORKS = Path(__file__).parent / "networks"


def textbook(name: str) -> Model:
    """Return Asia, Sachs or Alarm, as the bnlearn repository publishes them."""
    read = yaml.load((NETWORKS / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    bare = {key: Node(key, key, tuple(item["states"]), tuple(item.get("parents", ()))) for key, item in read.items()}
    nodes = []
    for key, node in bare.items():
        rows = zip(combinations(bare, node.parents), read[key]["rows"], strict=True)
        # The published tables are rounded: engines differ in what they make of a row that sums to 0.9999999.
        numbers = ((given, np.array(row, dtype=float)) for given, row in rows)
        made = tuple(Row(given, tuple((row / row.sum()).tolist())) for given, row in numbers)
        nodes.append(Node(key, key, node.states, node.parents, made))
    return Model(name, "2026-01-01", tuple(nodes))


def random_model(seed: int, size: int) -> Model:
    """Return a model of `size` nodes of two or three states, each with up to three of the earlier ones as parents."""
    draw = np.random.default_rng(seed)
    bare: dict[str, Node] = {}
    for number in range(size):
        name = f"n{number}"
        states = tuple("abc"[: draw.integers(2, 4)])
        chosen = draw.choice(number, size=min(number, draw.integers(0, 4)), replace=False) if number else []
        parents = tuple(f"n{parent}" for parent in chosen)
        node = Node(name, name, states, parents)
        bare[name] = node
        rows = [
            Row(given, tuple(draw.dirichlet(np.ones(len(states))).tolist())) for given in combinations(bare, parents)
        ]
        bare[name] = Node(name, name, states, parents, tuple(rows))
    return Model("random", "2026-01-01", tuple(bare.values()))


def sum_exactly(model: Model, ask: str, side: Side | None = None, soft: Likelihoods | None = None) -> list[float]:
    """Return P(states of `ask`) by going through every combination of states there is."""
    side = side or Side()
    changed = cut(model, side.do)
    totals = dict.fromkeys(changed.node(ask).states, 0.0)
    rows = {
        (node.name, row.given): dict(zip(node.states, row.p, strict=True))
        for node in changed.nodes
        for row in node.rows
    }
    for states in product(*(node.states for node in changed.nodes)):
        world = dict(zip((node.name for node in changed.nodes), states, strict=True))
        if any(world[name] != state for name, state in side.given.items()):
            continue
        weight = 1.0
        for node in changed.nodes:
            weight *= rows[node.name, tuple(world[parent] for parent in node.parents)][world[node.name]]
        for name, values in (soft or {}).items():
            if name not in side.do:
                weight *= values[changed.node(name).states.index(world[name])]
        totals[world[ask]] += weight
    return [value / sum(totals.values()) for value in totals.values()]
