"""Grammatical functions, seen in who a claim's recipient is."""

import pytest

from legation.reading.reader import Reader
from tests.reading.test_claims import claim_at, names, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "recipient"),
    [
        ("Beijing watered down the draft on Myanmar.", "watered", "Myanmar"),
        ("Israel hunted down the Palestinian gunman.", "hunted", "the Palestinian gunman"),
    ],
)
def test_object_behind_the_particle(reader: Reader, text: str, verb: str, recipient: str) -> None:
    reading = read(reader, text)
    assert names(reading, claim_at(reading, verb).recipients) == [recipient]
