"""What moved lately is told from chance, with the events that make it."""

import datetime as dt
from collections.abc import Sequence

import pytest
from scipy.stats import binomtest

from legation.record.event import Event
from legation.reporting.chronology import Section
from legation.reporting.moved import LATELY, find_moved, measure_chance
from tests.relations.builders import happen, on

LAST = dt.date(2026, 3, 2)


def make(kind: str, day: dt.date | None, number: int = 0, status: str = "happened") -> Event:
    when = on(day.isoformat(), (day + dt.timedelta(days=1)).isoformat(), "then") if day else None
    return happen(f"They acted {number} then.", kind, "acted", when=when, status=status)


def days_before(numbers: Sequence[int]) -> list[Event]:
    return [make("CONSULT", LAST - dt.timedelta(days=number), number) for number in numbers]


@pytest.mark.parametrize(("count", "total"), [(0, 0), (0, 3), (3, 3), (4, 5), (2, 10), (9, 20), (60, 200)])
def test_chance_is_the_exact_binomial_test(count: int, total: int) -> None:
    expected = binomtest(count, total, 0.2).pvalue if total else 1.0
    assert measure_chance(count, total, 0.2) == pytest.approx(expected)


def test_a_rise_names_its_events_the_latest_first() -> None:
    moved = find_moved(days_before([0, 5, 9, 20, 300]))
    (change,) = moved.changes
    assert (change.section, change.lately, change.before, change.has_risen) == (Section.CONTACT, 4, 1, True)
    assert [line.event.first_day for line in change.reasons] == [LAST - dt.timedelta(days=n) for n in (0, 5, 9)]
    assert (moved.first, moved.last) == (LAST - dt.timedelta(days=LATELY - 1), LAST)


def test_a_fall_is_told_too() -> None:
    events = [*days_before(range(100, 400, 10)), make("AID", LAST)]
    falls = {change.section: change.has_risen for change in find_moved(events).changes}
    assert falls[Section.CONTACT] is False


def test_few_events_say_nothing() -> None:
    moved = find_moved(days_before([0, 200]))
    assert moved.changes == ()
    assert moved.latest is not None


def test_what_did_not_take_place_or_has_no_day_moves_nothing() -> None:
    planned = make("CONSULT", LAST, status="planned")
    assert find_moved([planned, make("CONSULT", None)]).latest is None
