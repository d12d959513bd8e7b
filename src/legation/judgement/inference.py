"""Exact inference on influence models: single answers by pyAgrum, many variants of one model at once by elimination.

The only module that knows pyAgrum; it is slow to load and warns while it does, so it is loaded with the first answer.
`eliminate` sums out variables in numpy with a leading axis of variants: a thousand redrawn models cost little more
than one. Both are exact, and tests hold them to each other and to a plain sum over all states.
"""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legation.judgement.influence import Likelihoods, Model, Node, Side, ancestors, cut, sort_nodes

Array = NDArray[np.float64]
# A table of each node: variants × states of the parents in order × states of the node.
Tables = Mapping[str, Array]


class ImpossibleError(ValueError):
    """What is to be seen cannot be, by the model: it has probability 0."""


def marginals(model: Model, side: Side | None = None, soft: Likelihoods | None = None) -> dict[str, tuple[float, ...]]:
    """Return the probability of every state of every node, given what is seen and done and soft evidence.

    Soft evidence is a likelihood for each state of a node, up to a factor; on a node that is set from outside it
    tells nothing. Raises ImpossibleError where what is seen has probability 0, ValueError for unknown names.
    """
    side = side or Side()
    check_side(model, side)
    changed = cut(model, side.do)
    seen = {name: list(point(model.node(name), state)) for name, state in side.given.items()}
    vague = {name: list(values) for name, values in (soft or {}).items() if name not in seen and name not in side.do}
    agrum = load_agrum()
    net = build(agrum, changed)
    engine = agrum.LazyPropagation(net)
    engine.setEvidence({**vague, **seen})
    try:
        engine.makeInference()
        return {node.name: tuple(map(float, engine.posterior(node.name).toarray())) for node in changed.nodes}
    except agrum.IncompatibleEvidence as error:
        raise ImpossibleError(f"{words_of(side)}: the model holds that impossible") from error


def load_agrum() -> Any:
    """Return pyAgrum; what its bindings warn of at import concerns nobody here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyagrum

        return pyagrum


def build(agrum: Any, model: Model) -> Any:
    """Return the network of pyAgrum for a model."""
    net = agrum.BayesNet(model.title)
    for node in model.nodes:
        net.add(agrum.LabelizedVariable(node.name, node.ask, list(node.states)))
    for node in sort_nodes(model.nodes):
        for parent in node.parents:
            net.addArc(parent, node.name)
        # pyAgrum runs through a table with the node's own states fastest, then its first parent's.
        axes = [*range(len(node.parents) - 1, -1, -1), len(node.parents)]
        net.cpt(node.name).fillWith(list(table_of(model, node).transpose(axes).ravel()))
    return net


def table_of(model: Model, node: Node) -> Array:
    """Return a node's table: an axis for each parent, in order, and one for its own states."""
    shape = [len(model.node(parent).states) for parent in node.parents]
    rows: Array = np.array([row.p for row in node.rows], dtype=float)
    return rows.reshape([*shape, len(node.states)])


def tables_of(model: Model) -> dict[str, Array]:
    """Return the tables of all nodes, each with one variant."""
    return {node.name: table_of(model, node)[None] for node in model.nodes}


def point(node: Node, state: str) -> tuple[float, ...]:
    """Return the likelihoods of a state that is seen."""
    return tuple(float(name == state) for name in node.states)


def check_side(model: Model, side: Side) -> None:
    """Raise ValueError for nodes or states that are not there, or for a node both seen and set."""
    for name, state in (*side.given.items(), *side.do.items()):
        model.place(name, state)
    both = sorted(set(side.given) & set(side.do))
    if both:
        raise ValueError(f"{both[0]} cannot be both seen and set from outside: keep one of the two")


def words_of(side: Side) -> str:
    """Return what is seen and done, as the command line has it."""
    seen = [f"{name}={state}" for name, state in side.given.items()]
    done = [f"do {name}={state}" for name, state in side.do.items()]
    return ", ".join(seen + done) or "nothing seen or done"


def eliminate(model: Model, ask: str, side: Side, tables: Tables, soft: Likelihoods | None = None) -> Array:
    """Return P(states of `ask`) on a side for every variant: variants × states.

    `tables` holds the tables of all nodes, with any number of variants (one stands for all). What is done cuts the
    arrows into a node, as in `marginals`. A variant in which what is seen is impossible gives NaN.
    """
    check_side(model, side)
    changed = cut(model, side.do)
    vague = {name: values for name, values in (soft or {}).items() if name not in side.given and name not in side.do}
    wanted = ancestors(changed, [ask, *side.given, *vague])
    axes = {node.name: number + 1 for number, node in enumerate(model.nodes)}
    factors: list[tuple[Array, list[int]]] = []
    for node in changed.nodes:
        if node.name in wanted:
            table = table_of(changed, node)[None] if node.name in side.do else tables[node.name]
            factors.append((table, [0, *(axes[parent] for parent in node.parents), axes[node.name]]))
    for name, values in vague.items():
        factors.append((np.array(values, dtype=float)[None], [0, axes[name]]))
    for name, state in side.given.items():
        factors.append((np.array(point(model.node(name), state))[None], [0, axes[name]]))
    table = sum_out(factors, axes[ask])
    total = table.sum(axis=1, keepdims=True)
    result: Array = np.divide(table, total, out=np.full_like(table, np.nan), where=total > 0)
    return result


def sum_out(factors: Sequence[tuple[Array, list[int]]], ask: int) -> Array:
    """Return the product of the factors summed over every axis but the variants' (0) and `ask`."""
    left = list(factors)
    while True:
        hidden = {axis for _, axes in left for axis in axes} - {0, ask}
        if not hidden:
            return multiply(left, [0, ask])
        # The axis whose product spans the fewest others goes first: small tables on the way.
        axis = min(hidden, key=lambda one: (len({other for _, axes in left if one in axes for other in axes}), one))
        touched = [factor for factor in left if axis in factor[1]]
        kept = sorted({other for _, axes in touched for other in axes} - {axis, 0})
        left = [factor for factor in left if axis not in factor[1]]
        left.append((multiply(touched, [0, *kept]), [0, *kept]))


def multiply(factors: Sequence[tuple[Array, list[int]]], kept: list[int]) -> Array:
    """Return the product of factors, summed over the axes that are not kept."""
    variants = max(table.shape[0] for table, _ in factors)
    numbers = {axis: place for place, axis in enumerate(dict.fromkeys(axis for _, axes in factors for axis in axes))}
    arguments: list[Any] = []
    for table, axes in factors:
        arguments += [np.broadcast_to(table, (variants, *table.shape[1:])), [numbers[axis] for axis in axes]]
    result: Array = np.einsum(*arguments, [numbers[axis] for axis in kept], optimize=len(factors) > 2)
    return result
