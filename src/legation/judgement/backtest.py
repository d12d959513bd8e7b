"""Rolling origins: forecasts made as they would have been, from what was known before the day, and what came of them.

Nothing after an origin is looked at, not even to decide which dyads are forecast or which types are published.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from legation.judgement.base_rates import find_kin
from legation.judgement.learning import LEAST, Flags, Learner, Made
from legation.judgement.tallies import Floats, Ints, Tally, keep_pairs, run_days

Number = TypeVar("Number", np.int64, np.float64, np.bool_)

# Forecasts count once a fifth of the span, and this many windows of their length, have passed; a span must hold three
# times as many.
FIRST_SHARE, FIRST_WINDOWS, LEAST_WINDOWS = 0.2, 2, 6
STEP, MOST_ORIGINS = 7, 400
# Rows that are learnt from in all; every origin gives its share.
MOST_ROWS = 500_000


@dataclass(frozen=True, slots=True)
class Plan:
    """When forecasts are made: every `step` days from `begin`, counted from `first`; for `horizon` days each."""

    horizon: int
    begin: int
    first: int
    step: int
    span: int

    @property
    def origins(self) -> range:
        """The days forecasts are made on."""
        return range(self.begin, self.span, self.step)

    @property
    def is_possible(self) -> bool:
        """Whether the span is long enough for the horizon."""
        return self.span >= LEAST_WINDOWS * self.horizon


@dataclass(frozen=True, slots=True)
class Outcome:
    """Forecasts that have closed, arrays of one length: `p` is (d), `plain` (c), `poisson` (b), `climate` (a).

    `origins` are days, `dyads` and `types` numbers of the tally; `published` says whether the type's record allowed
    it at the time.
    """

    origins: Ints
    dyads: Ints
    types: Ints
    p: Floats
    plain: Floats
    poisson: Floats
    climate: Floats
    published: Flags
    happened: Floats


def make_plan(span: int, horizon: int) -> Plan:
    """Return when forecasts of a horizon are made in an archive of so many days."""
    first = max(FIRST_WINDOWS * horizon, round(FIRST_SHARE * span))
    step = STEP * -(-span // (STEP * MOST_ORIGINS))
    # Before forecasts count, the model learns from windows whose climatology is still rough.
    return Plan(horizon, first % step + step * (min(horizon, first) // step), first, step, span)


def backtest(tally: Tally, plan: Plan) -> tuple[Tally, Outcome]:
    """Return what came of the forecasts of a plan, and the tally of the dyads they are of."""
    kept = keep_pairs(tally, LEAST)
    made, closed = deque[Made](), list[tuple[Made, Floats]]()
    learner = start(kept, plan)
    for state, happened in run_days(kept, plan.horizon, plan.origins):
        if happened is None:
            made.append(learner.forecast(state))
        else:
            one = made.popleft()
            values = happened[one.batch.dyads, one.batch.types].astype(float)
            learner.learn(one, values)
            if state.day >= plan.first:
                closed.append((one, values))
    return kept, gather(closed)


def start(tally: Tally, plan: Plan) -> Learner:
    """Return a learner that has seen nothing yet."""
    share = MOST_ROWS // max(len(plan.origins), 1)
    return Learner(find_kin(tally), len(tally.kinds), plan.horizon, plan.step, share)


def gather(closed: Sequence[tuple[Made, Floats]]) -> Outcome:
    """Return the forecasts of dyads with enough events as arrays."""
    kept = [(made, made.batch.forecast, happened) for made, happened in closed]

    def numbers(name: str) -> Ints:
        return join([getattr(made.batch, name)[rows] for made, rows, _ in kept], np.int64)

    def values(name: str) -> Floats:
        return join([getattr(made, name)[rows] for made, rows, _ in kept], np.float64)

    return Outcome(
        origins=join([np.full(int(rows.sum()), made.batch.day) for made, rows, _ in kept], np.int64),
        dyads=numbers("dyads"),
        types=numbers("types"),
        p=values("p"),
        plain=values("plain"),
        poisson=values("poisson"),
        climate=join([made.batch.climate[rows] for made, rows, _ in kept], np.float64),
        published=join([made.published[rows] for made, rows, _ in kept], np.bool_),
        happened=join([happened[rows] for _, rows, happened in kept], np.float64),
    )


def join(parts: Sequence[NDArray[Any]], kind: type[Number]) -> NDArray[Number]:
    """Return arrays behind each other; of none, an empty one."""
    return np.concatenate(parts).astype(kind) if parts else np.empty(0, dtype=kind)
