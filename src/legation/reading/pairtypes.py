"""The arbiter of event types: two linear models of a pair, for where frames tie or are silent.

One sees the features of the pair, the other only the phrases of the text. They are fitted apart: beside the frames,
which say most, a model learns little of the words, and where the frames fail the words are what is left.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

# Written by benchmarks/train_types.py: hundredths by feature and by phrase, one per type.
WEIGHTS = Path(__file__).parent / "weights" / "types.json"
REASONS = 5
AGREED, OVERRULED = "pair/frames", "pair/arbiter"


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature that spoke for the type rather than its rivals, and by how much (in logits, 0 upward)."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Decision:
    """A root type with its probability (0 to 1), the rule that gave it and the features that told most.

    `rule` is "pair/frames" where the frames say the same and "pair/arbiter" where the weights overrule them.
    """

    type: str
    score: float
    rule: str
    reasons: tuple[Reason, ...]
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TypeArbiter:
    """Weights in hundredths by feature and by phrase, one per type in the order of `types`."""

    types: Sequence[str]
    weights: Mapping[str, Sequence[int]]
    phrases: Mapping[str, Sequence[int]]

    def decide(self, features: Iterable[str], phrases: Sequence[str], framed: str | None = None) -> Decision:
        """Return the likeliest type; `framed` is what the frames alone say. Ties go to the earlier type."""
        rows = [*self.weigh(features), *self.weigh_phrases(phrases)]
        totals = [sum(column) for column in zip([0.0] * len(self.types), *(row for _, row in rows), strict=True)]
        top = max(totals)
        odds = [math.exp(total - top) for total in totals]
        best = totals.index(top)
        telling = sorted((sum(row) / len(row) - row[best], name) for name, row in rows)
        return Decision(
            self.types[best],
            odds[best] / sum(odds),
            AGREED if self.types[best] == framed else OVERRULED,
            tuple(Reason(name, round(-weight, 2)) for weight, name in telling[:REASONS] if weight < 0),
            {kind: share / sum(odds) for kind, share in zip(self.types, odds, strict=True)},
        )

    def weigh(self, features: Iterable[str]) -> Iterator[tuple[str, list[float]]]:
        """Yield each feature that has weights with what it adds to each type."""
        for name in features:
            row = self.weights.get(name)
            if row is not None:
                yield name, [weight / 100 for weight in row]

    def weigh_phrases(self, phrases: Sequence[str]) -> Iterator[tuple[str, list[float]]]:
        """Yield each phrase that has weights with what it adds to each type, less in a long text."""
        length = math.sqrt(len(phrases))
        for phrase in phrases:
            row = self.phrases.get(phrase)
            if row is not None:
                yield f"phrase={phrase}", [weight / 100 / length for weight in row]


@cache
def load_type_arbiter(path: Path = WEIGHTS) -> TypeArbiter:
    """Read the weights that ship with the package."""
    return make_type_arbiter(json.loads(path.read_text(encoding="utf-8")))


def make_type_arbiter(model: Mapping[str, Any]) -> TypeArbiter:
    """Return the arbiter of a model as its file holds it: "types", "weights" by feature and "phrases" by phrase."""
    return TypeArbiter(tuple(model["types"]), model["weights"], model["phrases"])
