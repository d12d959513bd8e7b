"""Scores the events of sentences against a gold file of the same shape.

    python -m benchmarks.gsr_gold --gold FILE.jsonl --given FILE.jsonl

Both hold {"id", "events": [{"event", "source": [{"code"}], "target": [{"code"}]}]} a line; gold names one event a
sentence, and of the given ones the first counts. Prints F1 of the type, of type and source, of all three (the codes of
a side must be the same, sides without a code are empty; of an event done together the union of both sides), and how
often source and target stand swapped. `tests/gold/events.jsonl` is a file of our own: plain sentences on countries
beyond the project's worked example, written from the ontology before they were read; `tests/gold/events_news.jsonl` one
of lead sentences in the manner of news agencies, half of them on what happens inside one state.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

Event = Mapping[str, Any]


class Level(StrEnum):
    """How much of an event must be right."""

    TYPE = "type"
    SOURCE = "type+source"
    BOTH = "type+source+target"


@dataclass(slots=True)
class Score:
    """Counts over sentences: events of the gold, events given, right ones by level, swapped ones."""

    gold: int = 0
    given: int = 0
    swapped: int = 0
    right: dict[Level, int] = field(default_factory=lambda: dict.fromkeys(Level, 0))

    def f1(self, level: Level) -> float:
        """Return F1 of a level, from 0.0 to 1.0; 0.0 if there is nothing."""
        return 2 * self.right[level] / (self.gold + self.given) if self.gold + self.given else 0.0


def main() -> None:
    """Score and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--gold", type=Path, required=True)
    ask.add_argument("--given", type=Path, required=True)
    args = ask.parse_args()
    given = {row["id"]: row["events"] for row in load_rows(args.given)}
    score = Score()
    for row in load_rows(args.gold):
        add_row(score, row["events"][0], given.get(row["id"], []))
    for level in Level:
        print(f"{level:20} F1 {score.f1(level):.3f}  ({score.right[level]} of {score.gold})")
    print(f"swapped source and target: {score.swapped} of {score.right[Level.TYPE]}")


def load_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def add_row(score: Score, gold: Event, events: Sequence[Event]) -> None:
    """Add one sentence to the counts."""
    score.gold += 1
    if not events:
        return
    score.given += 1
    event = events[0]
    if event["event"] != gold["event"]:
        return
    score.right[Level.TYPE] += 1
    wanted, found = (tuple(codes(item[side]) for side in ("source", "target")) for item in (gold, event))
    if len(gold["source"]) > 1 and not gold["target"]:
        wanted, found = (wanted[0], frozenset()), (found[0] | found[1], frozenset())
    score.swapped += bool(wanted[1]) and wanted[0] != wanted[1] and found == wanted[::-1]
    if found[0] == wanted[0]:
        score.right[Level.SOURCE] += 1
        score.right[Level.BOTH] += found == wanted


def codes(parties: Sequence[Mapping[str, str | None]]) -> frozenset[str]:
    """Return the codes of one side."""
    return frozenset(code for party in parties if (code := party.get("code")))


if __name__ == "__main__":
    main()
