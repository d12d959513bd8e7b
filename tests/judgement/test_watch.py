"""Expected information: one bit for what settles an even question, none for what says nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.judgement.watch import entropy, expected_information

EVEN = np.array([0.5, 0.5])


@pytest.mark.parametrize(
    ("likelihood", "rates", "bits"),
    [((1.0, 0.0), (1.0, 0.0), 1.0), ((0.4, 0.4), (0.8, 0.1), 0.0), ((1.0, 0.0), (0.3, 0.3), 0.0)],
)
def test_known_cases(likelihood: tuple[float, float], rates: tuple[float, float], bits: float) -> None:
    assert expected_information(EVEN, np.array(likelihood), *rates) == pytest.approx(bits, abs=1e-12)


@given(st.lists(st.floats(0.01, 0.99), min_size=3, max_size=3), st.floats(0.1, 1), st.floats(0, 0.3))
def test_it_lies_between_nothing_and_all_there_is_to_know(row: list[float], detection: float, alarm: float) -> None:
    beliefs = np.array([0.6, 0.3, 0.1])
    assert 0 <= expected_information(beliefs, np.array(row), detection, alarm) <= entropy(beliefs) + 1e-12


def test_a_poorer_detector_never_tells_more() -> None:
    found = [expected_information(EVEN, np.array([0.9, 0.2]), rate, 0.05) for rate in (1.0, 0.7, 0.4, 0.1)]
    assert found == sorted(found, reverse=True)
