"""Weights of several labels in one integer: sums come out as they went in, label by label."""

import pytest

from legation.reading.attribution import arbiter
from legation.reading.attribution.arbiter import Known, pack, unpack, weigh, weigh_parts
from legation.reading.attribution.units import Part


def test_packed_weights_add_up_label_by_label() -> None:
    rows = ([1, -2, 3, 0, -5], [-1, 2, -4, 250, -700], [-30_000, 30_000, -1, 1, 0])
    assert unpack(sum(map(pack, rows))) == [-30_000, 30_000, -2, 251, -705]


def test_no_weights_are_noughts() -> None:
    assert unpack(0) == [0, 0, 0, 0, 0]


def parts_of(kind: str, shape: str) -> list[str]:
    """Return features as a maker of a part's does."""
    return [f"x={shape}", f"kx={kind}|{shape}"]


def test_a_part_that_comes_again_weighs_what_its_features_do() -> None:
    weights = {"x=dobj": 30, "kx=speech|dobj": -7, "1": 4}
    known = Known(weights)
    parts: list[Part] = [
        (parts_of, ("speech", "dobj")),
        (parts_of, ("thought", "dobj")),
        (parts_of, ("speech", "dobj")),
    ]
    features = [feature for make, of in parts for feature in make(*of)]
    assert weigh_parts(known, parts) == weigh(weights, features) == 76
    assert len(known) == 2


def test_parts_are_forgotten_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arbiter, "MOST_PARTS", 2)
    known = Known({"x=a": 1, "x=b": 2, "x=c": 3})
    parts: list[Part] = [(parts_of, ("none", shape)) for shape in "abcab"]
    assert weigh_parts(known, parts) == 9
    assert len(known) <= 2
