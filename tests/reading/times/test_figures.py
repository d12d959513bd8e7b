"""Dates in figures, whose day and month may change places."""

import datetime as dt

import pytest

from legation.reading.times.figures import readings, shows_day_first
from tests.reading.times.test_finding import times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-08-17", ["2025-08-17"]),
        ("2025/8/17", ["2025-08-17"]),
        ("17.08.2025", ["2025-08-17"]),
        ("04.03.2025", ["2025-03-04"]),
        ("08/17/2025", ["2025-08-17"]),
        ("17/08/2025", ["2025-08-17"]),
        ("03/04/2025", ["2025-03-04", "2025-04-03"]),
        ("05/05/2025", ["2025-05-05"]),
        ("03-18-99", ["1999-03-18"]),
        ("31/02/2025", []),
        ("2025. 08. 17.", ["2025-08-17"]),
    ],
)
def test_readings(text: str, expected: list[str]) -> None:
    assert [day.isoformat() for day in readings(text)] == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(["17/08/2025"], True), (["08/17/2025"], False), (["03/04/2025"], None), (["17/08/2025", "08/17/2025"], None)],
)
def test_what_other_dates_show(texts: list[str], expected: bool | None) -> None:
    assert shows_day_first(texts) is expected


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        ("Filed 03/04/2025.", "2025-08-17", [None]),
        ("Filed 03/04/2025.", None, [None]),
        ("Filed 03/04/2025.", "2025-03-05", ["2025-03-04"]),
        ("Filed 03/04/2025.", "2025-04-03", ["2025-04-03"]),
        ("Filed 03/04/2025, seen 17/05/2025.", "2025-08-17", ["2025-04-03", "2025-05-17"]),
        ("Filed 2025-08-17T19:03:00Z.", "2025-08-17", ["2025-08-17T19:03"]),
        ("Filed 2025-08-17T19:03+09:00.", "2025-08-17", ["2025-08-17T19:03"]),
    ],
)
def test_ambiguous_dates_are_not_guessed(text: str, published: str | None, values: list[str | None]) -> None:
    found = times(text, published)
    assert [time.value for time in found] == values
    for time in found:
        assert time.from_ == (dt.date.fromisoformat(time.value[:10]) if time.value else None)
