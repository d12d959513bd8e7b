"""What moved between two actors lately, and why: kinds of events told more or less often than in the year before."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

from legation.record.event import Event
from legation.reporting.chronology import Line, Section, make_line

# Days that count as lately, before the last event of all, and days before them that it is held against.
LATELY, BEFORE = 91, 365
# A change is told from chance where it would come by chance less often than this.
LEVEL = 0.05
# Events named as the reason of a change.
REASONS = 3


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of events: how many lately, how many in the year before, and events that make it (the latest first).

    `chance` is how often counts so far apart come by chance, 0.0 to 1.0 (two-sided binomial test of two rates).
    """

    section: Section
    lately: int
    before: int
    chance: float
    reasons: tuple[Line, ...]

    @property
    def has_risen(self) -> bool:
        """Whether such events come more often than before."""
        return self.lately * BEFORE > self.before * LATELY


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved, the surest first: `first` and `last` are the days looked at as lately; None without dated events."""

    first: dt.date | None
    last: dt.date | None
    changes: tuple[Change, ...]
    latest: Line | None


def find_moved(events: Iterable[Event]) -> Moved:
    """Return what has moved by the days of events that took place."""
    dated = [(day, line) for event in events if (day := event.first_day) and (line := make_line(event)).is_real]
    if not dated:
        return Moved(None, None, (), None)
    dated.sort(key=lambda item: (item[0], item[1].event.id))
    last = dated[-1][0]
    first = last - dt.timedelta(days=LATELY - 1)
    before = first - dt.timedelta(days=BEFORE)
    lately = [line for day, line in dated if day >= first]
    earlier = Counter(line.section for day, line in dated if before <= day < first)
    changes = [make_change(section, lately, earlier[section]) for section in Section]
    moved = sorted((change for change in changes if change.chance < LEVEL), key=lambda change: change.chance)
    return Moved(first, last, tuple(moved), lately[-1])


def make_change(section: Section, lately: Sequence[Line], before: int) -> Change:
    """Return how one kind of events has changed."""
    mine = [line for line in lately if line.section is section]
    count = len(mine)
    chance = measure_chance(count, count + before, LATELY / (LATELY + BEFORE))
    return Change(section, count, before, chance, tuple(reversed(mine[-REASONS:])))


def measure_chance(count: int, total: int, share: float) -> float:
    """Return how often a count at least as unlikely comes by chance: the exact two-sided binomial test, 0.0 to 1.0."""
    chances = [chance_of(number, total, share) for number in range(total + 1)]
    # A little slack keeps counts that are alike alike, whatever the last digits.
    return min(1.0, sum(chance for chance in chances if chance <= chances[count] * (1 + 1e-7)))


def chance_of(count: int, total: int, share: float) -> float:
    """Return the binomial probability of a count."""
    ways = lgamma(total + 1) - lgamma(count + 1) - lgamma(total - count + 1)
    return exp(ways + count * log(share) + (total - count) * log(1.0 - share))
