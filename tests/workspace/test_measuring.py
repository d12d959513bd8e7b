"""Measures through the record: what repeats moves nothing, what was known then is what is measured then, and fast."""

import datetime as dt
import random
import re
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.record import derive, writer
from legation.record.session import writing
from legation.relations.dyad import Dyad
from legation.workspace.parties import OneActorError, UnknownActorError
from legation.workspace.workspace import Workspace
from tests.builders import CHILE, PERU, ReadingBuilder, make_document
from tests.record.histories import add, moment

NOW = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
KINDS = ("AID", "ACCUSE", "CONSULT", "SANCTION", "AGREE", "THREATEN")
WORDS = ("tents", "border", "rice", "fishing", "customs", "vaccines")


def open_record(place: str | Path) -> Workspace:
    return Workspace(str(place), clock=lambda: NOW)


def line(agent: str, recipient: str, number: int, day: dt.date | None) -> str:
    words = f"{WORDS[number % len(WORDS)]} {number}"
    return f"{agent} {KINDS[number % len(KINDS)]} {recipient} {day or '-'} happened {words}"


def history(seed: int, size: int) -> list[str]:
    """Return lines of a year up to March 2026, most of Peru and Chile, some of others."""
    rng = random.Random(seed)
    days = [dt.date(2025, 3, 10) + dt.timedelta(days=rng.randrange(350)) for _ in range(size)]
    pairs = [rng.choice((("PER", "CHL"), ("CHL", "PER"), ("PER", "CHL"), ("PER", "KEN"))) for _ in days]
    return [line(*pair, rng.randrange(60), day) for pair, day in zip(pairs, days, strict=True)]


def levels(dyad: Dyad) -> list[float]:
    """Return every level of every measure and family."""
    names: Sequence[str | None] = (None, *dyad.families)
    tracks = [track for name in names for track in (dyad.balance(name), dyad.intensity(name))]
    return [level.value for track in tracks for level in track.levels]


