from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import pytest

from legation.relations.breaks import PENALTY, SHORTEST, find_turns, make_costs, measure_dispersion

DAYS = 30


def partitions(length: int, shortest: int) -> Iterator[list[int]]:
    """Yield every way to cut a length into parts of at least `shortest`, as the places of the cuts."""
    yield []
    for cut in range(shortest, length - shortest + 1):
        for rest in partitions(length - cut, shortest):
            yield [cut, *(cut + other for other in rest)]


def cost_of(cuts: Sequence[int], successes: Sequence[int], trials: Sequence[int]) -> float:
    costs, edges = make_costs(successes, trials), [0, *cuts, len(successes)]
    return sum(float(costs.of(a, b)) for a, b in pairwise(edges)) + PENALTY * len(cuts)


def draw(rng: np.random.Generator, rates: Sequence[float], phi: float) -> list[int]:
    """Return days with events in months of these rates, overdispersed by φ."""
    precision = (DAYS - 1) / (phi - 1) - 1
    shares = np.asarray(rates) / DAYS
    return [int(x) for x in rng.binomial(DAYS, rng.beta(shares * precision, (1 - shares) * precision))]


@pytest.mark.parametrize("seed", range(25))
def test_the_partition_is_the_cheapest_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    x = draw(rng, [2.0] * 6 + [float(rng.integers(1, 14))] * 6, 1.5)
    best = min(cost_of(cuts, x, [DAYS] * 12) for cuts in partitions(12, SHORTEST))
    found = [turn.at for turn in find_turns(x, [DAYS] * 12)]
    assert cost_of(found, x, [DAYS] * 12) == pytest.approx(best)


def test_false_breaks_are_rare_where_nothing_changes() -> None:
    rng = np.random.default_rng(11)
    false = sum(len(find_turns(draw(rng, [4.0] * 120, 2.0), [DAYS] * 120)) for _ in range(60))
    assert false / (60 * 10) <= 0.02


def test_a_doubling_is_mostly_found_where_it_is() -> None:
    rng = np.random.default_rng(12)
    series = [find_turns(draw(rng, [5.0] * 36 + [10.0] * 36, 2.0), [DAYS] * 72) for _ in range(100)]
    found = sum(any(abs(turn.at - 36) <= 3 and turn.is_rise for turn in turns) for turns in series)
    assert found >= 80


def test_a_break_tells_both_shares_and_its_worth() -> None:
    (turn,) = find_turns([1] * 12 + [9] * 12, [DAYS] * 24)
    assert (turn.start, turn.at, turn.after) == (0, 12, 24)
    assert turn.before_share == pytest.approx(13 / 362)
    assert turn.is_rise
    assert turn.nats > PENALTY


def test_every_break_is_worth_its_penalty() -> None:
    rng = np.random.default_rng(3)
    for _ in range(30):
        turns = find_turns(draw(rng, [float(r) for r in rng.integers(1, 15, 8) for _ in range(6)], 1.5), [DAYS] * 48)
        assert all(turn.nats >= PENALTY - 1e-9 for turn in turns)


def test_breaks_in_a_share_need_no_even_volume() -> None:
    turns = find_turns([9, 0, 12, 3, 8, 6, 1, 0, 2, 0, 1, 1], [10, 0, 13, 3, 9, 6, 9, 4, 12, 0, 10, 8])
    assert [turn.at for turn in turns] == [6]
    assert not turns[0].is_rise


@pytest.mark.parametrize("length", [0, 1, 2, 3, 5])
def test_too_short_a_series_has_no_break(length: int) -> None:
    assert find_turns([9] * length, [DAYS] * length) == []


def test_nothing_at_all_has_no_break() -> None:
    assert find_turns([0] * 120, [DAYS] * 120) == []
    assert find_turns([0] * 24, [0] * 24) == []


def test_more_successes_than_trials_are_refused() -> None:
    with pytest.raises(ValueError, match="more successes than trials"):
        find_turns([3], [2])


def test_dispersion_is_that_of_years_and_never_below_one() -> None:
    assert measure_dispersion([2, 2] * 30, [DAYS] * 60) == 1.0
    assert measure_dispersion([1] * 12 + [20] * 12, [DAYS] * 24) == 1.0
    assert measure_dispersion([0, 12] * 12, [DAYS] * 24) > 3
