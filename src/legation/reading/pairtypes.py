"""The arbiter of event types: a linear model over the features of a pair, for where frames tie or are silent."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

# Written by benchmarks/train_types.py: hundredths by feature, one per type.
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
    """Weights in hundredths by feature, one per type in the order of `types`."""

    types: Sequence[str]
    weights: Mapping[str, Sequence[int]]

    def decide(self, features: Iterable[str], framed: str | None = None) -> Decision:
        """Return the likeliest type; `framed` is what the frames alone say. Ties go to the earlier type."""
        rows = [(name, row) for name in features if (row := self.weights.get(name)) is not None]
        totals = [sum(column) / 100 for column in zip([0] * len(self.types), *(row for _, row in rows), strict=True)]
        top = max(totals)
        odds = [math.exp(total - top) for total in totals]
        best = totals.index(top)
        telling = sorted((-(row[best] - sum(row) / len(row)) / 100, name) for name, row in rows)
        return Decision(
            self.types[best],
            odds[best] / sum(odds),
            AGREED if self.types[best] == framed else OVERRULED,
            tuple(Reason(name, round(-weight, 2)) for weight, name in telling[:REASONS] if weight < 0),
            {kind: share / sum(odds) for kind, share in zip(self.types, odds, strict=True)},
        )


@cache
def load_type_arbiter(path: Path = WEIGHTS) -> TypeArbiter:
    """Read the weights that ship with the package."""
    return make_type_arbiter(json.loads(path.read_text(encoding="utf-8")))


def make_type_arbiter(model: Mapping[str, Any]) -> TypeArbiter:
    """Return the arbiter of a model as its file holds it: "types", and "weights" by feature."""
    return TypeArbiter(tuple(model["types"]), model["weights"])
