"""Whose a thing is that the text speaks of once more. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read
from tests.reading.frames.test_between import parties

pytestmark = pytest.mark.model
# A third state that is spoken of as much: whose a thing is does not follow from who the report is about.
AMONG_THREE = "Chad, Togo and Oman trade with one another. "


@pytest.mark.parametrize(
    ("told", "word", "by", "to"),
    [
        ("Chad imposed an embargo on Togo in May. The embargo was eased in June.", "eased", "TCD", "TGO"),
        ("Chad lodged a complaint against Togo. The complaint was withdrawn in May.", "withdrawn", "TCD", "TGO"),
        ("Chad offered Togo a loan. Nothing came of it. The offer was declined in May.", "declined", "TGO", "TCD"),
        ("Chad sent Togo an invitation in May. The invitation was accepted.", "accepted", "TGO", "TCD"),
        ("Chad demanded an apology from Togo. The demand was rejected in May.", "rejected", "TGO", "TCD"),
    ],
)
def test_the_thing_told_of_before(reader: Reader, told: str, word: str, by: str, to: str) -> None:
    text = AMONG_THREE + told
    assert parties(read(reader, text), text, word) == ([by], [to])


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("Chad imposed an embargo on Togo in May. An embargo was eased in June.", "eased"),
        ("Chad imposed an embargo on Togo in May. The tariff that hurts farmers was eased in June.", "eased"),
        ("Chad signed a treaty with Togo. The treaty was rejected in May.", "rejected"),
    ],
)
def test_another_thing(reader: Reader, told: str, word: str) -> None:
    text = AMONG_THREE + told
    assert parties(read(reader, text), text, word)[0] == []
