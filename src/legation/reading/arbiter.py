"""The linear models that decide where rules tie: is this word a cue, what is this stretch to it."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from legation.reading.units import Label, Unit, View, describe_unit

# Written by benchmarks/train_attributions.py: hundredths by feature.
WEIGHTS = Path(__file__).parent / "weights" / "attributions.json"
LABELS = (Label.NONE, Label.SOURCE, Label.CUE, Label.CONTENT)


@dataclass(frozen=True, slots=True)
class Arbiter:
    """Weights by feature, in hundredths: one for "is a cue", one for "is kept", one per `Label` for units."""

    cue: Mapping[str, int]
    rival: Mapping[str, int]
    unit: Mapping[str, Sequence[int]]

    def cue_score(self, features: Iterable[str]) -> float:
        """Return the probability, 0.0 to 1.0, that a word with these features is a cue."""
        return probability(self.cue, features)

    def rival_score(self, features: Iterable[str]) -> float:
        """Return the probability that an attribution with these features is kept where none may nest."""
        return probability(self.rival, features)

    def decide(self, view: View, unit: Unit) -> Label:
        """Return the likeliest label of a unit."""
        none = source = cue = content = parts = 0
        get = self.unit.get
        for name in describe_unit(view, unit):
            row = get(name)
            if row is not None:
                none += row[0]
                source += row[1]
                cue += row[2]
                content += row[3]
                parts += row[4]
        best = max(none, source, cue, content)
        if unit.whole and parts > best:
            return Label.SPLIT
        return LABELS[(none, source, cue, content).index(best)]


@cache
def load_arbiter(path: Path = WEIGHTS) -> Arbiter:
    """Read the weights that ship with the package."""
    return make_arbiter(json.loads(path.read_text(encoding="utf-8")))


def make_arbiter(models: Mapping[str, Mapping[str, Sequence[int]]]) -> Arbiter:
    """Return the arbiter of these weights, as the file holds them."""
    cue, rival = ({name: row[0] for name, row in models[part].items()} for part in ("cue", "rival"))
    return Arbiter(cue, rival, models["unit"])


def probability(weights: Mapping[str, int], features: Iterable[str]) -> float:
    """Return the logistic function of the sum of the weights, which are in hundredths."""
    total = sum(weights.get(name, 0) for name in features)
    return 1 / (1 + math.exp(-total / 100))
