"""What forecasts learn from windows that have closed: the model, its recalibration, which types may be published."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from legation.judgement.base_rates import (
    Fit,
    Kin,
    expit,
    exposure,
    fit_bend,
    fit_gamma,
    fit_model,
    gamma_poisson,
    logit,
    make_features,
)
from legation.judgement.tallies import HALF_LIVES, Floats, Ints, State

Flags = NDArray[np.bool_]
Singles = NDArray[np.float32]

# A dyad is forecast from this many event-days on, and teaches the model from a few on.
LEAST, LEAST_TAUGHT = 20, 5
# The model is fitted anew when the closed windows have grown by a tenth.
GROWTH = 1.1
# A type is published once its closed forecasts had this many events and beat the climatology by this share of its loss.
LEAST_EVENTS, LEAST_SKILL = 30, 0.01
# How strongly a type is held to the model's own word, in squared distance from the climatology, before its closed
# forecasts say how far to trust it.
TRUST = 1.0
# The models: (c) looks at the first feature and the last, climatology and Gamma–Poisson, (d) at all.
PLAIN = (0, -1)


@dataclass(frozen=True, slots=True)
class Batch:
    """What is forecast at one origin, a row for each dyad and type.

    `forecast` marks dyads with enough events, `taught` the rows that are learnt from; `poissons` are (b) by half-life;
    `raws` the log odds of (d) and (c) before recalibration, none while nothing has closed.
    """

    day: int
    dyads: Ints
    types: Ints
    features: Singles
    forecast: Flags
    taught: Flags
    climate: Floats
    poissons: Floats
    raws: tuple[Floats, Floats] | None


@dataclass(frozen=True, slots=True)
class Made:
    """Probabilities of a batch: `p` by (d), `plain` by (c), `poisson` by (b); whether each type may be published.

    `free` is (d) before it is drawn towards the climatology of types that it has done little for.
    """

    batch: Batch
    p: Floats
    free: Floats
    plain: Floats
    poisson: Floats
    published: Flags


@dataclass(slots=True)
class Learner:
    """Grows with every window that closes; `share` is how many rows of an origin are learnt from at most."""

    kin: Kin
    kinds: int
    horizon: int
    step: int
    share: int
    features: list[Singles] = field(default_factory=list)
    types: list[Ints] = field(default_factory=list)
    outcomes: list[Floats] = field(default_factory=list)
    closed: list[tuple[Batch, Floats]] = field(default_factory=list)
    fits: tuple[Fit, Fit] | None = None
    fitted_on: int = 0
    losses: Floats = field(default_factory=lambda: np.zeros(len(HALF_LIVES)))
    gains: Floats = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no type having shown anything.

        Rows by type: losses of the climatology and of the forecasts, how far forecasts stood from the climatology
        (squared), how far what came stood with them, and events.
        """
        self.gains = np.zeros((5, self.kinds))

    def forecast(self, state: State) -> Made:
        """Return the forecasts of an origin, from what has closed by then."""
        batch = self.open(state)
        best = int(np.argmin(self.losses))
        poisson = batch.poissons[best]
        if batch.raws is None:
            nothing = np.zeros(len(batch.types), dtype=bool)
            return Made(batch, batch.climate, batch.climate, batch.climate, poisson, nothing)
        bends = self.bends()
        free, plain = (expit(bend[0] + bend[1] * raw) for bend, raw in zip(bends, batch.raws, strict=True))
        p = batch.climate + self.trust()[batch.types] * (free - batch.climate)
        return Made(batch, p, free, plain, poisson, self.may_publish()[batch.types])

    def open(self, state: State) -> Batch:
        """Return what is forecast at an origin, with the log odds of the models as they stand."""
        totals = state.counts.sum(axis=1)
        rows = np.flatnonzero(totals >= LEAST_TAUGHT)
        kinds = state.counts.shape[1]
        poissons = np.array([poisson_of(state, place, self.horizon)[rows].ravel() for place in range(len(HALF_LIVES))])
        types = np.tile(np.arange(kinds), len(rows))
        wanted = make_features(state, self.kin, rows)
        shown = wanted.reshape(len(types), wanted.shape[-1])
        best = int(np.argmin(self.losses))
        # Kept by the hundred thousand: half the digits do.
        features = np.column_stack([shown, logit(poissons[best])]).astype(np.float32)
        dyads = np.repeat(rows, kinds)
        taught = np.zeros(len(types), dtype=bool)
        # The same rows every time the same archive is run: a fixed share, drawn by the day.
        order = np.random.default_rng(state.day).permutation(len(types))
        taught[order[: self.share]] = True
        raws = None
        if self.fits is not None:
            full, plain = self.fits
            wide = features.astype(np.float64)
            raws = full.raw(wide, types), plain.raw(wide[:, PLAIN], types)
        enough = (totals[rows] >= LEAST).repeat(kinds)
        climate = state.climatology[rows].ravel()
        return Batch(state.day, dyads, types, features, enough, taught, climate, poissons, raws)

    def learn(self, made: Made, happened: Floats) -> None:
        """Take in what came of the forecasts of an origin (1.0 or 0.0 by row)."""
        batch, kept = made.batch, made.batch.forecast
        self.features.append(batch.features[batch.taught])
        self.types.append(batch.types[batch.taught])
        self.outcomes.append(happened[batch.taught])
        self.losses += ((batch.poissons[:, kept] - happened[kept]) ** 2).sum(axis=1)
        if batch.raws is not None:
            self.closed.append((batch, happened))
            types, came, climate = batch.types[kept], happened[kept], batch.climate[kept]
            moved = made.free[kept] - climate
            parts = ((climate - came) ** 2, (made.p[kept] - came) ** 2, moved**2, moved * (came - climate), came)
            self.gains += np.array([np.bincount(types, part, self.kinds) for part in parts])
        self.refit()

    def refit(self) -> None:
        """Fit the models anew if much has closed since."""
        rows = sum(map(len, self.outcomes))
        if rows < GROWTH * self.fitted_on or not any(part.any() for part in self.outcomes):
            return
        features = np.concatenate(self.features).astype(np.float64)
        types, outcomes = np.concatenate(self.types), np.concatenate(self.outcomes)
        full = fit_model(features, types, outcomes, self.kinds)
        self.fits = full, fit_model(features[:, PLAIN], types, outcomes, self.kinds)
        self.fitted_on = rows

    def bends(self) -> list[tuple[float, float]]:
        """Return the recalibration of (d) and of (c) by their forecasts that have closed."""
        if not self.closed:
            return [(0.0, 1.0)] * 2
        happened = np.concatenate([values[batch.forecast] for batch, values in self.closed])
        return [
            fit_bend(
                np.concatenate([batch.raws[model][batch.forecast] for batch, _ in self.closed if batch.raws]), happened
            )
            for model in range(2)
        ]

    def may_publish(self) -> Flags:
        """Return which types have beaten the climatology on forecasts that have closed."""
        reference, loss, _, _, events = self.gains
        return np.asarray((events >= LEAST_EVENTS) & (loss <= (1.0 - LEAST_SKILL) * reference))

    def trust(self) -> Floats:
        """Return how far from the climatology each type's forecasts should have gone, 0.0 to 1.0 of the way."""
        _, _, moved, right, _ = self.gains
        return np.asarray(np.clip((right + TRUST) / (moved + TRUST), 0.0, 1.0))


def poisson_of(state: State, place: int, horizon: int) -> Floats:
    """Return (b) with one half-life for every dyad and type, the prior of each type from all dyads."""
    counts, days = state.fading[place], exposure(max(state.day, 1), HALF_LIVES[place])
    found = np.empty_like(counts)
    for kind in range(counts.shape[1]):
        found[:, kind] = gamma_poisson(counts[:, kind], days, horizon, fit_gamma(counts[:, kind], days))
    return found
