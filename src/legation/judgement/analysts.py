"""Several analysts: judgements made coherent, brought together, and how far they lie apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legation.judgement.weighing import Floats

# No judgement is let through as certain: the ends of the published scale.
FLOOR = 0.01


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
