"""The classic matrix: analysis of competing hypotheses by inconsistency, beside which a weighing is shown.

Each item is marked against each hypothesis by how much less likely it is there than under the hypothesis it fits best,
taking what happened as certain; hypotheses are ranked by the sum of their inconsistencies, each weighted by how sure
the item is, the least inconsistent first. It knows no prior, no dependence, and does not tell how much an item says:
where it disagrees with the weighing, that is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from legation.judgement.weighing import Floats


class Mark(StrEnum):
    """How an item fits a hypothesis: very consistent, consistent, neutral, inconsistent, very inconsistent."""

    FITS = "CC"
    RATHER = "C"
    NEUTRAL = "N"
    AGAINST = "I"
    STRONGLY = "II"


# Decibels below the hypothesis it fits best, from which on an item has a mark; and what the mark costs.
STEPS = ((3.0, Mark.STRONGLY, 2.0), (1.0, Mark.AGAINST, 1.0), (0.3, Mark.NEUTRAL, 0.0), (0.1, Mark.RATHER, 0.0))
# Less than this between the best and the worst says nothing about anything.
NOTHING = 0.3


@dataclass(frozen=True, slots=True)
class Matrix:
    """Marks, [items][hypotheses], and each hypothesis's weighted inconsistency (0 and up; the least fits best)."""

    marks: tuple[tuple[Mark, ...], ...]
    inconsistency: tuple[float, ...]

    @property
    def best(self) -> tuple[int, ...]:
        """The hypotheses with the least inconsistency: several where they tie."""
        least = min(self.inconsistency)
        return tuple(place for place, value in enumerate(self.inconsistency) if value - least < 1e-9)


def make_matrix(logs: Floats, credits: Sequence[float]) -> Matrix:
    """Return the matrix of log-likelihoods, [items, hypotheses]; `credits` weigh items by how sure they are."""
    size = logs.shape[-1]
    below = (logs.max(axis=-1, keepdims=True) - logs) * (10.0 / np.log(10.0))
    marks = tuple(tuple(mark_of(float(value), float(row.max())) for value in row) for row in below)
    totals = [
        sum(credit * cost_of(float(row[place])) for credit, row in zip(credits, below, strict=True))
        for place in range(size)
    ]
    return Matrix(marks, tuple(float(total) for total in totals))


def mark_of(below: float, spread: float) -> Mark:
    """Return the mark of an item so many decibels below the best."""
    if spread < NOTHING:
        return Mark.NEUTRAL
    return next((mark for step, mark, _ in STEPS if below >= step), Mark.FITS)


def cost_of(below: float) -> float:
    """Return what being so many decibels below the best counts as inconsistency."""
    return next((cost for step, _, cost in STEPS if below >= step), 0.0)
