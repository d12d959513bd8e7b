"""Facts of whole reports: how they are scored, and floors for our own."""

import pytest

from benchmarks.reports import GOLD, Score, days_of, score_reports, trigger_of

NEWEST = ("chad_france", "hungary_ukraine", "vietnam_china")


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
    # Measured 2026-11-27: found .946, source .901, whole .820 on the fifteen older reports; .932, .890, .803 on all
    # eighteen. Unseen, the last three came to .836, .793, .521.
    scores = score_reports(GOLD)
    for parts, floors in ((scores["all"], (0.92, 0.88, 0.79)), (older(scores), (0.93, 0.89, 0.805))):
        assert parts.found / parts.facts >= floors[0]
        assert parts.share("source") >= floors[1]
        assert parts.share("whole") >= floors[2]


def older(scores: dict[str, Score]) -> Score:
    """Return the score of the reports whose floors were set before the newest were written."""
    parts = Score()
    for name, score in scores.items():
        if name not in (*NEWEST, "all"):
            parts.facts, parts.found = parts.facts + score.facts, parts.found + score.found
            parts.right += score.right
    return parts
