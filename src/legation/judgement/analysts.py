"""Several analysts: judgements made coherent, brought together, and how far they lie apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from legation.judgement.weighing import Floats

# No judgement is let through as certain: the ends of the published scale.
FLOOR = 0.01
# Rounding that is no incoherence.
COHERENT_WITHIN = 0.005


@dataclass(frozen=True, slots=True)
class Pooled:
    """The judgement of several, with each one's (coherent) and by hypothesis the least and the most anyone gives."""

    together: Floats
    each: Floats
    least: Floats
    most: Floats

    @property
    def apart(self) -> float:
        """The widest gap between two of them on one hypothesis, 0.0 to 1.0."""
        return float((self.most - self.least).max())


def make_coherent(judged: Sequence[float]) -> Floats:
    """Return the nearest probabilities that sum to 1 (least squares) to what somebody gave, hypothesis by hypothesis.

    People's probabilities for rival hypotheses seldom sum to 1; to mend that before averaging is what helped most in
    Mandel, Karvetski and Dhami (2018). Nothing is left below 1 %.
    """
    given = np.asarray(judged, dtype=float)
    size = len(given)
    room = 1.0 - FLOOR * size
    ordered = np.sort(given - FLOOR)[::-1]
    excess = (np.cumsum(ordered) - room) / np.arange(1, size + 1)
    threshold = excess[np.nonzero(ordered > excess)[0][-1]]
    return np.asarray(np.maximum(given - FLOOR - threshold, 0.0) + FLOOR)


def pool(judgements: Sequence[Floats]) -> Pooled:
    """Return the geometric mean of odds, normalised over the hypotheses, each analyst counting alike."""
    each = np.stack(judgements)
    logs = np.log(np.clip(each, 1e-12, None)).mean(axis=0)
    together = np.exp(logs - logs.max())
    return Pooled(together / together.sum(), each, each.min(axis=0), each.max(axis=0))


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one analyst gives: `p` by hypothesis, made coherent; `is_weighed` where it comes of a weighing.

    `given` are the probabilities as given, where they were not coherent.
    """

    by: str
    p: Floats
    is_weighed: bool
    given: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """Several opinions, brought together, with the indicators they judge most differently.

    `disputed` has for each indicator two analysts judge, (indicator, decibels apart): by how much the widest pair
    differs on what its showing would tell of the pooled leader against the next, the most disputed first.
    """

    opinions: tuple[Opinion, ...]
    pooled: Pooled
    disputed: tuple[tuple[str, float], ...]


def hear(estimates: Sequence[tuple[str, Sequence[float]]]) -> list[Opinion]:
    """Return people's own probabilities as opinions, made coherent."""
    found = []
    for by, given in estimates:
        coherent = make_coherent(given)
        is_as_given = float(np.abs(coherent - np.asarray(given)).max()) < COHERENT_WITHIN
        found.append(Opinion(by, coherent, is_weighed=False, given=None if is_as_given else tuple(given)))
    return found


def find_disputed(rows: Sequence[Mapping[str, Floats]], pooled: Floats) -> list[tuple[str, float]]:
    """Return the indicators that analysts judge most differently; `rows` have each one's middle likelihoods."""
    top, second = np.argsort(-pooled, kind="stable")[:2]
    names = {name for row in rows for name in row}
    found = []
    for name in sorted(names):
        tells = [10.0 * float(np.log10(row[name][top] / row[name][second])) for row in rows if name in row]
        if len(tells) > 1:
            found.append((name, max(tells) - min(tells)))
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))
