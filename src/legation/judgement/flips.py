"""What flips the answer: dropping items, reversing them, the smallest set, other priors, less reliable reports."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

import numpy as np

from legation.judgement.weighing import (
    LEAST_RATIO,
    MOST_RATIO,
    Case,
    Floats,
    combine,
    discount,
    drivers_of,
    months_of,
    rho_of,
    turns_of,
    weigh,
)
from legation.judgement.words import leads, rank

# So many sets of one size are tried one and all; of sizes with more, sets grow from the best found.
EXHAUSTIVE = 5000
# Sets weighed in one call.
BATCH = 4096
HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Changed:
    """The answer after a change: which items, the posterior then, and whether it flips: its head no longer leads."""

    names: tuple[str, ...]
    posterior: Floats
    flips: bool


@dataclass(frozen=True, slots=True)
class Flips:
    """All that was tried; where two answers are even from the start, nothing counts as a flip.

    `ratios` has for each reported item the λ below or above which the top changes, if any.

    `smallest` is None where no set of items changes the top; `is_least` tells whether every smaller set was tried.
    `prior_odds` are the odds of the top against the next at which they change places; `actual_odds` those given.
    """

    dropped: tuple[Changed, ...]
    reversed: tuple[Changed, ...]
    smallest: Changed | None
    is_least: bool
    ratios: tuple[tuple[str, float | None], ...]
    prior_odds: float | None
    actual_odds: float


def find_flips(case: Case) -> Flips:
    """Try every change of a case."""
    base = weigh(case)
    top, second = rank(list(base.posterior))[:2]
    if not leads(list(base.posterior), top):
        nothing = case.prior[top] / case.prior[second]
        return Flips((), (), None, is_least=False, ratios=(), prior_odds=None, actual_odds=nothing)
    names = [item.name for item in case.items]
    masks = ~np.eye(len(names), dtype=bool)
    dropped = [
        changed((name,), found, top) for name, found in zip(names, weigh_masks(case, base.logs, masks), strict=True)
    ]
    smallest, is_least = find_smallest(case, base.logs, top)
    return Flips(
        dropped=tuple(dropped),
        reversed=tuple(changed((item.name,), weigh(turn(case, item.name)).posterior, top) for item in case.items),
        smallest=smallest,
        is_least=is_least,
        ratios=tuple((item.name, find_ratio(case, place, top)) for place, item in enumerate(case.items) if item.ratio),
        prior_odds=find_prior_odds(case, top, second),
        actual_odds=case.prior[top] / case.prior[second],
    )


def changed(names: Iterable[str], posterior: Floats, top: int) -> Changed:
    """Return a change with whether it flips the answer."""
    return Changed(tuple(names), posterior, not leads(list(posterior), top))


def turn(case: Case, name: str) -> Case:
    """Return the case with one item reversed."""
    return replace(case, items=tuple(item.reverse() if item.name == name else item for item in case.items))


def weigh_masks(case: Case, logs: Floats, masks: Floats | np.typing.NDArray[np.bool_]) -> Floats:
    """Return the posterior for each choice of items, [choices, hypotheses]; `masks` is [choices, items].

    An item left out has no spread, goes last in its driver and adds nothing: as if it were not there.
    """
    chosen = np.where(np.asarray(masks)[..., None], logs, 0.0)
    rho = np.broadcast_to(rho_of(case), chosen.shape[:-1])
    weighted = discount(chosen, drivers_of(case), rho, turns_of(case))[..., None] * chosen
    return combine(np.array(case.prior), weighted, months_of(case), case.switching, case.until)


def find_smallest(case: Case, logs: Floats, top: int) -> tuple[Changed | None, bool]:
    """Return the smallest set of items without which another hypothesis comes out on top, and if that is certain."""
    size = len(case.items)
    for length in range(1, size + 1):
        if math.comb(size, length) > EXHAUSTIVE:
            break
        found = best_of(case, logs, top, combinations(range(size), length))
        if found and found.flips:
            return found, True
    else:
        return None, True
    kept: tuple[int, ...] = ()
    while len(kept) < size:
        found = best_of(case, logs, top, ((*kept, place) for place in range(size) if place not in kept))
        if found is None or found.flips:
            return found, False
        kept = tuple(place for place, item in enumerate(case.items) if item.name in found.names)
    return None, False


def best_of(case: Case, logs: Floats, top: int, sets: Iterable[Sequence[int]]) -> Changed | None:
    """Return the set without which the top loses most."""
    best: tuple[float, Changed] | None = None
    for some in batches(sets):
        masks = np.ones((len(some), len(case.items)), dtype=bool)
        for row, places in enumerate(some):
            masks[row, list(places)] = False
        posteriors = weigh_masks(case, logs, masks)
        others = np.delete(posteriors, top, axis=-1).max(axis=-1)
        leads = posteriors[:, top] - others
        place = int(np.argmin(leads))
        if best is None or leads[place] < best[0]:
            names = [case.items[item].name for item in some[place]]
            best = float(leads[place]), changed(names, posteriors[place], top)
    return best[1] if best else None


def batches(sets: Iterable[Sequence[int]]) -> Iterator[list[Sequence[int]]]:
    """Yield sets in lists that fit into one call."""
    iterator = iter(sets)
    while some := list(islice(iterator, BATCH)):
        yield some


def find_ratio(case: Case, place: int, top: int) -> float | None:
    """Return the λ of one item's reports nearest to the present one at which the top changes; None if at none."""
    item = case.items[place]
    now = math.log(item.ratio or 1.0)

    def holds(log_ratio: float) -> bool:
        items = (*case.items[:place], replace(item, ratio=math.exp(log_ratio)), *case.items[place + 1 :])
        return leads(list(weigh(replace(case, items=items)).posterior), top)

    ends = (math.log(LEAST_RATIO), math.log(MOST_RATIO))
    found = [math.exp(edge) for end in ends if (edge := find_edge(holds, now, end)) is not None]
    return min(found, key=lambda ratio: abs(math.log(ratio) - now), default=None)


def find_prior_odds(case: Case, top: int, second: int) -> float | None:
    """Return the prior odds of the top against the next at which the two are equally probable; None within 1e±9.

    The other hypotheses keep their prior, so without switching this is 1 ÷ the Bayes factor.
    """
    both = case.prior[top] + case.prior[second]

    def holds(log_odds: float) -> bool:
        share = both / (1.0 + math.exp(-log_odds))
        prior = list(case.prior)
        prior[top], prior[second] = share, both - share
        posterior = weigh(replace(case, prior=tuple(prior))).posterior
        return bool(posterior[top] >= posterior[second])

    edge = find_edge(holds, math.log(case.prior[top] / case.prior[second]), -20.0)
    return None if edge is None else math.exp(edge)


def find_edge(holds: Callable[[float], bool], inside: float, outside: float) -> float | None:
    """Return where, from a place where something holds towards another, it ceases to; None if it holds there too."""
    if not holds(inside) or holds(outside):
        return None
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if holds(middle) else (inside, middle)
    return inside
