"""Whether what a frame asks for stands around its word. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "threat"),
    [
        ("Chad vowed to attack Niger.", "vowed", True),
        ("Chad vowed to expel the envoy of Niger.", "vowed", True),
        ("Chad vowed to help Niger.", "vowed", False),
    ],
)
def test_a_vow_is_what_its_infinitive_aims_at(reader: Reader, text: str, word: str, threat: bool) -> None:
    assert (claim_at(read(reader, text), word).type == "THREATEN") is threat
