"""Likeness: how surely two claims tell of one occurrence, and why.

A linear model over named features, each with its reason in words. What the reader itself keeps apart, other persons of
one state, another direction or days that cannot meet forbid it altogether.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from legation.record.slots import LONGEST, OPEN
from legation.record.traits import (
    COUNTED,
    ITEM,
    MODE,
    OUTCOME,
    PERSON,
    PERSONS,
    PLACED,
    STATE,
    SUPPOSED,
    THEME,
    Days,
    Traits,
)

# Both sides do it: who is named first says nothing.
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# Acts of speech: a speaker makes many on one day, so only shared words make two of them one.
SPOKEN = frozenset({"STATEMENT", "OTHER", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})
# Acts tied to a spot: elsewhere on the same day is another one.
LOCAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
# What is signed, in words of `occasions.yml`.
SIGNED = "@agreement"
# A call is no visit.
REMOTE, BODILY = frozenset({"phone"}), frozenset({"visit", "third-party", "multilateral"})
# Reports date one occurrence up to this many days apart (zones of time, day of the report for day of the act).
APART = 3
NEAR, FAR = 2, 7
# Two claims from this likeness on are one occurrence, if nothing else is in the way.
SAME = 0.5
# Beside the bits of `Traits.given`: one report tells both.
TOGETHER = 1 << 8

Feature = tuple[float, str]
# What tells the feature of two claims, if they have it.
Weigh = Callable[[Traits, Traits], Feature | None]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How surely two claims are one (0 to 1) with the reason in words; a score of 0 is a prohibition."""

    score: float
    reason: str


def compare(one: Traits, other: Traits) -> Likeness:
    """Return how surely two claims tell of one occurrence, and why."""
    common = find_common(one, other)
    barrier = find_barrier(one, other, common)
    if barrier is not None:
        return Likeness(0.0, barrier)
    features = list(find_features(one, other, common))
    score = 1 / (1 + math.exp(-sum(weight for weight, _ in features)))
    return Likeness(score, reason_of(features))


def score_pair(one: Traits, other: Traits) -> float:
    """Return how surely two claims tell of one occurrence; 0 if they cannot."""
    common = find_common(one, other)
    if find_barrier(one, other, common) is not None:
        return 0.0
    # The weights of `find_features`, without the words.
    weight = BIAS
    for feature in features_of(common):
        found = feature(one, other)
        if found is not None:
            weight += found[0]
    return 1 / (1 + math.exp(-weight))


def reason_of(features: list[Feature]) -> str:
    """Return what speaks for two claims being one, the strongest first, and what speaks against it."""
    named = sorted((feature for feature in features if feature[1]), key=lambda feature: (-abs(feature[0]), feature[1]))
    favour = [words for weight, words in named if weight > 0]
    against = [words for weight, words in named if weight < 0]
    parts = [", ".join(favour)] if favour else []
    parts += [f"although {', '.join(against)}"] if against else []
    return "; ".join(parts)


# --- what forbids it -------------------------------------------------------------------------------------------------


def find_barrier(one: Traits, other: Traits, common: int) -> str | None:
    """Return why two claims cannot be one occurrence; None if they can. `common` is what both give (`find_common`)."""
    if not can_meet(one, other):
        return "days that cannot meet"
    if common & TOGETHER and are_told_apart(one, other):
        return "told apart in one report"
    if common & MODE and are_call_and_visit(one, other):
        return "a call and a visit"
    if not have_fitting_parties(one, other):
        return "other parties"
    if common & PERSONS and have_other_persons(one, other):
        return "other persons for one state"
    if common & SUPPOSED and not (one.days and other.days):
        return "what may be, and what is said of no certain day"
    return None


def find_common(one: Traits, other: Traits) -> int:
    """Return what both claims give, whether one report tells them, and whether one is supposed and the other not."""
    common = (one.given & other.given & ~SUPPOSED) | ((one.given ^ other.given) & SUPPOSED)
    return common | TOGETHER if one.document == other.document else common


def are_call_and_visit(one: Traits, other: Traits) -> bool:
    """Tell whether one is a call and the other needs those who meet to be there."""
    modes = {one.mode, other.mode}
    return not modes.isdisjoint(REMOTE) and not modes.isdisjoint(BODILY)


def can_meet(one: Traits, other: Traits) -> bool:
    """Tell whether the days can be the same."""
    here, there = one.days, other.days
    if here is None or there is None:
        return True
    if here == there:
        return True
    gap = gap_of(here, there)
    # One month and the next are told apart by those who name them; a day may be taken for another.
    apart = APART if is_fine(here) or is_fine(there) else 0
    return gap is not None and gap <= apart and is_short(here) and is_short(there)


