"""What goes on behind who says so belongs to what he says. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "agents"),
    [
        ("Chadian rebels overran a Togolese base, officials said Tuesday, killing 17 men.", "killing", ["rebels"]),
        ("Kenyan jets bombed a Somali village, witnesses said, wounding nine people.", "wounding", ["jets"]),
        ("Rebels stormed the base, the Chadian army said, killing 12 men and seizing a truck.", "killing", ["Rebels"]),
        ("Rebels stormed the base, the Chadian army said, killing 12 men and seizing a truck.", "seizing", ["Rebels"]),
        # Who speaks on does what he says or signs.
        ("Rebels stormed the base, the Chadian army said, accusing Niger of arming them.", "accusing", ["army"]),
        ('"This is a great day," the Danish premier said, signing the treaty with Peru.', "signing", ["premier"]),
        # What force did, those did who used it.
        ("A Kenyan ship was shelled by Somali pirates, injuring nine sailors.", "injuring", ["pirates"]),
    ],
)
def test_who_did_what_is_told_behind_a_report(reader: Reader, text: str, word: str, agents: list[str]) -> None:
    reading = read(reader, text)
    assert [name.split()[-1] for name in names(reading, claim_at(reading, word).agents)] == agents


def test_what_was_attacked_killed_nobody(reader: Reader) -> None:
    reading = read(reader, "A Kenyan base was bombed on Monday, killing nine soldiers.")
    assert [claim.trigger.of(reading.document.text) for claim in reading.claims if claim.agents] == []
