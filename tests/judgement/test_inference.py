"""Inference is exact: textbook marginals, a plain sum over all states, and what must change nothing."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.judgement.inference import ImpossibleError, eliminate, marginals, tables_of
from legation.judgement.influence import Model, Side
from tests.judgement.models import random_model, sum_exactly, textbook

# Published marginals; three engines agree on them within 2e-8, and the files carry as much rounding.
PUBLISHED = [
    ("asia", "tub", "yes", 0.0104),
    ("asia", "lung", "yes", 0.055),
    ("asia", "bronc", "yes", 0.45),
    ("asia", "either", "yes", 0.064828),
    ("asia", "xray", "yes", 0.11029004),
    ("asia", "dysp", "yes", 0.4359706),
    ("sachs", "Akt", "LOW", 0.60939),
    ("sachs", "PKA", "LOW", 0.1941),
    ("sachs", "Raf", "LOW", 0.51126),
    ("alarm", "CO", "HIGH", 0.64319),
    ("alarm", "BP", "LOW", 0.38999),
    ("alarm", "CATECHOL", "HIGH", 0.89987),
]


def chance(model: Model, name: str, state: str, side: Side | None = None) -> float:
    return marginals(model, side)[name][model.place(name, state)]


@pytest.mark.parametrize(("network", "name", "state", "expected"), PUBLISHED)
def test_textbook_marginals(network: str, name: str, state: str, expected: float) -> None:
    model = textbook(network)
    assert chance(model, name, state) == pytest.approx(expected, abs=6e-6)
    by_elimination = eliminate(model, name, Side(), tables_of(model))[0, model.place(name, state)]
    assert by_elimination == pytest.approx(chance(model, name, state), abs=1e-12)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 7))
def test_both_engines_equal_the_sum_over_all_states(seed: int, size: int) -> None:
    model = random_model(seed, size)
    draw = np.random.default_rng(seed)
    seen, done, asked = (f"n{number}" for number in draw.permutation(max(size, 3))[:3])
    side = Side(*({name: "a"} if name in {node.name for node in model.nodes} else {} for name in (seen, done)))
    soft = {"n0": tuple(draw.uniform(0.1, 1, len(model.node("n0").states)).tolist())}
    ask = asked if any(node.name == asked for node in model.nodes) else "n0"
    exact = sum_exactly(model, ask, side, soft)
    assert marginals(model, side, soft)[ask] == pytest.approx(exact, abs=1e-12)
    assert eliminate(model, ask, side, tables_of(model), soft)[0] == pytest.approx(exact, abs=1e-12)


def test_doing_is_seeing_for_a_node_without_parents() -> None:
    model = textbook("asia")
    seen, done = marginals(model, Side(given={"smoke": "yes"})), marginals(model, Side(do={"smoke": "yes"}))
    for name, values in seen.items():
        assert done[name] == pytest.approx(values, abs=1e-12)


def test_doing_is_not_seeing_where_a_cause_is_shared() -> None:
    model = textbook("asia")
    assert chance(model, "smoke", "yes", Side(given={"lung": "yes"})) > 0.9
    assert chance(model, "smoke", "yes", Side(do={"lung": "yes"})) == pytest.approx(0.5)


def test_separated_evidence_changes_nothing() -> None:
    model = textbook("asia")
    assert chance(model, "smoke", "yes", Side(given={"asia": "yes"})) == pytest.approx(0.5, abs=1e-15)
    with_cause = Side(given={"either": "yes"})
    with_more = Side(given={"either": "yes", "xray": "no"})
    assert chance(model, "tub", "yes", with_more) == pytest.approx(chance(model, "tub", "yes", with_cause), abs=1e-12)


@pytest.mark.parametrize("level", [1.0, 0.25])
def test_soft_evidence_of_equal_entries_changes_nothing(level: float) -> None:
    model = textbook("sachs")
    vague = marginals(model, None, {"PKA": (level,) * 3})
    for name, values in marginals(model).items():
        assert vague[name] == pytest.approx(values, abs=1e-12)


def test_soft_evidence_is_a_likelihood_not_a_posterior() -> None:
    model = textbook("asia")
    odds = marginals(model, None, {"lung": (0.8, 0.2)})["lung"]
    assert odds[0] / odds[1] == pytest.approx(4 * 0.055 / 0.945)


def test_soft_evidence_on_what_is_seen_or_done_adds_nothing() -> None:
    model = textbook("asia")
    for side in (Side(given={"lung": "yes"}), Side(do={"lung": "yes"})):
        told = marginals(model, side, {"lung": (0.8, 0.2)})
        for name, values in marginals(model, side).items():
            assert told[name] == pytest.approx(values, abs=1e-12)


def test_the_order_of_nodes_is_irrelevant() -> None:
    model = textbook("alarm")
    turned = replace(model, nodes=model.nodes[::-1])
    side = Side(given={"BP": "LOW"}, do={"CO": "HIGH"})
    straight, backwards = marginals(model, side), marginals(turned, side)
    for name, values in straight.items():
        assert backwards[name] == pytest.approx(values, abs=1e-12)


def test_the_impossible_is_said_so() -> None:
    with pytest.raises(ImpossibleError, match="lung=yes, either=no: the model holds that impossible"):
        marginals(textbook("asia"), Side(given={"lung": "yes", "either": "no"}))


@pytest.mark.parametrize(
    ("side", "message"),
    [
        (Side(given={"lungs": "yes"}), "lungs: no node; there are"),
        (Side(do={"lung": "maybe"}), "lung=maybe: no state; lung is one of yes, no"),
        (Side(given={"lung": "yes"}, do={"lung": "no"}), "lung cannot be both seen and set"),
    ],
)
def test_unknown_conditions_are_named(side: Side, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        marginals(textbook("asia"), side)
