"""A dyad measured: levels with their intervals, what they rest on, breaks with the events that make them.

dyad = record.dyad("RUS", "PRK")
dyad.balance().level            # share of cooperative event-days, with its 90 % interval
dyad.intensity("arms").levels   # event-days of one family in a month of average reporting, month by month
dyad.breaks()                   # when the tie turned
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from legation.reading.claim import ActorRef
from legation.relations import filters
from legation.relations.breaks import PENALTY, SHORTEST, Turn, find_turns
from legation.relations.families import Reading, family_names
from legation.relations.filters import BalanceOptions, IntensityOptions, Level, discount_for
from legation.relations.series import EventDay, Periods, Series, fits, make_series
from legation.relations.sightings import Sight, Sighting, see_without

Kind = Literal["balance", "intensity"]
# Periods over which a move is looked at.
YEAR: Mapping[str, int] = {"month": 12, "week": 52}
DAYS: Mapping[str, float] = {"month": filters.MONTH, "week": 7.0}
# Events shown as those that make a break.
TOP = 5
# A break found again without a source may lie so many periods off.
NEAR = 3


@dataclass(frozen=True, slots=True)
class Options:
    """What measures assume; discounts are per month, and are fitted to weeks where those are counted.

    With `dated_only`, acts that no report gives a time for are left out, not counted when they became known.
    """

    balance: BalanceOptions = field(default_factory=BalanceOptions)
    intensity: IntensityOptions = field(default_factory=IntensityOptions)
    penalty: float = PENALTY
    dated_only: bool = False


@dataclass(frozen=True, slots=True)
class Archive:
    """What is known of all reporting: the day of its last report, and event-days of all other dyads by month."""

    last: dt.date | None
    others: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Backing:
    """What a level rests on.

    `events` are their ids, `reports` how often they are told independently (one report that tells of three counts
    three times), `sources` by how many newsrooms and offices; `largest` is the one that tells most, `share` its part,
    and `without` the level as it is without that source (None where nothing would be left).
    """

    events: tuple[str, ...]
    reports: int
    sources: int
    largest: str | None
    share: float
    without: Level | None


@dataclass(frozen=True, slots=True)
class Move:
    """A change of level within a year beyond its uncertainty; `is_single_origin`: without one source it is gone."""

    since: str
    before: Level
    now: Level
    is_single_origin: bool


@dataclass(frozen=True, slots=True)
class Track:
    """One measure of a dyad, or of a family of its conduct, period by period.

    `counts` are the event-days each level was found with, `expected` the 90 % interval of the next period's (None for
    a balance). `silent` is for how many periods up to the last there has been no report.
    """

    kind: Kind
    family: str | None
    periods: Periods
    levels: tuple[Level, ...]
    counts: tuple[int, ...]
    expected: tuple[int, int] | None
    backing: Backing
    move: Move | None

    @property
    def level(self) -> Level | None:
        """The level after the last period; None where no event-day was ever counted."""
        return self.levels[-1] if any(self.counts) else None

    @property
    def silent(self) -> int:
        """How many periods up to the last have had no event-day."""
        return next((number for number, count in enumerate(reversed(self.counts)) if count), len(self.counts))


@dataclass(frozen=True, slots=True)
class Break:
    """A turn in balance or intensity, with the first day of the period it begins with and the events that make it.

    `top` are at most five event-days on the side of the break that has more of what changed, the most telling first.
    """

    kind: Kind
    day: dt.date
    turn: Turn
    top: tuple[EventDay, ...]
    is_single_origin: bool


@dataclass(frozen=True)
class Dyad:
    """Two actors with all events between them as measures see them. Every method is a pure function of these."""

    actors: tuple[ActorRef, ActorRef]
    sight: Sight
    sightings: tuple[Sighting, ...]
    periods: Periods
    archive: Archive
    options: Options = field(default_factory=Options)

    # --- series ------------------------------------------------------------------------------------------------------

    def series(self, family: str | None = None) -> Series:
        """Return the event-days of what took place; of a family, of all that its indicators take in."""
        if family is None:
            return self.whole
        if family not in self.parts:
            self.check_family(family)
            some = [sighting for sighting in self.counted if reading_in(sighting, family)]
            self.parts[family] = make_series(some, self.periods, lambda item: sign_in(item, family))
        return self.parts[family]

    @cached_property
    def parts(self) -> dict[str, Series]:
        """The series of this family or that, as far as asked for."""
        return {}

    @cached_property
    def whole(self) -> Series:
        """The event-days of everything that took place."""
        return make_series([item for item in self.counted if item.is_real], self.periods)

    @cached_property
    def counted(self) -> list[Sighting]:
        """The sightings that series are made of."""
        dated_only = self.options.dated_only
        return [item for item in self.sightings if not (dated_only and item.is_real and item.is_reported)]

    @property
    def families(self) -> list[str]:
        """The names of all families of indicators."""
        return family_names(self.sight.indicators)

    def check_family(self, family: str) -> None:
        """Raise ValueError for a name that is no family."""
        if family not in self.families:
            message = f"{family}: no family of indicators; there are {', '.join(self.families)}"
            raise ValueError(message)

    def readings(self, family: str) -> list[tuple[Sighting, Reading]]:
        """Return the sightings that count in a family's series, each with its indicator, in order of days."""
        self.check_family(family)
        found = [(item, reading) for item in self.counted if (reading := reading_in(item, family))]
        return sorted(
            ((item, reading) for item, reading in found if fits(item, self.periods)),
            key=lambda pair: (pair[0].first or dt.date.max, pair[0].event.id),
        )

    @cached_property
    def exposure(self) -> list[float]:
        """How much the archive told of all others in each period, as a share of its mean; half an event is added.

        Without events of others every period has 1.0.
        """
        unit = self.periods.unit
        counts = [self.others_in(place) for place in range(self.periods.count)]
        # Half an event a month, so that no period is taken as wholly unseen.
        half = 0.5 * DAYS[unit] / filters.MONTH
        mean = sum(counts) / len(counts)
        return [(count + half) / (mean + half) for count in counts]

    def others_in(self, place: int) -> float:
        """Return the event-days of others in a period; of a week its part of the month's."""
        if self.periods.unit == "month":
            return self.archive.others.get(self.periods.label(place), 0)
        middle = self.periods.start(place) + dt.timedelta(days=3)
        return self.archive.others.get(f"{middle:%Y-%m}", 0) * DAYS["week"] / filters.MONTH

    # --- levels ------------------------------------------------------------------------------------------------------

    def balance(self, family: str | None = None) -> Track:
        """Return the share of cooperative event-days over time, 0.0 to 1.0."""
        return self.track("balance", family)

    def intensity(self, family: str | None = None) -> Track:
        """Return event-days per period of average reporting over time."""
        return self.track("intensity", family)

    def track(self, kind: Kind, family: str | None = None) -> Track:
        """Return a measure with what it rests on: made once, for report, plot and table each ask for it."""
        if (kind, family) not in self.tracks:
            self.tracks[kind, family] = self.make_track(kind, family)
        return self.tracks[kind, family]

    @cached_property
    def tracks(self) -> dict[tuple[Kind, str | None], Track]:
        """The measures of this family or that, as far as asked for."""
        return {}

    def make_track(self, kind: Kind, family: str | None) -> Track:
        """Work out a measure of a series."""
        series = self.series(family)
        states = self.filter(kind, series)
        levels, expected = levels_of(kind, states), self.expect(series, states[-1]) if kind == "intensity" else None
        backing = self.back(kind, family, series)
        move = self.find_move(kind, family, levels, backing)
        return Track(kind, family, self.periods, levels, tuple(series.signed), expected, backing, move)

    def filter(self, kind: Kind, series: Series) -> list[filters.State]:
        """Return the state of a measure after each period of a series."""
        days = DAYS[self.periods.unit]
        if kind == "balance":
            balance = self.options.balance
            chosen = replace(balance, delta=discount_for(balance.delta, days))
            return filters.filter_balance(series.cooperative, series.conflictual, chosen)
        return filters.filter_intensity(series.signed, self.exposure, self.discounted)

    @cached_property
    def discounted(self) -> IntensityOptions:
        """What is assumed of an intensity counted in these periods."""
        intensity = self.options.intensity
        return replace(intensity, delta=discount_for(intensity.delta, DAYS[self.periods.unit]))

    def expect(self, series: Series, state: filters.State) -> tuple[int, int]:
        """Return the 90 % interval of the event-days of the period after the last, whose state this is."""
        most = 2 * max(series.signed) + 100
        return filters.bounds_of(filters.predict_intensity(state, 1.0, most, self.discounted))

    def back(self, kind: Kind, family: str | None, series: Series) -> Backing:
        """Return what the last level of a series rests on."""
        reports = series.reports
        if not reports:
            return Backing((), 0, 0, None, 0.0, None)
        total = sum(reports.values())
        largest = min(reports, key=lambda name: (-reports[name], name))
        reduced = self.without(largest).series(family)
        without = levels_of(kind, self.filter(kind, reduced)[-1:])[0] if any(reduced.signed) else None
        return Backing(series.events, total, len(reports), largest, reports[largest] / total, without)

    def without(self, source: str) -> "Dyad":
        """Return the dyad as it is without all reports of one newsroom or office."""
        if source not in self.reduced:
            sightings = see_without(self.sightings, source, self.sight)
            self.reduced[source] = replace(self, sightings=tuple(sightings))
        return self.reduced[source]

    @cached_property
    def reduced(self) -> "dict[str, Dyad]":
        """The dyad without this source or that, as far as asked for."""
        return {}

    def find_move(self, kind: Kind, family: str | None, levels: Sequence[Level], backing: Backing) -> Move | None:
        """Return the change over the last year, if it is more than uncertainty.

        In a shorter series it is the change since its third period: before, a level is little but its first event.
        """
        place = max(len(levels) - 1 - YEAR[self.periods.unit], SHORTEST - 1)
        if place >= len(levels) - SHORTEST or not backing.events or not levels[place].is_apart(levels[-1]):
            return None
        single = False
        if backing.largest is not None:
            states = self.filter(kind, self.without(backing.largest).series(family))
            then, now = levels_of(kind, (states[place], states[-1]))
            single = not then.is_apart(now)
        return Move(self.periods.label(place), levels[place], levels[-1], single)

    # --- breaks ------------------------------------------------------------------------------------------------------

    def breaks(self, family: str | None = None) -> list[Break]:
        """Return when intensity or balance turned, in order of time."""
        series = self.series(family)
        found = [
            self.make_break(kind, turn, series, family)
            for kind in ("intensity", "balance")
            for turn in self.find_turns(kind, series)
        ]
        return sorted(found, key=lambda item: (item.day, item.kind))

    def find_turns(self, kind: str, series: Series) -> list[Turn]:
        """Return the turns of a series: in days with events of all days, or in cooperative event-days of all."""
        if kind == "balance":
            return find_turns(series.cooperative, series.signed, self.options.penalty)
        return find_turns(series.busy, self.days_watched, self.options.penalty)

    @cached_property
    def days_watched(self) -> list[int]:
        """The days of each period up to the archive's last report."""
        days = [self.periods.days(place) for place in range(self.periods.count)]
        last = self.archive.last
        if last is not None and self.periods.place(last) == self.periods.count - 1:
            days[-1] = max((last - self.periods.start(self.periods.count - 1)).days + 1, self.whole.busy[-1])
        return days

    def make_break(self, kind: Kind, turn: Turn, series: Series, family: str | None) -> Break:
        """Return a turn with the event-days that make it, and whether one source alone does."""
        top = top_events(kind, turn, series)
        reports = Counter(source for item in top for source in item.sources)
        single = False
        if reports:
            largest = min(reports, key=lambda name: (-reports[name], name))
            others = self.find_turns(kind, self.without(largest).series(family))
            single = not any(abs(o.at - turn.at) <= NEAR and o.is_rise == turn.is_rise for o in others)
        return Break(kind, self.periods.start(turn.at), turn, top, single)


