"""Blocs: who aligns with whom in a window, how firmly, and between whom the conflict runs.

States are joined by what they do to and with each other: cooperative and conflictual event-days, each act of m states
spread over its pairs with weight 1/(m−1), so that one summit of many does not outweigh all else. Blocs are the
partition of greatest signed modularity (Gómez, Jensen and Arenas, Physical Review E 80, 2009): more cooperation and
less conflict inside than chance would give to states that are as active. It is found by moving states and merging
blocs from many seeded starts; on few states it is the best of all partitions (tested by enumeration). Two states that
never cooperate gain nothing by sharing a bloc, though the plain formula would allow it. Stability is how often two
states share a bloc when the event-days are drawn anew with replacement.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from legation.lexicon.plover import Ontology
from legation.record.deeds import Deed
from legation.relations.signs import Act, Stand, sign_of

Pair = tuple[str, str]
STARTS = 12
DRAWS = 100
# Each redraw climbs once: it is the average over draws that is told.
DRAW_STARTS = 1


@dataclass(frozen=True, slots=True)
class Link:
    """One event-day between two states: weight 1/(m−1) for an act of m, sign 1 or -1, and the ids of its events."""

    pair: Pair
    day: str
    type: str
    sign: int
    weight: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """All between two states: cooperative and conflictual weight, event-days of either sign, and their events."""

    pair: Pair
    cooperative: float
    conflictual: float
    days: tuple[int, int]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A state in a bloc; `stability` is how often, on average, it shares a bloc with the others of it, 0.0 to 1.0."""

    state: str
    stability: float


@dataclass(frozen=True, slots=True)
class Bloc:
    """States that align, the firmest first; `stability` is the mean over its pairs (1.0 for one state alone)."""

    members: tuple[Member, ...]
    stability: float

    @property
    def states(self) -> tuple[str, ...]:
        """The codes of its members."""
        return tuple(member.state for member in self.members)


@dataclass(frozen=True, slots=True)
class Blocs:
    """The blocs of a window, largest first, with the bonds inside and between them, and the modularity, -1 to 1.

    `left_out` are states with fewer event-days than asked for.
    """

    blocs: tuple[Bloc, ...]
    bonds: tuple[Bond, ...]
    modularity: float
    left_out: tuple[str, ...]


# --- from deeds to links ---------------------------------------------------------------------------------------------


def link_states(deeds: Iterable[Deed], ontology: Ontology) -> list[Link]:
    """Return the event-days between states that have a sign."""
    known = list(deeds)
    fought = {pair for deed in known if deed.type == "ASSAULT" for pair, stand in stands(deed) if stand is Stand.ACROSS}
    found: dict[tuple[Pair, str, str, int], list[tuple[float, str]]] = defaultdict(list)
    for deed in known:
        weight = 1 / max(len({*deed.agents, *deed.recipients}) - 1, 1)
        for pair, stand in stands(deed):
            act = Act(deed.type, deed.mode, stand, deed.rule, deed.item, bool(deed.recipients))
            sign = sign_of(act, ontology, fought=pair in fought)
            if sign:
                found[pair, deed.day, deed.type, sign].append((weight, deed.event))
    return [
        Link(*key, max(weight for weight, _ in some), tuple(event for _, event in some)) for key, some in found.items()
    ]


def stands(deed: Deed) -> list[tuple[Pair, Stand]]:
    """Return the pairs of states that a deed joins, and how each stands in it."""
    across = [(ordered(one, other), Stand.ACROSS) for one, other in product(deed.agents, deed.recipients)]
    return across + [(ordered(one, other), Stand.TOGETHER) for one, other in combinations(deed.agents, 2)]


def ordered(one: str, other: str) -> Pair:
    """Return two states in the order of their codes."""
    return (one, other) if one < other else (other, one)


def bind(links: Iterable[Link]) -> dict[Pair, Bond]:
    """Return all links of each pair as one bond."""
    found: dict[Pair, list[Link]] = defaultdict(list)
    for link in links:
        found[link.pair].append(link)
    return {pair: make_bond(pair, some) for pair, some in sorted(found.items())}


def make_bond(pair: Pair, links: Sequence[Link]) -> Bond:
    """Return the bond of one pair."""
    up, down = ([link for link in links if link.sign == sign] for sign in (1, -1))
    events = dict.fromkeys(event for link in sorted(links, key=lambda link: link.day) for event in link.events)
    cooperative, conflictual = (sum(link.weight for link in side) for side in (up, down))
    return Bond(pair, cooperative, conflictual, (len(up), len(down)), tuple(events))


# --- blocs -----------------------------------------------------------------------------------------------------------


def find_blocs(links: Sequence[Link], least: int = 1, seed: int = 0, draws: int = DRAWS) -> Blocs:
    """Return the blocs among states with `least` event-days or more; the same for the same links and seed."""
    days: dict[str, int] = defaultdict(int)
    for link in links:
        for state in link.pair:
            days[state] += 1
    states = sorted(state for state, number in days.items() if number >= least)
    kept = [link for link in links if days[link.pair[0]] >= least and days[link.pair[1]] >= least]
    if not kept:
        return Blocs((), (), 0.0, tuple(sorted(days)))
    places = {state: place for place, state in enumerate(states)}
    ends = np.array([[places[state] for state in link.pair] for link in kept])
    weights = np.array([link.sign * link.weight for link in kept])
    rng = np.random.default_rng(seed)
    gains = modularity_matrix(ends, weights, len(states))
    labels = best_partition(gains, rng, STARTS)
    together = redraw(ends, weights, len(states), (rng, draws))
    groups = [np.flatnonzero(labels == label).tolist() for label in np.unique(labels)]
    blocs = [make_bloc(group, states, together) for group in groups]
    left_out = tuple(sorted(set(days) - set(states)))
    bonds = tuple(bind(kept).values())
    return Blocs(tuple(sorted(blocs, key=bloc_order)), bonds, worth(gains, labels), left_out)


