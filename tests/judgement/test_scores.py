"""Scores against sums by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.judgement.scores import block_interval, brier, calibration, log_score, score, skill

P = np.array([0.1, 0.1, 0.8, 0.6])
CAME = np.array([0.0, 1.0, 1.0, 0.0])


def test_brier_and_log_score_by_hand() -> None:
    assert brier(P, CAME) == pytest.approx((0.01 + 0.81 + 0.04 + 0.36) / 4)
    assert log_score(P, CAME) == pytest.approx(-np.log([0.9, 0.1, 0.8, 0.4]).mean())


def test_the_log_score_is_clipped() -> None:
    assert log_score(np.array([0.0]), np.array([1.0])) == pytest.approx(-np.log(0.01))


def test_skill_against_a_reference() -> None:
    assert skill(P, P, CAME) == 0
    assert skill(CAME, P, CAME) == 1
    assert skill(np.full(4, 0.5), np.full(4, 0.9), CAME) == pytest.approx(1 - 0.25 / 0.41)


def test_calibration_bins_with_bands() -> None:
    low, middle, high = calibration(P, CAME)
    assert (low.count, low.mean, low.share) == (2, pytest.approx(0.1), 0.5)
    assert low.band[0] < 0.5 < low.band[1]
    assert (middle.low, high.high) == (0.6, 0.9)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=2, max_size=60))
def test_murphys_terms_sum_to_brier(pairs: list[tuple[float, bool]]) -> None:
    p, came = (np.array(values, dtype=float) for values in zip(*pairs, strict=True))
    found = score(p, came)
    terms = found.murphy
    total = terms.reliability - terms.resolution + terms.uncertainty + terms.within
    assert total == pytest.approx(found.brier, abs=1e-12)


def test_the_block_interval_covers_the_skill_and_repeats() -> None:
    draw = np.random.default_rng(5)
    chances = draw.uniform(0, 1, 4000)
    came = (draw.uniform(0, 1, 4000) < chances).astype(float)
    losses = ((chances - came) ** 2, (np.full(4000, came.mean()) - came) ** 2)
    origins = np.repeat(np.arange(40), 100)
    low, high = block_interval(losses, origins, 4)
    assert low < 1 - losses[0].sum() / losses[1].sum() < high
    assert (low, high) == block_interval(losses, origins, 4)
