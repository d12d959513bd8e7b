"""Rulings on same and different: the latest counts, also by way of other claims; and decisions as values."""

import pytest

from legation.record.decision import (
    Anchor,
    Decision,
    Kind,
    Ruling,
    decode_anchor,
    encode_anchor,
    find_undone,
    make_decision,
)
from legation.record.judged import choose_joins

CHAIN = {"ab", "cd", "bd"}
Given = tuple[str, str, str]


def ruled(number: int, ruling: str) -> Decision:
    subject = Anchor(Kind.CLAIM, "a")
    return make_decision(at=f"2026-03-{number + 1:02}", author="ann", ruling=Ruling(ruling), subject=subject)


@pytest.mark.parametrize(
    ("rulings", "together", "apart"),
    [
        ([("same", "a", "b")], {"ab"}, set()),
        ([("same", "b", "a"), ("different", "a", "b")], set(), {"ab"}),
        ([("different", "a", "b"), ("same", "a", "b")], {"ab"}, set()),
        ([("same", "a", "b"), ("same", "b", "c"), ("different", "a", "c")], {"bc"}, {"ac"}),
        ([("different", "a", "c"), ("same", "a", "b"), ("same", "b", "c")], {"ab", "bc"}, set()),
        ([("different", "a", "b"), ("different", "c", "d"), ("same", "a", "c")], {"ac"}, {"ab", "cd"}),
        ([("different", "a", "c"), ("same", "a", "b"), ("same", "c", "d"), ("same", "b", "d")], CHAIN, set()),
        ([("same", "a", "a")], set(), set()),
    ],
)  # fmt: skip
def test_the_latest_of_rulings_that_contradict_each_other_counts(
    rulings: list[Given], together: set[str], apart: set[str]
) -> None:
    made = [(ruled(number, ruling), one, other) for number, (ruling, one, other) in enumerate(rulings)]
    for pairs in (made, made[::-1]):
        found = choose_joins(pairs)
        assert ({"".join(pair) for pair in found[0]}, {"".join(pair) for pair in found[1]}) == (together, apart)


@pytest.mark.parametrize(
    ("undoings", "undone"),
    [([], set()), ([("u1", "d")], {"d"}), ([("u1", "d"), ("u2", "u1")], {"u1"}),
     ([("u1", "d"), ("u2", "u1"), ("u3", "u2")], {"u2", "d"}),
     ([("u0", "d"), ("u1", "d"), ("u2", "u1")], {"u1", "d"})],
)  # fmt: skip
def test_an_undoing_can_be_undone(undoings: list[tuple[str, str]], undone: set[str]) -> None:
    assert find_undone(undoings) == find_undone(undoings[::-1]) == undone


def test_a_decision_is_named_by_its_content() -> None:
    one, same, other = ruled(1, "accept"), ruled(1, "accept"), ruled(1, "reject")
    assert one == same
    assert one.uid != other.uid
    event = Anchor(Kind.EVENT, "e1", claims=(Anchor(Kind.CLAIM, "c1", "sha256:ab", parties=("PER",), words="x"),))
    assert decode_anchor(encode_anchor(event)) == event
