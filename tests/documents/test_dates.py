"""Dates as pages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents.dates import find_dates, is_iso, iso
from legation.documents.document import days_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2026-03-03", "2026-03-03"),
        ("2026-03-03T09:30:15+09:00", "2026-03-03T09:30"),
        ("2026-03-03T09:30:15.123Z", "2026-03-03T09:30"),
        ("2026/03/03 9:30", "2026-03-03T09:30"),
        ("2026.03.03. 18:20", "2026-03-03"),
        ("3 March 2026", "2026-03-03"),
        ("3rd of March, 2026", "2026-03-03"),
        ("Tue, 03 Mar 2026 09:30:00 GMT", "2026-03-03T09:30"),
        ("17 Aug. 2025, 19:03", "2025-08-17T19:03"),
        ("March 3, 2026 at 7:05 p.m. ET", "2026-03-03T19:05"),
        ("Mar 3 2026 12:05 AM", "2026-03-03T00:05"),
        ("03-Mar-2026", "2026-03-03"),
        ("13/03/2026", "2026-03-13"),
        ("03/13/2026", "2026-03-13"),
        ("03.04.2026", "2026-04-03"),
        ("04/04/2026", "2026-04-04"),
        ("March 2026", "2026-03"),
        ("2026-03", "2026-03"),
    ],
)
def test_find_dates(words: str, value: str) -> None:
    assert [found.value for found in find_dates(f"Posted {words}")] == [value]


def test_day_and_month_in_doubt_leave_the_year() -> None:
    assert iso("03/04/2026") == "2026"


def test_a_day_without_its_year_is_kept_apart() -> None:
    (found,) = find_dates("LIMA, March 3 (Wire)")
    assert (found.value, found.month_day) == (None, (3, 3))


@pytest.mark.parametrize(
    "words", ["Feb. 30, 2026", "20260303", "version 1.2.3", "3 of 2026", "32 March 2026x", "", "May"]
)
def test_what_is_no_date(words: str) -> None:
    assert [found for found in find_dates(words) if found.value] == []


@given(st.text(alphabet="0123456789-/., :TZ+MarchJunepm ", max_size=60))
def test_found_dates_are_real_and_in_order(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        if found.value:
            assert is_iso(found.value)
            assert days_of(found.value)


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("2026", True),
        ("2026-03", True),
        ("2026-03-03", True),
        ("2026-03-03T09:30", True),
        ("2026-02-30", False),
        ("yesterday", False),
        ("26", False),
        ("2026-13", False),
        ("2026-03-03T9:30", False),
        ("0000", False),
    ],
)
def test_is_iso(value: str, good: bool) -> None:
    assert is_iso(value) is good


@pytest.mark.parametrize("value", ["9999-12-31", "9" * 400, "9" * 5000, "2026-99999999999999999999"])
def test_days_beyond_the_calendar_are_no_days(value: str) -> None:
    with pytest.raises(ValueError, match="give a day"):
        days_of(value)
