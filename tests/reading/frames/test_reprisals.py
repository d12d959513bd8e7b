"""Against whom a step is taken that answers another. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("In response to Chile's embargo, Peru expelled two diplomats.", "expelled", ["Chile"]),
        ("In retaliation for the Chilean raid, Peru closed its airspace.", "closed", ["Chilean"]),
        ("Peru imposed tariffs in response to Chile's duties on copper.", "imposed", ["Chile"]),
        (
            "Mali accused Niger of shooting down a drone, and Niger responded by closing the border.",
            "closing",
            ["Mali"],
        ),
        ("Kenya banned Tanzanian maize. Tanzania retaliated by banning two airlines.", "banning", ["Kenya"]),
        # Whom a step names is whom it is taken against.
        ("In response to Chile's embargo, Peru expelled two Bolivian diplomats.", "expelled", ["Bolivian"]),
        ("In response to the flood, Ghana closed two roads.", "closed", []),
    ],
)
def test_whom_a_reprisal_is_against(reader: Reader, text: str, word: str, recipients: list[str]) -> None:
    reading = read(reader, text)
    assert names(reading, claim_at(reading, word).recipients) == recipients


def test_what_a_reprisal_is_about(reader: Reader) -> None:
    reading = read(reader, "In response to Chile's embargo, Peru expelled two diplomats.")
    theme = claim_at(reading, "expelled").theme
    assert theme is not None
    assert theme.text == "two diplomats"
