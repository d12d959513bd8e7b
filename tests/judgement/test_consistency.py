"""The classic matrix: marks by decibels below the best fit, ranking by weighted inconsistency."""

import numpy as np
import pytest

from legation.judgement.consistency import Mark, make_matrix, mark_of


@pytest.mark.parametrize(
    ("below", "mark"),
    [(0.0, Mark.FITS), (0.2, Mark.RATHER), (0.5, Mark.NEUTRAL), (2.0, Mark.AGAINST), (9.0, Mark.STRONGLY)],
)
def test_marks(below: float, mark: Mark) -> None:
    assert mark_of(below, 10.0) is mark


def test_an_item_expected_under_all_is_neutral_everywhere() -> None:
    found = make_matrix(np.log([[0.9, 0.9, 0.9]]), [1.0])
    assert set(found.marks[0]) == {Mark.NEUTRAL}
    assert found.inconsistency == (0.0, 0.0, 0.0)


def test_the_least_inconsistent_comes_first_and_credit_weighs() -> None:
    logs = np.log([[0.8, 0.1], [0.3, 0.5]])
    assert make_matrix(logs, [1.0, 1.0]).best == (0,)
    assert make_matrix(logs, [0.1, 1.0]).best == (1,)


def test_hypotheses_that_tie_are_all_best() -> None:
    assert make_matrix(np.log([[0.5, 0.5]]), [1.0]).best == (0, 1)
