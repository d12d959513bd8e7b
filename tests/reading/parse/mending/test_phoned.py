"""Who is called by telephone, and who only bears a name. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "caller", "called"),
    [
        ("Peru's foreign minister called Sergei Lavrov to discuss the crisis.", "Peru's foreign minister", "Lavrov"),
        ("The Danish prime minister called Lavrov on Monday to discuss grain.", "The Danish prime minister", "Lavrov"),
        ("President Rossi called Emmanuel Macron to discuss the crisis.", "Rossi", "Macron"),
    ],
)
def test_who_calls_whom(reader: Reader, text: str, caller: str, called: str) -> None:
    reading = read(reader, text)
    claim = claim_at(reading, "called")
    assert (claim.type, claim.mode, names(reading, claim.agents)) == ("CONSULT", "phone", [caller])
    assert [name.split()[-1] for name in names(reading, claim.recipients)] == [called]


def test_who_calls_on_whom(reader: Reader) -> None:
    reading = read(reader, "The Peruvian ambassador called on President Boric to discuss the crisis.")
    claim = claim_at(reading, "called")
    assert (claim.type, claim.mode) == ("CONSULT", "visit")
    assert names(reading, claim.agents) == ["The Peruvian ambassador"]
    assert names(reading, claim.recipients) == ["Boric"]


def test_what_somebody_is_called_is_no_call(reader: Reader) -> None:
    reading = read(reader, "A Peruvian envoy called Hugo Diaz was expelled from Chad.")
    assert [claim.type for claim in reading.claims] == ["SANCTION"]
