"""What a measure gives, once its event is dated."""

import datetime as dt

import pytest

from legation.documents.span import Span
from legation.reading.claim import Time, TimeType
from legation.reading.times.calendars import days_of_value, granularity_of
from legation.reading.times.distances import measure
from legation.reading.times.measures import MEASURE, read_measure


def dated(value: str) -> Time:
    low, high = days_of_value(value) or (None, None)
    return Time("t1", Span(0, 1), "x", value, low, high, granularity_of(value), TimeType.DATE, "explicit")


@pytest.mark.parametrize(
    ("words", "base", "value", "from_", "to"),
    [
        ("three days before the", "2024-03-04", "2024-03-01", "2024-03-01", "2024-03-02"),
        ("a year to the day after the", "2023-03-04", "2024-03-04", "2024-03-04", "2024-03-05"),
        ("within a week of the", "2024-03-04", None, "2024-03-04", "2024-03-12"),
        ("the two weeks before the", "2024-03-15", None, "2024-03-01", "2024-03-15"),
        ("no more than a day after the", "2024-03-04", None, "2024-03-05", "2024-03-06"),
        ("at least two days before the", "2024-03-04", None, None, "2024-03-03"),
        ("the week of the", "2024-03-06", "2024-W10", "2024-03-04", "2024-03-11"),
        ("the Monday before the", "2024-03-04", "2024-02-26", "2024-02-26", "2024-02-27"),
        ("the Monday after the", "2024-03-02", "2024-03-04", "2024-03-04", "2024-03-05"),
        ("the weekend before the", "2024-03-03", "2024-W08-WE", "2024-02-24", "2024-02-26"),
        ("the weekend after the", "2024-03-03", "2024-W10-WE", "2024-03-09", "2024-03-11"),
        ("the 24th day of the", "2024-03-04", "2024-03-27", "2024-03-27", "2024-03-28"),
        ("the third week of the", "2024-03-01", None, "2024-03-15", "2024-03-22"),
        ("the first anniversary of the", "2024-02-29", "2025-02-28", "2025-02-28", "2025-03-01"),
        ("two hours after the", "2024-03-04T23:10", "2024-03-05T01:10", "2024-03-05", "2024-03-06"),
        ("two hours before the", "2024-03-04", None, "2024-03-03", "2024-03-05"),
        ("days after the", "2024-07", None, "2024-07-01", None),
        ("days before the", "2024-07", None, None, "2024-08-01"),
        ("days after the", "2024-07-04", None, "2024-07-05", None),
        ("half a century after the", "1975", "2025", "2025-01-01", "2026-01-01"),
    ],
)
def test_measure(words: str, base: str, value: str | None, from_: str | None, to: str | None) -> None:
    match = MEASURE.match(words + " ")
    assert match is not None
    found = measure(read_measure(match), dated(base))
    assert found is not None
    days = tuple(end.isoformat() if isinstance(end, dt.date) else None for end in found[1])
    assert (found[0], days) == (value, (from_, to))


@pytest.mark.parametrize(
    ("words", "base"),
    [("two days after the", "2024-03"), ("the 24th day of the", "2024"), ("nine centuries before the", "0400")],
)
def test_too_coarse_or_beyond_the_calendar(words: str, base: str) -> None:
    match = MEASURE.match(words + " ")
    assert match is not None
    assert measure(read_measure(match), dated(base)) is None


@pytest.mark.parametrize(
    "text", ["In the year ended in June it lost.", "The day belonged to Chad.", "He spoke Monday after talks."]
)
def test_what_only_looks_like_a_measure(text: str) -> None:
    assert MEASURE.search(text) is None
