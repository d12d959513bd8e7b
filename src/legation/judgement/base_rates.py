"""Base rates of events between two actors: how likely an event of a type is within so many days. docs/forecasts.md.

(a) climatology, the share of past windows of the same length with an event; (b) a Gamma–Poisson rate with a
half-life; (d) several half-lives, days since the last event, counts, the other direction, other types, and how active
both actors are, put together by logistic regression on windows that have closed; pooled over types, then each type
shrunk to the pool; and recalibrated on forecasts that have closed. (c) is (d) with (a) and (b) for its only features.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legation.judgement.tallies import HALF_LIVES, NEVER, Floats, Ints, State, Tally
from legation.lexicon.plover import load_ontology

Flags = NDArray[np.bool_]

# How strongly coefficients are held to 0, and those of one type to the pool's, in observations' worth of curvature.
# Powers of ten that did well on ICEWS18, where a tenth or ten times as much costs less than .01 of skill.
POOL_RIDGE, TYPE_RIDGE, SCALE_RIDGE = 100.0, 1000.0, 500.0
# The prior of every rate: so many event-days at the mean rate of its type.
PRIOR_EVENTS = 0.3
# Half-lives (by number) whose rates may bend: a fortnight and two months.
BENT = (2, 4)
STEPS, TOLERANCE, STRIDE = 30, 1e-4, 2.0
SAFE = 1e-4


@dataclass(frozen=True, slots=True)
class Kin:
    """Who is who among the dyads of a tally: the dyad in the other direction, source and target, by number.

    `friendly` says which types are cooperative.
    """

    reverse: Ints
    sources: Ints
    targets: Ints
    actors: int
    friendly: Flags


def find_kin(tally: Tally) -> Kin:
    """Return the kin of the dyads of a tally; `NEVER` where nobody acts in the other direction."""
    numbers = {pair: number for number, pair in enumerate(tally.pairs)}
    actors = {name: number for number, name in enumerate(sorted({name for pair in tally.pairs for name in pair}))}
    return Kin(
        np.array([numbers.get((target, source), NEVER) for source, target in tally.pairs], dtype=np.int64),
        np.array([actors[source] for source, _ in tally.pairs], dtype=np.int64),
        np.array([actors[target] for _, target in tally.pairs], dtype=np.int64),
        len(actors),
        np.array([is_friendly(kind) for kind in tally.kinds], dtype=bool),
    )


def is_friendly(kind: str) -> bool:
    """Tell whether a type lies in the cooperative half of PLOVER; what is no type of its does not."""
    entry = load_ontology().types.get(kind)
    return entry is not None and entry.quad.endswith("Coop")


def logit(values: Floats) -> Floats:
    """Return log odds, of values kept within (0.0001, 0.9999)."""
    inside = np.clip(values, SAFE, 1.0 - SAFE)
    return np.asarray(np.log(inside / (1.0 - inside)))


def expit(values: Floats) -> Floats:
    """Return probabilities of log odds."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(values, -30.0, 30.0))))


def exposure(day: int, half_life: float) -> float:
    """Return for how many days' worth a fading count has been kept by a day."""
    return float((1.0 - 0.5 ** (day / half_life)) / (1.0 - 0.5 ** (1.0 / half_life)))


def log_rate(counts: Floats, days: float) -> Floats:
    """Return the logarithm of events a day, each dyad's shrunk to the mean of its type (axis 0)."""
    mean = np.maximum(counts.mean(axis=0, keepdims=True) / days, SAFE)
    return np.asarray(np.log((counts + PRIOR_EVENTS) / (days + PRIOR_EVENTS / mean)))


def gamma_poisson(counts: Floats, days: float, horizon: int, prior: tuple[float, float]) -> Floats:
    """Return (b): P(at least one event within the horizon) for a Gamma(α, β) rate seen `counts` times in `days`."""
    alpha, beta = prior
    return np.asarray(1.0 - ((beta + days) / (beta + days + horizon)) ** (alpha + counts))


def fit_gamma(counts: Floats, days: float) -> tuple[float, float]:
    """Return (α, β) of the rates of many dyads, by the moments of the negative binomial they make."""
    mean, variance = float(counts.mean()), float(counts.var())
    mean = max(mean, SAFE)
    alpha = mean**2 / max(variance - mean, SAFE * mean)
    alpha = min(max(alpha, 0.01), 100.0)
    return alpha, alpha * days / mean