def bloc_order(bloc: Bloc) -> tuple[int, float, tuple[str, ...]]:
    """Order blocs by size, then by stability."""
    return (-len(bloc.members), -bloc.stability, bloc.states)


def make_bloc(places: Sequence[int], states: Sequence[str], together: np.ndarray) -> Bloc:
    """Return a bloc with the stability of each member, the firmest first."""
    members = []
    for place in places:
        others = [float(together[place, other]) for other in places if other != place]
        members.append(Member(states[place], float(np.mean(others)) if others else 1.0))
    pairs = [float(together[one, other]) for one, other in combinations(places, 2)]
    ranked = tuple(sorted(members, key=lambda member: (-member.stability, member.state)))
    return Bloc(ranked, float(np.mean(pairs)) if pairs else 1.0)


def redraw(ends: np.ndarray, weights: np.ndarray, number: int, drawing: tuple[np.random.Generator, int]) -> np.ndarray:
    """Return how often two states share a bloc when the links are drawn anew: shape (number, number)."""
    rng, draws = drawing
    together = np.zeros((number, number))
    for _ in range(draws):
        some = rng.integers(0, len(weights), len(weights))
        labels = best_partition(modularity_matrix(ends[some], weights[some], number), rng, DRAW_STARTS)
        together += labels[:, None] == labels[None, :]
    return together / max(draws, 1)


# --- modularity ------------------------------------------------------------------------------------------------------


def modularity_matrix(ends: np.ndarray, weights: np.ndarray, number: int) -> np.ndarray:
    """Return what each pair adds to the modularity when it shares a bloc: shape (number, number), symmetric."""
    positive, negative = (spread(ends, np.clip(sign * weights, 0, None), number) for sign in (1, -1))
    total = positive.sum() + negative.sum()
    expected = np.zeros((number, number))
    for part, sign in ((positive, 1), (negative, -1)):
        if part.sum() > 0:
            strength = part.sum(axis=1)
            expected += sign * np.outer(strength, strength) / part.sum()
    found = (positive - negative - expected) / total
    # The formula would reward two that have nothing to do with each other for quarrelling with the same others less
    # than expected: who never cooperates gains nothing by sharing a bloc.
    found = np.where(positive > 0, found, np.minimum(found, 0.0))
    np.fill_diagonal(found, 0.0)
    return np.asarray(found)


def spread(ends: np.ndarray, weights: np.ndarray, number: int) -> np.ndarray:
    """Return weights of pairs as a symmetric matrix."""
    found = np.zeros((number, number))
    np.add.at(found, (ends[:, 0], ends[:, 1]), weights)
    return found + found.T


def worth(gains: np.ndarray, labels: np.ndarray) -> float:
    """Return the modularity of a partition, up to what single states add whatever the partition."""
    return float(gains[labels[:, None] == labels[None, :]].sum())


def best_partition(gains: np.ndarray, rng: np.random.Generator, starts: int) -> np.ndarray:
    """Return the labels of the best partition found from several starts, numbered in order of first members."""
    number = len(gains)
    first = climb(gains, np.arange(number), rng)
    found = [first] + [climb(gains, rng.integers(0, number, number), rng) for _ in range(starts - 1)]
    best = max(found, key=lambda labels: round(worth(gains, labels), 12))
    # Who has no tie at all is in nobody's bloc.
    alone = np.flatnonzero(~gains.any(axis=1))
    best[alone] = number + alone
    return renumber(best)


def climb(gains: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return what is reached by moving states and merging blocs as long as either gains."""
    labels = labels.copy()
    while move_states(gains, labels, rng) or merge_blocs(gains, labels):
        pass
    return labels


def move_states(gains: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> bool:
    """Move each state to the bloc it gains most in, or to one of its own; tell whether any moved."""
    moved = False
    sizes = np.bincount(labels, minlength=len(labels) + 1)
    for place in rng.permutation(len(labels)):
        sums = np.bincount(labels, weights=gains[place], minlength=len(sizes))
        # A bloc of its own is worth nothing; a label without members stands for one.
        best = int(np.argmax(np.where(sizes > 0, sums, 0.0)))
        here = int(labels[place])
        if sums[best] > sums[here] + 1e-12:
            sizes[here] -= 1
            sizes[best] += 1
            labels[place] = best
            moved = True
    return moved


def merge_blocs(gains: np.ndarray, labels: np.ndarray) -> bool:
    """Merge the two blocs that gain most by it; tell whether any two do."""
    names = np.unique(labels)
    inside = (labels[:, None] == names[None, :]).astype(float)
    between = inside.T @ gains @ inside
    np.fill_diagonal(between, -np.inf)
    one, other = np.unravel_index(int(np.argmax(between)), between.shape)
    if len(names) < 2 or between[one, other] <= 1e-12:
        return False
    labels[labels == names[other]] = names[one]
    return True


def renumber(labels: np.ndarray) -> np.ndarray:
    """Return labels numbered in order of their first appearance."""
    numbers = {label: place for place, label in enumerate(dict.fromkeys(labels.tolist()))}
    return np.array([numbers[label] for label in labels.tolist()], dtype=int)
