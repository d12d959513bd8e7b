"""To whom what is refused, agreed or threatened would be done. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("Kenya refused to send peacekeepers or instructors to Somalia.", "refused", ["Somalia"]),
        ("Denmark declined to hand the suspects over to Morocco.", "declined", ["Morocco"]),
        ("Ghana agreed to send doctors to Togo.", "agreed", ["Togo"]),
        ("Ghana has agreed to extradite two bankers to Togo.", "agreed", ["Togo"]),
        ("Peru rejected the idea of selling its oil to Chile.", "rejected", ["Chile"]),
    ],
)
def test_recipients_are_those_of_the_act_undertaken(
    reader: Reader, text: str, word: str, recipients: list[str]
) -> None:
    reading = read(reader, text)
    assert names(reading, claim_at(reading, word).recipients) == recipients


def test_what_is_denied_is_not_undertaken(reader: Reader) -> None:
    reading = read(reader, "Chile denied having sold its copper to Peru.")
    assert claim_at(reading, "denied").recipients == ()