def levels_of(kind: Kind, states: Sequence[filters.State]) -> tuple[Level, ...]:
    """Return the levels that these states of a measure stand for."""
    return filters.balance_levels(states) if kind == "balance" else filters.intensity_levels(states)


def reading_in(sighting: Sighting, family: str) -> Reading | None:
    """Return a sighting's indicator of a family, if it fits one."""
    for reading in sighting.families:
        if reading.indicator.entry.family == family:
            return reading
    return None


def sign_in(sighting: Sighting, family: str) -> int:
    """Return the sign a sighting has in a family."""
    reading = reading_in(sighting, family)
    return reading.sign if reading else 0


def top_events(kind: Kind, turn: Turn, series: Series) -> tuple[EventDay, ...]:
    """Return the event-days that make a break, the most telling first.

    An intensity breaks by kinds of conduct that become more frequent (or less): event-days of the kind whose rate
    changed most, then those told by most sources, then those nearest to the break. A balance breaks by the sign that
    gains.
    """
    length = {"before": turn.at - turn.start, "after": turn.after - turn.at}
    sides = {
        "before": [i for i in series.event_days if i.sign and turn.start <= i.place < turn.at],
        "after": [i for i in series.event_days if i.sign and turn.at <= i.place < turn.after],
    }
    side = "after" if kind == "balance" or turn.is_rise else "before"
    rates = {
        name: {key: count / length[name] for key, count in Counter((i.type, i.sign) for i in some).items()}
        for name, some in sides.items()
    }

    def is_wanted(item: EventDay) -> bool:
        return kind == "intensity" or (item.sign > 0) == turn.is_rise

    def telling(item: EventDay) -> tuple[float, int, int, dt.date, str]:
        key = (item.type, item.sign)
        change = abs(rates["after"].get(key, 0.0) - rates["before"].get(key, 0.0))
        gap = abs(item.place - turn.at)
        return (-change, -len(item.sources), gap, item.day, item.events[0])

    return tuple(sorted(filter(is_wanted, sides[side]), key=telling)[:TOP])


def left_out(sightings: Iterable[Sighting], periods: Periods) -> tuple[list[Sighting], list[Sighting], list[Sighting]]:
    """Return what took place but counts for no level: undated, dated too widely, told as history."""
    real = [item for item in sightings if item.is_real and item.sign != 0]
    undated = [item for item in real if item.first is None]
    history = [item for item in real if item.first is not None and item.is_history]
    wide = [i for i in real if i.first is not None and not i.is_history and i.last and not fits(i, periods)]
    return undated, wide, history
