"""Charts of days: marks stand where their days are, apart from each other, and windows lead on."""

import datetime as dt

import pytest

from legation.reading.claim import Status
from legation.record.listing import EventRow
from legation.web.drawing import TOUCH, draw, make_ticks, place, stack, zooms

YEAR = (dt.date(2024, 1, 1), dt.date(2025, 1, 1))


def row(name: str, first: str, last: str | None = None, kind: str = "CONSULT") -> EventRow:
    return EventRow(name, kind, None, Status.HAPPENED, first, last or first, 1)


def test_a_day_is_a_dot_and_an_interval_is_as_wide_as_its_days() -> None:
    (dot, wide), _ = stack([row("a", "2024-01-01"), row("b", "2024-04-01", "2024-06-30")], YEAR)
    assert (dot.x, dot.width) == (0.0, 0.0)
    assert wide.width == pytest.approx(100 * 91 / 366, abs=0.01)


def test_marks_that_would_touch_stand_in_rows() -> None:
    marks, deep = stack([row("a", "2024-05-01"), row("b", "2024-05-02"), row("c", "2024-12-01")], YEAR)
    assert deep == 2
    assert marks[0].y != marks[1].y
    assert marks[2].y == marks[0].y
    assert marks[1].x - marks[0].x < TOUCH


def test_what_lies_outside_stands_at_the_edge() -> None:
    assert place(dt.date(2020, 1, 1), YEAR) == 0.0
    assert place(dt.date(2030, 1, 1), YEAR) == 100.0


def test_bars_of_a_stretch_are_stacked_to_their_number() -> None:
    drawing = draw([], [("2024-01", "happened", 3), ("2024-01", "planned", 1), ("2024-02", "happened", 2)], YEAR)
    assert drawing.most == 4
    january = [bar for bar in drawing.bars if bar.stretch == "2024-01"]
    assert sum(bar.height for bar in january) == pytest.approx(drawing.height)
    assert january[0].status is Status.HAPPENED
    assert january[0].y > january[1].y


@pytest.mark.parametrize(
    ("first", "after", "words"),
    [
        ("2024-06-01", "2024-06-08", ["1 Jun 2024", "2 Jun"]),
        ("2024-01-01", "2025-01-01", ["Jan 2024", "Mar 2024"]),
        ("2000-01-01", "2026-01-01", ["2000", "2005"]),
        ("1000-01-01", "2026-01-01", ["1000", "1200"]),
    ],
)
def test_the_axis_goes_from_days_to_centuries(first: str, after: str, words: list[str]) -> None:
    ticks = list(make_ticks((dt.date.fromisoformat(first), dt.date.fromisoformat(after))))
    assert [tick.words for tick in ticks[:2]] == words
    assert len(ticks) <= 12


def test_windows_lead_nearer_farther_and_to_both_sides() -> None:
    found = zooms(YEAR, (dt.date(2000, 1, 1), dt.date(2025, 8, 1)))
    assert found["nearer"][0] > YEAR[0]
    assert found["farther"][1] > YEAR[1]
    assert found["earlier"][0] < YEAR[0]
    assert found["whole"] == (dt.date(2000, 1, 1), dt.date(2025, 8, 2))


def test_the_ends_of_time_are_no_fault() -> None:
    found = zooms((dt.date.min, dt.date(30, 1, 1)), (dt.date.min, dt.date(30, 1, 1)))
    assert found["farther"][0] == dt.date.min
