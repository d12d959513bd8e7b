"""How well the filters of `relations` foresee the next week of a dyad, beside moving averages.

    python -m benchmarks.relations --data ../shared/data/icews18

For the busiest dyads of states, week by week: the log score (natural logarithm, higher is better) of what was observed
under the prediction made from the weeks before, and how often it lay in the 90 % interval. Event-days are distinct
(day, pair, type), signed by PLOVER's scores. Everything is predicted with the defaults of docs/measures.md, discounts
fitted to weeks; the moving averages have predictive distributions of the same families and the same overdispersion,
and beside them plain ones (binomial, Poisson). An intensity is predicted given the exposure of its week, for all alike.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.special import gammaln, xlogy

from benchmarks.eventdata import Fact, load_facts
from legation.lexicon.plover import Ontology, load_ontology
from legation.relations import filters
from legation.relations.filters import BalanceOptions, IntensityOptions, State, discount_for
from legation.relations.signs import Act, Stand, sign_of

WEEK = 7
# Weeks after which predictions are scored: before, a moving average would have nothing to average.
BURN_IN = 13
WINDOWS = (52, 13, 4)
Pair = tuple[str, str]
Predict = Callable[[int], np.ndarray]


@dataclass(frozen=True, slots=True)
class Weeks:
    """One dyad: event-days of either sign by week, and the exposure of each week."""

    cooperative: list[int]
    conflictual: list[int]
    exposure: list[float]

    @property
    def days(self) -> list[int]:
        """Event-days of both signs."""
        return [one + other for one, other in zip(self.cooperative, self.conflictual, strict=True)]


@dataclass(slots=True)
class Score:
    """Sums over predictions: how many, their log scores, and how many observations lay in the interval."""

    number: int = 0
    logs: float = 0.0
    inside: int = 0

    def add(self, probabilities: np.ndarray, observed: int) -> None:
        """Count one prediction."""
        low, high = filters.bounds_of(probabilities)
        self.number += 1
        self.logs += float(np.log(max(probabilities[observed], 1e-12)))
        self.inside += low <= observed <= high


# --- the data --------------------------------------------------------------------------------------------------------


def count_weeks(facts: Sequence[Fact], most: int) -> dict[Pair, Weeks]:
    """Return the dyads of states with most event-days."""
    names = {name for fact in facts for name in (fact.source, fact.target)}
    # A state is what others belong to: "Army (Peru)".
    states = {name.rpartition("(")[2].rstrip(")") for name in names if name.endswith(")")}
    ontology, found = load_ontology(), set()
    for fact in facts:
        if fact.source in states and fact.target in states and fact.source != fact.target:
            sign = sign_by_type(fact, ontology)
            if sign:
                pair = (min(fact.source, fact.target), max(fact.source, fact.target))
                found.add((pair, fact.day, fact.type, sign))
    number = max((fact.day for fact in facts), default=0) // WEEK
    totals = Counter(pair for pair, *_ in found)
    weekly = Counter(day // WEEK for _, day, *_ in found)
    counts: Mapping[Pair, Counter[tuple[int, int]]] = defaultdict(Counter)
    for pair, day, _, sign in found:
        counts[pair][day // WEEK, sign] += 1
    return {pair: make_weeks(counts[pair], weekly, number) for pair, _ in totals.most_common(most)}


def sign_by_type(fact: Fact, ontology: Ontology) -> int:
    """Return the sign of a fact as one state's act on the other."""
    return sign_of(Act(fact.type, fact.mode, Stand.ACROSS, ""), ontology)


def make_weeks(counts: Counter[tuple[int, int]], weekly: Counter[int], number: int) -> Weeks:
    """Return one dyad's weeks; the last, which may be cut short, is left out."""
    coop, conf = ([counts[week, sign] for week in range(number)] for sign in (1, -1))
    others = [weekly[week] - coop[week] - conf[week] + 0.5 for week in range(number)]
    mean = sum(others) / max(number, 1)
    return Weeks(coop, conf, [other / mean for other in others])


# --- the predictions -------------------------------------------------------------------------------------------------


