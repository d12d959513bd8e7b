"""Days run through one by one know only what came before, and close windows as they were."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.judgement.tallies import NEVER, keep_pairs, make_tally, run_days

ROWS = [(0, "A", "B", "AID"), (2, "A", "B", "AID"), (2, "B", "A", "ACCUSE"), (6, "A", "B", "AID")]


def test_repeated_rows_count_once() -> None:
    once, thrice = make_tally(ROWS), make_tally(ROWS * 3)
    assert (thrice.days.tolist(), thrice.pairs, thrice.kinds) == (
        [0, 2, 2, 6],
        (("A", "B"), ("B", "A")),
        ("ACCUSE", "AID"),
    )
    assert np.array_equal(once.days, thrice.days)


def test_a_state_knows_only_the_days_before() -> None:
    states = [state for state, closed in run_days(make_tally(ROWS), 2, [0, 2, 3]) if closed is None]
    counts = [state.counts[0, 1] for state in states]
    assert counts == [0, 1, 2]
    assert [state.last[0, 1] for state in states] == [NEVER, 0, 2]
    assert states[2].fading[0][0, 1] == pytest.approx(1 + 0.5 ** (2 / 3.5))


def test_windows_close_when_they_are_over() -> None:
    closed = {
        state.day: came[0, 1] for state, came in run_days(make_tally(ROWS), 3, [0, 1, 3, 4, 6]) if came is not None
    }
    assert closed == {0: True, 1: True, 3: False, 4: True}, "the window from day 6 is not over"


@given(
    st.sets(st.tuples(st.integers(0, 20), st.sampled_from("AB"), st.sampled_from("CD"), st.sampled_from("XY"))),
    st.integers(1, 6),
)
def test_climatology_counts_past_windows(rows: set[tuple[int, str, str, str]], horizon: int) -> None:
    tally = make_tally(rows, span=21)
    for state, closed in run_days(tally, horizon, [4, 11, 20]):
        if closed is not None:
            continue
        for number, (source, target) in enumerate(tally.pairs):
            for place, kind in enumerate(tally.kinds):
                days = {row[0] for row in rows if row[1:] == (source, target, kind)}
                windows = range(state.day - horizon + 1)
                hits = sum(any(first <= day < first + horizon for day in days) for first in windows)
                assert state.climatology[number, place] == pytest.approx((hits + 0.5) / (len(windows) + 1))


def test_dyads_with_too_few_events_are_left_out() -> None:
    kept = keep_pairs(make_tally(ROWS), 2)
    assert kept.pairs == (("A", "B"),)
    assert kept.days.tolist() == [0, 2, 6]
