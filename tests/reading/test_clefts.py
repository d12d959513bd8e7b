"""Who it was that did something, in sentences that name another one beside. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.test_sufferers import parties

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("It was Ankara, not Baku, that closed the border with Armenia.", ["Ankara"]),
        ("It was Ankara and not Baku that closed the border with Armenia.", ["Ankara"]),
        ("It was not Baku but Ankara that closed the border with Armenia.", ["Ankara"]),
        ("It was not Ankara that closed the border with Armenia.", ["Ankara"]),
    ],
)
def test_it_was_the_one_and_not_the_other(reader: Reader, text: str, doers: list[str]) -> None:
    assert parties(reader, text, "closed") == (doers, ["Armenia"])
