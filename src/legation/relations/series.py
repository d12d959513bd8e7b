"""Series: a dyad's event-days by month or week.

An event-day is a distinct (day, actor set, type): however many reports, claims or even events of one type tell of one
day between the two, it is one. What both do together to others is another actor set than what one does to the other.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from legation.relations.sightings import Sighting
from legation.relations.signs import Stand

Unit = Literal["month", "week"]
ONE_DAY = dt.timedelta(days=1)
WEEK = 7
# Events whose days are spread wider than this are left out of a series: their period is not known.
WIDEST: Mapping[Unit, int] = {"month": 31, "week": 7}


@dataclass(frozen=True, slots=True)
class Periods:
    """Consecutive months or weeks (from Monday), from `first`, the first day of the first."""

    unit: Unit
    first: dt.date
    count: int

    def start(self, place: int) -> dt.date:
        """Return the first day of a period, counted from 0; that of the one after the last is the end of all."""
        if self.unit == "week":
            return self.first + dt.timedelta(days=WEEK * place)
        months = self.first.month - 1 + place
        return dt.date(self.first.year + months // 12, months % 12 + 1, 1)

    def place(self, day: dt.date) -> int:
        """Return which period a day lies in, counted from 0; negative or past the count if in none."""
        if self.unit == "week":
            return (day - self.first).days // WEEK
        return (day.year - self.first.year) * 12 + day.month - self.first.month

    def label(self, place: int) -> str:
        """Return "2026-03" for a month, the Monday's date for a week."""
        return f"{self.start(place):%Y-%m}" if self.unit == "month" else self.start(place).isoformat()

    def days(self, place: int) -> int:
        """Return how many days a period has."""
        return (self.start(place + 1) - self.start(place)).days

    @property
    def labels(self) -> list[str]:
        """The labels of all periods."""
        return [self.label(place) for place in range(self.count)]


def make_periods(unit: Unit, first: dt.date, last: dt.date) -> Periods:
    """Return the periods from the one a day lies in to the one another lies in."""
    start = first - dt.timedelta(days=first.weekday()) if unit == "week" else first.replace(day=1)
    return Periods(unit, start, max(Periods(unit, start, 0).place(last) + 1, 1))


@dataclass(frozen=True, slots=True)
class EventDay:
    """One event-day: its period, the day (the middle one where only a stretch is known), and what it rests on."""

    place: int
    day: dt.date
    type: str
    stand: Stand
    sign: int
    sightings: tuple[Sighting, ...]

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of its events."""
        return tuple(sighting.event.id for sighting in self.sightings)

    @property
    def sources(self) -> frozenset[str]:
        """Whose reporting it rests on."""
        return frozenset().union(*(sighting.sources for sighting in self.sightings))


# Without slots, for what follows from the event-days is counted once: several measures ask for it.
@dataclass(frozen=True)
class Series:
    """The event-days of a dyad, or of one family of conduct, in their periods; signless ones count for no level."""

    periods: Periods
    event_days: tuple[EventDay, ...]

    @cached_property
    def cooperative(self) -> list[int]:
        """Cooperative event-days in each period."""
        return self.count(lambda item: item.sign > 0)

    @cached_property
    def conflictual(self) -> list[int]:
        """Conflictual event-days in each period."""
        return self.count(lambda item: item.sign < 0)

    @cached_property
    def signed(self) -> list[int]:
        """Event-days with a sign in each period."""
        return self.count(lambda item: item.sign != 0)

    @cached_property
    def busy(self) -> list[int]:
        """Days with an event-day of either sign in each period, never more than the period has."""
        days: list[set[dt.date]] = [set() for _ in range(self.periods.count)]
        for item in self.event_days:
            if item.sign != 0:
                days[item.place].add(item.day)
        return [len(found) for found in days]

    @cached_property
    def reports(self) -> Counter[str]:
        """How often each source tells of its signed events, once an event."""
        seen = {s.event.id: s.sources for item in self.event_days if item.sign != 0 for s in item.sightings}
        return Counter(source for sources in seen.values() for source in sources)

    @cached_property
    def events(self) -> tuple[str, ...]:
        """The ids of all events behind the signed event-days."""
        return tuple(dict.fromkeys(name for item in self.event_days if item.sign != 0 for name in item.events))

    def count(self, wanted: Callable[[EventDay], bool]) -> list[int]:
        """Return how many event-days of each period are wanted."""
        counts = [0] * self.periods.count
        for item in self.event_days:
            counts[item.place] += wanted(item)
        return counts


def make_series(
    sightings: Iterable[Sighting], periods: Periods, sign_of: Callable[[Sighting], int] | None = None
) -> Series:
    """Return the event-days of sightings in these periods; `sign_of` gives their sign where it is not their own.

    Sightings without a day, told as history, outside the periods or spread too wide are left out.
    """
    found: dict[tuple[dt.date, dt.date, str, Stand, int], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if fits(sighting, periods) and sighting.first and sighting.last:
            sign = sign_of(sighting) if sign_of else sighting.sign
            found[sighting.first, sighting.last, sighting.event.type, sighting.stand, sign].append(sighting)
    days = [
        EventDay(periods.place(middle(first, last)), middle(first, last), kind, stand, sign, tuple(some))
        for (first, last, kind, stand, sign), some in found.items()
    ]
    return Series(periods, tuple(sorted(days, key=lambda item: (item.day, item.type, item.stand, item.sign))))


def fits(sighting: Sighting, periods: Periods) -> bool:
    """Tell whether a sighting has a period: it is dated closely enough, no history, and within the periods."""
    if sighting.first is None or sighting.last is None or not has_period(sighting, periods.unit):
        return False
    return 0 <= periods.place(middle(sighting.first, sighting.last)) < periods.count


def has_period(sighting: Sighting, unit: Unit) -> bool:
    """Tell whether a sighting is dated closely enough to count in one period, and is no history."""
    if sighting.first is None or sighting.last is None or sighting.is_history:
        return False
    return (sighting.last - sighting.first).days < WIDEST[unit]


def middle(first: dt.date, last: dt.date) -> dt.date:
    """Return the day in the middle of a stretch."""
    return first + (last - first) // 2


def accumulate(counts: Sequence[int]) -> list[int]:
    """Return running sums."""
    total, found = 0, []
    for count in counts:
        total += count
        found.append(total)
    return found
