"""Training the arbiter of event types: what is fitted is what the arbiter reads."""

import csv
from collections.abc import Sequence

import numpy as np

from benchmarks.plv import unmark
from benchmarks.train_types import OWN, Row, Seen, fit, fit_features, fit_phrases, hundredths
from legation.reading.pairs import ALWAYS
from legation.reading.pairtypes import load_type_arbiter, make_type_arbiter


def row(kind: str, *features: str, phrases: Sequence[str] = ("s and t",)) -> Row:
    seen = Seen([ALWAYS, *features], phrases, None)
    return Row(kind, kind, [seen, seen])


ROWS = [row("AID", "word=send")] * 40 + [row("ACCUSE", "word=blame")] * 40 + [row("REJECT", "word=refuse")] * 40
ROWS += [Row("ACCUSE", "ACCUSE", [Seen([ALWAYS, "word=once"], ["say once"], None)])]


def test_the_arbiter_learns_the_rows() -> None:
    arbiter = make_type_arbiter(fit(ROWS))
    assert arbiter.types == ("ACCUSE", "AID", "REJECT")
    assert arbiter.decide([ALWAYS, "word=send"], ["s and t"]).type == "AID"
    assert arbiter.decide([ALWAYS, "word=blame"], ["s and t"]).type == "ACCUSE"


def test_how_the_phrases_lean_counts_with_the_features() -> None:
    (_, weights), (_, leaning) = fit_features(ROWS), fit_phrases(ROWS)
    assert any(leaning)
    expected = [weight + more for weight, more in zip(weights[ALWAYS], leaning, strict=True)]
    assert fit(ROWS)["weights"][ALWAYS] == expected


def test_small_weights_stay_and_those_of_nothing_go() -> None:
    assert hundredths(np.array([[0.03, -0.03], [0.001, 0.0]]), {"small": 0, "none": 1}) == {"small": [3, -3]}


def test_what_is_rare_is_left_out() -> None:
    model = fit(ROWS)
    assert "word=once" not in model["weights"]
    assert "say once" not in model["phrases"]


def test_phrases_tell_the_type_where_no_feature_does() -> None:
    rows = [row("AID", phrases=["hand over"])] * 40 + [row("ACCUSE", phrases=["point at"])] * 40
    arbiter = make_type_arbiter(fit([*rows, *ROWS]))
    assert arbiter.decide([ALWAYS], ["hand over"]).type == "AID"
    assert arbiter.decide([ALWAYS], ["point at"]).type == "ACCUSE"


def test_rows_of_our_own_mark_a_pair_and_have_a_type_each_once() -> None:
    with OWN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    texts = [unmark(row["marked_sentence"]) for row in rows]
    assert {row["gold_root"] for row in rows} == set(load_type_arbiter().types)
    assert all(spans.keys() == {"s", "t"} for _, spans in texts)
    assert len({text for text, _ in texts}) == len(rows)
