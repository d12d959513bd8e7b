"""Sons and sisters, called by one name behind a word for kin. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Haftar's son Saddam visited Minsk in February.", "Saddam"),
        ("Khalifa Haftar's son, Saddam, met Lukashenko.", "Saddam"),
        ("Saddam Haftar visited Minsk in February.", "Saddam Haftar"),
        ("Museveni's son Muhoozi threatened Kenya.", "Muhoozi"),
        ("Saddam Hussein invaded Kuwait.", "Saddam Hussein"),
        ("Saddam invaded Kuwait.", "Saddam"),
    ],
)
def test_kin_act_for_themselves(reader: Reader, text: str, agent: str) -> None:
    reading = reader.read(make_document(text))
    mentions = {mention.id: mention for mention in reading.mentions}
    (claim,) = reading.claims
    (doer,) = (mentions[one] for one in claim.agents)
    assert doer.text == agent
    dictator = doer.actor is not None and doer.actor.id == "saddam-hussein"
    assert dictator == ("Kuwait" in text)