def balance_methods(weeks: Weeks) -> dict[str, Predict]:
    """Return what predicts the cooperative event-days of a week, given how many event-days it has."""
    base = BalanceOptions()
    chosen = replace(base, delta=discount_for(base.delta, WEEK))
    states = filters.filter_balance(weeks.cooperative, weeks.conflictual, chosen)
    days = weeks.days

    def averaged(window: int, options: BalanceOptions) -> Predict:
        def predict(week: int) -> np.ndarray:
            k, n = (sum(part[max(week - window, 0) : week]) for part in (weeks.cooperative, days))
            return filters.predict_balance(State(1.0 + k, 1.0 + n - k), days[week], replace(options, delta=1.0))

        return predict

    methods = {"filter": lambda week: filters.predict_balance(states[week - 1], days[week], chosen)}
    methods |= {f"average of {w} weeks": averaged(w, base) for w in WINDOWS}
    return methods | {f"average of {w} weeks, plain": averaged(w, replace(base, rho=0.0)) for w in WINDOWS}


def intensity_methods(weeks: Weeks) -> dict[str, Predict]:
    """Return what predicts the event-days of a week, given its exposure."""
    base = IntensityOptions()
    chosen = replace(base, delta=discount_for(base.delta, WEEK))
    days, exposure = weeks.days, weeks.exposure
    most = 2 * max(days) + 100
    states, even = (filters.filter_intensity(days, share, chosen) for share in (exposure, [1.0] * len(days)))

    def averaged(window: int) -> Predict:
        def predict(week: int) -> np.ndarray:
            some = slice(max(week - window, 0), week)
            state = State(float(sum(days[some])), float(sum(exposure[some])))
            return filters.predict_intensity(state, exposure[week], most, replace(chosen, delta=1.0))

        return predict

    def plain(window: int) -> Predict:
        def predict(week: int) -> np.ndarray:
            some = days[max(week - window, 0) : week]
            return poisson((sum(some) + 0.5) / len(some), most)

        return predict

    methods = {
        "filter": lambda week: filters.predict_intensity(states[week - 1], exposure[week], most, chosen),
        "filter without exposure": lambda week: filters.predict_intensity(even[week - 1], 1.0, most, chosen),
    }
    methods |= {f"average of {w} weeks": averaged(w) for w in WINDOWS}
    return methods | {f"average of {w} weeks, plain": plain(w) for w in WINDOWS}


def poisson(rate: float, most: int) -> np.ndarray:
    """Return Poisson's probabilities of 0 to `most`."""
    y = np.arange(most + 1)
    return np.asarray(np.exp(xlogy(y, rate) - rate - gammaln(y + 1)))


# --- the scores ------------------------------------------------------------------------------------------------------


def score_dyads(dyads: Mapping[Pair, Weeks]) -> dict[str, dict[str, Score]]:
    """Return the scores of every method, for balance and for intensity."""
    scores: dict[str, dict[str, Score]] = {"balance": defaultdict(Score), "intensity": defaultdict(Score)}
    for weeks in dyads.values():
        days = weeks.days
        made = (("balance", balance_methods(weeks), weeks.cooperative), ("intensity", intensity_methods(weeks), days))
        for measure, methods, observed in made:
            for name, predict in methods.items():
                for week in range(BURN_IN, len(days)):
                    # A week without event-days has no share to predict.
                    if measure == "intensity" or days[week]:
                        scores[measure][name].add(predict(week), observed[week])
    return scores


def print_scores(scores: Mapping[str, Mapping[str, Score]], dyads: int) -> None:
    """Print one table for each measure."""
    for measure, methods in scores.items():
        number = next(iter(methods.values())).number
        print(f"\n{measure}: {dyads} dyads, {number:,} weeks predicted")
        print(f"{'':34}{'log score':>10}{'against filter':>16}{'in 90 %':>9}")
        best = methods["filter"].logs / methods["filter"].number
        for name, score in methods.items():
            mean = score.logs / score.number
            print(f"{name:34}{mean:10.3f}{mean - best:16.3f}{score.inside / score.number:9.3f}")


def main() -> None:
    """Read the data, predict, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the event data")
    parser.add_argument("--dyads", type=int, default=50, help="how many of the busiest dyads (50)")
    options = parser.parse_args()
    dyads = count_weeks(load_facts(options.data), options.dyads)
    print_scores(score_dyads(dyads), len(dyads))


if __name__ == "__main__":
    main()
