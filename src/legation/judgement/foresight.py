"""Base rates of one dyad on one day, from all that an archive has kept: a probability by type, or why there is none."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from legation.judgement.backtest import FIRST_WINDOWS, Plan, make_plan, start
from legation.judgement.learning import LEAST, Made
from legation.judgement.tallies import Tally, keep_pairs, make_tally, run_days

MODEL, CLIMATE = "base-rate/1", "climatology"
# Act on a day, of whom on whom, and its type.
Act = tuple[dt.date, str, str, str]


@dataclass(frozen=True, slots=True)
class Assessment:
    """How likely an event of a type is within the horizon; without a base rate `p` is None and `reason` says why.

    `reference` is the dyad's own climatology, `events` how many event-days of the type it has, `windows` how many
    windows have closed; `model` says which of the two `p` is.
    """

    source: str
    target: str
    type: str
    horizon: int
    origin: dt.date
    p: float | None
    reference: float | None
    events: int
    windows: int
    model: str | None
    reason: str


def assess(
    acts: Iterable[Act], pair: tuple[str, str], horizon: int, origin: dt.date, *, directed: bool
) -> list[Assessment]:
    """Return the base rates of a dyad for the days [origin, origin + horizon), by type.

    Only acts before the origin count. The model stands where its forecasts that have closed beat the climatology of
    the type; else the climatology does; with too little to count from neither. Undirected, who acts does not matter.
    """
    known = (act for act in acts if act[0] < origin)
    rows = sorted({(day, *place(source, target, directed=directed), kind) for day, source, target, kind in known})
    wanted = place(*pair, directed=directed)
    if not rows:
        return []
    first = rows[0][0]
    span = (origin - first).days
    tally = make_tally((((day - first).days, source, target, kind) for day, source, target, kind in rows), span)
    own = [row for row in rows if (row[1], row[2]) == wanted]
    shape = (wanted, horizon, origin)
    if len(own) < LEAST or span < FIRST_WINDOWS * horizon:
        few = f"{len(own)} event-days of this dyad on {span} days: {LEAST} on {FIRST_WINDOWS * horizon} are needed"
        return [unassessed(shape, kind, count(own, kind), few) for kind in tally.kinds]
    return read_off(tally, shape, make_plan(span, horizon))


def place(source: str, target: str, *, directed: bool) -> tuple[str, str]:
    """Return the pair an act counts for."""
    return (source, target) if directed or source <= target else (target, source)


def count(rows: Sequence[tuple[dt.date, str, str, str]], kind: str) -> int:
    """Return how many rows are of a type."""
    return sum(row[3] == kind for row in rows)


def unassessed(shape: tuple[tuple[str, str], int, dt.date], kind: str, events: int, reason: str) -> Assessment:
    """Return that there is no base rate."""
    pair, horizon, origin = shape
    return Assessment(*pair, kind, horizon, origin, None, None, events, 0, None, reason)


def read_off(tally: Tally, shape: tuple[tuple[str, str], int, dt.date], plan: Plan) -> list[Assessment]:
    """Return the forecasts of the last day of a tally, learnt from all windows that have closed by then."""
    kept = keep_pairs(tally, LEAST)
    # The last origin is the day after the span; the others lie whole steps before it.
    origins = range(tally.span % plan.step, tally.span + 1, plan.step)
    learner = start(kept, plan)
    waiting: list[Made] = []
    for state, happened in run_days(kept, plan.horizon, origins):
        if happened is None:
            waiting.append(learner.forecast(state))
            last = state
        else:
            made = waiting.pop(0)
            learner.learn(made, happened[made.batch.dyads, made.batch.types].astype(float))
    made, pair = waiting[-1], kept.pairs.index(shape[0])
    found = []
    for kind, name in enumerate(kept.kinds):
        row = int(np.flatnonzero((made.batch.dyads == pair) & (made.batch.types == kind))[0])
        is_model = bool(made.published[row])
        climate = float(made.batch.climate[row])
        words = "the model beat the climatology of the type" if is_model else "the model has not beaten the climatology"
        found.append(
            Assessment(
                *shape[0],
                type=name,
                horizon=shape[1],
                origin=shape[2],
                p=float(made.p[row]) if is_model else climate,
                reference=climate,
                events=int(last.counts[pair, kind]),
                windows=last.windows,
                model=MODEL if is_model else CLIMATE,
                reason=f"{words} on {sum(len(values) for _, values in learner.closed):,} forecasts that have closed",
            )
        )
    return found
