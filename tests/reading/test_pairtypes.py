"""The arbiter of event types: what it decides, and that it says why."""

import pytest

from legation.reading.pairtypes import AGREED, OVERRULED, load_type_arbiter, make_type_arbiter

ARBITER = make_type_arbiter(
    {
        "types": ["ACCUSE", "AID"],
        "weights": {"word=blame": [200, -200], "word=send": [-100, 100], "always": [10, -10]},
        "phrases": {"hand over": [-300, 300]},
    }
)


@pytest.mark.parametrize(
    ("features", "kind"),
    [(["always", "word=blame"], "ACCUSE"), (["always", "word=send"], "AID"), (["word=never seen"], "ACCUSE")],
)
def test_the_greatest_sum_wins(features: list[str], kind: str) -> None:
    assert ARBITER.decide(features, []).type == kind


def test_a_decision_names_the_features_that_told_most_and_for_what() -> None:
    decision = ARBITER.decide(["always", "word=blame", "word=send"], [])
    assert [(reason.feature, reason.weight) for reason in decision.reasons] == [("word=blame", 2.0), ("always", 0.1)]
    assert decision.score == pytest.approx(decision.scores["ACCUSE"])
    assert sum(decision.scores.values()) == pytest.approx(1)


@pytest.mark.parametrize(("phrases", "weight"), [(["hand over"], 3.0), (["hand over", "s", "t", "s hand"], 1.5)])
def test_a_phrase_tells_less_in_a_long_text(phrases: list[str], weight: float) -> None:
    decision = ARBITER.decide([], phrases)
    assert decision.type == "AID"
    assert [(reason.feature, reason.weight) for reason in decision.reasons] == [("phrase=hand over", weight)]


@pytest.mark.parametrize(("framed", "rule"), [("AID", AGREED), ("ACCUSE", OVERRULED), (None, OVERRULED)])
def test_its_rule_tells_whether_the_frames_were_overruled(framed: str | None, rule: str) -> None:
    assert ARBITER.decide(["word=send"], [], framed).rule == rule


def test_the_weights_that_ship_have_a_row_for_every_type() -> None:
    arbiter = load_type_arbiter()
    assert len(arbiter.types) == 15
    assert {len(row) for part in (arbiter.weights, arbiter.phrases) for row in part.values()} == {15}
