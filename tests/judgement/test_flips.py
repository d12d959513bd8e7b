"""What flips an answer is found, and found to be least; edges are where hand sums put them."""

import math

import numpy as np
import pytest

from legation.judgement.flips import find_flips, weigh_masks
from legation.judgement.weighing import weigh
from tests.judgement.builders import case, item


def test_dropping_by_mask_equals_weighing_without() -> None:
    items = [item("a", (0.9, 0.3), driver="w"), item("b", (0.5, 0.4), driver="w"), item("c", (0.2, 0.6), coverage=0.5)]
    whole = case(*items, rho=0.7, switching=0.05, until=4)
    masks = ~np.eye(3, dtype=bool)
    found = weigh_masks(whole, weigh(whole).logs, masks)
    for name, posterior in zip("abc", found, strict=True):
        assert posterior == pytest.approx(weigh(whole.without([name])).posterior, abs=1e-12)


def test_the_item_that_carries_the_answer_flips_it() -> None:
    flips = find_flips(case(item("carries", (0.9, 0.2)), item("against", (0.3, 0.6))))
    assert [one.names[0] for one in flips.dropped if one.flips] == ["carries"]
    assert flips.smallest is not None
    assert (flips.smallest.names, flips.is_least) == (("carries",), True)
    assert {one.names[0] for one in flips.reversed if one.flips} == {"carries"}


def test_the_smallest_set_is_two_where_one_is_not_enough() -> None:
    items = (item("a", (0.8, 0.2)), item("b", (0.8, 0.2)), item("c", (0.45, 0.5)), item("d", (0.25, 0.5)))
    flips = find_flips(case(*items))
    assert not any(one.flips for one in flips.dropped)
    assert flips.smallest is not None
    assert set(flips.smallest.names) == {"a", "b"}


def test_where_the_prior_stands_against_all_items_no_set_flips() -> None:
    flips = find_flips(case(item("a", (0.6, 0.5)), prior=(0.9, 0.1)))
    assert flips.smallest is None
    assert not any(one.flips for one in (*flips.dropped, *flips.reversed))


def test_larger_sets_are_found_where_every_smaller_one_was_tried() -> None:
    flips = find_flips(case(*(item(f"i{n}", (0.55, 0.5)) for n in range(6)), item("z", (0.45, 0.55))))
    assert flips.smallest is not None
    assert (len(flips.smallest.names), flips.is_least) == (4, True)


def test_prior_odds_at_the_edge_are_one_by_the_bayes_factor() -> None:
    flips = find_flips(case(item("a", (0.8, 0.2)), item("b", (0.5, 0.4))))
    assert flips.prior_odds == pytest.approx(1 / (4 * 1.25), rel=1e-6)
    assert flips.actual_odds == 1.0


def test_the_reliability_at_which_the_top_changes() -> None:
    flips = find_flips(case(item("a", (0.8, 0.2), ratio=9.0), item("b", (0.4, 0.6))))
    ratio = dict(flips.ratios)["a"]
    assert ratio is not None
    assert (0.8 * ratio + 0.2) / (0.2 * ratio + 0.8) == pytest.approx(0.6 / 0.4, rel=1e-6)
    assert dict(flips.ratios)["b"] is None or math.isfinite(dict(flips.ratios)["b"] or 0.0)


def test_a_case_without_items_has_nothing_to_flip_but_the_prior() -> None:
    flips = find_flips(case(prior=(0.6, 0.4)))
    assert (flips.dropped, flips.smallest) == ((), None)
    assert flips.prior_odds == pytest.approx(1.0, rel=1e-6)
