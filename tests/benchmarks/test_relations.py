import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from benchmarks.eventdata import codes_by_name, load_facts, plover_of, step_of
from benchmarks.relations import Score, count_weeks, poisson, score_dyads

ENTITIES = ("Peru", "Chile", "Army (Peru)", "Police (Chile)")
RELATIONS = ("Make a visit", "Criticize or denounce", "Make statement")


def write(folder: Path, facts: list[tuple[int, int, int, int]]) -> Path:
    for name, items in (("entity2id.txt", ENTITIES), ("relation2id.txt", RELATIONS)):
        (folder / name).write_text("".join(f"{item}\t{place}\n" for place, item in enumerate(items)), encoding="utf-8")
    rows = ["\t".join(map(str, (one, relation, other, 24 * day))) for one, relation, other, day in facts]
    (folder / "train.txt").write_text("\n".join(rows), encoding="utf-8")
    return folder


def test_facts_are_read_with_days_and_types(tmp_path: Path) -> None:
    (fact, _) = load_facts(write(tmp_path, [(0, 0, 1, 3), (1, 1, 0, 5)]))
    assert (fact.day, fact.source, fact.target, fact.type, fact.mode) == (3, "Peru", "Chile", "CONSULT", "visit")


def test_times_may_be_days_or_hours() -> None:
    assert step_of([0, 24, 240]) == 24
    assert step_of([0, 1, 240]) == 1


def test_every_name_has_a_type() -> None:
    assert len(codes_by_name()) == 294
    assert all(plover_of(name)[0] for name in codes_by_name())
    with pytest.raises(KeyError):
        plover_of("Hug warmly")


def test_a_mirrored_fact_is_one_event_day(tmp_path: Path) -> None:
    facts = [(0, 0, 1, 1), (1, 0, 0, 1), (0, 1, 1, 1), (0, 2, 1, 2), (2, 0, 1, 3), (2, 0, 3, 3), (0, 1, 1, 8)]
    (weeks,) = count_weeks(load_facts(write(tmp_path, [*facts, (0, 0, 1, 20)])), 5).values()
    assert (weeks.cooperative, weeks.conflictual) == ([1, 0], [1, 1])
    assert sum(weeks.exposure) == pytest.approx(2.0)


def test_a_score_is_the_log_of_what_was_given_to_the_observed() -> None:
    score = Score()
    score.add(np.array([0.5, 0.3, 0.2]), 1)
    score.add(np.array([0.94, 0.03, 0.03]), 2)
    assert score.logs == pytest.approx(np.log(0.3) + np.log(0.03))
    assert (score.number, score.inside) == (2, 1)
    assert poisson(2.0, 60).sum() == pytest.approx(1.0)


def test_every_method_predicts_the_same_weeks(tmp_path: Path) -> None:
    facts = [(2, 0, 3, 0), *((0, day % 3, 1, day) for day in range(0, 210, 2))]
    scores = score_dyads(count_weeks(load_facts(write(tmp_path, facts)), 1))
    for methods in scores.values():
        assert {score.number for score in methods.values()} == {next(iter(methods.values())).number}
        assert all(score.logs < 0 for score in methods.values())


@pytest.mark.smoke
def test_the_command_prints_both_tables(tmp_path: Path) -> None:
    data = write(tmp_path, [(2, 0, 3, 0), *((0, day % 3, 1, day) for day in range(0, 210, 2))])
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.relations", "--data", str(data), "--dyads", "1"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "balance: 1 dyads" in done.stdout
    assert "intensity: 1 dyads" in done.stdout
