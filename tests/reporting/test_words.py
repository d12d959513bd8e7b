"""Codes, dates and quantities as people say them."""

import datetime as dt

import pytest

from legation.documents.span import Span
from legation.lexicon.frames import EVENT_TYPES, MODES, OTHER_TYPES
from legation.reading.claim import Modifier, Quantity, Status, Time, TimeType
from legation.reporting.words import STATUSES, TYPES, days_words, quantity_words, time_words, type_words


@pytest.mark.parametrize(
    ("first", "after", "words"),
    [
        ("2026-02-03", "2026-02-04", "3 February 2026"),
        ("2026-02-01", "2026-03-01", "February 2026"),
        ("2026-01-01", "2027-01-01", "2026"),
        ("2010-01-01", "2020-01-01", "2010–2019"),
        ("2026-02-03", "2026-02-06", "3–5 February 2026"),
        ("2026-02-27", "2026-03-02", "27 February – 1 March 2026"),
        ("2025-12-30", "2026-01-03", "30 December 2025 – 2 January 2026"),
        ("2026-04-01", "2026-07-01", "April–June 2026"),
        ("2025-12-01", "2026-03-01", "December 2025 – February 2026"),
        ("2026-02-03", None, "since 3 February 2026"),
        (None, "2026-02-03", "before 3 February 2026"),
        (None, None, None),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(first: str | None, after: str | None, words: str | None) -> None:
    days = [dt.date.fromisoformat(day) if day else None for day in (first, after)]
    assert time_words(Time("t1", Span(0, 1), "x", None, *days, None, TimeType.DATE, None)) == words


@pytest.mark.parametrize(
    ("low", "unit", "of", "modifier", "words"),
    [
        (7000.0, "containers", "shells", Modifier.MORE_THAN, "more than 7,000 containers of shells"),
        (12000.0, "people", "troops", Modifier.EXACTLY, "12,000 troops"),
        (2.5, "tonnes", None, Modifier.ABOUT, "about 2.5 tonnes"),
        (3.0, None, "ships", Modifier.AT_LEAST, "at least 3 ships"),
    ],
)
def test_a_quantity_keeps_its_bound(low: float, unit: str, of: str, modifier: Modifier, words: str) -> None:
    assert quantity_words(Quantity("q1", Span(0, 1), "x", low, None, unit, of, modifier)) == words


def test_every_type_mode_and_status_has_words() -> None:
    assert set(TYPES) == {*EVENT_TYPES, *OTHER_TYPES}
    assert set(STATUSES) == set(Status)
    pairs = {(kind, mode): type_words(kind, mode) for kind, modes in MODES.items() for mode in modes}
    assert all(words and words[0].isupper() and "-" not in words for words in pairs.values())
    assert len(set(pairs.values())) == len(pairs)


def test_one_name_fits_every_act_of_a_mode() -> None:
    # An envoy called home, an accord left, a company blacklisted and ties cut, a minister sacked.
    assert {mode: type_words("SANCTION", mode) for mode in ("withdraw", "discontinue", "expel")} == {
        "withdraw": "Withdrawal or recall",
        "discontinue": "Sanction or cut in relations",
        "expel": "Expulsion or removal",
    }


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-06-18", "2024-06-18", "18 June 2024"),
        ("2008-01-01", "2011-12-31", "2008–2011"),
        ("2024-06-01", "2024-06-30", "June 2024"),
        ("2024-06-18", None, "since 18 June 2024"),
        # As derived tables have it, the first day of what has no beginning is the one behind its last.
        ("2024-06-18", "2024-06-17", "before 18 June 2024"),
        (None, None, None),
    ],
)
def test_days_of_an_event_are_as_precise_as_they_are_known(
    first: str | None, last: str | None, words: str | None
) -> None:
    assert days_words(first, last) == words
