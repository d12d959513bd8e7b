"""Which claims are one by their likeness, told by a few of its features where these are enough."""

from collections.abc import Iterable
from functools import cache

from legation.record.likeness import (
    BIAS,
    FEATURES,
    MOST_TIME,
    SAME,
    Weigh,
    score_pair,
    theme_feature,
    time_feature,
    type_feature,
    word_feature,
)
from legation.record.traits import Traits

# Those that tell most pairs apart.
TELLING: tuple[Weigh, ...] = (type_feature, word_feature, theme_feature, time_feature)
# Sums of the same weights may differ by so much.
ROUNDING = 1e-9


def find_same(one: Traits, others: Iterable[Traits]) -> list[Traits]:
    """Return those of the others whose `score_pair` with a claim reaches `SAME`.

    A loading record compares millions of pairs. Types, words, themes and dates alone tell nearly all of them apart.
    """
    most, found = most_beside(one.given), []
    for other in others:
        weight = most + type_feature(one, other)[0] + word_feature(one, other)[0]
        theme = theme_feature(one, other)
        if theme is not None:
            weight += theme[0]
        # The weights are added up in another order than for the score.
        if weight + MOST_TIME < -ROUNDING or weight + time_feature(one, other)[0] < -ROUNDING:
            continue
        if score_pair(one, other) >= SAME:
            found.append(other)
    return found


@cache
def most_beside(given: int) -> float:
    """Return the most that all but TELLING features can say for a claim that gives this much, and another."""
    return BIAS + sum(
        most for feature, needed, most in FEATURES if feature not in TELLING and (not needed or given & needed)
    )
