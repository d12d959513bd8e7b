"""Nouns that only sum up what the clause before them has told. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Macron flew to Rabat in June, his third visit this year.", ["flew"]),
        ("Modi travelled to Dhaka, his first visit since 2021.", ["travelled"]),
        ("Ruto flew to Kampala after a visit to Rwanda.", ["flew", "visit"]),
    ],
)
def test_a_visit_that_says_what_the_journey_was_is_told_once(reader: Reader, text: str, told: list[str]) -> None:
    reading = read(reader, text)
    assert [claim.trigger.of(text) for claim in reading.claims] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya and Ethiopia feuded. Both countries signed a trade agreement.", ["signed"]),
        ("Peru met Chile. The two sides expanded trade links.", ["met", "expanded"]),
        ("Peru's senate passed a new Bolivia sanctions bill.", ["passed", "sanctions"]),
    ],
)
def test_a_noun_that_says_which_thing_is_dealt_with_is_told_once(reader: Reader, text: str, told: list[str]) -> None:
    reading = read(reader, text)
    assert [claim.trigger.of(text) for claim in reading.claims] == told
