"""Draws have the medians and ranges their authors gave, come out the same for one seed, and widen with doubt."""

import numpy as np
import pytest

from legation.judgement.sampling import draw_likelihoods, sample
from legation.judgement.weighing import Item, weigh
from tests.judgement.builders import case, item


def test_low_mid_and_high_are_the_percentiles_of_the_draws() -> None:
    drawn = draw_likelihoods(((0.2, 0.5, 0.9),), 40_000, np.random.default_rng(1))
    assert np.quantile(drawn, [0.05, 0.5, 0.95]) == pytest.approx([0.2, 0.5, 0.9], abs=0.01)


def test_one_seed_gives_one_answer() -> None:
    given = case(item("a", (0.8, 0.3), driver="war"), item("b", (0.4, 0.6), coverage=0.5))
    assert (sample(given, 200, 7).draws == sample(given, 200, 7).draws).all()
    assert (sample(given, 200, 7).draws != sample(given, 200, 8).draws).any()


def test_the_interval_holds_the_answer_and_widens_with_the_ranges() -> None:
    narrow = Item("a", ((0.75, 0.8, 0.85), (0.15, 0.2, 0.25)), ratio=50.0)
    wide = Item("a", ((0.3, 0.8, 0.98), (0.02, 0.2, 0.7)), ratio=50.0)
    (low, high), (lower, higher) = (sample(case(one)).intervals[0] for one in (narrow, wide))
    assert low < weigh(case(narrow)).posterior[0] < high
    assert higher - lower > high - low


def test_shares_on_top_sum_to_one() -> None:
    tops = sample(case(item("a", (0.6, 0.5, 0.5)), prior=(0.4, 0.3, 0.3))).tops
    assert sum(tops) == pytest.approx(1.0)
    assert tops[0] == max(tops)


def test_a_case_without_items_gives_the_prior_back() -> None:
    drawn = sample(case(prior=(0.7, 0.3)))
    assert drawn.draws.mean(axis=0) == pytest.approx([0.7, 0.3], abs=0.01)
