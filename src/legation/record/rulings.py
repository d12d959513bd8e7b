"""What analysts have ruled on the sameness of claims, as merging needs it."""

from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of claim keys, each pair in alphabetical order, that are one occurrence, and that are two."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    @property
    def conflicts(self) -> frozenset[Pair]:
        """Pairs that are ruled both ways; neither ruling counts for them."""
        return self.together & self.apart

    @property
    def keys(self) -> set[str]:
        """The claims that some ruling is about."""
        return {key for pair in self.together | self.apart for key in pair}


NO_RULINGS = Rulings()


def pair_of(one: str, other: str) -> Pair:
    """Return two claim keys in alphabetical order."""
    return (one, other) if one < other else (other, one)
