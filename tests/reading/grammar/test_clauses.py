"""Grammatical functions, seen in who a claim's recipient is."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read

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


@pytest.mark.parametrize(
    ("text", "verb", "agents", "recipients"),
    [
        # Where something is done is not what it is done to; what "which" stands for is.
        ("Petro visited Havana, where he condemned.", "condemned", ["he"], []),
        ("Petro left Havana, which he condemned.", "condemned", ["he"], ["Havana"]),
        # A past tense that hangs on a noun was done to it.
        ("Bandits released seven Ghanaian drivers kidnapped last month.", "kidnapped", [], ["seven Ghanaian drivers"]),
        ("Kenya freed six sailors who kidnapped a Ugandan.", "kidnapped", ["six sailors"], ["Ugandan"]),
        # Who is praised did it; who insists does it himself.
        ("Putin congratulated Xi on signing a treaty with Iran.", "signing", ["Xi"], ["Iran"]),
        ("Putin insisted on signing a treaty with Iran.", "signing", ["Putin"], ["Iran"]),
        ("Attempts by Oman to free the Yemeni pilots failed.", "free", ["Oman"], ["the Yemeni pilots"]),
        ("Efforts in Norway to free the Yemeni pilots failed.", "free", [], ["the Yemeni pilots"]),
    ],
)
def test_who_and_to_whom(reader: Reader, text: str, verb: str, agents: list[str], recipients: list[str]) -> None:
    reading = read(reader, text)
    claim = claim_at(reading, verb)
    assert (names(reading, claim.agents), names(reading, claim.recipients)) == (agents, recipients)
