"""What to watch next: how much an indicator that has not shown would tell, before anyone knows whether it will."""

import numpy as np

from legation.judgement.weighing import Floats


def entropy(probabilities: Floats) -> float:
    """Return the uncertainty of a distribution in bits."""
    kept = probabilities[probabilities > 0]
    return float(-np.sum(kept * np.log2(kept)))


def expected_information(
    beliefs: Floats, likelihood: Floats, detection: float = 1.0, false_alarm: float = 0.0
) -> float:
    """Return the bits that knowing whether an indicator is reported is expected to tell (EIG).

    H(h) − Σ_x P(x)·H(h | x), with P(report | h) = L·detection + (1−L)·false alarm. From 0 (a blank indicator) to
    H(h) (one that settles the question).
    """
    report = likelihood * detection + (1.0 - likelihood) * false_alarm
    left = 0.0
    for seen in (report, 1.0 - report):
        chance = float(np.sum(beliefs * seen))
        if chance > 0:
            left += chance * entropy(beliefs * seen / chance)
    return max(entropy(beliefs) - left, 0.0)
