"""Reads influence models from YAML: checks every rule they must keep, and names line and mend where one is broken.

    title: Who supplies the port
    as_of: 2026-03-01
    by: analyst-1                    # whose judgement a row is, unless it says otherwise
    ess: 20                          # how many observations a row is worth, unless it says otherwise
    nodes:
      drought: {ask: How dry is the season, states: [wet, dry], p: [.7, .3], why: seven of the last ten were wet}
      convoy:
        ask: Do convoys run
        states: [no, yes]
        parents: [drought]
        rows:                        # one for each combination of the parents' states, in any order
          - {given: {drought: wet}, p: [.8, .2], why: the road floods}
          - {given: {drought: dry}, p: [.3, .7], events: [3fa9c1d2e0ab.e7], ess: 8}
    queries:
      - {ask: convoy, state: yes, given: {drought: dry}, against: {drought: wet}}

`p` may also list the rows in order, the last parent's state changing fastest, with `why` a list of as many.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from legation.errors import BadFile
from legation.judgement.influence import Model, Node, Query, Row, Side, Soft, combinations, sort_nodes
from legation.lexicon.placed import Placed, Where, check_placed, suggest
from legation.record.event import KEY

MOST_PARENTS, MOST_STATES = 3, 4
DEFAULT_ESS = 20.0
# How far from 1 a row may sum by rounding in its entries.
TOLERANCE = 1e-6


def listed(value: object) -> object:
    """Let one thing stand for a list of it."""
    return [value] if isinstance(value, str) else value


def dated(value: object) -> object:
    """Let YAML's dates be text again."""
    return str(value)


Names = Annotated[list[str], BeforeValidator(listed)]


class RowEntry(BaseModel):
    """A row named by its parents' states."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    given: dict[str, str]
    p: list[float]
    by: str | None = None
    why: str | None = None
    events: Names = []
    ess: float | None = Field(default=None, gt=0)


class SoftEntry(BaseModel):
    """Which question speaks to a node, and which hypothesis each state stands for (of the same name, if not said)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    states: dict[str, str] = {}


def soft_entry(value: object) -> object:
    """Let the question's name alone stand for the entry."""
    return {"question": value} if isinstance(value, str) else value


class NodeEntry(BaseModel):
    """One node."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ask: str
    states: list[str]
    parents: Names = []
    p: list[Any] | None = None
    rows: list[RowEntry] | None = None
    by: str | None = None
    why: Names = []
    events: Names = []
    ess: float | None = Field(default=None, gt=0)
    soft_evidence_from: Annotated[SoftEntry | None, BeforeValidator(soft_entry)] = None


class QueryEntry(BaseModel):
    """One contrast."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ask: str
    state: str | None = None
    given: dict[str, str] = {}
    do: dict[str, str] = {}
    against: dict[str, str] | None = None


