"""How sure the answer is, given how sure its authors are: priors, likelihoods and dependence drawn from ranges."""

from dataclasses import dataclass

import numpy as np

from legation.judgement.weighing import (
    Case,
    Floats,
    combine,
    discount,
    drivers_of,
    log_item,
    months_of,
    turns_of,
)

DRAWS = 2000
SEED = 20250817
# A prior is taken to be worth this many cases seen: a uniform one over four then has 90 % of draws from .11 to .42.
PRIOR_STRENGTH = 20.0
# The standard normal's 95th percentile: low and high are the ends of a 90 % range.
NINETY = 1.6448536269514722


@dataclass(frozen=True, slots=True)
class Spread:
    """Draws of the posterior, [draws, hypotheses], with what is said of them."""

    draws: Floats

    @property
    def intervals(self) -> list[tuple[float, float]]:
        """The 90 % interval of each hypothesis."""
        low, high = np.quantile(self.draws, [0.05, 0.95], axis=0)
        return [(float(one), float(other)) for one, other in zip(low, high, strict=True)]

    @property
    def tops(self) -> list[float]:
        """In what share of draws each hypothesis comes out on top."""
        size = self.draws.shape[-1]
        return [float(share) for share in np.bincount(self.draws.argmax(axis=-1), minlength=size) / len(self.draws)]


def sample(case: Case, draws: int = DRAWS, seed: int = SEED) -> Spread:
    """Return draws of the posterior: π ~ Dirichlet, L ~ logit-normal in two halves, ρ ~ uniform over its range.

    The middle value of a likelihood is its median, low and high its 5th and 95th percentiles.
    """
    generator = np.random.default_rng(seed)
    prior = generator.dirichlet(PRIOR_STRENGTH * np.array(case.prior), size=draws)
    # A prior of exactly 0 in a draw would be a certainty nobody has.
    prior = np.clip(prior, 1e-9, None)
    prior /= prior.sum(axis=-1, keepdims=True)
    logs = np.zeros((draws, len(case.items), len(case.prior)))
    for place, item in enumerate(case.items):
        logs[:, place, :] = log_item(item, draw_likelihoods(item.bounds, draws, generator))
    rho = draw_rhos(case, draws, generator)
    weighted = discount(logs, drivers_of(case), rho, turns_of(case))[..., None] * logs
    return Spread(combine(prior, weighted, months_of(case), case.switching, case.until))


def draw_likelihoods(
    bounds: tuple[tuple[float, float, float], ...], draws: int, generator: np.random.Generator
) -> Floats:
    """Return draws of P(it happens | h), [draws, hypotheses]."""
    low, mid, high = (logit(np.array(side)) for side in zip(*bounds, strict=True))
    normal = generator.standard_normal((draws, len(bounds)))
    scale = np.where(normal < 0, mid - low, high - mid) / NINETY
    return np.asarray(1.0 / (1.0 + np.exp(-(mid + normal * scale))))


def draw_rhos(case: Case, draws: int, generator: np.random.Generator) -> Floats:
    """Return draws of ρ, [draws, items]: one for each driver, which its items share."""
    drawn: dict[str, Floats] = {}
    for driver in sorted({item.driver for item in case.items if item.driver}):
        low, _, high = case.rho_of(driver)
        drawn[driver] = generator.uniform(low, high, size=draws)
    columns = [drawn[item.driver] if item.driver else np.zeros(draws) for item in case.items]
    return np.stack(columns, axis=-1) if columns else np.zeros((draws, 0))


def logit(share: Floats) -> Floats:
    """Return the log-odds."""
    return np.asarray(np.log(share / (1.0 - share)))
