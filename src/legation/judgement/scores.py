"""How good forecasts were: Brier and log scores, calibration, Murphy's terms, skill, and how sure that is.

All take probabilities and outcomes (1.0 or 0.0) as arrays of one length.
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from legation.judgement.tallies import Floats, Ints

# The log score is taken of probabilities kept within these.
CLIP = (0.01, 0.99)
BINS = 10
DRAWS, SEED = 1000, 20260301
BAND = 0.9


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about the same probability: how many, their mean, the share that came true, and its 90 % band.

    The band is Jeffreys' interval for the share.
    """

    low: float
    high: float
    count: int
    mean: float
    share: float
    band: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Murphy:
    """Brier = reliability − resolution + uncertainty + what the bins blur (`within`)."""

    reliability: float
    resolution: float
    uncertainty: float
    within: float


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of some forecasts; `skill` is 1 − Brier ÷ Brier of the reference, None without one."""

    count: int
    base: float
    brier: float
    log: float
    ece: float
    murphy: Murphy
    bins: tuple[Bin, ...]
    skill: float | None = None
    interval: tuple[float, float] | None = None


def brier(p: Floats, happened: Floats) -> float:
    """Return the mean squared error, 0.0 (best) to 1.0."""
    return float(np.mean((p - happened) ** 2))


def log_score(p: Floats, happened: Floats) -> float:
    """Return the mean of −log of the probability given to what came, in nats, p kept within [.01, .99]."""
    inside = np.clip(p, *CLIP)
    return float(-np.mean(happened * np.log(inside) + (1.0 - happened) * np.log(1.0 - inside)))


def skill(p: Floats, reference: Floats, happened: Floats) -> float:
    """Return 1 − Brier ÷ Brier of the reference: above 0 is better than it; 0.0 where the reference made no error."""
    loss = brier(reference, happened)
    return 1.0 - brier(p, happened) / loss if loss > 0 else 0.0


def calibration(p: Floats, happened: Floats, bins: int = BINS) -> tuple[Bin, ...]:
    """Return the bins of a reliability curve that hold forecasts, [low, high) of equal width."""
    places = np.minimum((p * bins).astype(int), bins - 1)
    return tuple(
        make_bin(p[rows], happened[rows], (place / bins, (place + 1) / bins))
        for place in range(bins)
        if (rows := places == place).any()
    )


def make_bin(p: Floats, happened: Floats, bounds: tuple[float, float]) -> Bin:
    """Return one bin."""
    count, hits = len(p), float(happened.sum())
    edges = stats.beta.ppf([(1 - BAND) / 2, (1 + BAND) / 2], hits + 0.5, count - hits + 0.5)
    return Bin(*bounds, count, float(p.mean()), hits / count, (float(edges[0]), float(edges[1])))


def calibration_error(bins: tuple[Bin, ...]) -> float:
    """Return the mean distance of share and forecast over bins, weighted by their counts (ECE)."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.mean - one.share) for one in bins) / total if total else 0.0


def murphy(p: Floats, happened: Floats, bins: tuple[Bin, ...]) -> Murphy:
    """Return Murphy's terms over bins; what forecasts of one bin differ by stands apart, so that all sums to Brier."""
    total, base = len(p), float(happened.mean())
    reliability = sum(one.count * (one.mean - one.share) ** 2 for one in bins) / total
    resolution = sum(one.count * (one.share - base) ** 2 for one in bins) / total
    uncertainty = base * (1.0 - base)
    return Murphy(reliability, resolution, uncertainty, brier(p, happened) - reliability + resolution - uncertainty)


def block_interval(
    losses: tuple[Floats, Floats], origins: Ints, length: int, draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float]:
    """Return the 95 % interval of skill by drawing blocks of neighbouring origins with replacement.

    `losses` are the squared errors of the forecasts and of the reference, `length` how many origins a block has: as
    many as windows overlap. Blocks wrap round, so that every origin is drawn as often.
    """
    days, places = np.unique(origins, return_inverse=True)
    sums = [np.bincount(places, weights=loss, minlength=len(days)) for loss in losses]
    size = min(max(length, 1), len(days))
    draw = np.random.default_rng(seed)
    starts = draw.integers(0, len(days), size=(draws, -(-len(days) // size)))
    chosen = ((starts[..., None] + np.arange(size)) % len(days)).reshape(draws, -1)[:, : len(days)]
    made, reference = (part[chosen].sum(axis=1) for part in sums)
    values = 1.0 - np.divide(made, reference, out=np.ones_like(made), where=reference > 0)
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def score(
    p: Floats, happened: Floats, reference: Floats | None = None, origins: Ints | None = None, length: int = 1
) -> Scores:
    """Return every score; skill and its interval where there is a reference, and origins to draw blocks of."""
    bins = calibration(p, happened)
    gain = interval = None
    if reference is not None:
        gain = skill(p, reference, happened)
        if origins is not None and len(np.unique(origins)) > 1:
            interval = block_interval(((p - happened) ** 2, (reference - happened) ** 2), origins, length)
    return Scores(
        count=len(p),
        base=float(happened.mean()),
        brier=brier(p, happened),
        log=log_score(p, happened),
        ece=calibration_error(bins),
        murphy=murphy(p, happened, bins),
        bins=bins,
        skill=gain,
        interval=interval,
    )
