"""Base rates of a dyad: from enough events only, the same whatever is reported twice, blind to what comes after."""

import datetime as dt

import numpy as np
import pytest

from legation.judgement.foresight import CLIMATE, MODEL, Act, assess

FIRST = dt.date(2025, 1, 1)
ORIGIN = FIRST + dt.timedelta(days=420)


def draw_acts(seed: int = 1) -> list[Act]:
    draw = np.random.default_rng(seed)
    acts = []
    for dyad in range(12):
        rate = 0.1
        for day in range(500):
            if day % 70 == 0:
                rate = draw.choice([0.005, 0.3])
            if draw.uniform() < rate:
                acts.append((FIRST + dt.timedelta(days=day), f"S{dyad}", "T", "AID"))
    return acts


@pytest.fixture(scope="module")
def acts() -> list[Act]:
    return draw_acts()


def test_a_dyad_with_a_history_has_a_base_rate(acts: list[Act]) -> None:
    found = assess(acts, ("S3", "T"), 7, ORIGIN, directed=True)[0]
    assert found.model == MODEL
    assert found.p is not None
    assert found.reference is not None
    assert 0 < found.p < 1
    days = {day for day, source, _, _ in acts if source == "S3" and day < ORIGIN}
    assert found.events == len(days)


def test_what_comes_after_changes_nothing(acts: list[Act]) -> None:
    before = [act for act in acts if act[0] < ORIGIN]
    assert assess(before, ("S3", "T"), 7, ORIGIN, directed=True) == assess(acts, ("S3", "T"), 7, ORIGIN, directed=True)


def test_triple_reports_of_one_side_move_nothing(acts: list[Act]) -> None:
    tripled = [act for act in acts for _ in range(3 if act[1] == "S3" else 1)]
    assert assess(tripled, ("S3", "T"), 7, ORIGIN, directed=True) == assess(acts, ("S3", "T"), 7, ORIGIN, directed=True)


@pytest.mark.parametrize("pair", [("S3", "X"), ("T", "S3")])
def test_without_events_enough_it_is_not_assessed(acts: list[Act], pair: tuple[str, str]) -> None:
    found = assess(acts, pair, 7, ORIGIN, directed=True)[0]
    assert (found.p, found.model) == (None, None)
    assert found.reason.startswith("0 event-days of this dyad on 4")


def test_undirected_counts_either_way(acts: list[Act]) -> None:
    turned = [
        (day, *((target, source) if day.day % 2 else (source, target)), kind) for day, source, target, kind in acts
    ]
    mutual = assess(turned, ("T", "S3"), 7, ORIGIN, directed=False)[0]
    assert mutual.events == assess(acts, ("S3", "T"), 7, ORIGIN, directed=True)[0].events


def test_a_short_archive_gives_its_climatology_at_most() -> None:
    days = [FIRST + dt.timedelta(days=day) for day in range(0, 60, 2)]
    found = assess(
        [(day, "A", "B", "AID") for day in days], ("A", "B"), 7, FIRST + dt.timedelta(days=60), directed=True
    )[0]
    assert found.model == CLIMATE
    assert found.p == found.reference


def test_an_empty_record_has_none() -> None:
    assert assess([], ("A", "B"), 7, ORIGIN, directed=True) == []