def is_short(days: Days) -> bool:
    """Tell whether an interval is short enough to be compared with the days in it."""
    return days[0] is not None and days[1] is not None and days[1] - days[0] <= LONGEST


def is_fine(days: Days) -> bool:
    """Tell whether an interval is told by its days: a week at most."""
    return days[0] is not None and days[1] is not None and days[1] - days[0] <= FAR


def gap_of(here: Days, there: Days) -> int | None:
    """Return how many days lie between two intervals, 0 if they overlap; None if an end is open."""
    if here[0] is None or here[1] is None or there[0] is None or there[1] is None:
        return None
    return max(0, here[0] - there[1] + 1, there[0] - here[1] + 1)


def are_told_apart(one: Traits, other: Traits) -> bool:
    """Tell whether a report tells of two: by one word read twice, by their outcomes, or by their days."""
    if one.trigger == other.trigger:
        return True
    if one.outcome and other.outcome and one.outcome != other.outcome:
        return True
    return one.days is not None and other.days is not None and gap_of(one.days, other.days) != 0


def have_fitting_parties(one: Traits, other: Traits) -> bool:
    """Tell whether the sides can be the same; a side left out fits, and contacts and accords have no direction."""
    here, there = one.cast, other.cast
    if one.type in MUTUAL or other.type in MUTUAL:
        if not here.states or not there.states:
            return one.wording == other.wording != ""
        return len(here.states & there.states) >= min(2, len(here.states), len(there.states))
    if not fit(here.agents, there.agents) or not fit(here.recipients, there.recipients):
        return False
    return not here.states.isdisjoint(there.states) or one.wording == other.wording


def fit(here: frozenset[str], there: frozenset[str]) -> bool:
    """Tell whether two sides share a state, or one of them is not named."""
    return not here or not there or not here.isdisjoint(there)


def have_other_persons(one: Traits, other: Traits) -> bool:
    """Tell whether some state is represented by one person here and by another there."""
    here, there = one.cast.persons, other.cast.persons
    return any(here[state].isdisjoint(there[state]) for state in here if state in there) if here and there else False


# --- what speaks for and against it ----------------------------------------------------------------------------------

# Weights by hand, checked on the development half of tests/gold/occurrences (python -m benchmarks.merging).
BIAS = -2.4
# The most that dates can say.
MOST_TIME = 1.6


def find_features(one: Traits, other: Traits, common: int) -> Iterator[Feature]:
    """Yield each feature that two claims have with its weight and words. `common` is as for `find_barrier`."""
    yield (BIAS, "")
    for feature in features_of(common):
        found = feature(one, other)
        if found is not None:
            yield found


@cache
def features_of(common: int) -> tuple[Weigh, ...]:
    """Return the features that two claims can have who give this much between them (`find_common`)."""
    return tuple(feature for feature, needed, _ in FEATURES if not needed or common & needed)


def type_feature(one: Traits, other: Traits) -> Feature:
    """Return what the types say."""
    return (0.6, "the same kind of act") if one.type == other.type else (-0.4, "another kind of act")


def mode_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what the modes of one type say."""
    return (0.3, "") if one.mode is not None and one.mode == other.mode and one.type == other.type else None


def person_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what it says that one person takes part in both."""
    if not one.cast.persons or not other.cast.persons:
        return None
    shared = one.cast.sides & other.cast.sides
    return (0.5, "the same person") if any(kind == PERSON for _, _, kind in shared) else None


def party_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what the parties say."""
    here, there = one.cast.states, other.cast.states
    shared = len(here & there)
    if shared > 1:
        return (1.0, "the same parties") if shared == len(here) == len(there) else (0.6, "parties in common")
    return (0.2, "one party in common") if shared else None


def time_feature(one: Traits, other: Traits) -> Feature:
    """Return what the dates say."""
    if one.days and other.days:
        return dated_feature(one.days, other.days)
    if one.days or other.days:
        return report_feature(one, other) if one.days else report_feature(other, one)
    return reports_feature(one, other)


# Of hot dyads there are many claims of the same days.
@lru_cache(maxsize=1 << 16)
def dated_feature(here: Days, there: Days) -> Feature:
    """Return what two dates say."""
    gap = gap_of(here, there)
    lengths = [after - first for first, after in (here, there) if first is not None and after is not None]
    longest = max(lengths, default=10**6)
    if gap is None or longest > LONGEST:
        return (0.2, "the same long period")
    if gap:
        return (-0.4 if gap == 1 else -1.5, "dates that differ")
    if longest == 1:
        return (MOST_TIME, "the same day")
    return (1.0 if longest <= FAR else 0.4, "dates that can meet")


def report_feature(dated: Traits, undated: Traits) -> Feature:
    """Return what the date of a report says that gives none for the occurrence, beside a claim that does."""
    days, told = dated.days, undated.published
    if days is None or days[0] is None or days[1] is None or told is None or days[1] - days[0] > LONGEST:
        return (-0.6, "")
    since = told - days[0]
    if undated.status in OPEN:
        return (0.5, "announced before that day") if since <= 0 else (-0.8, "still to come after that day")
    if days[0] - 1 <= told <= days[1] + NEAR:
        return (1.0, "reported at the time")
    return (0.2, "reported in the same week") if 0 <= since <= FAR else (-1.0, "reported at another time")


def reports_feature(one: Traits, other: Traits) -> Feature:
    """Return what the dates of two reports say that give none for the occurrence."""
    if one.published is None or other.published is None:
        return (-0.3, "")
    between = abs(one.published - other.published)
    if between <= NEAR:
        return (1.0, "reported at the same time")
    return (0.2, "reported in the same week") if between <= FAR else (-0.6, "reported at other times")


def item_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what the classes of items say."""
    if not one.item or not other.item or are_spoken(one, other):
        return None
    return (0.7, "the same kind of goods") if one.item == other.item else (-2.2, "other goods")


