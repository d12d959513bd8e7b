"""Narrowest: of the times that a word has, the one that says most narrowly when, with those joined to it."""

import re
from collections.abc import Sequence

from legation.reading.claim import Time
from legation.reading.parse.trees import Tree

JOINED = re.compile(r"(?:\s*,)?(?:\s*\b(?:and|or|as well as)\b)?(?:\s*\b(?:again|in|on|then)\b)*\s*")


def best(tree: Tree, times: Sequence[Time]) -> list[Time]:
    """Return the time with the shortest interval, with those joined to it by "and" or a comma ("in May and August").

    `times` stand in text order; there may be none.
    """
    if not times:
        return []
    # Of times that lie apart the later ones date what is told after "and" without a verb ("and two more in 2022").
    chosen = min((time for time in times if meet(time, times[0])), key=length)
    group = [chosen]
    for time in times:
        low, high = sorted((time.span, chosen.span))
        start = tree.passage.start
        between = tree.passage.text[low.end - start : high.start - start] if low.end <= high.start else "overlap"
        if time is not chosen and time.value != chosen.value and JOINED.fullmatch(between):
            group.append(time)
    return sorted(group, key=lambda time: time.span)


def meet(one: Time, other: Time) -> bool:
    """Tell whether two times share a day, as far as their ends are told."""
    before = one.to is not None and other.from_ is not None and one.to <= other.from_
    after = one.from_ is not None and other.to is not None and other.to <= one.from_
    return not (before or after)


def length(time: Time) -> int:
    """Return the number of days of a time, a great number if an end is open."""
    return (time.to - time.from_).days if time.from_ and time.to else 10**6
