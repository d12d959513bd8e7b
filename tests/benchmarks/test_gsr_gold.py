"""Events of sentences: how they are scored, and the floors on our own sentences (tests/gold/events.jsonl)."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.gsr import find_events
from benchmarks.gsr_gold import Level, Score, add_row, load_rows
from legation.reading.reader import Reader

GOLD = Path(__file__).parents[1] / "gold"
# First run, 2026-11: .98, .96 and .92. Of sentences in the manner of news agencies, each batch written before it was
# read: n001-n162 .89, .75 and .51; u001-u091, once the classes of errors had been mended, .89, .84 and .73; v001-v045
# then .84, .73 and .66. Gold rows that broke the conventions of the others were set right later, fourteen in all.
FLOORS = {
    "events.jsonl": {Level.TYPE: 0.94, Level.SOURCE: 0.92, Level.BOTH: 0.86},
    "events_news.jsonl": {Level.TYPE: 0.94, Level.SOURCE: 0.92, Level.BOTH: 0.85},
}
FEWEST_ROWS = 50


def event(kind: str, source: str, target: str) -> dict[str, Any]:
    sides = ([{"code": code} for code in side.split()] for side in (source, target))
    return {"event": kind, **dict(zip(("source", "target"), sides, strict=True))}


@pytest.mark.parametrize(
    ("gold", "given", "right", "swapped"),
    [
        (("AID", "PER", "CHL"), [("AID", "PER", "CHL")], [1, 1, 1], 0),
        (("AID", "PER", "CHL"), [("AID", "PER", "BOL"), ("AID", "PER", "CHL")], [1, 1, 0], 0),
        (("AID", "PER", "CHL"), [("AID", "CHL", "PER")], [1, 0, 0], 1),
        (("AID", "PER", "CHL"), [("AGREE", "PER", "CHL")], [0, 0, 0], 0),
        (("AID", "PER", ""), [("AID", "PER", "CHL")], [1, 1, 0], 0),
        (("CONSULT", "PER CHL", ""), [("CONSULT", "PER", "CHL")], [1, 1, 1], 0),
        (("AID", "PER", "CHL"), [], [0, 0, 0], 0),
    ],
)
def test_first_event_counts(
    gold: tuple[str, str, str], given: list[tuple[str, str, str]], right: list[int], swapped: int
) -> None:
    score = Score()
    add_row(score, event(*gold), [event(*item) for item in given])
    assert ([*score.right.values()], score.swapped, score.given) == (right, swapped, len(given[:1]))


def test_two_sides_of_one_state_may_do_it_together() -> None:
    score = Score()
    add_row(score, event("CONSULT", "LKA LKA", ""), [event("CONSULT", "LKA", "LKA")])
    assert score.right[Level.BOTH] == 1


@pytest.mark.model
@pytest.mark.parametrize("name", FLOORS)
def test_own_sentences_reach_their_floors(reader: Reader, name: str) -> None:
    score, rows = Score(), load_rows(GOLD / name)
    for row in rows:
        add_row(score, row["events"][0], find_events(reader, row["text"]))
    assert len(rows) >= FEWEST_ROWS
    assert score.swapped == 0
    assert {level: round(score.f1(level), 3) for level in Level if score.f1(level) < FLOORS[name][level]} == {}