def make_features(state: State, kin: Kin, rows: Ints) -> Floats:
    """Return what (d) looks at, for some dyads: dyads × types × features. Everything was known before the day."""
    climate = logit(state.climatology[rows])
    spans = [exposure(max(state.day, 1), half_life) for half_life in HALF_LIVES]
    rates = [log_rate(counts, days) for counts, days in zip(state.fading, spans, strict=True)]
    parts: list[Floats] = [
        climate,
        climate**2,
        *(rate[rows] for rate in rates),
        rates[2][rows] ** 2,
        rates[4][rows] ** 2,
    ]
    reverse = kin.reverse[rows]
    for rate, counts, days in list(zip(rates, state.fading, spans, strict=True))[1::2]:
        silent = log_rate(np.zeros_like(counts), days)[rows]
        parts.append(np.where((reverse != NEVER)[:, None], rate[reverse], silent))
        parts += others(counts[rows], days, kin)
    since = np.where(state.last[rows] != NEVER, state.day - state.last[rows], 2 * state.day + 1)
    parts += [np.log1p(since), np.log1p(state.counts[rows])]
    parts += activity(state.fading[3], kin, rows)
    return np.stack(parts, axis=-1)


def others(counts: Floats, days: float, kin: Kin) -> list[Floats]:
    """Return how often a dyad did something of another type, friendly and not (log events a day)."""
    found = []
    for group in (kin.friendly, ~kin.friendly):
        rest = counts[:, group].sum(axis=1, keepdims=True) - np.where(group, counts, 0.0)
        found.append(np.asarray(np.log((rest + 0.5) / (days + 1.0))))
    return found


def activity(counts: Floats, kin: Kin, rows: Ints) -> list[Floats]:
    """Return how much both actors of dyads do, and have done to them, with others: of the same type and of any."""
    found = []
    for side in (kin.sources, kin.targets):
        totals = np.zeros((kin.actors, counts.shape[1]))
        np.add.at(totals, side, counts)
        same = np.maximum(totals[side[rows]] - counts[rows], 0.0)
        every = np.broadcast_to(same.sum(axis=1, keepdims=True), same.shape)
        found += [np.log(same + 0.5), np.log(every + 0.5)]
    return found


# --- logistic regression ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model: features are centred and scaled, then weighed by type; `bend` recalibrates the log odds."""

    centre: Floats
    scale: Floats
    weights: Floats
    bend: tuple[float, float] = (0.0, 1.0)

    def raw(self, features: Floats, types: Ints) -> Floats:
        """Return log odds, before they are recalibrated: rows × features, the type of each row."""
        scaled = (features - self.centre) / self.scale
        weights = self.weights[types]
        return np.asarray(weights[:, 0] + np.einsum("nf,nf->n", scaled, weights[:, 1:]))

    def predict(self, features: Floats, types: Ints) -> Floats:
        """Return probabilities."""
        return expit(self.bend[0] + self.bend[1] * self.raw(features, types))


def fit_model(features: Floats, types: Ints, outcomes: Floats, kinds: int) -> Fit:
    """Return the model of closed windows: one regression over all types, then one of each type held to it."""
    centre, scale = features.mean(axis=0), features.std(axis=0) + 1e-6
    design = np.column_stack([np.ones(len(features)), (features - centre) / scale])
    size = design.shape[1]
    pooled = fit_logistic(design, outcomes, np.zeros(size), np.full(size, POOL_RIDGE))
    ridge = np.full(size, TYPE_RIDGE)
    # A type's own level is free sooner than its slopes: levels differ by orders of magnitude.
    ridge[0] = TYPE_RIDGE / 10.0
    weights = np.empty((kinds, size))
    for kind in range(kinds):
        rows = types == kind
        weights[kind] = fit_logistic(design[rows], outcomes[rows], pooled, ridge) if rows.any() else pooled
    return Fit(centre, scale, weights)


def fit_logistic(design: Floats, outcomes: Floats, home: Floats, ridge: Floats) -> Floats:
    """Return coefficients by Newton's method, held to `home` with the strength of `ridge`."""
    weights = home.copy()
    for _ in range(STEPS):
        chances = expit(design @ weights)
        gradient = design.T @ (chances - outcomes) + ridge * (weights - home)
        curvature = (design * (chances * (1.0 - chances))[:, None]).T @ design + np.diag(ridge)
        step = np.linalg.solve(curvature, gradient)
        longest = float(np.abs(step).max())
        weights -= step * min(1.0, STRIDE / longest) if longest > 0 else step
        if longest < TOLERANCE:
            break
    return np.asarray(weights)


def fit_bend(log_odds: Floats, outcomes: Floats) -> tuple[float, float]:
    """Return how the log odds of forecasts that have closed should have been shifted and stretched."""
    if len(log_odds) == 0:
        return 0.0, 1.0
    design = np.column_stack([np.ones(len(log_odds)), log_odds])
    shift, stretch = fit_logistic(design, outcomes, np.array([0.0, 1.0]), np.full(2, SCALE_RIDGE))
    return float(shift), float(stretch)
