import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from legation.relations.filters import (
    BalanceOptions,
    IntensityOptions,
    Level,
    State,
    balance_levels,
    bounds_of,
    discount_for,
    filter_balance,
    filter_intensity,
    intensity_levels,
    predict_balance,
    predict_intensity,
    share_above,
)


def balance_level(state: State) -> Level:
    return balance_levels([state])[0]


def intensity_level(state: State) -> Level:
    return intensity_levels([state])[0]


COUNTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=60)


def test_balance_follows_its_formula() -> None:
    states = filter_balance([3, 0], [1, 0], BalanceOptions(delta=0.9, rho=0.05, a0=1.0, b0=1.0))
    weight = 1 / (1 + 0.05 * 3)
    assert states[0] == State(pytest.approx(1 + 3 * weight), pytest.approx(1 + weight))
    assert states[1].a == pytest.approx(0.9 * states[0].a + 0.1)


def test_without_discount_and_correlation_balance_is_the_plain_posterior() -> None:
    state = filter_balance([3, 2], [1, 4], BalanceOptions(delta=1.0, rho=0.0))[-1]
    assert (state.a, state.b) == (1 + 5, 1 + 5)


def test_levels_are_quantiles_of_their_distributions() -> None:
    balance, intensity = balance_level(State(7.0, 2.0)), intensity_level(State(5.5, 3.0))
    assert (balance.low, balance.high) == pytest.approx(stats.beta(7, 2).ppf([0.05, 0.95]))
    assert (intensity.low, intensity.high) == pytest.approx(stats.gamma(6.0, scale=1 / 3).ppf([0.05, 0.95]))
    assert share_above(State(7.0, 2.0), 0.5) == pytest.approx(stats.beta(7, 2).sf(0.5))


def test_predictions_are_those_of_the_textbook() -> None:
    balance = predict_balance(State(4.0, 2.0), 6, BalanceOptions(delta=1.0))
    assert balance == pytest.approx(stats.betabinom(6, 4, 2).pmf(np.arange(7)))
    intensity = predict_intensity(State(5.5, 3.0), 1.5, 30, IntensityOptions(delta=1.0, phi=2.0))
    assert intensity == pytest.approx(stats.nbinom(3.0, 1.5 / 3.0).pmf(np.arange(31)))


def test_the_precision_of_a_prediction_is_capped_by_the_correlation_of_days() -> None:
    sure = predict_balance(State(1000.0, 1000.0), 10, BalanceOptions(delta=1.0, rho=0.05))
    assert sure == pytest.approx(stats.betabinom(10, 9.5, 9.5).pmf(np.arange(11)))


@given(COUNTS)
def test_balance_is_a_share_inside_its_interval(counts: list[tuple[int, int]]) -> None:
    states = filter_balance([k for k, _ in counts], [n for _, n in counts])
    for level in balance_levels(states):
        assert 0 < level.low <= level.value <= level.high < 1 or level.low < level.high


@given(COUNTS)
def test_balance_of_swapped_signs_is_its_mirror(counts: list[tuple[int, int]]) -> None:
    ours = filter_balance([k for k, _ in counts], [n for _, n in counts])[-1]
    theirs = filter_balance([n for _, n in counts], [k for k, _ in counts])[-1]
    assert balance_level(ours).value == pytest.approx(1 - balance_level(theirs).value)