class ModelEntry(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    as_of: Annotated[str, BeforeValidator(dated), Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    about: str | None = None
    by: str | None = None
    ess: float = Field(default=DEFAULT_ESS, gt=0)
    nodes: dict[str, NodeEntry] = Field(min_length=1)
    queries: list[QueryEntry] = []


def parse_model(placed: Placed) -> Model:
    """Return the model of a file; BadFile with line and mend for the first rule it breaks."""
    entry = check_placed(placed, ModelEntry)
    bare = {name: make_node(placed, name, node) for name, node in entry.nodes.items()}
    check_arrows(placed, bare)
    check_questions(placed, bare)
    nodes = tuple(fill_node(placed, entry, bare, name) for name in bare)
    model = Model(entry.title, entry.as_of, nodes)
    queries = tuple(make_query(placed, model, number, query) for number, query in enumerate(entry.queries))
    return Model(entry.title, entry.as_of, nodes, queries)


# --- nodes -----------------------------------------------------------------------------------------------------------


def make_node(placed: Placed, name: str, entry: NodeEntry) -> Node:
    """Return a node without its rows."""
    where: Where = ("nodes", name)
    states = tuple(entry.states)
    if not 2 <= len(states) <= MOST_STATES:
        raise placed.fault((*where, "states"), f"{name} has {len(states)} states: give two to {MOST_STATES}")
    twice = [state for state in states if states.count(state) > 1]
    if twice:
        raise placed.fault((*where, "states"), f"{name} has the state {twice[0]} twice: rename one")
    if len(entry.parents) > MOST_PARENTS:
        words = f"{name} has {len(entry.parents)} parents, at most {MOST_PARENTS} can be judged: put a node between"
        raise placed.fault((*where, "parents"), words)
    return Node(name, entry.ask, states, tuple(entry.parents), soft=make_soft(placed, where, states, entry))


def make_soft(placed: Placed, where: Where, states: Sequence[str], entry: NodeEntry) -> Soft | None:
    """Return where a node's evidence comes from."""
    if entry.soft_evidence_from is None:
        return None
    named = entry.soft_evidence_from.states
    for state in named:
        if state not in states:
            words = f"{where[-1]} has no state {state}{suggest(state, states)}"
            raise placed.fault((*where, "soft_evidence_from", "states", state), words)
    return Soft(entry.soft_evidence_from.question, {state: named.get(state, state) for state in states})


def check_arrows(placed: Placed, nodes: Mapping[str, Node]) -> None:
    """Refuse parents that are not there, are given twice, or lead round in a circle."""
    for node in nodes.values():
        where = ("nodes", node.name, "parents")
        for parent in node.parents:
            if parent not in nodes:
                raise placed.fault(where, f"{node.name}: there is no node {parent}{suggest(parent, nodes)}")
            if node.parents.count(parent) > 1:
                raise placed.fault(where, f"{node.name} has the parent {parent} twice: take one out")
    try:
        sort_nodes(nodes.values())
    except ValueError as error:
        last = str(error).removesuffix(" is a circle").split(" → ")[-1]
        raise placed.fault(("nodes", last, "parents"), f"{error}: take one of its arrows out") from error


def check_questions(placed: Placed, nodes: Mapping[str, Node]) -> None:
    """Refuse one question as evidence on two nodes: the same reports would count twice."""
    seen: dict[str, str] = {}
    for node in nodes.values():
        if node.soft is None:
            continue
        if node.soft.question in seen:
            words = f"the question {node.soft.question} already speaks to {seen[node.soft.question]}: its evidence"
            raise placed.fault(
                ("nodes", node.name, "soft_evidence_from"), f"{words} counts once, take it from one node"
            )
        seen[node.soft.question] = node.name


def fill_node(placed: Placed, model: ModelEntry, nodes: Mapping[str, Node], name: str) -> Node:
    """Return a node with its rows in the order of its parents' states."""
    node, entry = nodes[name], model.nodes[name]
    where: Where = ("nodes", name)
    if (entry.p is None) == (entry.rows is None):
        raise placed.fault(where, f"{name} needs its probabilities once: as p or as rows")
    wanted = combinations(nodes, node.parents)
    drafts = listed_rows(placed, node, entry, wanted) if entry.rows is None else named_rows(placed, node, nodes, entry)
    missing = [given for given in wanted if given not in drafts]
    if missing:
        words = f"{name} has no row for {row_words(node, missing[0])}: add it"
        raise placed.fault((*where, "rows"), words)
    rows = tuple(finish_row(placed, node, drafts[given], entry, model) for given in wanted)
    return Node(node.name, node.ask, node.states, node.parents, rows, node.soft)


def listed_rows(
    placed: Placed, node: Node, entry: NodeEntry, wanted: Sequence[tuple[str, ...]]
) -> dict[tuple[str, ...], tuple[Where, RowEntry]]:
    """Return the rows of `p`: one for a node without parents, else one for each combination in order."""
    where: Where = ("nodes", node.name, "p")
    values = [entry.p] if not node.parents else list(entry.p or [])
    if len(values) != len(wanted):
        first = row_words(node, wanted[0])
        words = f"{node.name} has {len(values)} rows, its parents' states make {len(wanted)}: {first} first"
        raise placed.fault(where, words)
    if len(entry.why) not in (0, 1, len(wanted)):
        words = f"{node.name} gives {len(entry.why)} reasons for {len(wanted)} rows: one for each, or one for all"
        raise placed.fault(("nodes", node.name, "why"), words)
    found = {}
    for number, (given, row) in enumerate(zip(wanted, values, strict=True)):
        place = (*where, number) if node.parents else where
        if not isinstance(row, list) or not all(is_number(value) for value in row):
            words = f"{node.name}: {row_words(node, given)} must be a list of {len(node.states)} numbers"
            raise placed.fault(place, words)
        why = entry.why[number] if len(entry.why) > 1 else next(iter(entry.why), None)
        states = dict(zip(node.parents, given, strict=True))
        found[given] = (place, RowEntry(given=states, p=row, why=why, events=entry.events))
    return found


def is_number(value: object) -> bool:
    """Tell a number from what YAML also gives, truth values among them."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def named_rows(
    placed: Placed, node: Node, nodes: Mapping[str, Node], entry: NodeEntry
) -> dict[tuple[str, ...], tuple[Where, RowEntry]]:
    """Return the rows that say which of the parents' states they are for."""
    found: dict[tuple[str, ...], tuple[Where, RowEntry]] = {}
    for number, row in enumerate(entry.rows or []):
        where: Where = ("nodes", node.name, "rows", number)
        odd = sorted(set(row.given) ^ set(node.parents))
        if odd:
            words = "is no parent of" if odd[0] in row.given else "is a parent the row leaves out, of"
            raise placed.fault(where, f"{odd[0]} {words} {node.name}: a row names {' and '.join(node.parents)}")
        for parent, state in row.given.items():
            known = nodes[parent].states
            if state not in known:
                raise placed.fault((*where, "given", parent), f"{parent} has no state {state}{suggest(state, known)}")
        given = tuple(row.given[parent] for parent in node.parents)
        if given in found:
            first = placed.line(found[given][0])
            words = f"{node.name} has a row for {row_words(node, given)} already (line {first}): keep one"
            raise placed.fault(where, words)
        found[given] = (where, row)
    return found


def row_words(node: Node, given: Sequence[str]) -> str:
    """Return which row is meant: "war=settled, need=low", or "the only row"."""
    pairs = zip(node.parents, given, strict=True)
    return ", ".join(f"{parent}={state}" for parent, state in pairs) or "the only row"


def finish_row(placed: Placed, node: Node, draft: tuple[Where, RowEntry], entry: NodeEntry, model: ModelEntry) -> Row:
    """Return a checked row with whose judgement it is."""
    where, row = draft
    given = tuple(row.given[parent] for parent in node.parents)
    name = f"{node.name}: {row_words(node, given)}"
    check_numbers(placed, where, name, row.p, node.states)
    events = tuple(row.events or entry.events)
    for event in events:
        if not KEY.fullmatch(event):
            raise placed.fault(where, f"{name} cites {event}, which is no event: they are written 3fa9c1d2e0ab.e7")
    by = row.by or entry.by or model.by
    why = row.why or (entry.why[0] if len(entry.why) == 1 else None)
    if not events and not (by and why):
        lacks = "by (whose judgement)" if why else "why (its reason)" if by else "by and why"
        raise placed.fault(where, f"{name} cites no event and no named judgement: add {lacks}, or events")
    ess = row.ess or entry.ess or model.ess
    return Row(given, tuple(map(float, row.p)), by, why, events, ess, placed.line(where))


def check_numbers(placed: Placed, where: Where, name: str, row: Sequence[float], states: Sequence[str]) -> None:
    """Refuse a row that is no distribution over the states."""
    if len(row) != len(states):
        words = f"{name} has {len(row)} entries for {len(states)} states ({', '.join(states)}): give one for each"
        raise placed.fault(where, words)
    odd = next((value for value in row if not 0 <= value <= 1), None)
    if odd is not None:
        raise placed.fault(where, f"{name} holds {odd:g}: probabilities lie from 0 to 1")
    total = math.fsum(row)
    if abs(total - 1) > TOLERANCE:
        change = f"take {total - 1:.6g} away" if total > 1 else f"add {1 - total:.6g}"
        raise placed.fault(where, f"{name} sums to {total:.6g}, not to 1: {change}")


# --- queries ---------------------------------------------------------------------------------------------------------


def make_query(placed: Placed, model: Model, number: int, entry: QueryEntry) -> Query:
    """Return a checked query."""
    where: Where = ("queries", number)
    names = [node.name for node in model.nodes]
    if entry.ask not in names:
        raise placed.fault((*where, "ask"), f"there is no node {entry.ask}{suggest(entry.ask, names)}")
    node = model.node(entry.ask)
    state = entry.state or node.states[-1]
    if state not in node.states:
        raise placed.fault((*where, "state"), f"{entry.ask} has no state {state}{suggest(state, node.states)}")
    for key, states in (("given", entry.given), ("do", entry.do), ("against", entry.against or {})):
        check_states(placed, (*where, key), model, states)
    try:
        return compose_query(entry.ask, state, Side(entry.given, entry.do), entry.against)
    except ValueError as error:
        raise placed.fault(where, str(error)) from error


def check_states(placed: Placed, where: Where, model: Model, states: Mapping[str, str]) -> None:
    """Refuse conditions on nodes or states that are not there."""
    names = [node.name for node in model.nodes]
    for name, state in states.items():
        if name not in names:
            raise placed.fault((*where, name), f"there is no node {name}{suggest(name, names)}")
        known = model.node(name).states
        if state not in known:
            raise placed.fault((*where, name), f"{name} has no state {state}{suggest(state, known)}")


def compose_query(ask: str, state: str, side: Side, against: Mapping[str, str] | None = None) -> Query:
    """Return the query that sets one side against another.

    `against` names other states of what is seen or done on the first side, each by the same button; the rest stays.
    Without it, things as they stand are the other side. Raises ValueError for what makes no contrast.
    """
    if side.is_empty:
        raise ValueError(f"{ask}: nothing is seen or done: say what under given or do")
    both = sorted(set(side.given) & set(side.do))
    if both:
        raise ValueError(f"{both[0]} cannot be both seen (given) and set from outside (do): keep one of the two")
    if ask in side.given or ask in side.do:
        raise ValueError(f"{ask} is asked for and fixed at once: ask for another node")
    if against is None:
        return Query(ask, state, side)
    stray = sorted(set(against) - set(side.given) - set(side.do))
    if stray:
        raise ValueError(f"{stray[0]} stands in against alone: name its state on the first side too, in given or do")
    other = Side(replace_states(side.given, against), replace_states(side.do, against))
    if other == side:
        raise ValueError(f"{ask}: both sides are the same: change a state under against")
    return Query(ask, state, side, other)


def replace_states(states: Mapping[str, str], against: Mapping[str, str]) -> dict[str, str]:
    """Return the states with those that `against` names replaced."""
    return {name: against.get(name, state) for name, state in states.items()}


def cited_events(model: Model) -> dict[str, int]:
    """Return the events that rows cite, with the line of the first row that does."""
    found: dict[str, int] = {}
    for row in (row for node in model.nodes for row in node.rows):
        for event in row.events:
            found.setdefault(event, row.line)
    return found


def check_cited(model: Model, file: str, known: Iterable[str]) -> None:
    """Raise BadFile if a row cites an event that the record does not have."""
    held = set(known)
    for event, line in cited_events(model).items():
        if event not in held:
            raise BadFile(f"{file}:{line}: the record has no event {event}: `legation search` finds those it has")
