"""The linear models that decide where rules tie: is this word a cue, what is this stretch to it."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any

from numpy import array, float32
from numpy.typing import NDArray

from legation.reading.attribution.units import Label, Part, Unit, View, take_parts
from legation.reading.attribution.words import Words

# Written by benchmarks/train_attributions.py: hundredths by feature.
WEIGHTS = Path(__file__).parents[1] / "weights" / "attributions.json"
LABELS = (Label.NONE, Label.SOURCE, Label.CUE, Label.CONTENT, Label.SPLIT)
# Columns of the dense weights: three for cues, then one per label for a unit's head and one per label for its cue.
CUE, ABOVE, BELOW, HEAD, FROM, COLUMNS = 0, 1, 2, 3, 8, 13
TENTHS = 10
# Sums of parts that are kept: some 10 MiB. Past that they are forgotten and made anew.
MOST_PARTS = 30_000
# The weights of a feature for all labels stand in one integer, this many bits for each, so that one sum adds them all:
# twenty lists of five, scattered over memory, cost twice the time. No sum of hundredths comes near half of a lane.
LANE = 24
LANE_BITS, HALF = (1 << LANE) - 1, 1 << LANE - 1
SHIFTS = tuple(LANE * place for place in range(len(LABELS)))
# Half of a lane added to each leaves none below nought, so that none borrows from the next.
RAISED = sum(HALF << shift for shift in SHIFTS)


@dataclass(frozen=True, slots=True)
class Dense:
    """Weights by dimension of a token's vector, in hundredths.

    Columns of `matrix`: cue, the word above it, its first complement, then five labels for a unit's head, five for the
    cue it is seen from.
    """

    matrix: NDArray[float32]

    def project(self, words: Words) -> list[list[float]]:
        """Return the sums of a passage's tokens, in hundredths: a row per token, a column per column of the matrix."""
        if words.vectors.shape[-1] != self.matrix.shape[0] or not len(words.vectors):
            return [[0.0] * COLUMNS] * len(words)
        sums: list[list[float]] = (words.vectors @ self.matrix).round(1).tolist()
        return sums


class Known(dict[Part, int]):
    """The sums of the packed weights of parts of descriptions that have been met, which most parts have."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        super().__init__()
        self.weights = weights

    def __missing__(self, part: Part) -> int:
        """Sum the weights of a part that has not been met yet."""
        if len(self) >= MOST_PARTS:
            self.clear()
        make, known = part
        found = self[part] = weigh(self.weights, make(*known))
        return found


@dataclass(frozen=True, slots=True)
class Arbiter:
    """Weights by feature, in hundredths: one for "is a cue", one for "is kept", one per `Label` for units, packed."""

    cue: Mapping[str, int]
    rival: Mapping[str, int]
    unit: Mapping[str, int]
    dense: Dense
    known: Known

    def judge(self, words: Words) -> "Judge":
        """Return the arbiter as it sees one passage."""
        return Judge(self, words, self.dense.project(words))

    def rival_score(self, features: Iterable[str]) -> float:
        """Return the probability that an attribution with these features is kept where none may nest."""
        return probability(self.rival, features)


@dataclass(frozen=True, slots=True)
class Judge:
    """The decisions on one passage; `sums` are its tokens' vectors times the weights."""

    arbiter: Arbiter
    words: Words
    sums: Sequence[Sequence[float]]

    def cue_score(self, i: int, features: Iterable[str]) -> float:
        """Return the probability, 0.0 to 1.0, that token i, with these features, is a cue."""
        return probability(self.arbiter.cue, features, self.sense(i))

    def sense(self, i: int) -> float:
        """Return what the vectors of token i, the word above it and its complement say for its being a cue."""
        sums, words = self.sums, self.words
        return sums[i][CUE] + sums[words.heads[i]][ABOVE] + sums[complement(words, i)][BELOW]

    def decide(self, view: View, unit: Unit) -> Label:
        """Return the likeliest label of a unit, and note in the view how close it was."""
        own, seen = self.sums[unit.head], self.sums[view.cue]
        single, parts = take_parts(view, unit)
        told = unpack(weigh(self.arbiter.unit, single) + weigh_parts(self.arbiter.known, parts))
        scores = [a + b + c for a, b, c in zip(own[HEAD:FROM], seen[FROM:COLUMNS], told, strict=True)]
        if not unit.whole:
            # Only a whole phrase can be split, which is the last label.
            scores.pop()
        second, best = sorted(scores)[-2:]
        view.margin = min(view.margin, best - second)
        return LABELS[scores.index(best)]


def complement(words: Words, i: int) -> int:
    """Return the head of the first dependent of token i that may be content, or the token itself."""
    kid = words.kid_of(i, "ccomp", "xcomp", "dobj", "prep")
    return kid if kid >= 0 else i


@cache
def load_arbiter(path: Path = WEIGHTS) -> Arbiter:
    """Read the weights that ship with the package."""
    return make_arbiter(json.loads(path.read_text(encoding="utf-8")))


def make_arbiter(models: Mapping[str, Any]) -> Arbiter:
    """Return the arbiter of these weights, as the file holds them."""
    cue, rival = ({name: row[0] for name, row in models[part].items()} for part in ("cue", "rival"))
    unit = {name: pack(row) for name, row in models["unit"].items()}
    return Arbiter(cue, rival, unit, Dense(array(models["dense"], float32) / float32(TENTHS)), Known(unit))


def pack(row: Sequence[int]) -> int:
    """Return the weights of a feature, one per label, as one integer."""
    return sum(weight << shift for weight, shift in zip(row, SHIFTS, strict=True))


def unpack(total: int) -> list[int]:
    """Return the sums of each label's weights that a sum of packed ones holds."""
    raised = total + RAISED
    return [(raised >> shift & LANE_BITS) - HALF for shift in SHIFTS]


def weigh(weights: Mapping[str, int], features: Iterable[str]) -> int:
    """Return the sum of the weights of these features."""
    return sum(map(weights.get, features, repeat(0)))


def weigh_parts(known: Known, parts: Iterable[Part]) -> int:
    """Return the sum of the weights of these parts of a description."""
    return sum(map(known.__getitem__, parts))


def probability(weights: Mapping[str, int], features: Iterable[str], more: float = 0.0) -> float:
    """Return the logistic function of the sum of the weights, which are in hundredths, and of `more`."""
    return 1 / (1 + math.exp(-(more + weigh(weights, features)) / 100))
