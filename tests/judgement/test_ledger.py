"""Forecasts resolve by their rule: in time, firm enough, in the right direction, and not from an empty archive."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from legation.judgement.ledger import Condition, Coverage, Forecast, Outcome, Target, check_forecast, resolve
from legation.reading.claim import ActorRef, ActorType, Status
from legation.record.event import Event
from tests.relations.builders import happen

STATES = {code: ActorRef(code, code, ActorType.STATE, code) for code in ("RUS", "PRK")}
AID = Target("RUS", "PRK", directed=True, type="AID")
FORECAST = Forecast(
    uid="f", at="2026-03-01T00:00:00+00:00", author="ana", text="?", target=AID,
    opened=dt.date(2026, 3, 1), closes=dt.date(2026, 3, 31), resolves_by=dt.date(2026, 4, 14), rule="", p=0.3,
    model="person", evidence_cutoff=dt.date(2026, 3, 1),
)  # fmt: skip
LATER = dt.date(2026, 4, 15)
GOOD = Coverage(reports=40, usual=40)


def event(kind: str, sides: tuple[str, str], day: str, published: str, status: Status = Status.HAPPENED) -> Event:
    actors = tuple(tuple(STATES[code] for code in side.split()) for side in sides)
    when = ("that day", day, str(dt.date.fromisoformat(day) + dt.timedelta(days=1)))
    return happen("They acted that day.", kind, "acted", actors, when=when, published=published, status=status)


def act(day: str, published: str, status: Status = Status.HAPPENED) -> Event:
    return event("AID", ("RUS", "PRK"), day, published, status)


@pytest.mark.parametrize(
    ("happened", "outcome"),
    [
        (act("2026-03-02", "2026-03-03"), Outcome.YES),
        (act("2026-03-31", "2026-04-14"), Outcome.YES),
        (act("2026-03-31", "2026-04-15"), Outcome.NO),
        (act("2026-03-01", "2026-03-03"), Outcome.NO),
        (act("2026-04-01", "2026-04-02"), Outcome.NO),
        (act("2026-03-10", "2026-03-11", status=Status.PLANNED), Outcome.NO),
    ],
    ids=[
        "the day after",
        "the last day, reported late",
        "reported too late",
        "the day itself",
        "after",
        "only planned",
    ],
)
def test_a_forecast_resolves_by_its_rule(happened: Event, outcome: Outcome) -> None:
    verdict = resolve(FORECAST, [happened], GOOD, LATER)
    assert verdict is not None
    assert verdict.outcome is outcome
    assert verdict.events == ((happened.id,) if outcome is Outcome.YES else ())


def test_direction_and_kind_matter() -> None:
    other_way = event("AID", ("PRK", "RUS"), "2026-03-05", "2026-03-06")
    assert outcome_of(FORECAST, [other_way]) is Outcome.NO
    undirected = replace(FORECAST, target=replace(AID, directed=False))
    assert outcome_of(undirected, [other_way]) is Outcome.YES
    talks = replace(FORECAST, target=replace(AID, type="CONSULT"))
    assert outcome_of(talks, [act("2026-03-05", "2026-03-06")]) is Outcome.NO


def outcome_of(forecast: Forecast, events: list[Event], coverage: Coverage = GOOD) -> Outcome | None:
    verdict = resolve(forecast, events, coverage, LATER)
    return verdict.outcome if verdict else None


def test_a_plan_is_enough_where_the_rule_says_so() -> None:
    planned = act("2026-03-10", "2026-03-11", status=Status.PLANNED)
    loose = replace(FORECAST, target=replace(AID, min_status=Status.PLANNED))
    assert outcome_of(loose, [planned]) is Outcome.YES


def test_silence_waits_until_late_reports_are_in() -> None:
    assert resolve(FORECAST, [], GOOD, dt.date(2026, 4, 14)) is None
    early = resolve(FORECAST, [act("2026-03-02", "2026-03-03")], GOOD, dt.date(2026, 3, 4))
    assert early is not None
    assert early.outcome is Outcome.YES


@pytest.mark.parametrize(("coverage", "outcome"), [(Coverage(0, 0), Outcome.VOID), (Coverage(5, 40), Outcome.VOID),
                                                   (Coverage(10, 40), Outcome.NO)])  # fmt: skip
def test_an_empty_archive_tells_nothing(coverage: Coverage, outcome: Outcome) -> None:
    assert outcome_of(FORECAST, [], coverage) is outcome
    assert outcome_of(FORECAST, [act("2026-03-02", "2026-03-03")], coverage) is Outcome.YES


TALKS = Target("RUS", "PRK", directed=False, type="CONSULT")
TALKED = event("CONSULT", ("RUS PRK", ""), "2026-03-07", "2026-03-08")


@pytest.mark.parametrize(
    ("wanted", "others", "events", "outcome"),
    [
        (True, [TALKED], [act("2026-03-02", "2026-03-03")], Outcome.YES),
        (True, [TALKED], [], Outcome.NO),
        (True, [], [act("2026-03-02", "2026-03-03")], Outcome.ANNULLED),
        (False, [TALKED], [act("2026-03-02", "2026-03-03")], Outcome.ANNULLED),
        (False, [], [act("2026-03-02", "2026-03-03")], Outcome.YES),
    ],
)
def test_conditionals_are_annulled_when_their_condition_fails(
    wanted: bool, others: list[Event], events: list[Event], outcome: Outcome
) -> None:
    forecast = replace(FORECAST, condition=Condition(TALKS, wanted))
    verdict = resolve(forecast, events, GOOD, LATER, others)
    assert verdict is not None
    assert verdict.outcome is outcome


def test_an_open_condition_keeps_a_forecast_open() -> None:
    forecast = replace(FORECAST, condition=Condition(TALKS))
    assert resolve(forecast, [act("2026-03-02", "2026-03-03")], GOOD, dt.date(2026, 3, 9)) is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"p": 1.0}, "never certain"),
        ({"closes": dt.date(2026, 3, 1)}, "opened must come before closes"),
        ({"resolves_by": dt.date(2026, 3, 30)}, "resolves-by not before it"),
        ({"target": Target("RUS", "RUS", directed=True, type="AID")}, "two actors"),
    ],
)
def test_what_cannot_be_scored_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_forecast(replace(FORECAST, **change))
