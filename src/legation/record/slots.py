"""Slots: where claims are looked up that may tell of one occurrence, narrow enough for a record of a million claims.

A slot is a group of event types, one or two states, and a week. Claims that share none are never compared. A claim
that names both sides is compared with those that name both, and with those that name one only; two claims that name
one side each meet if it is the same.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from legation.record.traits import Traits

# Types that reports mix when they tell of one occurrence (PLOVER has a visit that is still to come as AGREE).
GROUPS: dict[str, tuple[str, ...]] = {
    "CONSULT": ("contact",),
    "AGREE": ("accord", "contact", "transfer"),
    "SUPPORT": ("accord", "speech"),
    "COOPERATE": ("transfer", "accord", "force"),
    "AID": ("transfer",),
    "CONCEDE": ("yield", "accord"),
    "RETREAT": ("yield",),
    "MOBILIZE": ("force", "transfer"),
    "ASSAULT": ("force",),
    "COERCE": ("force", "pressure"),
    "SANCTION": ("pressure",),
    "PROTEST": ("protest",),
    "STATEMENT": ("speech",),
    "ACCUSE": ("speech",),
    "REJECT": ("speech",),
    "REQUEST": ("speech",),
    "THREATEN": ("speech",),
}
WEEK = 7
# Days around a date within which other reports may date the same occurrence.
BLUR = 2
# Longer intervals stand for themselves: a year says too little to be compared with its days.
LONGEST = 31
# Days before its report on which an undated occurrence is looked for, and after it if it is still to come.
BEFORE, AHEAD = 7, 30
OPEN = ("planned", "conditional", "possible", "called_for")
# More states than these in one claim are compared by the first of the alphabet.
MOST_STATES = 5


def find_slots(traits: Traits) -> tuple[set[int], set[int]]:
    """Return the slots a claim stands in, and those it looks into; two claims meet if either looks where one stands."""
    states = sorted({state for _, state, _ in traits.parties})[:MOST_STATES]
    groups = GROUPS.get(traits.type, (traits.type,))
    if not states:
        slots = {hash_slot("wording", traits.wording)} if traits.wording else set()
        return slots, slots
    weeks = list(find_weeks(traits))
    pairs = ["+".join(pair) for pair in combinations(states, 2)]
    lone = [f"{states[0]}!"] if len(states) == 1 else []
    stands = [*pairs, *lone, *([] if lone else [f"{state}?" for state in states])]
    looks = [*pairs, *lone, *(f"{state}{'?' if lone else '!'}" for state in states)]
    return spread(groups, stands, weeks), spread(groups, looks, weeks)


def spread(groups: Iterable[str], states: Sequence[str], weeks: Sequence[str]) -> set[int]:
    """Return the slots of every group, party and week."""
    return {hash_slot(group, who, week) for group in groups for who in states for week in weeks}


def find_weeks(traits: Traits) -> Iterator[str]:
    """Yield the weeks in which a claim may be told of, by number, or the long interval it names."""
    first, after = span_of(traits)
    if first is None or after is None:
        yield "open" if traits.days else "undated"
    elif after - first > LONGEST + 2 * BLUR + 1 and traits.days:
        yield f"{first}-{after}"
    else:
        yield from (str(week) for week in range(first // WEEK, (after - 1) // WEEK + 1))


def span_of(traits: Traits) -> tuple[int | None, int | None]:
    """Return the half-open span of days in which the occurrence is looked for."""
    if traits.days:
        first, after = traits.days
        return (None, None) if first is None or after is None else (first - BLUR, after + BLUR)
    if traits.published is None:
        return (None, None)
    ahead = AHEAD if traits.status in OPEN else 1
    return (traits.published - (1 if traits.status in OPEN else BEFORE), traits.published + ahead)


# A loading record looks for the slots of each claim three times, and hot dyads stand in few.
@lru_cache(maxsize=1 << 18)
def hash_slot(*parts: str) -> int:
    """Return a signed number of 64 bits for a slot."""
    digest = hashlib.blake2b("|".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
