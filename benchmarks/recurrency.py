"""Next-entity ranking by recurrency, the baseline of temporal knowledge graphs, on a folder of facts.

    python -m benchmarks.recurrency --data FOLDER [--decay 0.02] [--alpha 0.999]

FOLDER is in the layout of benchmarks/eventdata.py with train.txt, valid.txt and test.txt. Of every fact (s, r, o, t) of
the test set it is asked who o is, and who s is; everything before t is known (single step), other true answers of the
same time are left out of the ranking (time-aware filter), ties get the mean of their ranks. Prints MRR and Hits@1, 3
and 10 in percent of

- strict recurrency: ψ(o) = Σ 2^(−decay · (t − k)) over the times k at which (s, r, o) was a fact;
- combined: alpha · ψ(o) / Σψ + (1 − alpha) · ξ(o), where ξ is o's share of all earlier facts with r.

Formulas: Gastinger et al., "History repeats itself", IJCAI 2024, with one decay and one alpha for all relations. An
anchor of conformance, no measure of the product: it says who, given that such an act happens, never whether or when.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from benchmarks.eventdata import read_names, read_rows, step_of

Fact = tuple[int, int, int, int]
Key = tuple[int, int]
TOPS = (1, 3, 10)
# The best of .005, .02, .3 and 1 on the validation set of ICEWS18; alpha from .9 to .9999 makes no difference there.
DECAY, ALPHA = 0.02, 0.999


@dataclass(slots=True)
class History:
    """What has been a fact: fading counts of objects by (subject, relation), plain ones by relation."""

    entities: int
    decay: float
    strict: dict[Key, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    at: dict[Key, int] = field(default_factory=dict)
    relaxed: dict[int, NDArray[np.float64]] = field(default_factory=dict)
    sorted: dict[int, NDArray[np.float64]] = field(default_factory=dict)

    def add(self, facts: Iterable[Fact]) -> None:
        """Take in the facts of a time; (subject, relation, object, time)."""
        for subject, relation, target, time in facts:
            key = (subject, relation)
            counts, before = self.strict[key], self.at.get(key, time)
            if before != time:
                factor = 2.0 ** (-self.decay * (time - before))
                for other in counts:
                    counts[other] *= factor
            self.at[key] = time
            counts[target] = counts.get(target, 0.0) + 1.0
            if relation not in self.relaxed:
                self.relaxed[relation] = np.zeros(self.entities)
            self.relaxed[relation][target] += 1.0
            self.sorted.pop(relation, None)

    def ordered(self, relation: int) -> NDArray[np.float64]:
        """Return the plain counts of a relation's objects in order."""
        if relation not in self.sorted:
            counts = self.relaxed.get(relation)
            self.sorted[relation] = np.sort(counts) if counts is not None else np.zeros(self.entities)
        return self.sorted[relation]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--decay", type=float, default=DECAY, help="how fast counts fade, halvings a time step")
    parser.add_argument("--alpha", type=float, default=ALPHA, help="weight of strict recurrency when combined")
    options = parser.parse_args()
    begun = monotonic()
    entities = len(read_names(options.data / "entity2id.txt"))
    relations = len(read_names(options.data / "relation2id.txt"))
    known = [*read_rows(options.data / "train.txt"), *read_rows(options.data / "valid.txt")]
    asked = list(read_rows(options.data / "test.txt"))
    step = step_of([fact[3] for fact in (*known, *asked)])
    both = [[turn(fact, relations, step) for fact in facts] for facts in (known, asked)]
    ranks = rank_all(*both, entities, (options.decay, options.alpha))
    for name, found in ranks.items():
        values = np.array(found)
        hits = "  ".join(f"Hits@{top} {100 * np.mean(values <= top):.2f}" for top in TOPS)
        print(f"{name:<20} MRR {100 * np.mean(1 / values):.2f}  {hits}  ({len(values):,} queries)")
    print(f"{monotonic() - begun:.0f} s")


