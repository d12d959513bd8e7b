"""Ranks by recurrency equal those of a plain scoring of every entity, on a made-up sample."""

from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from benchmarks.recurrency import main, rank_all, rank_strict, turn

ENTITIES, RELATIONS, DECAY, ALPHA = 12, 3, 0.3, 0.9
Fact = tuple[int, int, int, int]


def draw_facts(seed: int) -> list[Fact]:
    draw = np.random.default_rng(seed)
    habits = [(draw.integers(ENTITIES), draw.integers(RELATIONS), draw.integers(ENTITIES)) for _ in range(30)]
    facts = {
        (*map(int, habits[draw.integers(30) if draw.uniform() < 0.8 else 0]), time)
        for time in range(40)
        for _ in range(6)
    }
    return sorted(facts, key=lambda fact: fact[3])


def score_plainly(known: list[Fact], query: Fact, *, combined: bool) -> list[float]:
    subject, relation, _, time = query
    strict, plain = np.zeros(ENTITIES), np.zeros(ENTITIES)
    for one, kind, other, at in known:
        if kind == relation and at < time:
            plain[other] += 1
            if one == subject:
                strict[other] += 2.0 ** (-DECAY * (time - at))
    if not combined:
        return strict.tolist()
    share = strict / strict.sum() if strict.sum() else strict
    return (ALPHA * share + (1 - ALPHA) * plain / max(plain.sum(), 1)).tolist()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ranks_equal_a_plain_scoring(seed: int) -> None:
    facts = draw_facts(seed)
    both = [turn(fact, RELATIONS, 1) for fact in facts]
    known, asked = [pair for pair in both if pair[0][3] < 30], [pair for pair in both if pair[0][3] >= 30]
    ranks = rank_all(known, asked, ENTITIES, (DECAY, ALPHA))
    every = [fact for pair in both for fact in pair]
    answers = defaultdict(set)
    for one, kind, other, at in every:
        answers[one, kind, at].add(other)
    queries = sorted((fact for pair in asked for fact in pair), key=lambda fact: fact[3])
    for name, combined in (("strict recurrency", False), ("combined recurrency", True)):
        for query, rank in zip(queries, ranks[name], strict=True):
            scores = score_plainly(every, query, combined=combined)
            target = query[2]
            rivals = [
                round(score, 12)
                for entity, score in enumerate(scores)
                if entity != target and entity not in answers[query[0], query[1], query[3]]
            ]
            own = round(scores[target], 12)
            expected = 1 + sum(score > own for score in rivals) + sum(score == own for score in rivals) / 2
            assert rank == expected, (query, name)


def test_an_unseen_answer_shares_the_last_places() -> None:
    assert rank_strict({1: 2.0, 2: 1.0}, 5, {1}, 10) == 1 + 1 + 7 / 2
    assert rank_strict({1: 2.0, 2: 1.0}, 2, set(), 10) == 2


def test_the_command_prints_percentages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, count in (("entity2id", ENTITIES), ("relation2id", RELATIONS)):
        (tmp_path / f"{name}.txt").write_text("".join(f"n{number}\t{number}\n" for number in range(count)))
    facts = draw_facts(1)
    for name, first, after in (("train", 0, 25), ("valid", 25, 30), ("test", 30, 40)):
        rows = ["\t".join(map(str, fact)) + "\n" for fact in facts if first <= fact[3] < after]
        (tmp_path / f"{name}.txt").write_text("".join(rows))
    monkeypatch.setattr("sys.argv", ["recurrency", "--data", str(tmp_path)])
    main()
    strict, combined, _ = capsys.readouterr().out.splitlines()
    assert strict.startswith("strict recurrency    MRR ")
    assert combined.startswith("combined recurrency  MRR ")
