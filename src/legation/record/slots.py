"""Slots: where claims are looked up that may tell of one occurrence, narrow enough for a record of a million claims.

A slot is a group of event types, one or two states, and a week. Claims are compared if one stands where the other looks
and they have a week in common. A claim that names both sides is compared with those that name both, and with those that
name one only; two claims that name one side each meet if it is the same.
"""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from legation.record.traits import Days, Traits

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
# A claim of at most so many weeks stands in the first of them, and is looked for in the weeks after it.
SHORT = 2
# Stand for a week where there is none: nothing is known of the day, or one end of the interval is open.
UNDATED, OPENED = (-1,), (-2,)
# How much of a slot's number tells of group and states; the rest is its week.
BITS = 44
# More states than these in one claim are compared by the first of the alphabet.
MOST_STATES = 5


class Stand(NamedTuple):
    """Where a claim stands and where it looks, as slots, and the first and last of its weeks.

    It stands in few slots, for these are kept; looking is done in the more. Two claims meet if either looks where the
    other stands, and they have a week in common.
    """

    places: tuple[int, ...]
    views: tuple[int, ...]
    weeks: tuple[int, int]


def find_stand(traits: Traits) -> Stand:
    """Return where a claim stands and looks."""
    states = states_of(traits)
    if not states:
        # Claims without states are told by their words.
        places = (hash_slot("wording", traits.wording),) if traits.wording else ()
        return Stand(places, places, (UNDATED[0], UNDATED[0]))
    return stand_of(traits.type, states, traits.days, traits.published, is_open=traits.status in OPEN)


# Asked for three times of each claim that is loaded: for its neighbours, for its events, and for its place.
@lru_cache(maxsize=1 << 16)
def stand_of(kind: str, states: tuple[str, ...], days: Days | None, published: int | None, *, is_open: bool) -> Stand:
    """Return where a claim of these states stands and looks."""
    weeks = find_weeks(days, published, is_open=is_open)
    bounds = (weeks[0], weeks[-1])
    standing, looking = weeks[:1] if len(weeks) <= SHORT else weeks, weeks
    if weeks[0] >= 0:
        # A claim of few weeks stands in the first of them only.
        looking = range(max(weeks[0] - SHORT + 1, 0), weeks[-1] + 1)
    places, views = places_standing(kind, states), places_sought(kind, states)
    return Stand(number_slots(standing, places), number_slots(looking, views), bounds)


def do_meet(one: Traits, other: Traits) -> bool:
    """Tell whether two claims of which one stands where the other looks have a week in common."""
    return share_week(find_stand(one).weeks, find_stand(other).weeks)


def share_week(here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Tell whether two claims have a week in common, by the first and last week of each."""
    return here[0] <= there[1] and there[0] <= here[1]


def states_of(traits: Traits) -> tuple[str, ...]:
    """Return the states by which a claim is looked up, in alphabetical order."""
    return traits.cast.ordered[:MOST_STATES]


# A record has far fewer pairs of states than claims.
@lru_cache(maxsize=1 << 16)
def places_standing(kind: str, states: tuple[str, ...]) -> tuple[int, ...]:
    """Return where a claim stands in any week: under every two of its states and each one, or the only one."""
    if len(states) == 1:
        return hash_places(kind, [f"{states[0]}!"])
    return hash_places(kind, ["+".join(pair) for pair in combinations(states, 2)] + [f"{state}?" for state in states])


@lru_cache(maxsize=1 << 16)
def places_sought(kind: str, states: tuple[str, ...]) -> tuple[int, ...]:
    """Return where a claim looks in any week: for the same two states, and for claims that name one of them only."""
    if len(states) == 1:
        return hash_places(kind, [f"{states[0]}!", f"{states[0]}?"])
    return hash_places(kind, ["+".join(pair) for pair in combinations(states, 2)] + [f"{state}!" for state in states])


def hash_places(kind: str, names: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of these names in each group of a type."""
    return tuple(hash_slot(group, name) for group in GROUPS.get(kind, (kind,)) for name in names)


def number_slots(weeks: Sequence[int], places: Sequence[int]) -> tuple[int, ...]:
    """Return the slots of these places in each week."""
    if weeks[0] < 0:
        return tuple(slot_of(week, place) for week in weeks for place in places)
    return tuple([week << BITS | place for week in weeks for place in places])


def find_weeks(days: Days | None, published: int | None, *, is_open: bool) -> Sequence[int]:
    """Return the weeks in which a claim may be told of, by number; one negative number for what no week holds."""
    first, after = span_of(days, published, is_open=is_open)
    if first is None or after is None:
        return OPENED if days else UNDATED
    if after - first > LONGEST + 2 * BLUR + 1 and days:
        return (-hash_slot(f"{first}-{after}") - len(OPENED + UNDATED),)
    return range(max(first, 0) // WEEK, (after - 1) // WEEK + 1)


def span_of(days: Days | None, published: int | None, *, is_open: bool) -> tuple[int | None, int | None]:
    """Return the half-open span of days in which an occurrence is looked for; `is_open`: it may be still to come."""
    if days:
        first, after = days
        return (None, None) if first is None or after is None else (first - BLUR, after + BLUR)
    if published is None:
        return (None, None)
    return (published - (1 if is_open else BEFORE), published + (AHEAD if is_open else 1))


@lru_cache(maxsize=1 << 16)
def hash_slot(*parts: str) -> int:
    """Return a number of 44 bits."""
    digest = hashlib.blake2b("|".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - BITS)


def slot_of(week: int, place: int) -> int:
    """Return a signed number of 64 bits; slots of one week stand together, so that what comes in order of time does."""
    if week < 0:
        # What no week holds is spread over the numbers below zero.
        return -(place ^ -week) - 1
    return week << BITS | place