def turn(fact: Fact, relations: int, step: int) -> tuple[Fact, Fact]:
    """Return a fact as it is asked both ways: for its object, and for its subject by the inverse relation."""
    subject, relation, target, time = fact
    return (subject, relation, target, time // step), (target, relation + relations, subject, time // step)


def rank_all(
    known: Sequence[tuple[Fact, Fact]], asked: Sequence[tuple[Fact, Fact]], entities: int, weights: tuple[float, float]
) -> dict[str, list[float]]:
    """Return the rank of each answer, 1.0 the best, by strict and combined recurrency; weights are decay and alpha."""
    decay, alpha = weights
    history = History(entities, decay)
    history.add(sorted((fact for pair in known for fact in pair), key=lambda fact: fact[3]))
    ranks: dict[str, list[float]] = {"strict recurrency": [], "combined recurrency": []}
    for facts in by_time(asked):
        answers: dict[Key, set[int]] = defaultdict(set)
        for subject, relation, target, _ in facts:
            answers[subject, relation].add(target)
        for subject, relation, target, _ in facts:
            others = answers[subject, relation] - {target}
            counts = history.strict.get((subject, relation), {})
            ranks["strict recurrency"].append(rank_strict(counts, target, others, entities))
            ranks["combined recurrency"].append(rank_combined(history, (subject, relation), target, others, alpha))
        history.add(facts)
    return ranks


def by_time(asked: Iterable[tuple[Fact, Fact]]) -> Iterator[list[Fact]]:
    """Yield the facts of each time, both ways, the first first."""
    ordered = sorted((fact for pair in asked for fact in pair), key=lambda fact: fact[3])
    for _, facts in groupby(ordered, key=lambda fact: fact[3]):
        yield list(facts)


def rank_strict(counts: Mapping[int, float], target: int, others: set[int], entities: int) -> float:
    """Return the mean rank of an answer by fading counts alone; nobody else has a count above 0."""
    own = counts.get(target, 0.0)
    rivals = [count for entity, count in counts.items() if entity != target and entity not in others]
    better = sum(count > own for count in rivals)
    unseen = entities - 1 - len(others) - len(rivals)
    equal = sum(count == own for count in rivals) if own > 0 else unseen
    return 1.0 + better + equal / 2.0


def rank_combined(history: History, key: Key, target: int, others: set[int], alpha: float) -> float:
    """Return the mean rank of an answer by fading and plain counts together."""
    counts = history.strict.get(key, {})
    ordered = history.ordered(key[1])
    plain = history.relaxed.get(key[1])
    if plain is None:
        return 1.0 + (history.entities - 1 - len(others)) / 2.0
    share, total = (1.0 - alpha) / plain.sum(), sum(counts.values())
    entities = np.fromiter(counts, dtype=np.int64, count=len(counts))
    strict = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
    own = share * plain[target] + (alpha * counts[target] / total if target in counts else 0.0)
    # As if nobody had been an object of just this subject, then those who have are put in their place.
    floor = own / share
    low, high = np.searchsorted(ordered, [floor * (1 - 1e-12), floor * (1 + 1e-12)], side="left")
    better, equal = float(len(ordered) - high), float(high - low)
    gone = np.array(sorted({*counts, *others, target}), dtype=np.int64)
    without = share * plain[gone]
    better -= float(np.sum(without > own * (1 + 1e-12)))
    equal -= float(np.sum(np.abs(without - own) <= own * 1e-12))
    kept = np.array([entity != target and entity not in others for entity in counts], dtype=bool)
    if len(entities):
        scores = share * plain[entities[kept]] + alpha * strict[kept] / total
        better += float(np.sum(scores > own * (1 + 1e-12)))
        equal += float(np.sum(np.abs(scores - own) <= own * 1e-12))
    return 1.0 + better + max(equal, 0.0) / 2.0


if __name__ == "__main__":
    main()
