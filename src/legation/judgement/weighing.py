"""The pure core: how items of evidence bear on rival hypotheses. Formulas: docs/questions.md.

Everything here works on the last axes of arrays, so that one call weighs a thousand draws: likelihoods and their
logarithms are [..., items, hypotheses], probabilities [..., hypotheses].
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# The most that reports can do for or against an event.
LEAST_RATIO, MOST_RATIO = 0.01, 100.0
# Part of what an item says that still counts after a stronger one with the same driver is (1−ρ).
DEFAULT_RHO = (0.4, 0.7, 1.0)
DAYS_IN_MONTH = 30.4375
SPREAD_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of evidence: an event that reports tell of, or a silence.

    name      the indicator it belongs to
    bounds    low, mid and high P(it happens in its window | h), for each hypothesis; each in (0, 1)
    driver    what also causes other items; None: nothing else
    ratio     how the reports speak for it (λ): above 1 for, below 1 against; None for a silence
    coverage  of a silence: P(the archive would tell of it | it happened), 0.0 to 1.0
    month     when, in months since the first item; what came later outweighs what came long before
    """

    name: str
    bounds: tuple[tuple[float, float, float], ...]
    driver: str | None = None
    ratio: float | None = None
    coverage: float = 0.0
    month: int = 0

    @property
    def likelihood(self) -> Floats:
        """The middle values, by hypothesis."""
        return np.array([bound[1] for bound in self.bounds])

    def reverse(self) -> "Item":
        """Return the item as if it spoke the other way: L → 1−L."""
        return replace(self, bounds=tuple((1 - high, 1 - mid, 1 - low) for low, mid, high in self.bounds))


@dataclass(frozen=True, slots=True)
class Case:
    """All that is weighed: the prior over hypotheses (sums to 1), items, low–mid–high ρ by driver, and κ a month.

    `until` is the month the answer speaks of.
    """

    prior: tuple[float, ...]
    items: tuple[Item, ...]
    rhos: tuple[tuple[str, tuple[float, float, float]], ...] = ()
    switching: float = 0.0
    until: int = 0

    def rho_of(self, driver: str | None) -> tuple[float, float, float]:
        """Return the dependence of a driver: 0 counts every item in full, 1 only the strongest."""
        return dict(self.rhos).get(driver or "", DEFAULT_RHO)

    def without(self, names: Sequence[str]) -> "Case":
        """Return the case without these items."""
        return replace(self, items=tuple(item for item in self.items if item.name not in names))


@dataclass(frozen=True, slots=True)
class Weighed:
    """What comes out: `posterior` by hypothesis, for each item its log-likelihoods and how much of it counts (0–1)."""

    posterior: Floats
    logs: Floats
    weights: Floats


def pool_ratios(ratios: Sequence[float]) -> float:
    """Return λ of an event from the likelihood ratios of independent origins: their product, capped to [1/100, 100]."""
    # Summed exactly, so that the order of reports makes no difference.
    total = math.fsum(map(math.log, ratios))
    if total >= math.log(MOST_RATIO):
        return MOST_RATIO
    return LEAST_RATIO if total <= math.log(LEAST_RATIO) else math.exp(total)


def soften(likelihood: Floats, ratio: float | Floats) -> Floats:
    """Return P(reports | h) ∝ λL + 1 − L of an event with P(it happens | h) = L.

    As λ grows it tends to L: a thousand reports can confirm an event, never multiply its meaning. Divided by λ where
    that is above 1, to stay within range.
    """
    scale = np.maximum(ratio, 1.0)
    return np.asarray((ratio / scale) * likelihood + (1.0 - likelihood) / scale)


def hush(likelihood: Floats, coverage: float) -> Floats:
    """Return P(no report | h) = 1 − cL of a watched event; c = 0 tells nothing."""
    return np.asarray(1.0 - coverage * likelihood)


def log_item(item: Item, likelihood: Floats) -> Floats:
    """Return the log-likelihoods of an item, given P(it happens | h)."""
    seen = hush(likelihood, item.coverage) if item.ratio is None else soften(likelihood, item.ratio)
    return np.asarray(np.log(seen))


