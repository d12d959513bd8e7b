"""The ledger over a record: entered, resolved, scored; base rates end to end from event data."""

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from legation.judgement.ledger import Outcome
from legation.record.check import find_faults
from legation.workspace.forecasting import (
    NoBaseRateError,
    Order,
    assess_dyad,
    make_forecast,
    resolve_due,
    score_ledger,
)
from legation.workspace.workspace import Workspace

FIRST = dt.date(2025, 1, 1)
NOW = dt.datetime(2025, 8, 1, 12, tzinfo=dt.UTC)
PAIRS = [("RUS", "PRK"), ("PRK", "RUS"), ("CHN", "PRK"), ("USA", "KOR"), ("KOR", "JPN"), ("USA", "CHN")]
TODAY = NOW.date()


def write_rows(path: Path, times: int = 1) -> Path:
    """Write seven months of made-up event data; of Russia's acts every row `times` times, as rows of their own."""
    draw = np.random.default_rng(4)
    lines = ["date,source,target,type,url"]
    for day in range((TODAY - FIRST).days + 1):
        for source, target in PAIRS:
            if draw.uniform() < (0.4 if (day // 40) % 2 else 0.03):
                for copy in range(times if source == "RUS" else 1):
                    lines.append(
                        f"{FIRST + dt.timedelta(days=day)},{source},{target},AID,https://e{copy}.example/{day}"
                    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def fill(place: str, file: Path) -> Workspace:
    record = Workspace(place, clock=lambda: NOW)
    list(record.import_events(file, "made-up"))
    return record


@pytest.fixture
def record(place: str, tmp_path: Path) -> Workspace:
    return fill(place, write_rows(tmp_path / "rows.csv"))


def order(**changes: object) -> Order:
    given = {"source": "RUS", "target": "PRK", "type": "AID", "mode": None, "opened": dt.date(2025, 6, 1)}
    return Order(**{**given, "closes": dt.date(2025, 6, 30), "p": 0.7, **changes})


def test_a_forecast_is_entered_resolved_and_scored(record: Workspace) -> None:
    made = make_forecast(record, order(), "ana")
    never = make_forecast(record, order(type="ASSAULT", p=0.05), "ana")
    waiting = make_forecast(record, order(opened=TODAY, closes=dt.date(2025, 8, 30)), "ana")
    ended = {one.forecast.uid: one for one in resolve_due(record, "ana")}
    assert ended[made.uid].outcome is Outcome.YES
    assert ended[made.uid].resolved.events
    assert ended[never.uid].outcome is Outcome.NO
    assert waiting.uid not in ended
    assert resolve_due(record, "ana") == [], "once is enough"
    every, ana = score_ledger(record.forecasts())
    assert (every.name, ana.name, every.open) == ("all", "ana", 1)
    assert every.scores.brier == pytest.approx((0.3**2 + 0.05**2) / 2)
    record.close()


def test_the_ledger_is_kept_whole_and_replayed(record: Workspace) -> None:
    first = make_forecast(record, order(), "ana")
    second = make_forecast(record, order(p=0.8, supersedes=first.uid[:6]), "ana")
    older, newer = record.forecasts()
    assert (older.superseded_by, newer.superseded_by) == (second.uid, None)
    resolve_due(record, "ana")
    assert score_ledger(record.forecasts())[0].scores.count == 1, "what is superseded is not scored"
    with record.looking() as session:
        assert list(find_faults(session)) == []
    with record.as_of("2025-07-31") as then:
        assert then.forecasts() == []
    record.close()


def test_a_void_forecast_counts_for_nothing(record: Workspace) -> None:
    make_forecast(record, order(opened=dt.date(2024, 3, 1), closes=dt.date(2024, 3, 30)), "ana")
    ended = resolve_due(record, "ana")[0]
    assert ended.outcome is Outcome.VOID
    every = score_ledger(record.forecasts())[0]
    assert (every.scores, every.void) == (None, 1)
    record.close()


def test_base_rates_come_from_the_record(record: Workspace) -> None:
    made = make_forecast(record, order(opened=TODAY, closes=TODAY + dt.timedelta(days=7), p=None), "ana")
    assert made.model in {"base-rate/1", "climatology"}
    assert made.reference is not None
    found = {one.type: one for one in assess_dyad(record, ("RUS", "PRK"), 7)}
    assert found["AID"].p == pytest.approx(made.p)
    record.close()


def test_without_a_base_rate_nothing_is_said(record: Workspace) -> None:
    with pytest.raises(NoBaseRateError, match=r"^not assessed: .* give a probability of your own$"):
        make_forecast(record, order(source="JPN", opened=TODAY, closes=TODAY + dt.timedelta(days=7), p=None), "ana")
    with pytest.raises(NoBaseRateError, match=r"not assessed: the last report is of 2025-08-01"):
        assess_dyad(record, ("RUS", "PRK"), 7, dt.date(2025, 9, 1))
    record.close()


def test_tripled_reports_move_no_forecast(tmp_path: Path) -> None:
    rates = []
    for times in (1, 3):
        with fill(str(tmp_path / f"{times}.db"), write_rows(tmp_path / f"{times}.csv", times)) as record:
            rates.append([one.p for one in assess_dyad(record, ("RUS", "PRK"), 7)])
    assert rates[0] == pytest.approx(rates[1], rel=0.01)
    assert rates[0][0] is not None
