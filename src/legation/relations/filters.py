"""Where a tie stands: two filters in closed form over counts of event-days by month or week.

**Balance** is the share of cooperative event-days. Volume of reporting does not move it: days of one period count with
w = 1/(1+ρ(n−1)) each, as they depend on each other, and the past is discounted by δ towards the prior:

    a ← δa + (1−δ)a0 + w·k        b ← δb + (1−δ)b0 + w·(n−k)        level a/(a+b), interval from Beta(a, b)

**Intensity** is the rate of event-days in a month of average reporting. E is how much the archive carried of all others
in that month, as a share of its mean; a Gamma rate is discounted by δ:

    a ← δa + y        b ← δb + E        rate ~ Gamma(a+½, b)

(the ½ is Jeffreys' prior: a silence of years leaves a rate that is low, never one that is surely nought). Predictions
of the next period are beta-binomial with a precision of at most 1/ρ−1, and negative binomial of size (a+½)/φ and
probability (b/φ)/(b/φ+E). Power discounting: West and Harrison, Bayesian Forecasting and Dynamic Models, 2nd ed., ch. 6
and 10.8; beta-binomial correlation ρ: Williams, Biometrics 31 (1975). Defaults: docs/measures.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import betainc, betaincinv, betaln, gammaincinv, gammaln, xlogy

# Bounds of a 90 % interval.
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class BalanceOptions:
    """What is assumed of a balance: discount a period, correlation of days within one, prior counts."""

    delta: float = 0.9
    rho: float = 0.05
    a0: float = 1.0
    b0: float = 1.0


@dataclass(frozen=True, slots=True)
class IntensityOptions:
    """What is assumed of an intensity: discount a period, and how much more counts vary than Poisson's."""

    delta: float = 0.65
    phi: float = 6.0


@dataclass(frozen=True, slots=True)
class Level:
    """A level after a period, with its 90 % interval."""

    value: float
    low: float
    high: float

    def is_apart(self, other: "Level") -> bool:
        """Tell whether two levels differ by more than their uncertainty: each lies outside the other's interval."""
        return not (self.low <= other.value <= self.high or other.low <= self.value <= other.high)


@dataclass(frozen=True, slots=True)
class State:
    """The two parameters of a filter."""

    a: float
    b: float


# --- balance ---------------------------------------------------------------------------------------------------------


def filter_balance(
    cooperative: Sequence[int], conflictual: Sequence[int], options: BalanceOptions | None = None
) -> list[State]:
    """Return the state after each period, given its event-days of either sign."""
    chosen = options or BalanceOptions()
    state = State(chosen.a0, chosen.b0)
    found = []
    for k, other in zip(cooperative, conflictual, strict=True):
        weight = 1 / (1 + chosen.rho * max(k + other - 1, 0))
        before = decay_balance(state, chosen)
        state = State(before.a + weight * k, before.b + weight * other)
        found.append(state)
    return found


def decay_balance(state: State, options: BalanceOptions) -> State:
    """Return what is left of a state one period later, before anything is known of that period."""
    delta = options.delta
    return State(delta * state.a + (1 - delta) * options.a0, delta * state.b + (1 - delta) * options.b0)


def balance_levels(states: Sequence[State]) -> tuple[Level, ...]:
    """Return the share of cooperative event-days with its interval after each period."""
    a, b = (np.array([getattr(state, name) for state in states]) for name in ("a", "b"))
    bounds = (betaincinv(a, b, share).tolist() for share in (LOW, HIGH))
    return tuple(map(Level, (a / (a + b)).tolist(), *bounds))


def predict_balance(state: State, n: int, options: BalanceOptions | None = None) -> np.ndarray:
    """Return the probabilities of 0 to n cooperative event-days among the n of the next period: shape (n+1,)."""
    chosen = options or BalanceOptions()
    before = decay_balance(state, chosen)
    scale = min(1.0, (1 / chosen.rho - 1) / (before.a + before.b)) if chosen.rho > 0 else 1.0
    a, b = before.a * scale, before.b * scale
    k = np.arange(n + 1)
    logs = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1) + betaln(a + k, b + n - k) - betaln(a, b)
    return np.asarray(np.exp(logs))


def share_above(state: State, share: float) -> float:
    """Return the probability that the share of cooperative event-days is above a value."""
    return float(1 - betainc(state.a, state.b, share))


# --- intensity -------------------------------------------------------------------------------------------------------


def filter_intensity(
    days: Sequence[int], exposure: Sequence[float], options: IntensityOptions | None = None
) -> list[State]:
    """Return the state after each period, given its event-days and the archive's exposure (1.0: its mean)."""
    chosen = options or IntensityOptions()
    state = State(0.0, 0.0)
    found = []
    for y, e in zip(days, exposure, strict=True):
        state = State(chosen.delta * state.a + y, chosen.delta * state.b + e)
        found.append(state)
    return found


def intensity_levels(states: Sequence[State]) -> tuple[Level, ...]:
    """Return the rate of event-days in a period of average reporting, with its interval, after each period.

    It is 0 to 0 before any period.
    """
    shape, seen = np.array([state.a for state in states]) + 0.5, np.array([state.b for state in states])
    # Where nothing was seen all is nought over more than nought.
    scale = np.where(seen > 0, 1 / np.where(seen > 0, seen, 1.0), 0.0)
    bounds = ((gammaincinv(shape, share) * scale).tolist() for share in (LOW, HIGH))
    return tuple(map(Level, (shape * scale).tolist(), *bounds))


def predict_intensity(state: State, exposure: float, most: int, options: IntensityOptions | None = None) -> np.ndarray:
    """Return the probabilities of 0 to `most` event-days in the next period, given its exposure: shape (most+1,)."""
    chosen = options or IntensityOptions()
    size = (chosen.delta * state.a + 0.5) / chosen.phi
    rate = chosen.delta * state.b / chosen.phi
    share = rate / (rate + exposure)
    y = np.arange(most + 1)
    logs = gammaln(size + y) - gammaln(size) - gammaln(y + 1) + xlogy(size, share) + xlogy(y, 1 - share)
    return np.asarray(np.exp(logs))


def bounds_of(probabilities: np.ndarray) -> tuple[int, int]:
    """Return the 90 % interval of counts whose probabilities these are: from the 5 % to the 95 % quantile."""
    sums, last = np.cumsum(probabilities), len(probabilities) - 1
    low, high = (min(int(np.searchsorted(sums, share)), last) for share in (LOW, HIGH))
    return low, high


# --- shares of months ------------------------------------------------------------------------------------------------

MONTH = 30.44


def discount_for(delta: float, days: float) -> float:
    """Return the discount of a period of so many days that adds up to δ in a month."""
    return float(delta ** (days / MONTH))
