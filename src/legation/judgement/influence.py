"""Influence models: nodes with states, how each depends on its parents, and the contrasts an analyst asks for.

A model is a Bayesian network whose every row was authored: it carries who judged it, why, and how sure they are
(`ess`, the number of observations the row is worth). Here are the values; model_file.py reads them from YAML,
inference.py runs them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

# Which state each of some nodes is in.
States = Mapping[str, str]
# How likely what was read is under each state of a node, up to a common factor.
Likelihoods = Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """The distribution of a node for one combination of its parents' states (`given`, in the parents' order).

    `by` and `why` say whose judgement it is and what it rests on, `events` the events it cites, `ess` how many
    observations it is worth; `line` is where it stands in its file.
    """

    given: tuple[str, ...]
    p: tuple[float, ...]
    by: str | None = None
    why: str | None = None
    events: tuple[str, ...] = ()
    ess: float = 20.0
    line: int = 1


@dataclass(frozen=True, slots=True)
class Soft:
    """Evidence on a node from the weighing of a question: which hypothesis each state of the node stands for."""

    question: str
    hypotheses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """One variable: what is asked of it, its states from least to most, its parents, and a row for each combination."""

    name: str
    ask: str
    states: tuple[str, ...]
    parents: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    soft: Soft | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contrast: what is seen (`given`) and what is done (`do`)."""

    given: States = field(default_factory=dict)
    do: States = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is seen or done: things as they stand."""
        return not self.given and not self.do


@dataclass(frozen=True, slots=True)
class Query:
    """How much likelier a state of a node is on one side than on the other."""

    ask: str
    state: str
    side: Side
    against: Side = Side()


@dataclass(frozen=True, slots=True)
class Model:
    """An influence model; `nodes` stand in the order of the file, `as_of` is the day it was judged on (ISO 8601)."""

    title: str
    as_of: str
    nodes: tuple[Node, ...]
    queries: tuple[Query, ...] = ()

    def node(self, name: str) -> Node:
        """Return the node of a name; ValueError says which there are."""
        found = next((node for node in self.nodes if node.name == name), None)
        if found is None:
            raise ValueError(f"{name}: no node; there are {', '.join(node.name for node in self.nodes)}")
        return found

    def place(self, name: str, state: str) -> int:
        """Return which of a node's states one is, from 0; ValueError says which there are."""
        node = self.node(name)
        if state not in node.states:
            raise ValueError(f"{name}={state}: no state; {name} is one of {', '.join(node.states)}")
        return node.states.index(state)

    @property
    def entries(self) -> int:
        """How many probabilities were judged."""
        return sum(len(row.p) for node in self.nodes for row in node.rows)


def combinations(nodes: Mapping[str, Node], parents: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the combinations of the parents' states, the last parent's changing fastest."""
    return list(product(*(nodes[name].states for name in parents)))


def sort_nodes(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes with parents before children, otherwise in the order given; ValueError for a circle."""
    waiting, done, found = list(nodes), set[str](), list[Node]()
    while waiting:
        ready = next((node for node in waiting if done.issuperset(node.parents)), None)
        if ready is None:
            raise ValueError(f"{' → '.join(find_circle(waiting))} is a circle")
        waiting.remove(ready)
        done.add(ready.name)
        found.append(ready)
    return found


def find_circle(nodes: Sequence[Node]) -> list[str]:
    """Return the names along a circle among nodes each of which has a parent among them: cause before effect."""
    parents = {node.name: node.parents for node in nodes}
    path = [nodes[0].name]
    while len(set(path)) == len(path):
        path.append(next(parent for parent in parents[path[-1]] if parent in parents))
    return path[path.index(path[-1]) :][::-1]


def cut(model: Model, do: States) -> Model:
    """Return the model in which these nodes are set from outside: what usually moves them no longer does."""
    if not do:
        return model
    found = []
    for node in model.nodes:
        if node.name in do:
            place = model.place(node.name, do[node.name])
            row = Row((), tuple(float(number == place) for number in range(len(node.states))))
            found.append(replace(node, parents=(), rows=(row,), soft=None))
        else:
            found.append(node)
    return replace(model, nodes=tuple(found))


def ancestors(model: Model, names: Iterable[str]) -> set[str]:
    """Return the nodes that lead to these, and these: the others cannot matter where nothing is seen of them."""
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(model.node(name).parents)
    return found


def arcs(model: Model) -> Iterator[tuple[str, str]]:
    """Yield cause and effect of every arrow."""
    for node in model.nodes:
        for parent in node.parents:
            yield parent, node.name