def test_volume_moves_intensity_and_leaves_balance_nearly_where_it_was() -> None:
    quiet, loud = [2] * 24, [6] * 24
    level = [balance_level(filter_balance(k, [n // 2 for n in k])[-1]).value for k in (quiet, loud)]
    rate = [intensity_level(filter_intensity(k, [1.0] * 24)[-1]).value for k in (quiet, loud)]
    assert abs(level[1] - level[0]) < 0.03
    assert rate[1] > 2.5 * rate[0]


def test_a_louder_archive_explains_more_events_away() -> None:
    even = intensity_level(filter_intensity([4, 4, 8], [1.0, 1.0, 1.0])[-1])
    loud = intensity_level(filter_intensity([4, 4, 8], [1.0, 1.0, 2.0])[-1])
    assert loud.value < even.value
    assert loud.value == pytest.approx(4.0, rel=0.1)


def test_silence_widens_a_balance_and_never_narrows_it() -> None:
    levels = balance_levels(filter_balance([5] + [0] * 200, [0] * 201))
    widths = [level.high - level.low for level in levels]
    assert widths[1:] == sorted(widths[1:])
    assert levels[-1].value == pytest.approx(0.5, abs=1e-6)


def test_ten_silent_years_leave_a_low_rate_that_is_not_surely_nought() -> None:
    level = intensity_level(filter_intensity([9] + [0] * 120, [1.0] * 121)[-1])
    assert 0 < level.value < 0.25
    assert level.high > 0.4


def test_before_any_period_nothing_is_known() -> None:
    assert intensity_level(State(0.0, 0.0)) == Level(0.0, 0.0, 0.0)
    assert filter_intensity([], []) == []


@given(st.integers(0, 200), st.floats(0.01, 5.0))
def test_predictions_sum_to_one(days: int, exposure: float) -> None:
    state = filter_intensity([days], [1.0])[-1]
    assert math.isclose(predict_intensity(state, exposure, 40_000).sum(), 1.0, abs_tol=1e-3)
    assert math.isclose(predict_balance(State(1.0, 1.0), days).sum(), 1.0, abs_tol=1e-9)


def test_bounds_hold_nine_tenths() -> None:
    shares = stats.poisson(4).pmf(np.arange(40))
    low, high = bounds_of(shares)
    assert shares[low : high + 1].sum() >= 0.9
    assert (low, high) == (1, 8)


def test_the_discount_of_weeks_adds_up_to_that_of_a_month() -> None:
    assert discount_for(0.9, 7.0) ** (30.44 / 7) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (Level(0.2, 0.1, 0.3), Level(0.8, 0.6, 0.9), True),
        (Level(0.2, 0.1, 0.5), Level(0.4, 0.3, 0.9), False),
        (Level(0.2, 0.1, 0.3), Level(0.4, 0.1, 0.9), False),
    ],
)
def test_levels_are_apart_where_neither_lies_in_the_others_interval(one: Level, other: Level, apart: bool) -> None:
    assert one.is_apart(other) is apart
    assert other.is_apart(one) is apart


def simulate(rng: np.random.Generator, months: int) -> tuple[list[int], list[float]]:
    """Return event-days of a tie whose rate wanders, thrice as varied as Poisson's, and the archive's exposure."""
    exposure = np.exp(rng.normal(0, 0.4, months))
    rate = np.exp(np.log(8.0) + np.cumsum(rng.normal(0, 0.15, months)))
    return [int(y) for y in rng.negative_binomial(rate / 2, 1 / (1 + 2 * exposure))], list(exposure / exposure.mean())


def score(predict: Callable[[int], np.ndarray], days: Sequence[int]) -> tuple[float, float]:
    """Return the mean log score of predictions after two years, and how often the observed lay in the interval."""
    made = [(predict(month), days[month]) for month in range(24, len(days))]
    inside = [low <= y <= high for shares, y in made for low, high in (bounds_of(shares),)]
    return float(np.mean([np.log(shares[y]) for shares, y in made])), float(np.mean(inside))


def test_intensity_foresees_better_than_a_years_average_and_its_intervals_are_honest() -> None:
    rng = np.random.default_rng(2026)
    scores = []
    for _ in range(12):
        days, exposure = simulate(rng, 144)
        most, states = 2 * max(days) + 100, filter_intensity(days, exposure)

        def ours(month: int, past=states, shares=exposure, top=most) -> np.ndarray:
            return predict_intensity(past[month - 1], shares[month], top)

        def averaged(month: int, past=days, top=most) -> np.ndarray:
            return predict_intensity(State(sum(past[month - 12 : month]), 12.0), 1.0, top, IntensityOptions(delta=1.0))

        scores.append((*score(ours, days), score(averaged, days)[0]))
    filtered, coverage, average = np.mean(scores, axis=0)
    assert filtered > average + 0.15
    assert 0.87 <= coverage <= 0.96
