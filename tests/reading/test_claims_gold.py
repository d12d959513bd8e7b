"""Claims of our own sentences (tests/gold/claims*.yml): floors of the reader on them, and what the rows cover."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest
import yaml

from benchmarks.claims import DEV, GOLD, HELD, score_cases
from benchmarks.claims_gold import Level, load_cases
from legation.lexicon.frames import EVENT_TYPES
from legation.reading.claim import Status
from legation.reading.reader import Reader

# Harder sentences, for development as well.
HARD = GOLD / "claims_hard.yml"
# Classes of errors mended since, a sentence or two for each.
CLASSES = GOLD / "claims_classes.yml"
# A gold that changes is another measure: a new hash is set by hand, with the reason in the commit that sets it.
HASHES = {
    CLASSES: "511e332c2ef0b59e948b3770d8221f87d12de1d014c51e3f313120f3f1a88b96",
    DEV: "daaa0abd6ac986453e4fa839453cda01ef8fce9e797abd5dea650f7ff7313739",
    HARD: "882de892dfced318d497c5636d58e43d20210835ba56ec4431dc7570cd6c4f43",
    HELD: "5c7a5e3d78c54ed02962ee7836a7f47669fa3621840187ed50430557c3c7c9c5",
}
# F1 a little below the first run of the reader on these rows (2026-11): dev .796 .753 .643 .731 .537, held .811 .736
# .665 .732 .568 in the order of the levels; raised with what the reader learns, never lowered. The harder ones: .661
# .621 .586 .626 .522 on their first run, then .684 .667 .632 .667 .586. Those of the classes were written while the
# classes were mended: .952 .941 .882 .941 .847 then; .960 .931 .903 .960 .891 with 21 rows more.
FLOORS = {
    CLASSES: dict(zip(Level, (0.94, 0.92, 0.88, 0.94, 0.86), strict=True)),
    DEV: dict(zip(Level, (0.80, 0.76, 0.65, 0.76, 0.56), strict=True)),
    HARD: dict(zip(Level, (0.66, 0.64, 0.60, 0.64, 0.56), strict=True)),
    HELD: dict(zip(Level, (0.82, 0.76, 0.69, 0.77, 0.61), strict=True)),
}
# Of the claims shown as done, the share that were, with the right type.
HAPPENED = {CLASSES: 0.97, DEV: 0.83, HARD: 0.81, HELD: 0.85}
MOST_SWAPPED = 0.01
FEWEST_ROWS = 450
FEWEST_EVENTLESS = 60
# Lessons learnt on the two states in most of the data at hand must carry over to the rest of the world.
MOST_KOREA_AND_RUSSIA = 0.10


@pytest.mark.parametrize("path", [CLASSES, DEV, HARD, HELD], ids=["classes", "dev", "hard", "held"])
def test_gold_is_the_gold_the_floors_were_set_on(path: Path) -> None:
    assert hashlib.sha256(path.read_bytes()).hexdigest() == HASHES[path]


@pytest.mark.model
@pytest.mark.parametrize("path", [CLASSES, DEV, HARD, HELD], ids=["classes", "dev", "hard", "held"])
def test_claims_reach_their_floors(path: Path, reader: Reader) -> None:
    score = score_cases(load_cases(path), reader)
    figures = {level: round(score.levels[level].f1, 3) for level in Level}
    assert all(figures[level] >= floor for level, floor in FLOORS[path].items()), figures
    assert score.happened_right / score.happened >= HAPPENED[path]
    assert score.swapped / score.directed <= MOST_SWAPPED


def test_gold_covers_every_type_and_status() -> None:
    cases = [*load_cases(DEV), *load_cases(HELD)]
    wanted = [reading for case in cases for claim in case.claims for reading in claim]
    assert len(cases) >= FEWEST_ROWS
    assert sum(not case.claims and not case.may for case in cases) >= FEWEST_EVENTLESS
    assert {kind for reading in wanted for kind in reading.types} >= {*EVENT_TYPES, "STATEMENT"}
    assert {status for reading in wanted for status in reading.statuses} == set(Status)


def test_gold_is_of_the_whole_world() -> None:
    rows = [row for path in (DEV, HELD) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]
    sides = ("by", "to", "together")
    named = [{name for claim in row["claims"] for side in sides for name in claim.get(side, ())} for row in rows]
    states = Counter(name for names in named for name in names if len(name) == 3 and name.isupper())
    assert len(states) >= 120
    near = sum(bool(names & {"PRK", "KOR", "RUS"}) for names in named)
    assert near <= MOST_KOREA_AND_RUSSIA * len(rows)


def test_no_row_stands_in_both_parts() -> None:
    assert not {case.text for case in load_cases(DEV)} & {case.text for case in load_cases(HELD)}