def theme_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what the words of the themes say."""
    if not one.theme or not other.theme:
        return None
    share = overlap(one.theme, other.theme)
    if share:
        return (1.5 * share, "a theme in common")
    if one.type == other.type == "CONSULT":
        return None
    return (-2.0 if are_spoken(one, other) else -0.8, "another theme")


def word_feature(one: Traits, other: Traits) -> Feature:
    """Return what the words of the two sentences say."""
    if one.wording and one.wording == other.wording and one.document != other.document:
        return (4.0, "the same sentence")
    weight = 2.6 * overlap(one.words, other.words) - (1.6 if are_spoken(one, other) else 0.5)
    return (weight, "words in common" if weight > 0 else "few words in common")


def are_spoken(one: Traits, other: Traits) -> bool:
    """Tell whether both are acts of speech; a signature is none, whether a report calls it support or an agreement."""
    return one.type in SPOKEN and other.type in SPOKEN and not (SIGNED in one.theme and SIGNED in other.theme)


def overlap(here: frozenset[str], there: frozenset[str]) -> float:
    """Return the share of the shorter list that the other has too; lists of one word count as of two."""
    shorter = len(here) if len(here) < len(there) else len(there)
    return len(here & there) / (shorter if shorter > 2 else 2)


def place_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what the places say."""
    here, there = one.place, other.place
    if here is None or there is None:
        return None
    if here[0] == there[0]:
        return (0.7, "the same place")
    if here[1] == there[1] and STATE in {here[2], there[2]}:
        return (0.3, "places that fit")
    return (-2.5 if one.type in LOCAL else -1.0, "another place")


def quantity_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what the quantities say, where both count the same."""
    here, there = one.quantity, other.quantity
    if here is None or there is None or here[2] != there[2]:
        return None
    low = max(here[0] or 0.0, there[0] or 0.0)
    high = min(math.inf if here[1] is None else here[1], math.inf if there[1] is None else there[1])
    return (0.6, "numbers that agree") if low <= high else (-0.5, "other numbers")


def outcome_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what the outcomes say."""
    return (-1.2, "another outcome") if one.outcome and other.outcome and one.outcome != other.outcome else None


def status_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what the statuses say: what may be is not what was."""
    differ = (one.given ^ other.given) & SUPPOSED
    return (-1.0, "one of them only possible or wanted") if differ else None


def report_place_feature(one: Traits, other: Traits) -> Feature | None:
    """Return what standing in one report says: its sentences rarely tell the same twice, one sentence hardly ever."""
    if one.document != other.document:
        return None
    return (-2.2, "told side by side") if one.sentence == other.sentence else (-0.3, "")


# In the order in which reasons of one weight are added up; the bit says without what a feature says nothing, the number
# is the most that it can say for two claims.
FEATURES: tuple[tuple[Weigh, int, float], ...] = (
    (type_feature, 0, 0.6),
    (mode_feature, MODE, 0.3),
    (person_feature, PERSONS, 0.5),
    (party_feature, 0, 1.0),
    (time_feature, 0, MOST_TIME),
    (item_feature, ITEM, 0.7),
    (theme_feature, THEME, 1.5),
    (word_feature, 0, 4.0),
    (place_feature, PLACED, 0.7),
    (quantity_feature, COUNTED, 0.6),
    (outcome_feature, OUTCOME, 0.0),
    (status_feature, SUPPOSED, 0.0),
    (report_place_feature, TOGETHER, 0.0),
)
