"""Who is asked or made to do something does it, not who asks. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.frames.test_sufferers import parties

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "recipients"),
    [
        ("The siege led Chad to fire missiles at Libya.", "fire", ["Chad"], ["Libya"]),
        ("Kenya appealed to Uganda to help Rwanda.", "help", ["Uganda"], ["Rwanda"]),
        ("Oman called for Iran, its neighbour, to open the border.", "open", ["Iran"], []),
        ("London has called for Hamas, a foe of Israel, to be expelled from the talks.", "expelled", [], ["Hamas"]),
        ("Peru sent ships to shell Chile.", "shell", ["Peru"], ["Chile"]),
        (
            "Peru was told to halt its exports by the World Trade Organization.",
            "told",
            ["World Trade Organization"],
            ["Peru"],
        ),
        ("The Danish envoy was asked to leave the country by Chad.", "asked", ["Chad"], ["Danish"]),
        ("Ghana was ordered to leave the camp by Monday.", "ordered", [], ["Ghana"]),
    ],
)
def test_who_is_asked_or_made_to_does_it(
    reader: Reader, text: str, trigger: str, agents: list[str], recipients: list[str]
) -> None:
    assert parties(reader, text, trigger) == (agents, recipients)


def test_who_is_let_do_something_is_who_may_do_it(reader: Reader) -> None:
    assert parties(reader, "Peru gave Chile permission to search the ship.", "search") == (["Chile"], [])