def discount(logs: Floats, drivers: Sequence[str | None], rho: Floats, turns: Sequence[int]) -> Floats:
    """Return how much of each item counts: within a driver, by spread of log-likelihood, (1−ρ)^(k−1) for the k-th.

    `logs` is [..., n, K], `rho` [..., n] (that of the item's driver); of equal spreads the item whose turn comes first
    (`turns_of`) goes first, however the items are listed.
    """
    weights = np.ones(logs.shape[:-1])
    # What differs in the last bits alone is equal: they depend on where in the list an item stands.
    spread = np.round(logs.max(axis=-1) - logs.min(axis=-1), SPREAD_DIGITS)
    groups: dict[str, list[int]] = {}
    for place, driver in enumerate(drivers):
        if driver is not None:
            groups.setdefault(driver, []).append(place)
    for group in groups.values():
        places = sorted(group, key=turns.__getitem__)
        order = np.argsort(-spread[..., places], axis=-1, kind="stable")
        ranks = np.argsort(order, axis=-1, kind="stable")
        weights[..., places] = (1.0 - rho[..., places]) ** ranks
    return weights


def normalise(logs: Floats) -> Floats:
    """Return probabilities from unnormalised logarithms over the last axis (log-sum-exp)."""
    shifted = np.exp(logs - logs.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True))


def combine(prior: Floats, weighted: Floats, months: Sequence[int], switching: float, until: int) -> Floats:
    """Return the posterior: log π + Σ w log P(R | h), month by month where the state can switch.

    Between months π_t = (1−κ)·posterior + κ·π: old evidence fades towards the prior. `weighted` is [..., n, K].
    """
    if switching == 0.0:
        return normalise(np.log(prior) + weighted.sum(axis=-2))
    now, at = prior, min(months, default=until)
    for month in sorted(set(months)):
        now = fade(now, prior, switching, month - at)
        places = [place for place, other in enumerate(months) if other == month]
        now, at = normalise(np.log(now) + weighted[..., places, :].sum(axis=-2)), month
    return (
        fade(now, prior, switching, until - at)
        if months
        else np.broadcast_to(prior, weighted.shape[:-2] + prior.shape[-1:])
    )


def fade(now: Floats, prior: Floats, switching: float, months: int) -> Floats:
    """Return a distribution some months later, if nothing is heard."""
    kept = (1.0 - switching) ** max(months, 0)
    return np.asarray(kept * now + (1.0 - kept) * prior)


def weigh(case: Case) -> Weighed:
    """Return the posterior of a case with the middle values of everything."""
    size = len(case.prior)
    logs = np.array([log_item(item, item.likelihood) for item in case.items]).reshape(len(case.items), size)
    weights = discount(logs, drivers_of(case), rho_of(case), turns_of(case))
    weighted = weights[..., None] * logs
    posterior = combine(np.array(case.prior), weighted, months_of(case), case.switching, case.until)
    return Weighed(posterior, logs, weights)


def drivers_of(case: Case) -> list[str | None]:
    """Return the driver of each item."""
    return [item.driver for item in case.items]


def turns_of(case: Case) -> list[int]:
    """Return for each item its turn among items that tell as much: the earlier month first, then by what it says."""
    told = [(one.month, one.name, one.bounds, one.ratio or 0.0, one.coverage) for one in case.items]
    ranks = {place: turn for turn, place in enumerate(sorted(range(len(told)), key=told.__getitem__))}
    return [ranks[place] for place in range(len(told))]


def months_of(case: Case) -> list[int]:
    """Return the month of each item."""
    return [item.month for item in case.items]


def rho_of(case: Case) -> Floats:
    """Return the middle ρ of each item's driver."""
    return np.array([case.rho_of(item.driver)[1] for item in case.items])


def likelihood_vector(case: Case) -> Floats:
    """Return P(all evidence | h) up to a factor, the largest 1: what an influence model takes as soft evidence.

    The posterior divided by the prior: handing on the posterior itself would count the prior twice. The prior is the
    resting distribution of the switching, so the division is exact with and without it.
    """
    ratio = weigh(case).posterior / np.array(case.prior)
    return np.asarray(ratio / ratio.max())


def decibels(logs: Floats, one: int, other: int) -> Floats:
    """Return 10·log10 of the likelihood ratio of one hypothesis against another, from natural logarithms [..., K]."""
    return np.asarray((logs[..., one] - logs[..., other]) * (10.0 / np.log(10.0)))


def diagnosticity(prior: Floats, logs: Floats) -> float:
    """Return the bits an item alone tells: KL(posterior from it alone ‖ prior)."""
    alone = normalise(np.log(prior) + logs)
    return max(float(np.sum(alone * np.log2(alone / prior))), 0.0)
