"""Every entry of the lexicons of times, quantities and occasions is found in its own example."""

import re

import pytest

from legation.lexicon.occasions import Occasion, load_occasions
from legation.lexicon.quantities import QuantityWord, load_quantity_words
from legation.lexicon.times import TimeWord, load_time_words
from legation.reading.times.timewords import KINDS, tokenise


@pytest.mark.parametrize("entry", load_time_words(), ids=lambda entry: f"{entry.kind}-{entry.words[0]}")
def test_time_word_is_read_as_its_kind(entry: TimeWord) -> None:
    kinds = {token.kind for token in tokenise(entry.example)}
    # An era and its number are one token, a year.
    assert KINDS["year" if entry.kind == "era" else entry.kind] in kinds


@pytest.mark.parametrize("entry", load_quantity_words(), ids=lambda entry: f"{entry.kind}-{entry.words[0]}")
def test_quantity_word_stands_in_its_example(entry: QuantityWord) -> None:
    shown = entry.example.lower()
    assert any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", shown) or (word[-1] in "$€£¥₩₽₹₴₦฿₫₸₪₱" and word in shown)
        for word in entry.words
    )


@pytest.mark.parametrize("entry", load_occasions(), ids=lambda entry: entry.name)
def test_occasion_stands_in_its_example(entry: Occasion) -> None:
    words = set(re.findall(r"[\w-]+", entry.example.lower()))
    assert words & {*entry.nouns, *(f"{noun}s" for noun in entry.nouns)}
