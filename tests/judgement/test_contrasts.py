"""Contrasts, tornado and redraws agree with pyAgrum on models changed by hand."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from legation.judgement.contrasts import contrast_all, sweep
from legation.judgement.inference import marginals
from legation.judgement.influence import Model, Query, Side
from tests.judgement.models import random_model, textbook

SMOKING = Query("dysp", "yes", Side(do={"smoke": "yes"}), Side(do={"smoke": "no"}))


def difference(model: Model, query: Query) -> float:
    place = model.place(query.ask, query.state)
    first, second = (marginals(model, side)[query.ask][place] for side in (query.side, query.against))
    return first - second


def with_row(model: Model, name: str, number: int, p: tuple[float, ...]) -> Model:
    node = model.node(name)
    rows = tuple(replace(row, p=p) if at == number else row for at, row in enumerate(node.rows))
    return replace(model, nodes=tuple(replace(node, rows=rows) if item is node else item for item in model.nodes))


def test_a_contrast_is_exact_and_holds() -> None:
    found = contrast_all(textbook("asia"), [SMOKING])[0]
    assert found.difference == pytest.approx(difference(textbook("asia"), SMOKING), abs=1e-12)
    low, high = found.spread.difference
    assert low < found.difference < high
    assert found.spread.holds > 0.9


def test_redraws_repeat_by_their_seed() -> None:
    model = textbook("asia")
    first, again = contrast_all(model, [SMOKING]), contrast_all(model, [SMOKING])
    assert first[0].spread == again[0].spread
    assert contrast_all(model, [SMOKING], seed=7)[0].spread != first[0].spread


def test_surer_authors_give_narrower_intervals() -> None:
    def width(ess: float) -> float:
        model = textbook("asia")
        nodes = tuple(replace(node, rows=tuple(replace(row, ess=ess) for row in node.rows)) for node in model.nodes)
        low, high = contrast_all(replace(model, nodes=nodes), [SMOKING])[0].spread.difference
        return high - low

    assert width(2000) < 0.2 * width(20)


def test_the_mean_of_the_redraws_is_the_model() -> None:
    model = random_model(3, 4)
    query = Query("n3", "a", Side(do={"n0": "a"}))
    spread = contrast_all(model, [query], draws=20000)[0].spread
    assert sum(spread.first) / 2 == pytest.approx(marginals(model, query.side)["n3"][0], abs=0.03)


def test_soft_evidence_moves_contrasts() -> None:
    query = Query("smoke", "yes", Side(given={"xray": "yes"}))
    plain, told = (contrast_all(textbook("asia"), [query], soft)[0] for soft in (None, {"lung": (0.9, 0.1)}))
    assert told.first[0] > plain.first[0]


def test_a_tornado_moves_each_entry_as_by_hand() -> None:
    model = textbook("asia")
    swings = {(swing.node, swing.row.given, swing.state): swing for swing in sweep(model, SMOKING).swings}
    healthy = swings["bronc", ("yes",), "no"]
    half, double = 0.25, 4 / 7
    assert healthy.low == pytest.approx(difference(with_row(model, "bronc", 0, (1 - half, half)), SMOKING))
    assert healthy.high == pytest.approx(difference(with_row(model, "bronc", 0, (1 - double, double)), SMOKING))
    assert ("bronc", ("yes",), "yes") not in swings, "the other entry of two is its mirror"


def test_a_tornado_rescales_the_rest_of_a_row() -> None:
    model = random_model(11, 5)
    node = next(node for node in model.nodes if len(node.states) == 3)
    query = Query(node.name, "b", Side(do={"n0": "a"})) if node.name != "n0" else Query("n4", "a", Side(do={"n1": "a"}))
    p = node.rows[0].p
    odds = 2 * p[0] / (1 - p[0])
    moved = np.array([odds / (1 + odds), *(np.array(p[1:]) / (1 - p[0]) / (1 + odds))])
    swing = next(
        swing
        for swing in sweep(model, query).swings
        if (swing.node, swing.row, swing.state) == (node.name, node.rows[0], "a")
    )
    assert swing.high == pytest.approx(difference(with_row(model, node.name, 0, tuple(moved.tolist())), query))


def test_the_furthest_swing_comes_first_and_certain_entries_have_none() -> None:
    swings = sweep(textbook("asia"), SMOKING).swings
    assert all(first.reach > second.reach - 1e-9 for first, second in pairwise(swings))
    assert all(0 < swing.value < 1 for swing in swings)
    assert "either" not in {swing.node for swing in swings}, "a sure row has no odds to move"
