"""What states are called by, owners of countries and sides that nobody names. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


def meant(reader: Reader, text: str, words: str) -> list[str | None]:
    """Return the names of whom the mention of these words means."""
    found = [mention for mention in read(reader, text).mentions if mention.text.lower() == words]
    return [mention.actor.name if mention.actor else None for mention in found]


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("Taiwan lowered its tariffs. The island will sign an accord with Peru.", "the island", ["Taiwan"]),
        ("The Maldives held a vote. India said the archipelago had asked for help.", "the archipelago", ["Maldives"]),
        ("Oman and Iran spoke. The sultanate sent an envoy to Sanaa.", "the sultanate", ["Oman"]),
        ("Jordan and Peru signed a pact. Lima sold ships to the kingdom.", "the kingdom", ["Jordan"]),
        ("Peru and Chile spoke. Their ships left the island.", "the island", []),
        ("Taiwan protested. Ships circled Uotsuri Island. Sailors landed on the island.", "the island", []),
        (
            "Jordan and Morocco spoke. The two kingdoms signed a pact.",
            "the two kingdoms",
            ["Jordan", "Morocco"],
        ),
        ("Macron went to Chad. He said that his country had no troops left there.", "his country", ["France"]),
        (
            "Somali troops fired. Kenya was calm. Kenya gave its neighbour a week.",
            "its neighbour",
            ["Somalia"],
        ),
        ("No Peruvian president has broken with Taiwan.", "no peruvian president", ["Peru"]),
        ("Washington was slow. The Liberals would review the embassy in Lima.", "the embassy", [None]),
    ],
)
def test_who_is_called_so(reader: Reader, text: str, words: str, states: list[str | None]) -> None:
    assert meant(reader, text, words) == states


def test_it_is_no_nothing(reader: Reader) -> None:
    text = "Kenya gave Somalia a week. When nothing happened, it banned flights from Mogadishu."
    assert meant(reader, text, "it") == ["Kenya"]
