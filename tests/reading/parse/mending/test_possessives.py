"""Who acts behind "whose". Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read
from tests.reading.frames.test_between import parties

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Peru, whose favorite, Ali Bongo, vowed to dig a ditch, signed a treaty with Chad.",
            {"vowed": "GAB", "signed": "PER"},
        ),
        (
            "Chad, whose foreign minister, Hakan Fidan, visited Tehran in May, offered to mediate.",
            {"visited": "TUR", "offered": "TCD"},
        ),
        ("Niger, whose president, William Ruto, has threatened to close the border, sent troops.", {"sent": "NER"}),
        ("Japan, whose prime minister Ishiba Shigeru met Putin in 2020, is wary.", {"met": "JPN"}),
        (
            "Chile votes in a runoff whose favorite, José Antonio Kast, has vowed to dig a ditch.",
            {"vowed": "CHL"},
        ),
        ("The United States, whose envoy, Ali Bongo, promised Kuwait help, might offer loans.", {"promised": "GAB"}),
        ("Chad, which says that Niger shelled its camps, recalled its envoy.", {"shelled": "NER", "recalled": "TCD"}),
        (
            "Kenya, which insists that Sudan armed the rebels, has closed its embassy.",
            {"armed": "SDN", "closed": "KEN"},
        ),
        (
            "Peru ordered deportations of Venezuelans, of whom there are 40,000, and allowed marines to land.",
            {"ordered": "PER", "allowed": "PER"},
        ),
        ("Ghana, whose army chief visited Lome in May, denies the charge.", {"visited": "GHA", "denies": "GHA"}),
    ],
)
def test_who_acts(reader: Reader, text: str, acts: dict[str, str]) -> None:
    reading = read(reader, text)
    assert {word: parties(reading, text, word)[0] for word in acts} == {word: [who] for word, who in acts.items()}
