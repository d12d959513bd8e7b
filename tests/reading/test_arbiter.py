"""Weights of several labels in one integer: sums come out as they went in, label by label."""

from legation.reading.arbiter import pack, unpack


def test_packed_weights_add_up_label_by_label() -> None:
    rows = ([1, -2, 3, 0, -5], [-1, 2, -4, 250, -700], [-30_000, 30_000, -1, 1, 0])
    assert unpack(sum(map(pack, rows))) == [-30_000, 30_000, -2, 251, -705]


def test_no_weights_are_noughts() -> None:
    assert unpack(0) == [0, 0, 0, 0, 0]
