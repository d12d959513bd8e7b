"""Contrasts in words: seeing told from doing, points, and what redraws say of the order."""

import pytest

from legation.judgement.contrasts import Contrast, Spread, contrast_all, sweep
from legation.judgement.influence import Query, Side
from legation.reporting.scenarios import (
    basis_words,
    difference_words,
    encode_contrast,
    encode_swing,
    row_words,
    side_words,
    signed,
)
from tests.judgement.models import textbook

SPAN = "90 % of redraws:"
SMOKING = Query("dysp", "yes", Side(do={"smoke": "yes"}), Side(do={"smoke": "no"}))


def contrast(first: float, second: float, holds: float) -> Contrast:
    spread = Spread((first, first), (second, second), (first - second, first - second), holds, 1000)
    return Contrast(SMOKING, 0, (first, 1 - first), (second, 1 - second), spread)


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (Side(), "as things stand"),
        (Side(given={"war": "settled"}), "if we see war = settled"),
        (Side(do={"policy": "more_trilateral"}), "if we set policy = more trilateral"),
        (Side({"war": "settled", "need": "low"}, {"policy": "as_now"}),
         "if we see war = settled and need = low and set policy = as now"),
    ],
)  # fmt: skip
def test_seeing_and_doing_have_words_of_their_own(side: Side, words: str) -> None:
    assert side_words(side) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (contrast(0.3, 0.2, 0.995), f"10 points more ({SPAN} +10 to +10); the order holds in over 99 % of redraws"),
        (contrast(0.2, 0.21, 0.8), f"1 point less ({SPAN} −1 to −1); the order holds in 80 % of redraws: not settled"),
        (contrast(0.2, 0.2001, 0.5), "no difference (less than half a point)"),
    ],
)  # fmt: skip
def test_differences_in_words(found: Contrast, words: str) -> None:
    assert difference_words(found) == words


def test_points_carry_their_sign() -> None:
    assert [signed(value) for value in (0.1, -0.034, 0.001)] == ["+10", "−3", "0"]


def test_a_contrast_as_json_has_every_state_and_its_words() -> None:
    model = textbook("asia")
    row = encode_contrast(model, contrast_all(model, [SMOKING])[0])
    assert row["levels"].keys() == {"yes", "no"}
    assert row["difference"] == pytest.approx(row["levels"]["yes"] - row["levels_against"]["yes"])
    assert row["words"]["side"].startswith("if we set smoke = yes: ")


def test_a_swing_names_its_row_and_reason() -> None:
    model = textbook("asia")
    found = sweep(model, SMOKING)
    row = encode_swing(found, found.swings[0])
    assert (row["low"], row["high"]) == (found.swings[0].low, found.swings[0].high)
    node = model.node("dysp")
    assert row_words("dysp", node.rows[0], node.parents) == "dysp, if bronc = yes and either = yes"
    assert basis_words(node.rows[0]) == " (worth 20 observations)"
