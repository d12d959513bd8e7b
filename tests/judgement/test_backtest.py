"""Backtests on made-up archives: skill where there is something to know, and nothing of the future."""

import numpy as np
import pytest

from legation.judgement.backtest import Outcome, backtest, make_plan
from legation.judgement.base_rates import fit_gamma, fit_logistic, gamma_poisson
from legation.judgement.scores import score
from legation.judgement.tallies import Tally, make_tally

SPAN = 420


def draw_rows(seed: int, *, bursts: bool) -> list[tuple[int, str, str, str]]:
    """Return an archive of 20 dyads: steady rates, or rates that rise and fall for months."""
    draw = np.random.default_rng(seed)
    rows = []
    for dyad in range(20):
        for kind in ("AID", "ACCUSE", "CONSULT"):
            rate = draw.gamma(2, 0.03)
            for day in range(SPAN):
                if bursts and day % 70 == 0:
                    rate = draw.choice([0.005, 0.3])
                if draw.uniform() < rate:
                    rows.append((day, f"S{dyad}", f"T{dyad % 7}", kind))
    return rows


def run(rows: list[tuple[int, str, str, str]], horizon: int = 7) -> tuple[Tally, Outcome]:
    return backtest(make_tally(rows, SPAN), make_plan(SPAN, horizon))


@pytest.fixture(scope="module")
def bursts() -> Outcome:
    return run(draw_rows(1, bursts=True))[1]


def test_bursts_are_forecast_better_than_by_climatology(bursts: Outcome) -> None:
    found = score(bursts.p, bursts.happened, bursts.climate)
    assert found.skill is not None
    assert found.skill > 0.2
    assert found.ece < 0.1, "sixty dyads and types that burst together teach little of levels"
    assert bursts.published[bursts.origins > 200].all()


def test_steady_rates_are_not_published_as_more_than_they_are() -> None:
    outcome = run(draw_rows(2, bursts=False))[1]
    found = score(outcome.p, outcome.happened, outcome.climate)
    assert found.skill is not None
    assert abs(found.skill) < 0.03
    assert outcome.published.mean() < 0.5


def test_nothing_of_the_future_is_looked_at(bursts: Outcome) -> None:
    cut = 300
    rows = draw_rows(1, bursts=True)
    changed = [*(row for row in rows if row[0] < cut), *((day, "S0", "T0", "AID") for day in range(cut, SPAN))]
    other = run(changed)[1]
    before, after = (outcome.origins < cut - 7 for outcome in (bursts, other))
    # Which dyads ever have events enough may differ; of those in both, the forecasts must not.
    assert np.allclose(np.sort(bursts.p[before]), np.sort(other.p[after]))


def test_triple_rows_move_no_forecast(bursts: Outcome) -> None:
    rows = draw_rows(1, bursts=True)
    tripled = [row for row in rows for _ in range(3 if row[1] == "S3" else 1)]
    assert np.array_equal(run(tripled)[1].p, bursts.p)


def test_plans_begin_after_a_fifth_and_refuse_short_spans() -> None:
    plan = make_plan(1000, 30)
    assert plan.first == 200
    assert plan.first in plan.origins
    assert not make_plan(170, 30).is_possible
    assert make_plan(12000, 7).step == 35, "long archives have fewer origins"


def test_gamma_poisson_by_hand() -> None:
    assert gamma_poisson(np.array([3.0]), 50.0, 10, (1.0, 20.0))[0] == pytest.approx(1 - (70 / 80) ** 4)
    alpha, beta = fit_gamma(np.random.default_rng(1).negative_binomial(2, 0.25, 20000).astype(float), 90.0)
    assert (alpha, alpha / beta * 90) == (pytest.approx(2, rel=0.1), pytest.approx(6, rel=0.05))


def test_logistic_regression_finds_its_coefficients() -> None:
    draw = np.random.default_rng(3)
    design = np.column_stack([np.ones(20000), draw.normal(size=20000)])
    came = (draw.uniform(size=20000) < 1 / (1 + np.exp(-(design @ [-1.0, 2.0])))).astype(float)
    assert fit_logistic(design, came, np.zeros(2), np.ones(2)) == pytest.approx([-1, 2], abs=0.1)
    held = fit_logistic(design, came, np.array([0.0, 1.0]), np.full(2, 1e9))
    assert held == pytest.approx([0, 1], abs=1e-3)
