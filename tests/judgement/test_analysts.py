"""Judgements of several: made coherent, and brought together by the geometric mean of odds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.judgement.analysts import FLOOR, make_coherent, pool


def test_two_hypotheses_give_the_geometric_mean_of_odds() -> None:
    found = pool([np.array([0.8, 0.2]), np.array([0.5, 0.5])])
    odds = (4.0 * 1.0) ** 0.5
    assert found.together[0] == pytest.approx(odds / (1 + odds))
    assert found.apart == pytest.approx(0.3)


def test_analysts_who_agree_are_left_as_they_are() -> None:
    one = np.array([0.6, 0.3, 0.1])
    assert pool([one, one]).together == pytest.approx(one)
    assert pool([one]).apart == 0.0


def test_what_does_not_sum_to_one_goes_to_the_nearest_that_does() -> None:
    assert make_coherent([0.6, 0.6]) == pytest.approx([0.5, 0.5])
    assert make_coherent([0.7, 0.5, 0.1]) == pytest.approx([0.6, 0.4, 0.0 + 0.0], abs=0.02)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=6))
def test_coherent_judgements_sum_to_one_and_leave_nothing_out(given_: list[float]) -> None:
    found = make_coherent(given_)
    assert found.sum() == pytest.approx(1.0)
    assert (found >= FLOOR - 1e-12).all()
    assert make_coherent(list(found)) == pytest.approx(found)


@given(st.permutations(range(3)))
def test_their_order_is_irrelevant(order: list[int]) -> None:
    rows = [np.array(row) for row in ((0.5, 0.5), (0.9, 0.1), (0.2, 0.8))]
    assert pool([rows[place] for place in order]).together == pytest.approx(pool(rows).together)
