"""Exactness of the core: hand sums and pyAgrum as oracles, and what must not change an answer."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.judgement.weighing import (
    Case,
    Item,
    decibels,
    diagnosticity,
    likelihood_vector,
    pool_ratios,
    weigh,
)
from tests.judgement.builders import case, item

shares = st.floats(0.02, 0.98)
K = 3


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return a case of up to six items over three hypotheses, some of them silences, some with a driver."""
    parts = draw(st.lists(st.floats(0.1, 1.0), min_size=K, max_size=K))
    items = tuple(
        Item(
            name=f"i{place}",
            bounds=tuple((mid, mid, mid) for mid in draw(st.lists(shares, min_size=K, max_size=K))),
            driver=draw(st.sampled_from([None, "war", "ritual"])),
            ratio=draw(st.one_of(st.none(), st.floats(0.01, 100))),
            coverage=draw(st.floats(0, 0.95)),
            month=draw(st.integers(0, 12)),
        )
        for place in range(draw(st.integers(0, 6)))
    )
    rho = draw(st.floats(0, 1))
    return Case(
        tuple(part / sum(parts) for part in parts),
        items,
        rhos=(("war", (rho, rho, rho)),),
        switching=draw(st.sampled_from([0.0, 0.02, 0.3])),
        until=draw(st.integers(12, 24)),
    )


@pytest.mark.parametrize(("ratio", "posterior"), [(1.0, 0.5), (4.0, 0.68), (1e12, 0.8)])
def test_reports_tend_to_the_likelihood_of_the_event(ratio: float, posterior: float) -> None:
    found = weigh(case(item("shells", (0.8, 0.2), ratio=ratio))).posterior
    assert found[0] == pytest.approx(posterior, abs=1e-11)


def test_reports_of_an_event_are_capped_either_way() -> None:
    assert pool_ratios([10.0] * 9) == 100.0
    assert pool_ratios([0.1] * 9) == 0.01
    assert pool_ratios([4.0, 0.5]) == pytest.approx(2.0)
    assert pool_ratios([]) == 1.0


def test_silence_counts_by_its_coverage_alone() -> None:
    heard = weigh(case(item("drill", (0.8, 0.2), coverage=0.5))).posterior
    assert heard[0] == pytest.approx(0.6 / (0.6 + 0.9))
    assert weigh(case(item("drill", (0.8, 0.2), coverage=0.0))).posterior[0] == pytest.approx(0.5)


def test_without_dependence_it_equals_naive_bayes_with_soft_evidence() -> None:
    agrum = pytest.importorskip("pyagrum")
    prior, rows, ratios = (0.5, 0.3, 0.2), ((0.8, 0.3, 0.1), (0.2, 0.6, 0.5), (0.7, 0.7, 0.2)), (4.0, 0.3, 60.0)
    net = agrum.BayesNet("naive")
    root = net.add(agrum.LabelizedVariable("h", "", K))
    net.cpt(root)[:] = prior
    for place, row in enumerate(rows):
        child = net.add(agrum.LabelizedVariable(f"e{place}", "", 2))
        net.addArc(root, child)
        for state, mid in enumerate(row):
            net.cpt(child)[{"h": state}] = [1 - mid, mid]
    engine = agrum.LazyPropagation(net)
    engine.setEvidence({f"e{place}": [1.0, ratio] for place, ratio in enumerate(ratios)})
    engine.makeInference()
    items = [
        item(f"e{n}", row, ratio=ratio, driver="war") for n, (row, ratio) in enumerate(zip(rows, ratios, strict=True))
    ]
    found = weigh(case(*items, prior=prior, rho=0.0)).posterior
    assert np.abs(found - engine.posterior("h").toarray()).max() < 1e-15


def test_hand_sum_with_dependence_and_switching() -> None:
    war = [item("a", (0.9, 0.3), driver="war"), item("b", (0.5, 0.4), driver="war", month=2)]
    found = weigh(case(*war, rho=0.7, switching=0.1, until=3)).posterior
    now = 0.9 / 1.2
    now = 0.5 + 0.9**2 * (now - 0.5)
    odds = now / (1 - now) * (0.5 / 0.4) ** 0.3
    now = odds / (1 + odds)
    assert found[0] == pytest.approx(0.5 + 0.9 * (now - 0.5), abs=1e-12)


