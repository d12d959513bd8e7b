"""Event-days of many directed dyads, run through day by day: what a forecast made on one day could know.

The unit is the distinct (day, source, target, type): ten reports of one act on one day, or the same row three times,
count once. All states are arrays of dyads × types, so that memory does not grow with the span of an archive.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Half-lives, in days, over which event-days are counted with fading weight: from days to years, the same for every set.
HALF_LIVES = (3.5, 7.0, 14.0, 30.0, 60.0, 120.0, 365.0)
NEVER = -1


@dataclass(frozen=True, slots=True)
class Tally:
    """Event-days: `days` (from 0), `dyads` and `types` number the rows, which are distinct and in order of days.

    `pairs` are (source, target) by number, `kinds` the event types by number, `span` the number of days watched.
    """

    pairs: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]
    span: int
    days: Ints
    dyads: Ints
    types: Ints


@dataclass(frozen=True, slots=True)
class State:
    """What is known at the end of day `day` - 1, before day `day`: arrays of dyads × types.

    `fading` are counts of event-days by half-life, `last` the last event-day (`NEVER` if there is none), `counts` all
    event-days; `windows` is how many windows have closed (one from every day), `hits` in how many there was an event.
    """

    day: int
    fading: tuple[Floats, ...]
    last: Ints
    counts: Ints
    hits: Ints
    windows: int

    @property
    def climatology(self) -> Floats:
        """The share of past windows of the horizon's length with an event, with Jeffreys' half."""
        return np.asarray((self.hits + 0.5) / (self.windows + 1.0))


def make_tally(rows: Iterable[tuple[int, str, str, str]], span: int | None = None) -> Tally:
    """Return the tally of (day, source, target, type), days counted from 0; rows that repeat count once."""
    distinct = sorted(set(rows))
    pairs = sorted({(source, target) for _, source, target, _ in distinct})
    kinds = sorted({kind for _, _, _, kind in distinct})
    pair_numbers = {pair: number for number, pair in enumerate(pairs)}
    kind_numbers = {kind: number for number, kind in enumerate(kinds)}
    days = np.array([row[0] for row in distinct], dtype=np.int64)
    dyads = np.array([pair_numbers[row[1], row[2]] for row in distinct], dtype=np.int64)
    types = np.array([kind_numbers[row[3]] for row in distinct], dtype=np.int64)
    whole = span if span is not None else int(days[-1]) + 1 if len(days) else 0
    return Tally(tuple(pairs), tuple(kinds), whole, days, dyads, types)


def keep_pairs(tally: Tally, least: int) -> Tally:
    """Return the tally of the dyads with at least so many event-days in all: the others can never be forecast."""
    totals = np.bincount(tally.dyads, minlength=len(tally.pairs))
    kept = np.flatnonzero(totals >= least)
    numbers = np.full(len(tally.pairs), NEVER)
    numbers[kept] = np.arange(len(kept))
    rows = numbers[tally.dyads] != NEVER
    pairs = tuple(tally.pairs[number] for number in kept)
    return Tally(pairs, tally.kinds, tally.span, tally.days[rows], numbers[tally.dyads][rows], tally.types[rows])


def run_days(tally: Tally, horizon: int, origins: Sequence[int]) -> Iterator[tuple[State, NDArray[np.bool_] | None]]:
    """Yield, for each origin in order, what was known before it, and what came of the last horizon of days.

    The second is None, and the first the state, when an origin comes; when the window of an origin closes, its state is
    yielded again with whether each dyad and type had an event on the days from the origin to origin + horizon - 1.
    Windows that the span does not close are not yielded a second time.
    """
    shape = (len(tally.pairs), len(tally.kinds))
    fading = [np.zeros(shape) for _ in HALF_LIVES]
    last, counts, hits = np.full(shape, NEVER), np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    bounds = np.searchsorted(tally.days, np.arange(tally.span + 1))
    wanted, pending = set(origins), deque[State]()
    for day in range(tally.span + 1):
        windows = max(day - horizon + 1, 0)
        if windows:
            hits += last >= day - horizon
        while pending and pending[0].day + horizon == day:
            state = pending.popleft()
            yield state, last >= state.day
        if day in wanted:
            state = State(day, tuple(part.copy() for part in fading), last.copy(), counts.copy(), hits.copy(), windows)
            pending.append(state)
            yield state, None
        if day < tally.span:
            rows = slice(bounds[day], bounds[day + 1])
            place = tally.dyads[rows], tally.types[rows]
            for half_life, part in zip(HALF_LIVES, fading, strict=True):
                part *= 0.5 ** (1.0 / half_life)
                part[place] += 1.0
            last[place] = day
            counts[place] += 1
