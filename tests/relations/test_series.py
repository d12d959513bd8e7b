import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.lexicon.plover import load_ontology
from legation.record.event import Event
from legation.relations.families import load_families
from legation.relations.series import Periods, accumulate, make_periods, make_series
from legation.relations.sightings import make_sight, see_events
from tests.builders import CHILE, KENYA, PERU
from tests.relations.builders import happen, on

SIGHT = make_sight(("PER", "CHL"), load_families(), load_ontology())
DAY = dt.date
YEAR = make_periods("month", DAY(2026, 1, 1), DAY(2026, 12, 31))


def act(kind: str, first: str, after: str, number: int = 0, sides: object = None) -> Event:
    text = f"Peru acted on Chile ({kind} {number}): {first}."
    return happen(text, kind, "acted", sides or ([PERU], [CHILE]), when=on(first, after, first), published="2026-12-31")


def test_one_day_and_type_is_one_event_day_however_many_events_tell_of_it() -> None:
    events = [act("AID", "2026-05-03", "2026-05-04", number) for number in range(3)]
    events += [act("ACCUSE", "2026-05-03", "2026-05-04"), act("AID", "2026-05-04", "2026-05-05")]
    series = make_series(see_events(events, SIGHT), YEAR)
    assert series.cooperative[4] == 2
    assert series.conflictual[4] == 1
    assert series.busy[4] == 2
    assert len(series.events) == 5


def test_acting_together_on_others_is_another_actor_set() -> None:
    events = [
        act("ACCUSE", "2026-05-03", "2026-05-04"),
        act("ACCUSE", "2026-05-03", "2026-05-04", 1, ([PERU, CHILE], [KENYA])),
    ]
    series = make_series(see_events(events, SIGHT), YEAR)
    assert (series.cooperative[4], series.conflictual[4]) == (1, 1)


@pytest.mark.parametrize(
    ("first", "after", "place"),
    [
        ("2026-05-01", "2026-06-01", 4),
        ("2026-05-20", "2026-06-05", 4),
        ("2026-05-01", "2026-07-01", None),
        ("2026-01-01", "2027-01-01", None),
        ("2025-12-31", "2026-01-01", None),
    ],
)
def test_an_act_counts_where_its_period_is_known(first: str, after: str, place: int | None) -> None:
    series = make_series(see_events([act("AID", first, after)], SIGHT), YEAR)
    assert [number for number, count in enumerate(series.cooperative) if count] == ([] if place is None else [place])


def test_a_stretch_of_a_month_has_no_week() -> None:
    weeks = make_periods("week", DAY(2026, 5, 1), DAY(2026, 6, 30))
    assert make_series(see_events([act("AID", "2026-05-01", "2026-06-01")], SIGHT), weeks).event_days == ()


@given(st.dates(DAY(1950, 1, 1), DAY(2100, 1, 1)), st.integers(0, 4000), st.sampled_from(["month", "week"]))
def test_every_day_lies_in_one_period(first: dt.date, days: int, unit: str) -> None:
    last = first + dt.timedelta(days=days)
    periods = make_periods(unit, first, last)
    place = periods.place(last)
    assert periods.place(first) == 0
    assert place == periods.count - 1
    assert periods.start(place) <= last < periods.start(place + 1)
    assert sum(map(periods.days, range(periods.count))) == (periods.start(periods.count) - periods.first).days


def test_periods_are_named_by_month_or_monday() -> None:
    assert make_periods("month", DAY(2025, 12, 3), DAY(2026, 1, 1)).labels == ["2025-12", "2026-01"]
    assert make_periods("week", DAY(2026, 1, 1), DAY(2026, 1, 5)).labels == ["2025-12-29", "2026-01-05"]
    assert Periods("month", DAY(2026, 1, 1), 0).labels == []


def test_sums_run() -> None:
    assert accumulate([1, 0, 2]) == [1, 1, 3]
