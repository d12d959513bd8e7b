"""Whose troops and envoys are moved in a passive. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read
from tests.reading.frames.test_between import parties

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "agents", "recipients"),
    [
        ("South Africa's contingent was withdrawn in May.", "withdrawn", ["ZAF"], []),
        ("If the Rwandan troops were pulled out tomorrow, Palma would fall.", "pulled", ["RWA"], []),
        ("Chad's ambassador was recalled on Friday.", "recalled", ["TCD"], []),
        ("Forty French soldiers were sent to Mali.", "sent", ["FRA"], ["MLI"]),
        ("Chad's ambassador was expelled.", "expelled", [], ["TCD"]),
        ("Chad's soldiers were withdrawn from Mali by Niger.", "withdrawn", ["NER"], ["MLI"]),
    ],
)
def test_who_moves_them(reader: Reader, text: str, word: str, agents: list[str], recipients: list[str]) -> None:
    assert parties(read(reader, text), text, word) == (agents, recipients)
