"""Each word of estimates.yml stands in its example, and both rows of the scale cover it without a gap."""

import re

import pytest

from legation.lexicon.estimates import EstimateEntry, load_estimates

ENTRIES = load_estimates()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kind} {entry.words[0]}")
def test_an_example_holds_one_of_its_words(entry: EstimateEntry) -> None:
    words = "|".join(map(re.escape, entry.words))
    assert re.search(rf"\b(?:{words})\b", entry.example, re.IGNORECASE)


@pytest.mark.parametrize("row", [1, 2])
def test_a_row_covers_the_scale(row: int) -> None:
    bands = sorted((entry.low, entry.high) for entry in ENTRIES if entry.row == row and entry.low and entry.high)
    assert (bands[0][0], bands[-1][1]) == (1, 99)
    assert [high for _, high in bands[:-1]] == [low for low, _ in bands[1:]]