def test_a_wholly_dependent_driver_counts_its_strongest_item_alone() -> None:
    strong, weak = item("a", (0.9, 0.1), driver="war"), item("b", (0.6, 0.4), driver="war")
    assert weigh(case(weak, strong, rho=1.0)).posterior == pytest.approx(weigh(case(strong)).posterior)


def test_an_item_of_no_weight_does_not_dilute_its_neighbour() -> None:
    strong, blank = item("a", (0.8, 0.4), driver="war"), item("blank", (0.9, 0.9), driver="war")
    assert weigh(case(blank, strong, rho=0.7)).posterior == pytest.approx(weigh(case(strong)).posterior, abs=1e-15)


def test_weights_in_decibels_and_bits() -> None:
    found = weigh(case(item("a", (0.8, 0.2))))
    assert decibels(found.logs[0], 0, 1) == pytest.approx(10 * math.log10(4), abs=1e-9)
    expected = 0.8 * math.log2(1.6) + 0.2 * math.log2(0.4)
    assert diagnosticity(np.array([0.5, 0.5]), found.logs[0]) == pytest.approx(expected, abs=1e-9)


def test_thousands_of_items_stay_within_range() -> None:
    found = weigh(case(*(item(f"i{n}", (0.9, 0.1)) for n in range(2000)))).posterior
    assert found[0] == pytest.approx(1.0)
    assert np.isfinite(found).all()


def test_what_a_model_takes_is_the_likelihood_without_the_prior() -> None:
    one, other = item("a", (0.8, 0.2)), item("b", (0.3, 0.6))
    even, biased = (likelihood_vector(case(one, other, prior=prior)) for prior in ((0.5, 0.5), (0.9, 0.1)))
    assert even == pytest.approx(biased)
    assert even[1] / even[0] == pytest.approx(0.2 * 0.6 / (0.8 * 0.3))


@given(cases(), st.permutations(range(K)))
def test_relabelling_hypotheses_permutes_the_answer(given_case: Case, order: list[int]) -> None:
    relabelled = Case(
        tuple(given_case.prior[place] for place in order),
        tuple(
            Item(one.name, tuple(one.bounds[p] for p in order), one.driver, one.ratio, one.coverage, one.month)
            for one in given_case.items
        ),
        given_case.rhos,
        given_case.switching,
        given_case.until,
    )
    assert weigh(relabelled).posterior == pytest.approx(weigh(given_case).posterior[order], abs=1e-12)


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_items_is_irrelevant(given_case: Case, random: Random) -> None:
    items = list(given_case.items)
    random.shuffle(items)
    shuffled = Case(given_case.prior, tuple(items), given_case.rhos, given_case.switching, given_case.until)
    assert weigh(shuffled).posterior == pytest.approx(weigh(given_case).posterior, abs=1e-9)


@given(cases(), shares)
def test_removing_an_item_of_no_weight_changes_nothing(given_case: Case, share: float) -> None:
    blank = Item("blank", ((share, share, share),) * K, "war", 50.0, month=given_case.until)
    more = Case(given_case.prior, (blank, *given_case.items), given_case.rhos, 0.0, given_case.until)
    less = Case(given_case.prior, given_case.items, given_case.rhos, 0.0, given_case.until)
    assert weigh(more).posterior == pytest.approx(weigh(less).posterior, abs=1e-12)


def test_items_that_tell_as_much_take_turns_by_what_they_say() -> None:
    one = Item("a", ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5), (0.75, 0.75, 0.75)), "war", ratio=2.0, month=1)
    other = Item("b", ((0.75, 0.75, 0.75), (0.75, 0.75, 0.75), (0.5, 0.5, 0.5)), "war", ratio=2.0, month=3)
    rhos = (("war", (0.7, 0.7, 0.7)),)
    there, back = (
        weigh(Case((1 / 3, 1 / 3, 1 / 3), items, rhos, switching=0.02, until=12)).posterior
        for items in ((one, other), (other, one))
    )
    assert there == pytest.approx(back, abs=1e-12)
