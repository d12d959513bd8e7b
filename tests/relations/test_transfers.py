"""The ledger: bounds by any account, and lower bounds that never count the same goods twice."""

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reading.claim import Modifier
from legation.record.event import Account, Event, make_event
from legation.relations.transfers import find_transfers, sum_transfers
from tests.builders import CHILE, KENYA
from tests.relations.builders import happen, tell

PEOPLE = frozenset({"people", "troops", "soldiers"})


def sent(number: int, first: str | None, after: str | None = None, **fields: Any) -> Event:
    """Return a delivery of so many tents between two days (the second not included)."""
    text = f"Kenya sent Chile {number} tents [{first} {after}]."
    when = (f"{first} {after}", first, after) if first else None
    number_of = (f"{number} tents", number, fields.pop("modifier", Modifier.AT_LEAST))
    return happen(
        text, "AID", "sent", ((KENYA,), (CHILE,)), theme="tents", item="aid", when=when, number=number_of, **fields
    )


def low(*events: Event) -> float:
    totals = sum_transfers(find_transfers(events, PEOPLE))
    assert len(totals) <= 1
    return totals[0].low if totals else 0.0


def test_deliveries_of_different_days_add_up() -> None:
    assert low(sent(200, "2026-01-05", "2026-01-06"), sent(300, "2026-02-05", "2026-02-06")) == 500


def test_a_total_that_spans_deliveries_is_not_added_to_them() -> None:
    parts = [sent(200, "2026-01-05", "2026-01-06"), sent(300, "2026-02-05", "2026-02-06")]
    assert low(*parts, sent(400, "2026-01-01", "2026-04-01")) == 500
    assert low(*parts, sent(900, "2026-01-01", "2026-04-01")) == 900


def test_the_bound_grows_by_day() -> None:
    (total,) = sum_transfers(
        find_transfers([sent(200, "2026-01-05", "2026-01-06"), sent(300, "2026-02-05", "2026-02-06")], PEOPLE)
    )
    assert [(step.day, step.low) for step in total.steps] == [(dt.date(2026, 1, 5), 200), (dt.date(2026, 2, 5), 500)]


def test_an_undated_number_counts_only_where_it_is_the_greatest() -> None:
    assert low(sent(200, "2026-01-05", "2026-01-06"), sent(150, None)) == 200
    assert low(sent(200, "2026-01-05", "2026-01-06"), sent(750, None)) == 750


@pytest.mark.parametrize("status", ["planned", "possible", "conditional", "called_for", "denied"])
def test_what_did_not_happen_adds_nothing(status: str) -> None:
    assert low(sent(200, "2026-01-05", "2026-01-06", status=status)) == 0


def test_up_to_is_no_lower_bound() -> None:
    assert low(sent(200, "2026-01-05", "2026-01-06", modifier=Modifier.UP_TO)) == 0


def test_rival_numbers_give_a_range() -> None:
    accounts = [
        tell(f"Kenya sent {n} tents.", "AID", "sent", ((KENYA,), (CHILE,)), number=(f"{n} tents", n, Modifier.EXACTLY))
        for n in (100, 120)
    ]
    (transfer,) = find_transfers([make_event(accounts)], PEOPLE)
    assert (transfer.low, transfer.high) == (100, 120)


def test_what_was_promised_is_not_what_was_delivered() -> None:
    def of(text: str, status: str, number: int | None) -> Account:
        given = {"number": (f"{number} tents", number, Modifier.EXACTLY)} if number else {}
        return tell(text, "AID", "sen", ((KENYA,), (CHILE,)), status=status, **given)

    promise = of("Kenya will send 300 tents.", "planned", 300)
    (transfer,) = find_transfers([make_event([promise, of("Kenya sent 120 tents.", "happened", 120)])], PEOPLE)
    assert (transfer.low, transfer.high) == (120, 120)
    (untold,) = find_transfers([make_event([promise, of("Kenya sent the tents.", "happened", None)])], PEOPLE)
    assert (untold.low, untold.high) == (None, None)
    (open_promise,) = find_transfers([make_event([promise])], PEOPLE)
    assert open_promise.low == 300


def test_talk_of_cooperation_is_no_transfer() -> None:
    assert find_transfers([happen("Kenya and Chile cooperated.", "COOPERATE", "cooperated")], PEOPLE) == []


days = st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 1))
deliveries = st.lists(st.tuples(days, st.integers(1, 40), st.integers(1, 99)), max_size=7)


@given(deliveries)
def test_the_bound_is_the_best_of_all_disjoint_choices(rows: list[tuple[dt.date, int, int]]) -> None:
    spans = [(first, first + dt.timedelta(days=length), number) for first, length, number in rows]
    events = [sent(number, first.isoformat(), after.isoformat()) for first, after, number in dict.fromkeys(spans)]
    best = 0
    unique = list(dict.fromkeys(spans))
    for choice in range(1 << len(unique)):
        some = sorted(span for place, span in enumerate(unique) if choice >> place & 1)
        if all(one[1] <= other[0] for one, other in pairwise(some)):
            best = max(best, sum(number for _, _, number in some))
    assert low(*events) == best
