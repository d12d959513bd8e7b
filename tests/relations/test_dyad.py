import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from legation.lexicon.plover import load_ontology
from legation.record.event import Account, Event, make_event
from legation.relations.dyad import Archive, Dyad, Options, left_out
from legation.relations.families import load_families
from legation.relations.flows import find_flows
from legation.relations.series import Unit, make_periods
from legation.relations.sightings import make_sight, see_events
from tests.builders import CHILE, PERU
from tests.relations.builders import on, tell

DAY = dt.date
FIRST, LAST = DAY(2024, 1, 1), DAY(2025, 12, 31)


def act(kind: str, day: DAY, number: int = 0) -> Account:
    after = day + dt.timedelta(days=1)
    text = f"Peru acted on Chile ({kind} {number}): {day}."
    return tell(text, kind, "acted", ([PERU], [CHILE]), when=on(str(day), str(after), str(day)), published=str(after))


def measure(
    events: Sequence[Event], outlets: dict[str, str] | None = None, others: int = 20, unit: Unit = "month"
) -> Dyad:
    periods = make_periods(unit, FIRST, LAST)
    months = make_periods("month", FIRST, LAST).labels
    sight = make_sight(("PER", "CHL"), load_families(), load_ontology(), outlets)
    archive = Archive(LAST, dict.fromkeys(months, others))
    return Dyad((PERU, CHILE), sight, tuple(see_events(events, sight)), periods, archive)


