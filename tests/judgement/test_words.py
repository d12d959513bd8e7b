"""Bands are half-open, numbers go in steps of five within their band, and nothing is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.judgement.words import (
    estimate_words,
    find_band,
    interval_words,
    likelihood_words,
    load_bands,
    round_percent,
)


@pytest.mark.parametrize(
    ("probability", "word", "number"),
    [
        (0.0, "almost no chance", "under 5 %"),
        (0.049, "almost no chance", "under 5 %"),
        (0.05, "very unlikely", "5 %"),
        (0.199, "very unlikely", "15 %"),
        (0.20, "unlikely", "20 %"),
        (0.45, "roughly even", "45 %"),
        (0.53, "roughly even", "50 %"),
        (0.55, "likely", "55 %"),
        (0.66, "likely", "65 %"),
        (0.799, "likely", "75 %"),
        (0.80, "very likely", "80 %"),
        (0.95, "almost certain", "over 95 %"),
        (1.0, "almost certain", "over 95 %"),
    ],
)
def test_words_and_numbers(probability: float, word: str, number: str) -> None:
    assert (find_band(probability).word, round_percent(probability)) == (word, number)


def test_bands_meet_without_gap_or_overlap() -> None:
    bands = load_bands()
    assert [band.high for band in bands[:-1]] == [band.low for band in bands[1:]]
    assert (bands[0].low, bands[-1].high) == (1, 99)


def test_an_interval_within_one_band_has_one_word_and_across_two_both() -> None:
    assert interval_words(0.56, 0.79) == "likely"
    assert estimate_words(0.66, (0.56, 0.79)) == "likely (55–80 %), about 65 %"
    assert estimate_words(0.47, (0.31, 0.72)) == "unlikely to likely (30–70 %), about 45 %"
    assert estimate_words(0.02, (0.01, 0.12)) == "almost no chance to very unlikely (under 5 % to 10 %), under 5 %"


def test_what_is_no_probability_is_refused() -> None:
    with pytest.raises(ValueError, match="no probability"):
        likelihood_words(1.2)


@given(st.floats(0, 1))
def test_the_number_lies_in_the_band_of_the_word(probability: float) -> None:
    band, number = find_band(probability), round_percent(probability)
    assert number not in {"0 %", "100 %"}
    if number[0].isdigit():
        assert band.low <= int(number[:-2]) < band.high
