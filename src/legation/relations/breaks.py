"""When a tie turned: exact optimal partitioning of counts by period, each break with its Bayes factor in nats.

Each period has x successes of n trials (days with an event of all its days; cooperative event-days of all). A segment
costs −log of its Beta-Binomial marginal likelihood, divided by φ̂: how much more the counts vary within a year than
binomial ones would (Pearson), never below 1. A break must save more than the penalty, 3 nats by default: data twenty
times as likely with the break as without. Optimal partitioning: Jackson et al., IEEE Signal Processing Letters 12
(2005); tempering by dispersion: quasi-likelihood, McCullagh and Nelder, Generalized Linear Models, ch. 9.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import betaln

PENALTY = 3.0
SHORTEST = 3
# Periods in which dispersion is looked at: longer ones would take the breaks themselves for noise.
YEAR = 12


@dataclass(frozen=True, slots=True)
class Turn:
    """A break before period `at`; the share before it and after, up to the next breaks; nats by which it is preferred.

    `start` and `after` bound the two segments it lies between: [start, at) and [at, after).
    """

    at: int
    start: int
    after: int
    before_share: float
    after_share: float
    nats: float

    @property
    def is_rise(self) -> bool:
        """Whether the share is greater after it."""
        return self.after_share > self.before_share


@dataclass(frozen=True, slots=True)
class Costs:
    """Running sums of a series, from which the cost of any segment follows at once."""

    x: np.ndarray
    n: np.ndarray
    phi: float

    def of(self, start: int | np.ndarray, after: int) -> np.ndarray:
        """Return the cost in nats of the segments from `start` to `after` (uniform prior on the share)."""
        x = self.x[after] - self.x[start]
        n = self.n[after] - self.n[start]
        return np.asarray(-betaln(1 + x, 1 + n - x) / self.phi)


def find_turns(
    successes: Sequence[int], trials: Sequence[int], penalty: float = PENALTY, shortest: int = SHORTEST
) -> list[Turn]:
    """Return the breaks of the cheapest partition into segments of `shortest` periods or more, in order of time.

    Raises ValueError if there are more successes than trials in a period.
    """
    if any(x > n or x < 0 for x, n in zip(successes, trials, strict=True)):
        message = "a period cannot have more successes than trials"
        raise ValueError(message)
    costs = make_costs(successes, trials)
    cuts = partition(costs, len(successes), penalty, shortest)
    edges = [0, *cuts, len(successes)]
    return [make_turn(costs, edges[i - 1 : i + 2]) for i in range(1, len(edges) - 1)]


def make_costs(successes: Sequence[int], trials: Sequence[int]) -> Costs:
    """Return the running sums of a series with its dispersion."""
    x, n = (np.concatenate([[0], np.cumsum(np.asarray(part, dtype=float))]) for part in (successes, trials))
    return Costs(x, n, measure_dispersion(successes, trials))


def partition(costs: Costs, length: int, penalty: float, shortest: int) -> list[int]:
    """Return where the cheapest partition cuts: the first periods of all segments but the first."""
    best = np.full(length + 1, np.inf)
    best[0] = -penalty
    last = np.zeros(length + 1, dtype=int)
    for after in range(shortest, length + 1):
        starts = np.arange(0, after - shortest + 1)
        sums = best[starts] + penalty + costs.of(starts, after)
        last[after] = int(np.argmin(sums))
        best[after] = sums[last[after]]
    cuts: list[int] = []
    place = int(last[length]) if length >= shortest else 0
    while place > 0:
        cuts.append(place)
        place = int(last[place])
    return cuts[::-1]


def make_turn(costs: Costs, edges: Sequence[int]) -> Turn:
    """Return the break in the middle of two neighbouring segments."""
    start, at, after = edges
    nats = float(costs.of(start, after) - costs.of(start, at) - costs.of(at, after))
    return Turn(at, start, after, share_in(costs, start, at), share_in(costs, at, after), nats)


def share_in(costs: Costs, start: int, after: int) -> float:
    """Return the mean of the share in a segment."""
    x, n = float(costs.x[after] - costs.x[start]), float(costs.n[after] - costs.n[start])
    return (x + 1) / (n + 2)


def measure_dispersion(successes: Sequence[int], trials: Sequence[int], window: int = YEAR) -> float:
    """Return the mean Pearson dispersion in stretches of `window` periods, 1 at least (binomial counts have 1)."""
    x, n = np.asarray(successes, dtype=float), np.asarray(trials, dtype=float)
    found = [pearson(x[start : start + window], n[start : start + window]) for start in range(0, len(x), window)]
    told = [value for value in found if value is not None]
    return max(1.0, float(np.mean(told))) if told else 1.0


def pearson(x: np.ndarray, n: np.ndarray) -> float | None:
    """Return Pearson's dispersion of counts about their common share; None where it cannot be told."""
    told = n > 0
    x, n = x[told], n[told]
    share = float(x.sum() / n.sum()) if n.sum() > 0 else 0.0
    if len(x) < 3 or not 0 < share < 1:
        return None
    return float(((x - n * share) ** 2 / (n * share * (1 - share))).sum() / (len(x) - 1))
