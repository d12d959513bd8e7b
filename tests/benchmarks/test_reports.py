"""Facts of whole reports: how they are scored, and floors for our own."""

import pytest

from benchmarks.reports import GOLD, days_of, score_reports, trigger_of


def test_trigger_stands_once() -> None:
    assert trigger_of("Oslo met Lima. Lima left.", "Lima [left]").of("Oslo met Lima. Lima left.") == "left"
    with pytest.raises(ValueError, match="not just once"):
        trigger_of("Oslo met Lima.", "Oslo [left]")


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [("2023", "2023-01-01", "2024-01-01"), ("2023-12", "2023-12-01", "2024-01-01"), ("2020/..", "2020-01-01", "None")],
)
def test_days_of_a_value(value: str, low: str, high: str) -> None:
    assert tuple(map(str, days_of(value))) == (low, high)


@pytest.mark.model
def test_reports_are_read_no_worse_than_this() -> None:
    # Measured 2026-11-26, fifteen reports: found .946, source .901, whole .818. The last four unseen: .881, .750, .583.
    whole = score_reports(GOLD)["all"]
    assert whole.found / whole.facts >= 0.93
    assert whole.share("source") >= 0.89
    assert whole.share("whole") >= 0.805
