import datetime as dt
import json

import pytest

from legation.relations.dyad import Dyad
from legation.relations.filters import Level
from legation.relations.ledgers import find_ledgers
from legation.reporting.dyad import cut, number_range, report_dyad, share_words
from legation.reporting.dyad_json import encode_dyad
from tests.relations.test_dyad import TURNED, act, each_month, events_of, measure

DAY = dt.date


@pytest.mark.parametrize(
    ("dyad", "words"),
    [
        (measure([]), "No reporting of acts between Peru and Chile that could be measured."),
        (measure(TURNED), "Peru and Chile have drawn closer since 2024-12: cooperative share from"),
        (measure(events_of(each_month("AID", range(24), 4))), "no move beyond uncertainty within a year"),
        (
            measure(events_of(each_month("AID", range(12), 4))),
            "No reporting of Peru and Chile since 2025-01 (12 months)",
        ),
    ],
    ids=["nothing", "turned", "steady", "silent"],
)
def test_the_first_line_says_what_moved_or_that_nothing_is_reported(dyad: Dyad, words: str) -> None:
    assert words in report_dyad(dyad).headline
    assert "cooled" not in report_dyad(dyad).headline


def test_what_changed_most_is_told() -> None:
    headline = report_dyad(measure(TURNED)).headline
    assert "Most changed against the year before, in event-days: statement, conflictual (-36)" in headline


def test_a_report_warns_of_what_it_rests_on() -> None:
    event = events_of([act("AID", DAY(2025, 12, 3))])
    warnings = " ".join(report_dyad(measure(event, {event[0].accounts[0].origin.key: "Only Paper"}, others=0)).warnings)
    for words in ("Only 1 event-day", "100 % of the reports are from Only Paper", "The record has no other dyads"):
        assert words in warnings


def test_the_data_name_the_events_behind_every_number() -> None:
    rows = [json.loads(json.dumps(row)) for row in encode_dyad(report_dyad(measure(TURNED)))]
    kinds = [row["measure"] for row in rows]
    assert kinds[:3] == ["dyad", "balance", "intensity"]
    assert {"family", "break", "contacts", "transfers", "commitments"} <= set(kinds)
    assert set(rows[1]["events"]) == {event.id for event in TURNED}
    assert len(rows[1]["levels"]) == len(rows[0]["periods"]) == 24
    assert all(row["top"] for row in rows if row["measure"] == "break")


def test_transfers_add_up_period_by_period() -> None:
    ledgers = {ledger.name: ledger for ledger in find_ledgers(measure(TURNED))}
    assert ledgers["transfers"].counts == [0] * 12 + [8] * 12
    assert ledgers["transfers"].cumulative[-1] == 96
    assert sum(ledgers["contacts"].counts) == 0


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Level(0.0, 0.0, 0.001), "1 % (1 to 1 %)"),
        (Level(1.0, 0.999, 1.0), "99 % (99 to 99 %)"),
        (Level(0.8, 0.47, 0.99), "80 % (47 to 99 %)"),
    ],
)
def test_shares_are_never_nought_or_whole(level: Level, words: str) -> None:
    assert share_words(level) == words


def test_long_lists_of_events_are_cut() -> None:
    assert cut(["a", "b", "c"], 2) == "a b … and 1 more"
    assert cut(["a", "b"], 2) == "a b"


def test_rates_are_told_in_two_figures() -> None:
    assert number_range(Level(0.6512, 0.000034, 1.2345)) == "0.65 (0 to 1.2)"
    assert number_range(Level(164.2, 9.96, 1170.0)) == "164 (10 to 1,170)"
