"""Whose word it is that stands around an aside. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        # "Or so somebody says" between who acts and the verb is said of that clause alone.
        ("Peru signed a pact and Chile, or so officials in Lima said, agreed to leave.", "signed", None),
        ("Peru signed a pact and Chile, or so officials in Lima said, agreed to leave.", "agreed", "officials in Lima"),
        ("Peru has agreed to leave, or so officials in Lima said.", "agreed", "officials in Lima"),
        # What somebody fears in passing stands around it.
        ("If talks fail, officials in Lima believe, Ecuador would close the border.", "close", "officials in Lima"),
    ],
)
def test_an_aside_is_said_of_its_clause(reader: Reader, text: str, word: str, source: str | None) -> None:
    reading = read(reader, text)
    made = {one.id: one.source_text for one in reading.attributions}
    assert made.get(claim_at(reading, word).attribution or "") == source