def each_month(kind: str, months: Sequence[int], days: int) -> list[Account]:
    """Return acts on the first so many days of months, counted from January 2024."""
    dates = [DAY(2024 + month // 12, month % 12 + 1, day + 1) for month in months for day in range(days)]
    return [act(kind, day) for day in dates]


def events_of(accounts: Sequence[Account]) -> list[Event]:
    return [make_event([account]) for account in accounts]


TURNED = events_of(each_month("ACCUSE", range(12), 3) + each_month("AID", range(12, 24), 8))


def test_a_measure_is_worked_out_once_for_report_plot_and_table() -> None:
    dyad = measure(events_of(each_month("AID", [3, 8], 2)))
    assert dyad.balance() is dyad.balance()
    assert dyad.balance() != dyad.intensity()
    without = dyad.without(next(iter(dyad.whole.reports)))
    assert sum(without.balance().counts) < sum(dyad.balance().counts)


def test_a_tie_that_turned_is_told_with_what_it_rests_on() -> None:
    track = measure(TURNED).balance()
    assert track.level is not None
    assert track.level.value > 0.7
    assert track.levels[11].value < 0.35
    assert track.move is not None
    assert track.move.since == "2024-12"
    assert len(track.backing.events) == len(TURNED)


def test_breaks_come_with_their_top_five_events() -> None:
    breaks = measure(TURNED).breaks()
    assert [(item.kind, item.day) for item in breaks] == [("balance", DAY(2025, 1, 1)), ("intensity", DAY(2025, 1, 1))]
    for item in breaks:
        assert item.turn.is_rise
        assert [day.type for day in item.top] == ["AID"] * 5
        assert item.top[0].place == 12


def test_an_intensity_that_falls_is_told_by_what_ceased() -> None:
    (fall,) = measure(events_of(each_month("AID", range(12), 9) + each_month("AID", range(12, 24), 1))).breaks()
    assert not fall.turn.is_rise
    assert {day.place for day in fall.top} == {11}


def test_a_move_that_one_newsroom_makes_is_single_origin() -> None:
    loud = each_month("AID", range(12, 24), 8)
    quiet = each_month("AID", range(24), 1)
    outlets = {account.origin.key: "Loud Daily" for account in loud} | {a.origin.key: "Quiet Wire" for a in quiet}
    merged = [make_event([a, *(b for b in loud if b.time and a.time and b.time.from_ == a.time.from_)]) for a in quiet]
    alone = [make_event([a]) for a in loud if a.time and a.time.from_ and a.time.from_.day > 1]
    dyad = measure(merged + alone, outlets)
    track = dyad.intensity()
    assert track.move is not None
    assert track.move.is_single_origin
    assert (track.backing.largest, track.backing.sources) == ("Loud Daily", 2)
    assert track.backing.without is not None
    assert track.level is not None
    assert track.backing.without.value < track.level.value / 3
    assert [item.is_single_origin for item in dyad.breaks()] == [True]


def test_a_move_that_two_newsrooms_tell_is_not() -> None:
    outlets = {event.accounts[0].origin.key: f"Paper {number % 4}" for number, event in enumerate(TURNED)}
    dyad = measure(TURNED, outlets)
    move = dyad.balance().move
    assert move is not None
    assert not move.is_single_origin
    assert not any(item.is_single_origin for item in dyad.breaks())


def test_where_one_source_tells_everything_nothing_is_left_without_it() -> None:
    outlets = {event.accounts[0].origin.key: "Only Paper" for event in TURNED}
    backing = measure(TURNED, outlets).balance().backing
    assert (backing.share, backing.without) == (1.0, None)


def test_an_archive_without_others_has_an_even_exposure() -> None:
    assert measure(TURNED, others=0).exposure == [1.0] * 24
    assert measure(TURNED, others=0, unit="week").exposure == pytest.approx([1.0] * 105)


def test_exposure_is_relative_to_its_mean_and_never_nought() -> None:
    dyad = replace(measure(TURNED), archive=Archive(LAST, {"2025-12": 48}))
    assert sum(dyad.exposure) / 24 == pytest.approx(1.0)
    assert dyad.exposure[0] == pytest.approx(0.5 / 2.5)
    assert dyad.exposure[-1] == pytest.approx(48.5 / 2.5)


def test_nothing_reported_gives_no_level_and_says_for_how_long() -> None:
    dyad = measure([])
    for track in (dyad.balance(), dyad.intensity(), dyad.balance("arms")):
        assert track.level is None
        assert track.silent == 24
        assert track.move is None
    assert dyad.breaks() == []


def test_one_event_gives_a_level_that_is_hardly_known() -> None:
    track = measure(events_of([act("AID", DAY(2025, 12, 3))])).balance()
    assert track.level is not None
    assert track.level.high - track.level.low > 0.6
    assert track.silent == 0


def test_weeks_and_months_tell_the_same() -> None:
    month, week = (measure(TURNED, unit=unit).balance().level for unit in ("month", "week"))
    assert month is not None
    assert week is not None
    assert week.value == pytest.approx(month.value, abs=0.07)


def test_a_family_has_its_own_series_and_flows() -> None:
    dyad = measure(TURNED)
    assert sum(dyad.series("statement").conflictual) == 36
    assert dyad.balance("arms").level is None
    (flow,) = find_flows(dyad.readings("statement"), ("PER", "CHL"))
    assert (flow.indicator.entry.name, flow.way, len(flow.events)) == ("criticism", ("PER", "CHL"), 36)
    with pytest.raises(ValueError, match="no family of indicators"):
        dyad.series("weather")


def test_what_counts_for_no_level_is_told() -> None:
    undated = make_event([tell("Peru sent rice.", "AID", "sent", ([PERU], [CHILE]), published=None)])
    old = make_event([replace(act("AID", DAY(2024, 3, 1)), published="2025-12-30")])
    days = on("2024-01-01", "2025-01-01", "2024")
    wide = make_event(
        [tell("Peru sent rice in 2024.", "AID", "sent", ([PERU], [CHILE]), when=days, published="2024-12-31")]
    )
    dyad = measure([undated, old, wide])
    found = left_out(dyad.sightings, dyad.periods)
    assert [[item.event.id for item in some] for some in found] == [[undated.id], [wide.id], [old.id]]


def test_acts_without_a_date_may_be_left_out() -> None:
    known = make_event([tell("Peru sent rice.", "AID", "sent", ([PERU], [CHILE]), published="2025-12-30")])
    dyad = measure([known])
    assert sum(dyad.series().signed) == 1
    assert sum(replace(dyad, options=Options(dated_only=True)).series().signed) == 0


def test_the_first_event_of_a_short_series_makes_no_move() -> None:
    accounts = [act("AID", DAY(2025, 10, day)) for day in (3, 4, 5, 6, 7)]
    dyad = replace(measure(events_of(accounts)), periods=make_periods("month", DAY(2025, 10, 1), LAST))
    assert dyad.intensity().move is None
    assert dyad.balance().move is None
