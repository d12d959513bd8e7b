"""How far several people agree beyond chance: Krippendorff's alpha for nominal values."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import nan


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement over units that two people or more have judged.

    `alpha` is 1.0 where all agree, 0.0 where they do as chance would have it, below 0.0 where they disagree
    systematically; NaN where it is not defined (no unit judged twice, or only one value ever given). `units`,
    `people` and `values` (judgements) count what it rests on.
    """

    alpha: float
    units: int
    people: int
    values: int

    @property
    def is_defined(self) -> bool:
        """Whether there is anything to agree about."""
        return self.alpha == self.alpha


def agreement_words(found: Agreement) -> str:
    """Return agreement in words: "Krippendorff's alpha 0.74 (12 judged by two people or more)"."""
    if not found.is_defined:
        return "too few judged by two people or more to say how far they agree"
    return f"Krippendorff's alpha {found.alpha:.2f} ({found.units:,} judged by two people or more)"


def measure_agreement(units: Iterable[Mapping[str, Hashable]]) -> Agreement:
    """Return Krippendorff's alpha of nominal values; each unit maps people to the value they gave it.

    Units that fewer than two have judged are left out. Method: K. Krippendorff, Computing Krippendorff's
    Alpha-Reliability (2011), with his coincidence matrix: alpha = 1 - D_observed / D_expected.
    """
    judged = [unit for unit in units if len(unit) > 1]
    totals: Counter[Hashable] = Counter()
    observed = 0.0
    for unit in judged:
        counts = Counter(unit.values())
        size = sum(counts.values())
        totals.update(counts)
        observed += sum(count * (size - count) for count in counts.values()) / (size - 1)
    values = sum(totals.values())
    expected = sum(count * (values - count) for count in totals.values()) / (values - 1) if values else 0.0
    alpha = 1.0 - observed / expected if expected else nan
    return Agreement(alpha, len(judged), len({name for unit in judged for name in unit}), values)