@given(seed=st.integers(0, 10**6))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_three_copies_of_one_sides_reports_move_nothing(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    told = history(seed, 40)
    with open_record(tmp_path_factory.mktemp("record") / "r.db") as record:
        add(record.engine, told)
        before = record.dyad("PER", "CHL")
        peruvian = [text for text in told if text.startswith("PER")]
        for copy in (1, 2, 3):
            add(record.engine, [text + " " * copy for text in peruvian], copy)
        after = record.dyad("PER", "CHL")
    assert levels(after) == pytest.approx(levels(before), rel=0.01)
    assert [(b.day, b.kind) for b in after.breaks()] == [(b.day, b.kind) for b in before.breaks()]


def test_a_year_of_two_hundred_events_is_measured_at_once(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        add(record.engine, history(3, 270))
        record.dyad("PER", "CHL")
        started = time.perf_counter()
        dyad = record.dyad("PER", "CHL")
        assert levels(dyad)
        dyad.breaks()
        # Well under a second; the rest is for machines that are busy with other things.
        assert time.perf_counter() - started < 2.0
        assert len(dyad.sightings) > 150


def test_measures_are_those_of_what_was_known(place: str) -> None:
    told = history(5, 30)
    with open_record(place) as record:
        add(record.engine, told[:15], 0)
        then = levels(record.dyad("PER", "CHL"))
        add(record.engine, told[15:], 48)
        now = levels(record.dyad("PER", "CHL"))
        with record.as_of(moment(1).isoformat()) as past:
            assert levels(past.dyad("PER", "CHL")) == pytest.approx(then)
    assert now != then


def test_a_period_is_kept_to(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        add(record.engine, history(7, 40))
        dyad = record.dyad("Peru", "Chile", (dt.date(2025, 6, 1), dt.date(2025, 9, 1)))
    assert dyad.periods.labels == ["2025-06", "2025-07", "2025-08"]
    assert all(item.day.month in {6, 7, 8} for item in dyad.series().event_days)


def test_without_options_a_dyad_reaches_to_the_last_report(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        add(record.engine, ["PER AID CHL 2025-11-03 happened tents"])
        assert record.dyad("PER", "CHL").periods.labels == ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]


@pytest.mark.parametrize(
    ("published", "first"), [("2024-01-01", "2024-11"), ("2025-08-17", "2025-08"), ("2026-01-01", "2025-11")]
)
def test_a_series_begins_a_year_before_its_first_event_as_far_as_the_archive_watched(
    tmp_path: Path, published: str, first: str
) -> None:
    with open_record(tmp_path / "r.db") as record:
        add(record.engine, ["PER AID CHL 2025-11-03 happened tents"])
        other = make_document("KEN AID PER 2026-02-03 happened rice", published=published)
        with writing(record.engine) as session:
            writer.add_document(session, other, b"rice", "rice.txt", moment(5))
        assert record.dyad("PER", "CHL").periods.label(0) == first


def test_a_period_after_the_last_report_has_nothing(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        add(record.engine, ["PER AID CHL 2025-11-03 happened tents"])
        dyad = record.dyad("PER", "CHL", (dt.date(2030, 1, 1), None))
    assert dyad.periods.labels == ["2030-01"]
    assert dyad.balance().level is None


@pytest.mark.parametrize(
    "told",
    [
        [],
        ["PER AID CHL - happened tents"],
        ["PER AID CHL - denied tents"],
        ["PER AID CHL 1999-01-01 happened tents"],
        ["PER STATEMENT CHL 2026-01-01 happened tents"],
        ["PER AID CHL 2026-02-03 happened tents", "PER ACCUSE CHL 2016-02-03 happened tents"],
    ],
)
def test_little_or_nothing_is_measured_without_fuss(tmp_path: Path, told: list[str]) -> None:
    with open_record(tmp_path / "r.db") as record:
        add(record.engine, told)
        for unit in ("month", "week"):
            dyad = record.dyad("PER", "CHL", unit=unit)
            assert all(value >= 0 for value in levels(dyad))
            assert dyad.breaks() == []


@pytest.mark.parametrize(("one", "other"), [("PER", "Peru"), ("PER", "Atlantis")])
def test_a_dyad_needs_two_known_actors(tmp_path: Path, one: str, other: str) -> None:
    with open_record(tmp_path / "r.db") as record, pytest.raises((OneActorError, UnknownActorError)):
        record.dyad(one, other)


def test_a_brief_says_where_the_tie_stands_and_its_bars_lead_to_their_events(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        add(record.engine, history(7, 40))
        page = record.brief("PER", "CHL")
        nothing = record.brief("CHL", "KEN")
    ids, targets = (set(re.findall(pattern, page)) for pattern in (r'\bid="([^"]+)"', r'href="#([^"]+)"'))
    assert targets <= ids
    assert page.count("<svg") == 1
    assert "Where the tie stands" in page
    assert "Where the tie stands" not in nothing


def test_blocs_are_those_of_a_period_and_of_chosen_states(tmp_path: Path) -> None:
    told = ["PER AID CHL 2025-06-03 happened tents", "PER ACCUSE KEN 2025-06-05 happened border"]
    with open_record(tmp_path / "r.db") as record:
        add(record.engine, [*told, "CHL AID KEN 2025-12-05 happened rice"])
        early = record.blocs((None, dt.date(2025, 7, 1)), least=1)
        chosen = record.blocs(among=["Peru", "Chile"])
    assert sorted(tuple(sorted(bloc.states)) for bloc in early.blocs.blocs) == [("CHL", "PER"), ("KEN",)]
    assert early.names["KEN"] == "Kenya"
    assert [bloc.states for bloc in chosen.blocs.blocs] == [("CHL", "PER")]


def test_a_series_does_not_begin_with_what_is_spread_over_years(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        first = add_dated(record, (dt.date(1998, 2, 3), dt.date(2025, 6, 1)))
        add_dated(record, (dt.date(2025, 9, 3), dt.date(2025, 9, 4)))
        dyad = record.dyad("PER", "CHL")
    assert first not in dyad.series().events
    assert dyad.periods.first.year == 2025


def add_dated(record: Workspace, days: tuple[dt.date, dt.date]) -> str:
    """Add a report of what Peru did for Chile over these days, half-open; return its event."""
    builder = ReadingBuilder(make_document(f"Peru aided Chile then, from {days[0]} on.", published="2025-09-09"))
    sides = builder.mention("Peru", PERU), builder.mention("Chile", CHILE)
    time = builder.time("then", *(day.isoformat() for day in days))
    builder.claim("AID", "aided", sides[:1], sides[1:], time=time)
    made = builder.build()
    with writing(record.engine) as session:
        writer.add_document(session, made.document, made.document.text.encode(), f"{days[0]}.txt", NOW)
        number = writer.add_reading(session, made, "made/1", NOW)
        assert number is not None
        derive.adopt_readings(session, [number])
    return f"{made.document.id[7:19]}.e1"
