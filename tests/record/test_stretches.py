"""How far back PostgreSQL looks for words."""

import pytest

from legation.record.stretches import FEW, READ, divide


@pytest.mark.parametrize(
    ("last", "finds", "narrows", "first", "by_index"),
    [
        (40_000_000, 10_000_000, False, 39_996_000, False),
        (40_000_000, 1_000_000, False, 39_960_000, False),
        (40_000_000, 1_000_000, True, 39_960_000, True),
        (40_000_000, 100_000, False, 39_600_000, True),
        (40_000_000, FEW - 1, False, 0, True),
        (5_000, FEW, False, 1_000, False),
        (4_000, FEW, False, 0, True),
        (0, 0, False, 0, True),
    ],
)
def test_the_last_entries_of_common_words_are_seen_first(
    last: int, finds: int, narrows: bool, first: int, by_index: bool
) -> None:
    stretches = divide(last, finds, narrows=narrows)
    assert (stretches[0].above, stretches[0].upto, stretches[0].by_index) == (first, last, by_index)
    assert by_index or last - first <= READ
    # Whatever is not in the first stretch is in the other: none is left out, none is seen twice.
    assert [stretch.upto for stretch in stretches[1:]] == [first] * (len(stretches) - 1)
    assert stretches[-1].above == 0
